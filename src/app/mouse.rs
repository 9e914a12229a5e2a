//! Clicks and the wheel. The mouse does nothing that a key does not do.

use super::{
    acts,
    command::Command,
    model::Model,
    value::{Dialog, MenuKind, Target},
};

/// Selects what was clicked. What is selected already is opened.
pub(super) fn click(model: &mut Model, target: Target) {
    go_on(model);
    match (target, model.dialogs.last_mut()) {
        (Target::Pane(pane, row), None) => {
            let selected = model.row_of(pane);
            if model.focus == pane && row == Some(selected) {
                acts::run(model, Command::Open);
            } else {
                model.select(pane, row.unwrap_or(selected));
            }
        }
        (Target::Entry(at), Some(Dialog::Menu(menu))) if menu.selected != at => menu.selected = at,
        (Target::Entry(_), Some(Dialog::Menu(menu))) if menu.kind == MenuKind::Found => {
            acts::run(model, Command::FoundAccept);
        }
        (Target::Entry(_), Some(Dialog::Menu(_))) => acts::choose(model),
        (Target::Field(at), Some(Dialog::Form(form))) => form.focus = at,
        (Target::Explanation, None) => acts::run(model, Command::Open),
        (Target::Run(command), _) => acts::run(model, command),
        (Target::Outside, Some(dialog)) => {
            if let Some(command) = closes(dialog) {
                acts::run(model, command);
            }
        }
        _ => {}
    }
}

/// The command by which a click beside a dialog closes it. Where something would
/// be lost that was typed, noted or found, only a key closes it.
fn closes(dialog: &Dialog) -> Option<Command> {
    match dialog {
        Dialog::Call(_) | Dialog::Scanning(_) => None,
        Dialog::Menu(menu) if menu.kind == MenuKind::Found => None,
        Dialog::Form(form) => (!form.is_touched()).then_some(Command::Cancel),
        _ => Some(Command::Close),
    }
}

/// Scrolls what lies on top by so many lines, or moves the selection of the pane
/// under the pointer by one row.
pub(super) fn wheel(model: &mut Model, steps: isize, target: Target) {
    go_on(model);
    match (target, model.dialogs.last()) {
        (_, Some(Dialog::WhatIf(_))) => acts::slide(model, if steps < 0 { -1 } else { 1 }),
        (_, Some(_)) => acts::go(model, steps),
        (Target::Explanation, None) => acts::read(model, steps),
        (Target::Pane(pane, _), None) => {
            model.focus = pane;
            acts::go(model, steps.signum());
        }
        _ => {}
    }
}

/// The person goes on working: what was said is read, and they do not want to
/// leave any more.
fn go_on(model: &mut Model) {
    model.toast = None;
    model.leaving = false;
    model.keys_so_far.clear();
}
