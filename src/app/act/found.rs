//! Scanning exports, and deciding about what was found.

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
        scan::{Discovery, STILL, Scanning},
    },
    domain::{Acquaintance, Change, Refusal},
};

/// Asks for the file.
pub(super) fn ask(model: &mut Model) {
    if let Some(Dialog::Form(_)) = model.dialogs.last() {
        model.dialogs.pop();
    }
    let form = forms::open(model, FormKind::Scan);
    model.dialogs.extend(form.map(Dialog::Form));
}

/// Begins to scan a file.
pub(super) fn begin(model: &mut Model, path: String) -> Vec<Effect> {
    model.tickets += 1;
    let ticket = model.tickets;
    model.dialogs.pop();
    let number = model.current().and_then(|case| case.line.number.clone());
    let (shown, began) = (path.clone(), model.now);
    model.dialogs.push(Dialog::Scanning(Scanning {
        ticket,
        path: shown,
        read: 0,
        total: 0,
        began,
    }));
    vec![Effect::Scan(ticket, path, number)]
}

/// The selected row of what was found.
fn selected(model: &Model) -> Option<usize> {
    match model.dialogs.last() {
        Some(Dialog::Menu(menu)) if menu.kind == MenuKind::Found => {
            (!model.found.is_empty()).then(|| menu.selected.min(model.found.len() - 1))
        }
        _ => None,
    }
}

fn change(model: &mut Model, made: Result<Change, Refusal>) {
    let Some(case) = model.case.clone() else { return };
    let done = made.and_then(|change| model.commit(&case, Act::Do(change)));
    let told = done.map(|changed| super::items::told(model, changed));
    model.tell(told);
}

/// Puts an account on the list; one that is still used is linked again.
pub(super) fn accept(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let Some((one, case)) = model.found.get(at).cloned().zip(model.current()) else { return };
    let made = match one.known(case) {
        (Acquaintance::Listed(_), _) => {
            let told = model.text.get("word-found-listed").into_owned();
            return model.say(Tone::Plain, told);
        }
        (Acquaintance::StillUsed(_), Some(account)) => {
            case.set_account(&account.id, STILL, model.today())
        }
        _ => case.add_found([as_account(&one)], model.today()),
    };
    change(model, made);
}

fn as_account(one: &Discovery) -> (String, crate::domain::AccountKind, Vec<String>) {
    let slug = |name: &str| crate::domain::Id::slug(name);
    let mut also: Vec<String> = one.merged.clone();
    also.retain(|name| slug(name) != slug(&one.name));
    also.dedup();
    (one.name.clone(), one.kind, also)
}

/// Puts everything that is new on the list, as one change.
pub(super) fn accept_all(model: &mut Model) {
    let Some(case) = model.current() else { return };
    let new = model.found.iter().filter(|one| one.known(case).0 == Acquaintance::New);
    let made = case.add_found(new.map(as_account).collect::<Vec<_>>(), model.today());
    change(model, made);
}

/// Does not show it again.
pub(super) fn ignore(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let Some((one, case)) = model.found.get(at).zip(model.current()) else { return };
    let made = Ok(case.dismiss([one.name.clone()]));
    change(model, made);
}

/// Asks for another name.
pub(super) fn rename(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let form = forms::open(model, FormKind::Rename(at));
    model.dialogs.extend(form.map(Dialog::Form));
}

pub(super) fn renamed(model: &mut Model, at: usize, name: String) {
    if let Some(one) = model.found.get_mut(at) {
        let old = std::mem::replace(&mut one.name, name.clone());
        one.merged.push(old);
        one.names.push(name);
    }
}

/// The first time marks a row, the second time makes both rows one.
pub(super) fn merge(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    match model.merging.take() {
        None => {
            let name = model.found.get(at).map(|one| one.name.clone()).unwrap_or_default();
            let key = model.keymap.key_of(crate::app::Command::FoundMerge);
            let args = [("name", name.into()), ("key", key.into())];
            let told = model.text.with("ui-found-merging", &args);
            model.merging = Some(at);
            model.say(Tone::Plain, told);
        }
        Some(other) if other == at || other >= model.found.len() => {}
        Some(other) => {
            let gone = model.found.remove(other);
            let at = if other < at { at - 1 } else { at };
            let names = (gone.name.clone(), gone.merged.clone());
            if let Some(one) = model.found.get_mut(at) {
                one.merge(gone);
                one.merged.push(names.0);
                one.merged.extend(names.1);
            }
            if let Some(Dialog::Menu(menu)) = model.dialogs.last_mut() {
                menu.selected = at;
            }
        }
    }
}

/// Shows what was found.
pub(super) fn show(model: &mut Model, found: Vec<Discovery>) {
    model.merging = None;
    let case = model.current();
    let shown =
        |one: &Discovery| case.is_none_or(|case| one.known(case).0 != Acquaintance::Dismissed);
    let mut found: Vec<Discovery> = found.into_iter().filter(shown).collect();
    // What burns comes first.
    let burns = |one: &Discovery| {
        case.is_some_and(|case| matches!(one.known(case).0, Acquaintance::StillUsed(_)))
    };
    found.sort_by_key(|one| !burns(one));
    model.found = found;
    model.dialogs.pop();
    model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Found)));
    let key = model.keymap.key_of(crate::app::Command::FoundChecklist);
    let told = model.text.with("ui-found-not-all", &[("key", key.into())]);
    model.say(Tone::Plain, told);
}

/// Shows where to look for what messages cannot show.
pub(super) fn checklist(model: &mut Model) {
    model.dialogs.push(Dialog::page(Topic::Checklist));
}
