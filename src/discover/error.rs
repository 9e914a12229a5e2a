//! Why a file was not scanned.

use std::io;

use super::{
    progress::CANCELLED,
    recognise::{LooksLike, Unsupported},
};

/// Why a file was not scanned.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.word())]
pub enum ScanError {
    /// The format is known, but cannot be read.
    Unsupported(Unsupported),
    /// The file holds contacts.
    Contacts,
    /// The format is not known, but what kind of file it is.
    Unknown(LooksLike),
    /// It looks like this format, but has no record that can be used. The word
    /// is that in keys of texts after `word-format-`.
    NoRecord(&'static str),
    /// None of its messages has a text.
    NoText,
    /// It ends in the middle of something, and nothing of it can be used.
    Cut,
    /// It holds logins, and no contacts or messages, which a backup would.
    NoBackup,
    /// The archive has none of the files that are looked for.
    NothingInside,
    /// The archive unpacks to more than any export would.
    Bomb,
    /// The archive comes from a pipe, and can only be read from a file.
    NeedsFile,
    /// The person cancelled the scan.
    Cancelled,
    /// The system could not read the file.
    Io(#[source] io::Error),
}

impl ScanError {
    /// The word in keys of texts after `fault-scan-`.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Unsupported(what) => what.word(),
            Self::Contacts => "vcard",
            Self::Unknown(_) => "unknown",
            Self::NoRecord(_) => "no-record",
            Self::NoText => "no-text",
            Self::Cut => "cut",
            Self::NoBackup => "no-backup",
            Self::NothingInside => "nothing",
            Self::Bomb => "bomb",
            Self::NeedsFile => "pipe",
            Self::Cancelled => "stopped",
            Self::Io(_) => "io",
        }
    }
}

impl From<io::Error> for ScanError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            CANCELLED => Self::Cancelled,
            // The archive says so: it lacks bytes.
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => Self::Cut,
            _ if error.get_ref().is_some() => Self::Cut,
            _ => Self::Io(error),
        }
    }
}
