//! What is done to the selected item, and to the focused pane.

use jiff::civil::Date;

use crate::{
    app::{
        availability::why_not,
        command::Command,
        forms,
        model::Model,
        panes::{PaneId, line, timeline},
        selection::selected,
        value::{Dialog, Effect, FieldId, FormKind, MenuKind, Opening, Tone, Topic},
    },
    domain::{Case, Change, Id, Item, ItemKind, Toggle},
};

/// Ticks the selected item, or takes the tick away. Where a tick says more than
/// one thing, the person is asked first.
pub(super) fn toggle(model: &mut Model) {
    let (Some(item), Some(case)) = (selected(model), model.current()) else { return };
    let Some(playbook) = model.playbook() else { return };
    // That the search is over does not move the accounts that are left.
    let to_do = case.in_use().len();
    match case.toggle(&playbook.procedure(), &item, model.today()) {
        Ok(Toggle::Change(made)) => {
            let search_over = matches!(*made, Change::Search(Some(_)));
            model.change(Ok(*made));
            if item.kind == ItemKind::Account {
                super::accounts::ask_number(model, &[item.id]);
                return;
            }
            if search_over && to_do > 0 {
                model.say_words(Tone::Plain, "ui-search-over-to-do", &[("count", to_do.into())]);
            }
        }
        Ok(Toggle::AskNoAccounts) => model.open_menu(MenuKind::NoAccounts(item)),
        Ok(Toggle::AskSettled) => model.open_menu(MenuKind::Settle(item)),
        Err(refusal) => model.change(Err(refusal)),
    }
}

/// Ticks an item; `settled` says that something was owed and is paid.
pub(super) fn check(model: &mut Model, item: &Item, settled: bool) {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else { return };
    let made = case.check(&playbook.procedure(), item, settled, model.today());
    model.change(made);
}

fn open_in_pane(model: &mut Model, opening: Option<Opening>) {
    match opening {
        Some(Opening::Nothing) => {}
        Some(Opening::Form(kind)) => forms::show(model, &kind),
        Some(Opening::Menu(kind)) => model.open_menu(kind),
        Some(Opening::Page(topic)) => model.open_page(topic),
        Some(Opening::Submit) => super::case::submit(model),
        None => model.say_words(Tone::Plain, "ui-nothing-to-add", &[]),
    }
}

/// Opens the page of the selected item; without one, what the pane opens; without
/// a case, the form for a new one.
pub(super) fn open(model: &mut Model) {
    let Some(scene) = model.scene() else {
        // While backups are looked for nothing is begun.
        if !model.is_lost() {
            forms::show(model, &FormKind::NewCase);
        }
        return;
    };
    let pane = model.focus.pane();
    let opening = match selected(model) {
        Some(item) => Some(Opening::Page(Topic::Item(item))),
        // What is not known of the line yet is filled in.
        None if model.focus == PaneId::Line => return edit(model),
        None if model.focus == PaneId::Timeline => {
            let place = timeline::place(&scene, model.row_of(model.focus));
            place.map(|place| Opening::Page(Topic::Entry(place))).or(Some(Opening::Nothing))
        }
        None => (pane.open)(&scene).or_else(pane.add),
    };
    open_in_pane(model, opening);
}

/// Adds something to the focused pane.
pub(super) fn add(model: &mut Model) {
    let opening = (model.focus.pane().add)();
    open_in_pane(model, opening);
}

/// Edits the selected item; without one, what the pane edits.
pub(super) fn edit(model: &mut Model) {
    let kind = selected(model).and_then(|item| forms::editing(model, &item));
    let of_pane = model.focus.pane().edit.filter(|_| model.dialogs.is_empty());
    let fact = match selected(model) {
        None if model.focus == PaneId::Line => {
            model.scene().and_then(|scene| line::first_unknown(&scene))
        }
        selected => selected.filter(|item| item.kind == ItemKind::Line),
    };
    let of_pane = || Some(of_pane?(&model.scene()?));
    if let Some(kind) = kind.or_else(of_pane) {
        forms::show(model, &kind);
    }
    // The cursor stands where the selected fact is written.
    if let (Some(fact), Some(Dialog::Form(form))) = (fact, model.dialogs.last_mut()) {
        let of_fact = |id: FieldId| {
            id.word() == fact.id.as_str() || (id == FieldId::OwnName && fact.id.as_str() == "name")
        };
        let at = form.fields.iter().position(|field| of_fact(field.id));
        form.focus = at.unwrap_or(form.focus);
    }
}

/// Opens a form about the selected item.
pub(super) fn about(model: &mut Model, kind: fn(Item) -> FormKind) {
    if let Some(item) = selected(model) {
        forms::show(model, &kind(item));
    }
}

/// Asks for the file that was dropped: it is attached to the selected document, or scanned.
pub(in crate::app) fn take_file(model: &mut Model) {
    match selected(model).filter(|_| why_not(model, Command::Attach).is_none()) {
        Some(item) => forms::show(model, &FormKind::Attach(item)),
        None => forms::show(model, &FormKind::Scan),
    }
}

/// Deletes the selected item, or what was said about it.
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
    model.change(made);
    if let Some(Dialog::Page { .. }) = model.dialogs.last() {
        model.dialogs.pop();
    }
}

/// Copies what is worth having elsewhere: a reference, the number, the days of a
/// count, or else the title.
pub(super) fn copy(model: &mut Model) {
    if let Some(text) = selected(model).and_then(|item| copied(model, &item)) {
        model.say_words(Tone::Good, "ui-copied", &[]);
        model.ask(Effect::Copy(text));
    }
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
        ItemKind::Line => line::value(&scene, item.id.as_str())?,
        ItemKind::Application => match &scene.status.review {
            Some(review) if case.pending().is_some_and(|one| one.id == item.id) => {
                words.working_text(review)
            }
            _ => words.title(item),
        },
        _ => words.title(item),
    })
}

/// Says that an entry of the agenda is done.
pub(super) fn finish(model: &mut Model, id: &Id) {
    let Some(scene) = model.scene() else { return };
    let made = scene.words.case.finish(&scene.status.agenda, id, scene.words.today);
    model.change(made);
}

/// Puts an entry of the agenda off until a day.
pub(super) fn snooze(model: &mut Model, id: &Id, until: Date) {
    let Some(scene) = model.scene() else { return };
    let made = Case::snooze(&scene.status.agenda, id, until, scene.words.today);
    model.change(made);
}
