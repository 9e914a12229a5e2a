//! A backup of the progress file, as the list of them shows it.

use jiff::Timestamp;

use crate::domain::Book;

/// A backup that can be put in the place of the progress file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupCopy {
    /// The name of its file.
    pub name: String,
    /// When something was done last in it.
    pub last: Option<Timestamp>,
    /// What it holds.
    pub book: Box<Book>,
}
