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
    /// Something happened by itself.
    Note(Change),
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
    /// The entry of the history that it made, undid or redid.
    entry: Option<Entry>,
}

impl Deed {
    /// Does `act` to `book`. Nothing comes of what changes nothing.
    pub(super) fn perform(
        book: &mut Book,
        number: u64,
        case: &Id,
        act: Act,
        at: Timestamp,
    ) -> Result<Option<Self>, Refusal> {
        let entry = match &act {
            Act::Open(new) => {
                book.open((**new).clone(), at)?;
                None
            }
            Act::Do(change) => {
                if !book.record(case, change.clone(), at)? {
                    return Ok(None);
                }
                book.case(case).and_then(|case| case.history.last().cloned())
            }
            Act::Note(change) => {
                if !book.note(case, change.clone(), at)? {
                    return Ok(None);
                }
                None
            }
            Act::Undo => Some(book.undo(case)?),
            Act::Redo => Some(book.redo(case)?),
        };
        Ok(Some(Self { number, case: case.clone(), act, at, entry }))
    }

    /// Does it again on a book that somebody else changed. A new case whose
    /// id was taken meanwhile gets another, as does what was numbered; what no
    /// longer fits is refused, and never done to somebody else's entry.
    pub(super) fn replay(&self, book: &mut Book) -> Result<Option<Self>, Refusal> {
        let (mut id, mut act) = (self.case.clone(), self.act.clone());
        match &mut act {
            Act::Open(case) => {
                id = book.fresh_id(case.id.as_str(), &case.playbook);
                case.id = id.clone();
            }
            Act::Do(change) => {
                let case = book.case(&id).ok_or_else(|| Refusal::NoSuchCase(id.clone()))?;
                if let Some(entry) = &self.entry {
                    *change = change.merged(&entry.inverse, case)?;
                }
            }
            // The dates are reckoned again on what the other one saved.
            Act::Note(_) => return Ok(None),
            Act::Undo => {
                let newest = book.case(&id).and_then(|case| case.history.last());
                if newest != self.entry.as_ref() {
                    return Err(Refusal::NothingToUndo);
                }
            }
            Act::Redo => {
                let cases = book.cases.iter().chain(&book.taken_back);
                let newest = cases.filter(|case| case.id == id).find_map(|case| case.undone.last());
                if newest.map(|entry| &entry.change) != self.entry.as_ref().map(|e| &e.change) {
                    return Err(Refusal::NothingToRedo);
                }
            }
        }
        Self::perform(book, self.number, &id, act, self.at)
    }
}
