//! One row of a pane.

use crate::domain::Item;

/// How a row stands. The `ui` room draws it as a sign; the row has a word that
/// says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowStatus {
    /// Not done yet.
    Open,
    /// Done.
    Done,
    /// The person goes on without it.
    Waived,
    /// Nobody asks for it on this route.
    NotNeeded,
    /// It waits for other items.
    Waiting,
    /// Not known yet.
    Unsure,
    /// It is due today, or something was seen that contradicts it.
    Caution,
    /// It went wrong, or it is late.
    Alert,
    /// It only tells something.
    Plain,
}

/// One row of a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The item it is about. A row without one cannot be opened.
    pub(crate) item: Option<Item>,
    /// How it stands.
    pub(crate) status: RowStatus,
    /// What it is called.
    pub(crate) title: String,
    /// How it stands, as a word or a count.
    pub(crate) word: String,
    /// What kind of thing it is, where the rows have a column for that.
    pub(crate) kind: String,
    /// More about it, shown where there is room.
    pub(crate) note: String,
}
