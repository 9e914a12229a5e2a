//! Clicks and the wheel. The mouse does nothing that a key does not do.

use super::{act, dialog::Dialog, message::Effect, model::Model};

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
        self.toast = None;
        match (*target, self.dialogs.last_mut()) {
            (Target::Pane(place, row), None) => {
                let again = self.focus == place && row == self.rows.get(place).copied();
                if again && row.is_some() {
                    return self.run(super::command::Command::Open);
                }
                act::jump(self, place, row);
            }
            (Target::Entry(at), Some(Dialog::Menu(menu))) => {
                if menu.selected == at {
                    return act::choose(self);
                }
                menu.selected = at;
            }
            (Target::Field(at), Some(Dialog::Form(form))) => form.focus = at,
            _ => {}
        }
        Vec::new()
    }

    /// Scrolls what lies on top, or the pane under the pointer.
    pub(super) fn wheel(&mut self, steps: isize, target: &Target) {
        if !self.dialogs.is_empty() {
            act::scroll(self, steps);
        } else if let Target::Pane(place, _) = *target {
            act::jump(self, place, None);
            act::step(self, steps.signum());
        }
    }
}
