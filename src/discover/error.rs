//! Why a file was not scanned.

use std::{error::Error, fmt, io};

use super::{progress::CANCELLED, recognise::Unsupported};

/// Why a file was not scanned.
#[derive(Debug)]
pub enum ScanError {
    /// The format is known, but cannot be read.
    Unsupported(Unsupported),
    /// The file holds contacts.
    Contacts,
    /// The format is not known.
    Unknown,
    /// The archive has none of the files that are looked for.
    NothingInside,
    /// The archive unpacks to more than any export would.
    Bomb,
    /// The archive comes from a pipe, and can only be read from a file.
    NeedsFile,
    /// The person cancelled the scan.
    Cancelled,
    /// The system could not read the file.
    Io(io::Error),
}

impl ScanError {
    /// The word in keys of texts after `fault-scan-`.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Unsupported(what) => what.word(),
            Self::Contacts => "vcard",
            Self::Unknown => "unknown",
            Self::NothingInside => "nothing",
            Self::Bomb => "bomb",
            Self::NeedsFile => "pipe",
            Self::Cancelled => "stopped",
            Self::Io(_) => "io",
        }
    }
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Error for ScanError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ScanError {
    fn from(error: io::Error) -> Self {
        if error.kind() == CANCELLED { Self::Cancelled } else { Self::Io(error) }
    }
}
