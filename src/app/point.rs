//! Clicks and the wheel. The mouse does nothing that a key does not do.

use super::{act, command::Command, dialog::Dialog, menu::MenuKind, message::Effect, model::Model};

/// What stands where the mouse points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A pane, and its row when one stands there.
    Pane(usize, Option<usize>),
    /// An entry of the list on top.
    Entry(usize),
    /// A field of the form on top.
    Field(usize),
    /// Whatever else lies on top.
    Dialog,
    /// Nothing.
    Nothing,
}

impl Model {
    /// Selects what was clicked; what was selected already is opened.
    pub(super) fn point(&mut self, target: &Target) -> Vec<Effect> {
        self.go_on();
        match (*target, self.dialogs.last_mut()) {
            (Target::Pane(place, row), None) => {
                let again = self.focus == place && row == self.rows.get(place).copied();
                if again && row.is_some() {
                    return self.run(Command::Open);
                }
                act::jump(self, place, row);
            }
            (Target::Entry(at), Some(Dialog::Menu(menu))) => {
                if menu.selected != at {
                    menu.selected = at;
                } else if menu.kind == MenuKind::Found {
                    return self.run(Command::FoundAccept);
                } else {
                    return act::choose(self);
                }
            }
            (Target::Field(at), Some(Dialog::Form(form))) => form.focus = at,
            _ => {}
        }
        Vec::new()
    }

    /// Who goes on working has read what was said, and has changed their mind
    /// about leaving.
    fn go_on(&mut self) {
        self.toast = None;
        self.leaving = false;
        self.pending.clear();
    }

    /// Scrolls what lies on top, or moves the selection of the pane under the
    /// pointer, by one row.
    pub(super) fn wheel(&mut self, steps: isize, target: &Target) {
        self.go_on();
        if let Some(Dialog::WhatIf(_)) = self.dialogs.last() {
            act::slide(self, if steps < 0 { -1 } else { 1 });
        } else if !self.dialogs.is_empty() {
            act::scroll(self, steps);
        } else if let Target::Pane(place, _) = *target {
            act::jump(self, place, None);
            act::step(self, steps.signum());
        }
    }
}
