//! What the person did since the last save, so that it can be done again on
//! top of a book that somebody else changed meanwhile.

use jiff::Timestamp;

use crate::domain::{Book, Case, Change, Entry, Id, Refusal};

/// One thing done to a book.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// A case was opened.
    Open(Box<Case>),
    /// A change was made.
    Do(Change),
    /// The newest change was undone.
    Undo,
    /// The newest undone change was redone.
    Redo,
}

/// An act, its case, its moment, and its number in the session.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deed {
    pub(super) number: u64,
    pub(super) case: Id,
    pub(super) act: Act,
    pub(super) at: Timestamp,
}

impl Deed {
    /// Does it to `book`. For undo and redo the entry concerned is returned.
    pub(super) fn apply(&self, book: &mut Book) -> Result<Option<Entry>, Refusal> {
        match &self.act {
            Act::Open(case) => book.open((**case).clone(), self.at).map(|()| None),
            Act::Do(change) => book.record(&self.case, change.clone(), self.at).map(|()| None),
            Act::Undo => book.undo(&self.case).map(Some),
            Act::Redo => book.redo(&self.case).map(Some),
        }
    }
}
