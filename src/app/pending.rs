//! What the person did since the last save. Each change is kept until it is on
//! disk, so that it can be done again on a book that another program has
//! changed meanwhile.

use jiff::Timestamp;

use crate::domain::{Book, Case, Change, Entry, Id, Refusal};

/// Something that is done to a book.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Action {
    /// A case is opened.
    Open(Box<Case>),
    /// A change is made.
    Change(Change),
    /// A change happens by itself, such as a date that moves. It is noted in
    /// the history and cannot be undone.
    Note(Change),
    /// The newest change is undone.
    Undo,
    /// The newest undone change is redone.
    Redo,
}

/// One change that is not on disk yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PendingChange {
    /// Its number in this session. A save tells up to which number it went.
    pub(super) number: u64,
    /// The case it was made to.
    pub(super) case: Id,
    action: Action,
    at: Timestamp,
    /// The entry of the history that it made, undid or redid.
    entry: Option<Entry>,
}

impl PendingChange {
    /// Does `action` to a case of `book`. Returns nothing when the action
    /// changes nothing.
    pub(super) fn perform(
        book: &mut Book,
        number: u64,
        case: &Id,
        action: Action,
        at: Timestamp,
    ) -> Result<Option<Self>, Refusal> {
        let entry = match &action {
            Action::Open(new) => {
                book.open((**new).clone(), at)?;
                None
            }
            Action::Change(change) => {
                if !book.record(case, change.clone(), at)? {
                    return Ok(None);
                }
                book.case(case).and_then(|case| case.history.last().cloned())
            }
            Action::Note(change) => {
                if !book.note(case, change.clone(), at)? {
                    return Ok(None);
                }
                None
            }
            Action::Undo => Some(book.undo(case)?),
            Action::Redo => Some(book.redo(case)?),
        };
        Ok(Some(Self { number, case: case.clone(), action, at, entry }))
    }

    /// Does it again on a book that another program has changed. A new case
    /// whose id is taken there gets another id, and so does whatever was
    /// numbered. A change that no longer fits is refused; it is never made to
    /// an entry of the other program.
    pub(super) fn replay(&self, book: &mut Book) -> Result<Option<Self>, Refusal> {
        let (mut id, mut action) = (self.case.clone(), self.action.clone());
        match &mut action {
            Action::Open(case) => {
                id = book.fresh_id(case.id.as_str(), &case.playbook);
                case.id = id.clone();
            }
            Action::Change(change) => {
                let case = book.case(&id).ok_or_else(|| Refusal::NoSuchCase(id.clone()))?;
                if let Some(entry) = &self.entry {
                    *change = change.merged(&entry.inverse, case)?;
                }
            }
            // Moved dates are computed again on what the other program saved.
            Action::Note(_) => return Ok(None),
            Action::Undo => {
                let newest = book.case(&id).and_then(|case| case.history.last());
                if newest != self.entry.as_ref() {
                    let entry = self.entry.as_ref().ok_or(Refusal::NothingToUndo)?;
                    book.undo_entry(&id, entry)?;
                    return Ok(Some(self.clone()));
                }
            }
            Action::Redo => {
                let cases = book.cases.iter().chain(&book.taken_back);
                let newest = cases.filter(|case| case.id == id).find_map(|case| case.undone.last());
                if newest.map(|entry| &entry.change) != self.entry.as_ref().map(|e| &e.change) {
                    return Err(Refusal::NothingToRedo);
                }
            }
        }
        Self::perform(book, self.number, &id, action, self.at)
    }
}
