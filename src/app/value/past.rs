//! A day that is looked back at, and what there is to come back to.

use jiff::civil::Date;

use crate::domain::{Book, Id};

/// What is kept while the book is looked at as it was.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    /// The day.
    pub(crate) day: Date,
    /// The book as it is.
    pub(crate) present: Book,
    /// The case that was looked at.
    pub(crate) case: Option<Id>,
}
