//! A copy of the progress file that a sync tool has left, as it is offered.

use crate::domain::Book;

/// A copy that has something which is not in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOffer {
    /// The name of its file.
    pub name: String,
    /// What it holds.
    pub book: Box<Book>,
}
