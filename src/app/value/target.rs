//! What the mouse points at.

use crate::app::{command::Command, panes::PaneId};

/// What stands at a place of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A pane, and the row of it that stands there.
    Pane(PaneId, Option<usize>),
    /// The explanation of the selected row.
    Explanation,
    /// An entry of the list on top.
    Entry(usize),
    /// A field of the form on top.
    Field(usize),
    /// Another part of what lies on top.
    Dialog,
    /// What lies below the dialog on top.
    Outside,
    /// The name of a command: a key in the bar, or the next step.
    Run(Command),
    /// Nothing.
    Nothing,
}
