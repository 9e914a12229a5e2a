//! The book that the file was last known to hold.
//!
//! Owns: the form in which it waits. Must not know: what it is compared with.

use crate::{domain::Book, store::read};

/// The book that the file was known to hold. It is needed only when somebody else
/// has changed the file, so it waits in the form in which it came.
pub enum Known {
    /// As it was read; nothing when there was no file.
    Bytes(Vec<u8>),
    /// As it was saved.
    Book(Box<Book>),
}

impl Default for Known {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Known {
    pub(super) fn book(&self) -> Book {
        match self {
            Self::Bytes(bytes) => read(bytes).map(|(book, _)| book).unwrap_or_default(),
            Self::Book(book) => (**book).clone(),
        }
    }

    /// Whether there was nothing.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Bytes(bytes) => bytes.is_empty(),
            Self::Book(book) => **book == Book::default(),
        }
    }

    pub(super) fn into_book(self) -> Book {
        match self {
            // It was read once already.
            Self::Bytes(bytes) => read(&bytes).map(|(book, _)| book).unwrap_or_default(),
            Self::Book(book) => *book,
        }
    }
}
