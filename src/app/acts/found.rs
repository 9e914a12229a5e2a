//! Commands about scans: starting one, and deciding about the findings.

use crate::{
    app::{
        command::Command,
        forms,
        model::Model,
        panes::PaneId,
        pending::Action,
        value::{Dialog, Effect, FormKind, MenuKind, RunningScan, Tone},
    },
    catalogue::shown_name,
    domain::{AccountState, Case, Change, Finding, FindingStatus, Id, Refusal},
};

/// Asks for the file to scan.
pub(super) fn ask(model: &mut Model) {
    if let Some(Dialog::Form(_)) = model.dialogs.last() {
        model.dialogs.pop();
    }
    forms::show(model, &FormKind::Scan);
}

/// Starts to scan a file.
pub(super) fn begin(model: &mut Model, path: String) {
    let ticket = model.new_ticket();
    let prompt = match model.dialogs.pop() {
        Some(Dialog::Form(form)) => Some(Box::new(form)),
        _ => None,
    };
    let number = model.current().and_then(|case| case.line.number.clone());
    let (shown, began) = (path.clone(), model.now);
    let (read, total, files) = (0, 0, Vec::new());
    let scan = RunningScan { ticket, path: shown, read, total, files, began, prompt };
    model.dialogs.push(Dialog::Scanning(scan));
    model.ask(Effect::Scan(ticket, path, number));
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

/// Adds the selected finding to the list, which is looked at from then on. An account that was marked as moved
/// but is still used is to be moved again.
pub(super) fn accept(model: &mut Model) {
    // Where one waits to be merged, the other one was chosen for that.
    if model.merging.is_some() {
        return merge(model);
    }
    let Some(at) = selected(model) else { return };
    let Some((one, case)) = model.found.get(at).cloned().zip(model.current()) else { return };
    if matches!(one.status(case).0, FindingStatus::Listed(_)) {
        return say_listed(model, &one);
    }
    let made = case.accept_findings([&one], model.today());
    add(model, made);
}

fn say_listed(model: &mut Model, one: &Finding) {
    let name = shown_name(&one.name, model.text.lang()).into_owned();
    model.say_words(Tone::Plain, "ui-found-is-listed", &[("name", name.into())]);
}

/// Adds every new finding to the list, as one change.
pub(super) fn accept_all(model: &mut Model) {
    let Some(case) = model.current() else { return };
    let new = model.found.iter().filter(|one| one.status(case).0 == FindingStatus::New);
    let made = case.add_findings(new, model.today());
    add(model, made);
}

/// Adds findings, and says so of those of which it is not known whether they use this
/// number.
fn add(model: &mut Model, made: Result<Change, Refusal>) {
    let unsure = match &made {
        Ok(Change::Accounts(edits)) => {
            let added = edits.iter().filter_map(|edit| edit.value.as_ref());
            added.filter(|one| one.state == AccountState::Unsure).count()
        }
        _ => 0,
    };
    model.change(made);
    model.focus = PaneId::Accounts;
    if unsure > 0 {
        let key = model.keymap.key_of(Command::Undo);
        let what = model.newest_entry();
        let args = [("count", unsure.into()), ("what", what.into()), ("key", key.into())];
        model.say_words(Tone::Plain, "ui-did-unsure", &args);
    }
}

/// Dismisses the selected finding: later scans do not show it.
pub(super) fn ignore(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    let Some((one, case)) = model.found.get(at).cloned().zip(model.current()) else { return };
    // It would be shown all the same, since it is on the list.
    if matches!(one.status(case).0, FindingStatus::Listed(_)) {
        return say_listed(model, &one);
    }
    let made = Ok(case.dismiss([one.name.clone()]));
    model.change(made);
}

/// Asks for another name of the selected finding.
pub(super) fn rename(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    forms::show(model, &FormKind::Rename(at));
}

/// Gives a finding another name.
pub(super) fn renamed(model: &mut Model, at: usize, name: String) {
    if let Some(one) = model.found.get_mut(at) {
        one.rename(name);
    }
    keep_changed(model, at, None);
}

/// Keeps a finding as it is now, without the one that it took up.
fn keep_changed(model: &mut Model, at: usize, gone: Option<&Finding>) {
    let Some((one, case)) = model.found.get(at).zip(model.current()) else { return };
    let (change, id) = (case.change_finding(one, gone), case.id.clone());
    // Nothing is refused here: what is changed is kept.
    let _ = model.commit(&id, Action::Change(change));
}

/// Puts findings on the list.
fn list(model: &mut Model, found: Vec<Finding>) {
    model.found_ids = found.iter().map(Finding::id).collect();
    model.found = found;
}

/// Shows what scans found and is undecided.
pub(super) fn inbox(model: &mut Model) {
    let waiting = model.current().map(Case::inbox).unwrap_or_default();
    if waiting.is_empty() {
        return model.say_words(Tone::Plain, "ui-inbox-empty", &[]);
    }
    model.merging = None;
    let waiting = waiting.into_iter().map(|(one, _)| one).collect();
    list(model, waiting);
    model.open_menu(MenuKind::Found);
}

/// Shows what the book has of the findings on the list after a change was undone: what was
/// merged stands there again, and has its own name.
pub(super) fn refresh(model: &mut Model) {
    let Some(case) = model.current() else { return };
    let one = |id: &Id| {
        let kept = case.findings.iter().find(|kept| kept.id == *id)?;
        let same = |one: &&Finding| (&one.name, &one.merged) == (&kept.name, &kept.also);
        let shown = model.found.iter().find(|one| one.id() == *id).filter(same).cloned();
        Some(shown.unwrap_or_else(|| kept.finding()))
    };
    let found = model.found_ids.iter().filter_map(one).collect();
    model.found = found;
    model.merging = None;
}

/// Merges two findings: the first call marks one, the second merges it into the
/// one that is selected then.
pub(super) fn merge(model: &mut Model) {
    let Some(at) = selected(model) else { return };
    match model.merging.take() {
        None => {
            let name = model.found.get(at).map(|one| shown_name(&one.name, model.text.lang()));
            let name = name.unwrap_or_default().into_owned();
            let key = model.keymap.key_of(Command::FoundMerge);
            let args = [("name", name.into()), ("key", key.into())];
            model.merging = Some(at);
            model.say_words(Tone::Plain, "ui-found-merging", &args);
        }
        Some(other) if other == at || other >= model.found.len() => {}
        Some(other) => {
            let gone = model.found.remove(other);
            let at = if other < at { at - 1 } else { at };
            if let Some(one) = model.found.get_mut(at) {
                one.merge(gone.clone());
            }
            keep_changed(model, at, Some(&gone));
            if let Some(Dialog::Menu(menu)) = model.dialogs.last_mut() {
                menu.selected = at;
            }
        }
    }
}

/// Keeps the findings of a scan and shows them, but not those that were
/// dismissed.
pub(in crate::app) fn show(model: &mut Model, mut found: Vec<Finding>) {
    model.merging = None;
    for one in &mut found {
        one.kept = Some(one.id());
    }
    if let Some((id, change)) =
        model.current().map(|case| (case.id.clone(), case.keep_findings(&found)))
    {
        // Nothing is refused here: each finding is new or replaces its own.
        let _ = model.commit(&id, Action::Change(change));
    }
    let case = model.current();
    if let Some(case) = case {
        found.retain(|one| one.status(case).0 != FindingStatus::Dismissed);
        found.sort_by_cached_key(|one| one.rank(one.status(case).0));
    }
    list(model, found);
    model.dialogs.pop();
    model.open_menu(MenuKind::Found);
}
