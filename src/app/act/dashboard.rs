//! Commands about the case and the dashboard as a whole.

use crate::{
    app::{
        deed::Act,
        dialog::Dialog,
        form::FormKind,
        forms,
        menu::{Menu, MenuKind, place_of_item},
        message::Effect,
        model::{Model, SaveState},
        page::Topic,
    },
    domain::{Id, Refusal, Route, Stage},
};

fn form(model: &mut Model, kind: FormKind) {
    if let Some(form) = forms::open(model, kind) {
        model.dialogs.push(Dialog::Form(form));
    }
}

fn menu(model: &mut Model, kind: MenuKind) {
    model.dialogs.push(Dialog::Menu(Menu::new(kind)));
}

/// Goes to what is next and opens it.
pub(super) fn go_next(model: &mut Model) {
    let next = model.standing.as_ref().and_then(|standing| standing.next.item().cloned());
    let Some(item) = next else { return };
    if let Some((place, at)) = place_of_item(model, &item) {
        super::movement::jump(model, place, at);
    }
}

/// Submits, or shows what is in the way.
pub(super) fn submit(model: &mut Model) {
    if let Some(why) = why_not_submit(model) {
        return model.say(crate::app::model::Tone::Bad, why);
    }
    let blocked = model.standing.as_ref().is_some_and(|standing| !standing.gate.is_empty());
    if blocked {
        menu(model, MenuKind::Gate);
    } else {
        form(model, FormKind::Submit { anyway: false });
    }
}

/// Why nothing can be submitted at all; what gates is another matter.
pub(super) fn why_not_submit(model: &Model) -> Option<String> {
    let case = model.current()?;
    let stage = model.standing.as_ref()?.stage;
    let refusal = match (case.pending(), stage) {
        (Some(pending), _) => Refusal::AlreadyPending(pending.on),
        (None, Stage::Cancelled | Stage::Abandoned) => Refusal::Over(stage),
        (None, _) if case.route == Route::Lapse => Refusal::Lapsing,
        _ => return None,
    };
    Some(model.refusal_words(&refusal))
}

pub(super) fn outcome(model: &mut Model) {
    match model.current().and_then(|case| case.pending()) {
        Some(_) => form(model, FormKind::Outcome),
        None => model.tell(Err(Refusal::NothingPending)),
    }
}

pub(super) fn extend(model: &mut Model) {
    form(model, FormKind::Extend);
}

pub(super) fn terms(model: &mut Model) {
    form(model, FormKind::Terms);
}

/// Shows what the dates would be, from the day of the pending application or
/// from today.
pub(super) fn what_if(model: &mut Model) {
    let pending = model.current().and_then(|case| case.pending()).map(|pending| pending.on);
    let day = pending.unwrap_or(model.today());
    model.dialogs.push(Dialog::WhatIf(day));
}

/// The line is left to lapse: there is no review to count.
pub(super) fn lapses(model: &Model) -> bool {
    model.current().is_some_and(|case| case.route == Route::Lapse && case.pending().is_none())
}

/// Why there is nothing to submit on another day.
pub(super) fn why_no_what_if(model: &Model) -> Option<String> {
    let (case, stage) = (model.current()?, model.standing.as_ref()?.stage);
    let refusal = match stage {
        Stage::Cancelled | Stage::Abandoned => Refusal::Over(stage),
        _ if case.route == Route::Lapse => Refusal::Lapsing,
        _ => return None,
    };
    Some(model.refusal_words(&refusal))
}

pub(super) fn channels(model: &mut Model) {
    model.dialogs.push(Dialog::page(Topic::Channels));
}

/// An account is being added.
pub(super) fn adds_account(model: &Model) -> bool {
    let Some(Dialog::Form(form)) = model.dialogs.last() else { return false };
    form.kind == FormKind::Account(None)
}

/// Something was done to the current case, or the case itself was opened.
pub(super) fn can_undo(model: &Model) -> bool {
    model.current().is_some_and(|case| !case.history.is_empty())
}

/// The case whose redo would do something: the current one, or one that was
/// taken back last.
pub(super) fn redoable(model: &Model) -> Option<Id> {
    let here = model.current().filter(|case| !case.undone.is_empty());
    here.or_else(|| model.book.taken_back.last()).map(|case| case.id.clone())
}

pub(super) fn undo(model: &mut Model) {
    let Some(case) = model.case.clone() else { return };
    let entry = model.words().and_then(|words| words.case.history.last().map(|e| words.entry(e)));
    let done = model.commit(&case, Act::Undo).map(|_| {
        let what = entry.unwrap_or_default();
        let key = model.keymap.key_of(crate::app::Command::Redo);
        model.text.with("ui-undone", &[("what", what.into()), ("key", key.into())])
    });
    model.tell(done);
}

pub(super) fn redo(model: &mut Model) {
    let Some(case) = redoable(model) else { return };
    let done = model.commit(&case, Act::Redo);
    if done.is_ok() {
        model.case = Some(case);
    }
    let told = done.map(|changed| super::items::told(model, changed));
    model.tell(told);
}

pub(super) fn find(model: &mut Model) {
    menu(model, MenuKind::Find);
}

pub(super) fn new_case(model: &mut Model) {
    form(model, FormKind::NewCase);
}

pub(super) fn edit_case(model: &mut Model) {
    form(model, FormKind::EditCase);
}

/// Gives the case up, or takes it up again.
pub(super) fn abandon(model: &mut Model) {
    let Some(case) = model.current() else { return };
    if case.ending.is_none() {
        return form(model, FormKind::Abandon);
    }
    let (id, change) = (case.id.clone(), case.resume());
    let done = model.commit(&id, Act::Do(change));
    let done = done.map(|changed| super::items::told(model, changed));
    model.tell(done);
}

pub(super) fn cases(model: &mut Model) {
    menu(model, MenuKind::Cases);
}

pub(super) fn other_case(model: &mut Model, steps: isize) -> Vec<Effect> {
    let ids: Vec<Id> = model.book.cases.iter().map(|case| case.id.clone()).collect();
    let here = ids.iter().position(|id| Some(id) == model.case.as_ref()).unwrap_or_default();
    let next = if steps < 0 { here + ids.len() - 1 } else { here + 1 };
    look_at(model, ids.get(next % ids.len().max(1)).cloned())
}

/// Looks at another case, from the top of each pane.
pub(super) fn look_at(model: &mut Model, case: Option<Id>) -> Vec<Effect> {
    model.case = case;
    model.rows.fill(0);
    model.refresh();
    vec![Effect::Remember(model.view())]
}

pub(super) fn mask(model: &mut Model) {
    model.masked = !model.masked;
}

pub(super) fn palette(model: &mut Model) {
    menu(model, MenuKind::Palette);
}

/// Leaves at once when everything is saved, else as soon as it is. A save
/// that failed is tried again.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    // What was noted on the phone is not lost by hanging up on ringoff.
    super::call::end(model);
    // A save can have failed with nothing unsaved: when the file is gone.
    let failed = matches!(model.save, SaveState::Failed(_));
    if !model.has_unsaved() && !failed {
        return vec![Effect::Quit];
    }
    model.leaving = true;
    if failed {
        vec![Effect::Save(Box::new(model.book.clone()), model.counter)]
    } else {
        Vec::new()
    }
}
