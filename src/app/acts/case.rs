//! Commands about the case as a whole.

use crate::app::{
    forms,
    model::Model,
    panes::place_of,
    value::{Dialog, FormKind, MenuKind, around},
};
use crate::domain::{Case, Next, Route};

/// Selects the row that the next step is about; for what has no row, opens what can
/// be done about it.
pub(super) fn go_next(model: &mut Model) {
    let scene = model.scene();
    if let Some(Next::Check(entry)) = scene.map(|scene| &scene.status.next) {
        let id = entry.id.clone();
        return model.open_menu(MenuKind::AgendaEntry(id));
    }
    let place = scene.and_then(|scene| place_of(&scene, scene.status.next.item()?));
    if let Some((pane, row)) = place {
        model.select(pane, row);
    }
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
        None => case.archive(status.stage, model.today()),
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
