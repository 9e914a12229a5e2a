//! Commands about scans: starting one, and deciding about the findings.

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
        scan::RunningScan,
    },
    domain::{AccountState, Change, Finding, FindingStatus, Refusal},
};

/// Asks for the file to scan.
pub(super) fn ask(model: &mut Model) {
    if let Some(Dialog::Form(_)) = model.dialogs.last() {
        model.dialogs.pop();
    }
    let form = forms::open(model, FormKind::Scan);
    model.dialogs.extend(form.map(Dialog::Form));
}

/// Starts to scan a file.
pub(super) fn begin(model: &mut Model, path: String) -> Vec<Effect> {
    model.tickets += 1;
    let ticket = model.tickets;
    model.dialogs.pop();
    let number = model.current().and_then(|case| case.line.number.clone());
    let (shown, began) = (path.clone(), model.now);
    let scan = RunningScan { ticket, path: shown, read: 0, total: 0, began };
    model.dialogs.push(Dialog::Scanning(scan));
    vec![Effect::Scan(ticket, path, number)]
}

/// The place of the selected finding.
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

/// Adds the selected finding to the list. An account that was marked as moved
/// but is still used is to be moved again.
pub(super) fn accept(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let Some((one, case)) = model.found.get(at).cloned().zip(model.current()) else { return };
    let made = match one.status(case) {
        (FindingStatus::Listed(_), _) => {
            let told = model.text.get("word-found-listed").into_owned();
            return model.say(Tone::Plain, told);
        }
        (FindingStatus::StillUsed(_), Some(account)) => {
            case.set_account(&account.id, AccountState::ToDo, model.today())
        }
        _ => case.add_findings([&one], model.today()),
    };
    change(model, made);
}

/// Adds every new finding to the list, as one change.
pub(super) fn accept_all(model: &mut Model) {
    let Some(case) = model.current() else { return };
    let new = model.found.iter().filter(|one| one.status(case).0 == FindingStatus::New);
    let made = case.add_findings(new, model.today());
    change(model, made);
}

/// Dismisses the selected finding: later scans do not show it.
pub(super) fn ignore(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let Some((one, case)) = model.found.get(at).zip(model.current()) else { return };
    let made = Ok(case.dismiss([one.name.clone()]));
    change(model, made);
}

/// Asks for another name of the selected finding.
pub(super) fn rename(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let form = forms::open(model, FormKind::Rename(at));
    model.dialogs.extend(form.map(Dialog::Form));
}

/// Gives a finding another name.
pub(super) fn renamed(model: &mut Model, at: usize, name: String) {
    if let Some(one) = model.found.get_mut(at) {
        one.rename(name);
    }
}

/// Merges two findings: the first call marks one, the second merges it into the
/// one that is selected then.
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
            if let Some(one) = model.found.get_mut(at) {
                one.merge(gone);
            }
            if let Some(Dialog::Menu(menu)) = model.dialogs.last_mut() {
                menu.selected = at;
            }
        }
    }
}

/// Shows the findings of a scan, but not those that were dismissed.
pub(super) fn show(model: &mut Model, mut found: Vec<Finding>) {
    model.merging = None;
    let case = model.current();
    if let Some(case) = case {
        found.retain(|one| one.status(case).0 != FindingStatus::Dismissed);
        // What was marked as moved but is still used is urgent.
        found.sort_by_key(|one| !matches!(one.status(case).0, FindingStatus::StillUsed(_)));
    }
    model.found = found;
    model.dialogs.pop();
    model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Found)));
    let key = model.keymap.key_of(crate::app::Command::FoundChecklist);
    let told = model.text.with("ui-found-not-all", &[("key", key.into())]);
    model.say(Tone::Plain, told);
}

/// Shows where to look for accounts that send no messages.
pub(super) fn checklist(model: &mut Model) {
    model.dialogs.push(Dialog::page(Topic::Checklist));
}
