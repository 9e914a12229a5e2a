//! What two people, windows or machines did apart becomes one.
//!
//! Three ways lead here, and all go through the same fields: a window that
//! replays its changes on a book that somebody else saved, an older copy that
//! was put under an open window, and git, which merges two branches. Must not
//! know: where the books come from.

mod account_fields;
mod books;
mod cases;
mod decisions;
mod difference;
mod events;
mod fields;
mod lists;
mod numbers;
mod replay;
mod stands;
mod twice;
mod withdraw;

pub(crate) use books::Forgotten;
pub use books::Merged;

use std::sync::Arc;

use super::{Book, Case, Change, Entry, Id, Refusal};

impl Change {
    /// What this change means on `case`, which is not the one it was made on;
    /// on that one, `inverse` undoes it.
    pub fn merged(&self, inverse: &Self, case: &Case) -> Result<Self, Refusal> {
        replay::merged(self, inverse, case)
    }

    /// What this change means on `case` when it is redone; what `inverse` undoes was
    /// undone there.
    pub(crate) fn again(&self, inverse: &Self, case: &Case) -> Result<Self, Refusal> {
        replay::again(self, inverse, case)
    }

    /// Whether somebody else has added a thing of that name or number.
    fn is_taken(&self, inverse: &Self, case: &Case) -> bool {
        replay::is_taken(self, inverse, case)
    }

    /// What undoes this change on a case in which others may have changed what it brought;
    /// where nobody has, that is `inverse`.
    pub(super) fn withdrawn(&self, inverse: &Self, case: &Case) -> Self {
        stands::withdrawn(self, inverse, case)
    }
}

impl Book {
    /// Undoes an entry of a case although another one came after it.
    pub(crate) fn undo_entry(&mut self, id: &Id, entry: &Entry) -> Result<(), Refusal> {
        let case = self.cases.iter_mut().find(|case| case.id == *id);
        let case = case.ok_or_else(|| Refusal::NoSuchCase(id.clone()))?;
        withdraw::undo(Arc::make_mut(case), entry)
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
