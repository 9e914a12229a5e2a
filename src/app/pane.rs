//! The panes of the dashboard: one row each. A pane is a list of rows about
//! one case; what a row looks like is the business of the `ui` room.

use super::{panes, scene::Scene};
use crate::domain::Item;

/// How a row stands, as a glyph and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Not yet.
    Open,
    /// It holds.
    Done,
    /// Gone on without.
    Waived,
    /// Not asked for.
    NotNeeded,
    /// Some of it holds.
    Partly,
    /// Nobody knows yet.
    Unsure,
    /// It went wrong, or it is late.
    Alert,
    /// It only tells something.
    Plain,
}

/// One row of a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about; nothing can be opened otherwise.
    pub item: Option<Item>,
    /// How it stands.
    pub sign: Sign,
    /// What it is called.
    pub title: String,
    /// How it stands, in a word or a count.
    pub word: String,
    /// More, where there is room.
    pub note: String,
}

/// Which column of the widest layout a pane stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What has to hold.
    Left,
    /// What is gathered and said.
    Middle,
    /// Dates and times.
    Right,
}

/// One pane.
#[derive(Clone, Copy)]
pub struct Pane {
    /// Its name in the state file; its title is under `ui-pane-<id>`, the
    /// words for "nothing here" under `ui-empty-<id>`.
    pub id: &'static str,
    /// Where it stands on a wide screen.
    pub column: Column,
    /// It shares a rectangle with others where there are two columns.
    pub shared: bool,
    /// How much of its column it takes, compared to its neighbours.
    pub weight: u16,
    /// Fewest rows with which it is of use.
    pub least: u16,
    /// How many rows it has.
    pub len: fn(&Scene<'_>) -> usize,
    /// The row at an index; only visible rows are asked for.
    pub row: fn(&Scene<'_>, usize) -> Option<Row>,
    /// The count in its corner.
    pub count: fn(&Scene<'_>) -> String,
}

impl std::fmt::Debug for Pane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Pane").field(&self.id).finish()
    }
}

/// Every pane, in the order of its number key.
pub const PANES: &[Pane] = &[
    panes::preconditions::PANE,
    panes::accounts::PANE,
    panes::documents::PANE,
    panes::review::PANE,
    panes::contacts::PANE,
    panes::safeguards::PANE,
    panes::obstacles::PANE,
    panes::line::PANE,
    panes::timeline::PANE,
];

/// The place of the pane with this id among [`PANES`].
pub(super) fn place_of(id: &str) -> Option<usize> {
    PANES.iter().position(|pane| pane.id == id)
}

/// `2/3`, or nothing when there is nothing to count.
pub(super) fn out_of(progress: crate::domain::Progress) -> String {
    if progress.total == 0 {
        String::new()
    } else {
        format!("{}/{}", progress.done, progress.total)
    }
}
