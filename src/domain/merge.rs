//! What two people, windows or machines did apart becomes one.
//!
//! Three ways lead here, and all go through the same fields: a window that
//! replays its changes on a book that somebody else saved, an older copy that
//! was put under an open window, and git, which merges two branches. Must not
//! know: where the books come from.

mod books;
mod cases;
mod difference;
mod events;
mod fields;
mod lists;
mod numbers;
mod replay;

pub use books::Merged;

use super::{Case, Change, Refusal};

impl Change {
    /// What this change means on `case`, which is not the one it was made on;
    /// on that one, `inverse` undoes it.
    pub fn merged(&self, inverse: &Self, case: &Case) -> Result<Self, Refusal> {
        replay::merged(self, inverse, case)
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
