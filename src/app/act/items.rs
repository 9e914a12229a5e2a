//! What is done to the selected row, or to the item of the page on top.

use crate::{
    app::{
        deed::Act,
        dialog::Dialog,
        form::FormKind,
        forms,
        menu::{Menu, MenuKind},
        message::Effect,
        model::{Model, Tone},
        page::Topic,
        pane::PANES,
    },
    domain::{AccountState, Change, Item, ItemKind, Refusal, Toggle},
};

/// The item that a command is about: that of the page on top, or of the
/// selected row.
pub(super) fn selected(model: &Model) -> Option<Item> {
    if let Some(Dialog::Page { topic: Topic::Item(item), .. }) = model.dialogs.last() {
        return Some(item.clone());
    }
    let (scene, pane) = (model.scene()?, PANES.get(model.focus)?);
    (pane.row)(&scene, *model.rows.get(model.focus)?)?.item
}

/// The selected item can be ticked, waived and noted.
pub(super) fn selected_is_marked(model: &Model) -> bool {
    selected(model).is_some_and(|item| {
        matches!(item.kind, ItemKind::Precondition | ItemKind::Document | ItemKind::Safeguard)
    })
}

/// The selected item can be ticked.
pub(super) fn selected_can_tick(model: &Model) -> bool {
    selected(model).is_some_and(|item| {
        !matches!(item.kind, ItemKind::Contact | ItemKind::Application | ItemKind::Line)
    })
}

/// The countdown has the focus: there its terms can be edited.
pub(super) fn at_review(model: &Model) -> bool {
    model.dialogs.is_empty() && PANES.get(model.focus).is_some_and(|pane| pane.id == "review")
}

/// Something can be added in the focused pane.
pub(super) fn pane_takes_more(model: &Model) -> bool {
    let pane = PANES.get(model.focus).map(|pane| pane.id);
    !matches!(pane, Some("preconditions" | "safeguards" | "timeline"))
}

/// The selected item can be stood for by files.
pub(super) fn selected_takes_files(model: &Model) -> bool {
    selected(model)
        .is_some_and(|item| matches!(item.kind, ItemKind::Document | ItemKind::Safeguard))
}

/// The selected item was added by the person and can be removed.
pub(super) fn selected_can_go(model: &Model) -> bool {
    let Some((item, case)) = selected(model).zip(model.current()) else { return false };
    match item.kind {
        ItemKind::Account
        | ItemKind::Contact
        | ItemKind::Obstacle
        | ItemKind::Application
        | ItemKind::Line => true,
        ItemKind::Document => {
            case.extra_document(&item.id).is_ok() || !case.mark(&item).files.is_empty()
        }
        ItemKind::Precondition | ItemKind::Safeguard => !case.mark(&item).is_blank(),
    }
}

fn form(model: &mut Model, kind: FormKind) {
    if let Some(form) = forms::open(model, kind) {
        model.dialogs.push(Dialog::Form(form));
    }
}

/// Makes a change to the current case and tells it as the timeline will.
fn change(model: &mut Model, made: Result<Change, Refusal>) {
    let case = model.case.clone();
    let done = made.and_then(|change| match &case {
        Some(case) => model.commit(case, Act::Do(change)),
        None => Ok(false),
    });
    let told = done.map(|changed| told(model, changed));
    model.tell(told);
}

/// What was done, or that nothing was.
pub(super) fn told(model: &Model, changed: bool) -> String {
    if changed { last_entry(model) } else { model.text.get("ui-nothing-changed").into_owned() }
}

/// The newest entry of the history, in words, with the key that undoes it.
fn last_entry(model: &Model) -> String {
    let entry = model.words().and_then(|words| words.case.history.last().map(|e| words.entry(e)));
    let key = model.keymap.key_of(crate::app::Command::Undo);
    model.text.with("ui-did", &[("what", entry.unwrap_or_default().into()), ("key", key.into())])
}

pub(super) fn toggle(model: &mut Model) {
    let Some(item) = selected(model) else {
        let told = model.text.get("ui-needs-row").into_owned();
        return model.say(Tone::Plain, told);
    };
    let Some((case, playbook)) = model.current().zip(model.playbook()) else { return };
    match case.toggle(&playbook.procedure(), &item, model.today()) {
        Ok(Toggle::Change(made)) => {
            let search_over = matches!(*made, Change::Search(Some(_)));
            change(model, Ok(*made));
            if search_over {
                warn_of_to_do(model);
            }
        }
        Ok(Toggle::AskNoAccounts) => {
            model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::NoAccounts(item))));
        }
        Ok(Toggle::AskSettled) => {
            model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Settle(item))));
        }
        Err(Refusal::NotCheckable(_)) => {
            let told = model.text.get("ui-not-a-tick").into_owned();
            model.say(Tone::Plain, told);
        }
        Err(refusal) => change(model, Err(refusal)),
    }
}

/// The search was declared over though accounts are linked: that alone does
/// not unlink them.
fn warn_of_to_do(model: &mut Model) {
    let linked = model.current().map(|case| case.accounts_in(AccountState::ToDo).count());
    if let Some(count) = linked.filter(|count| *count > 0) {
        let told = model.text.with("ui-search-over-to-do", &[("count", count.into())]);
        model.say(Tone::Plain, told);
    }
}

pub(super) fn open(model: &mut Model) {
    if model.current().is_none() {
        return form(model, FormKind::NewCase);
    }
    let place = PANES.get(model.focus).map(|pane| pane.id);
    match selected(model) {
        Some(item) => model.dialogs.push(Dialog::page(Topic::Item(item))),
        None if place == Some("review") && super::dashboard::lapses(model) => {
            let line = Item::new(ItemKind::Line, &crate::domain::Id::new("grace-until"));
            model.dialogs.push(Dialog::page(Topic::Item(line)));
        }
        None if place == Some("review") => {
            let next = Item::new(ItemKind::Application, &crate::domain::Id::new("1"));
            model.dialogs.push(Dialog::page(Topic::Item(next)));
        }
        None if place == Some("contacts") => model.dialogs.push(Dialog::page(Topic::Channels)),
        None if place == Some("timeline") => {}
        None => add(model),
    }
}

pub(super) fn add(model: &mut Model) {
    match PANES.get(model.focus).map(|pane| pane.id) {
        Some("accounts") => form(model, FormKind::Account(None)),
        Some("documents") => form(model, FormKind::Document(None)),
        Some("contacts") => form(model, FormKind::Contact(None)),
        Some("obstacles") => {
            model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Obstacles)));
        }
        Some("line") => form(model, FormKind::Line),
        Some("review") => super::dashboard::submit(model),
        _ => {
            let told = model.text.get("ui-nothing-to-add").into_owned();
            model.say(Tone::Plain, told);
        }
    }
}

pub(super) fn edit(model: &mut Model) {
    let kind = selected(model).and_then(|item| forms::editing(&item, model));
    let at_review = at_review(model).then_some(FormKind::Terms);
    if let Some(kind) = kind.or(at_review) {
        form(model, kind);
    }
}

pub(super) fn delete(model: &mut Model) {
    let Some(item) = selected(model) else { return };
    let Some((case, playbook)) = model.current().zip(model.playbook()) else { return };
    let made = match item.kind {
        ItemKind::Account => case.remove_account(&item.id),
        ItemKind::Contact => case.remove_contact(&item.id),
        ItemKind::Obstacle => case.remove_obstacle(&item.id),
        ItemKind::Application => Ok(case.remove_application(&item.id)),
        ItemKind::Document if case.extra_document(&item.id).is_ok() => {
            case.remove_document(&item.id)
        }
        ItemKind::Document | ItemKind::Precondition | ItemKind::Safeguard => {
            case.detach(&playbook.procedure(), &item)
        }
        ItemKind::Line => Ok(case.forget_fact(item.id.as_str())),
    };
    change(model, made);
    if let Some(Dialog::Page { .. }) = model.dialogs.last() {
        model.dialogs.pop();
    }
}

pub(super) fn waive(model: &mut Model) {
    if let Some(item) = selected(model) {
        form(model, FormKind::Waive(item));
    }
}

pub(super) fn attach(model: &mut Model) {
    if let Some(item) = selected(model) {
        form(model, FormKind::Attach(item));
    }
}

/// Puts on the clipboard what is worth having elsewhere: a reference, the
/// number, the working of a count, or else the title.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(text) = selected(model).and_then(|item| copied(model, &item)) else {
        return Vec::new();
    };
    let told = model.text.get("ui-copied").into_owned();
    model.say(Tone::Good, told);
    vec![Effect::Copy(text)]
}

fn copied(model: &Model, item: &Item) -> Option<String> {
    let scene = model.scene()?;
    let (words, case) = (&scene.words, scene.words.case);
    Some(match item.kind {
        ItemKind::Contact => {
            let contact = case.contact(&item.id).ok()?;
            contact.reference.clone().unwrap_or_else(|| words.channel_title(&contact.channel))
        }
        ItemKind::Line if item.id.as_str() == "number" => case.line.number.clone()?,
        ItemKind::Line => crate::app::panes::line::value(&scene, item.id.as_str())?,
        ItemKind::Application => match &scene.standing.review {
            Some(review) if case.pending().is_some_and(|one| one.id == item.id) => {
                words.working_text(review)
            }
            _ => words.title(item),
        },
        _ => words.title(item),
    })
}
