//! Why a file could not be read.

use std::{io, path::PathBuf};

use crate::text::RonError;

/// What is wrong with the content of a book file.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum Damage {
    /// It has no content at all.
    Empty,
    /// It holds zero bytes only, as a file does after a power cut.
    Zeros,
    /// It is UTF-16.
    Utf16,
    /// It is not text; the first bad byte is in this line.
    NotText(usize),
    /// It is JSON.
    Json,
    /// A merge left its conflict markers, the first in this line.
    Conflict(usize),
    /// A newer ringoff wrote it: its format version.
    Newer(u64),
    /// It is something else entirely.
    Foreign,
    /// It stops in the middle of this line, its last.
    CutOff(usize),
    /// It does not read as a book.
    Broken(RonError),
    /// Two things that must differ share an id.
    Twice(String),
    /// It is larger than any book: its size in bytes.
    TooLarge(u64),
    /// It is a folder, a device or the like.
    NotAFile,
    /// The system would not read it.
    Io(io::Error),
}

/// A book file that could not be read. Nothing was or will be written to it.
#[derive(Debug, thiserror::Error)]
#[error("{}: {damage}", path.display())]
pub struct Unreadable {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub damage: Damage,
    /// The newest backup that can be read.
    pub backup: Option<PathBuf>,
}
