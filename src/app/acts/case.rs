//! Commands about the case as a whole.

use crate::app::{
    command::Command,
    forms, menus,
    model::Model,
    past,
    value::{Dialog, FormKind, Menu, MenuKind, Tone, around},
};
use crate::domain::{Case, Next, Route};

/// Selects the row that the next step is about; for what has no row, opens what can be done
/// about it. Returns what does it where the row was selected already.
pub(super) fn go_next(model: &mut Model) -> Option<Command> {
    let next = model.status.as_ref().map(|status| &status.next);
    if let Some(Next::Check(entry)) = next {
        let id = entry.id.clone();
        model.open_menu(MenuKind::AgendaEntry(id));
        return None;
    }
    if let Some(Next::Decide(_)) = next {
        super::found::inbox(model);
        return None;
    }
    let (item, command) = (next.and_then(Next::item).cloned()?, next.map(opens));
    let place = |model: &Model| (model.focus, model.row_of(model.focus));
    let before = place(model);
    super::accounts::go_to(model, &item);
    command.filter(|_| place(model) == before)
}

/// What does what a next step asks for; where nothing does it at once, what tells of it.
fn opens(next: &Next) -> Command {
    match next {
        Next::Chase(..)
        | Next::Promise(..)
        | Next::AskAgain(..)
        | Next::Asked(..)
        | Next::Withdraw(_) => Command::Call,
        Next::Nudge(..) | Next::Complain(..) => Command::Letters,
        Next::Apply(_) | Next::SubmitAgain(_) => Command::Submit,
        Next::Confirm(..) => Command::Outcome,
        Next::Search(_) => Command::Add,
        Next::AskDates(_) | Next::AskValidity(_) | Next::SeeValidity(..) => Command::Edit,
        Next::AskUse(_)
        | Next::KeepAlive(..)
        | Next::KeepLate(..)
        | Next::KeepLast(..)
        | Next::KeepHeld(..) => Command::LogUse,
        _ => Command::Open,
    }
}

/// Shows every case, with the one that is looked at selected.
pub(super) fn cases(model: &mut Model) {
    let menu = Menu::new(MenuKind::Cases);
    let entries = menus::entries(model, &menu);
    let here = entries.iter().position(|entry| menus::is_current_case(model, entry));
    let selected = here.unwrap_or_default();
    model.dialogs.push(Dialog::Menu(Menu { selected, ..menu }));
}

/// Submits, or shows what has to be done before.
pub(super) fn submit(model: &mut Model) {
    if model.status.as_ref().is_some_and(|status| !status.gate.is_empty()) {
        model.open_menu(MenuKind::Gate);
    } else {
        forms::show(model, &FormKind::Submit { anyway: false });
    }
}

/// Shows what the dates would be, from the day of the pending application on, or
/// from today on.
pub(super) fn what_if(model: &mut Model) {
    let pending = model.current().and_then(|case| case.pending()).map(|pending| pending.on);
    model.dialogs.push(Dialog::WhatIf(pending.unwrap_or(model.today())));
}

/// From the whole screen back to all panes, else from a day that is looked back at to
/// today.
pub(super) fn back(model: &mut Model) {
    if !std::mem::take(&mut model.zoomed) && past::come_back(model) {
        model.say_words(Tone::Plain, "ui-past-left", &[]);
    }
}

/// Gives the case up, or takes it up again.
pub(super) fn abandon(model: &mut Model) {
    match model.current() {
        Some(case) if case.ending.is_some() => {
            let change = case.resume();
            model.change(change);
        }
        _ => forms::show(model, &FormKind::Abandon),
    }
}

/// Keeps the line, or closes one that is kept after all.
pub(super) fn keep(model: &mut Model) {
    let Some(scene) = model.scene() else { return };
    let (case, procedure) = (scene.words.case, scene.words.playbook.procedure());
    let route = match case.route {
        Route::Keep => case.usual_route(&procedure),
        _ => Route::Keep,
    };
    let change = case.take_route(&procedure, route);
    model.change(change);
}

/// Puts a case away that is over, or takes it out again.
pub(super) fn archive(model: &mut Model) {
    let Some((case, status)) = model.current().zip(model.status.as_ref()) else { return };
    let made = match case.archived {
        Some(_) => Ok(Case::unarchive()),
        None => case.archive(status.stage, status.watch, model.today()),
    };
    model.change(made);
}

/// Looks at the next or previous case; after the last comes the first. Cases
/// that were put away are passed over.
pub(super) fn other(model: &mut Model, steps: isize) {
    let cases = model.shown_cases();
    let here = cases.iter().position(|case| Some(&case.id) == model.case.as_ref());
    let next = around(here.unwrap_or_default(), steps, cases.len());
    if let Some(case) = cases.get(next) {
        let id = case.id.clone();
        model.look_at(id);
    }
}
