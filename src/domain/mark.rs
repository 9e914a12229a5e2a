//! What the person has said about one item of the playbook.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Id;

/// Whether an item holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkState {
    /// Not yet.
    #[default]
    Open,
    /// It holds, or it is there.
    Done,
    /// The person decided to go on without it, and said why.
    Waived,
}

/// A file on this machine that stands for a document or a backup. The file is
/// fingerprinted, never copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Absolute path.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of the content, in lower-case hex.
    pub sha256: String,
    /// The day it was attached.
    pub on: Date,
}

impl Attachment {
    /// The name of the file, without its folder.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }
}

/// Bytes as fingerprints are written: lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |at: u8| char::from(DIGITS.get(usize::from(at)).copied().unwrap_or_default());
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The state of a precondition, a document or a safeguard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mark {
    /// Whether it holds.
    pub state: MarkState,
    /// Since which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Why it was waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Something was owed and has been paid: a receipt becomes required.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub settled: bool,
    /// The person's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The files that stand for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Attachment>,
    /// Its files before the carrier refused them, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Attachment>,
    /// The rejected application whose criticism this answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Id>,
}

impl Mark {
    /// It holds, or the person goes on without it.
    pub(crate) fn is_seen_to(&self) -> bool {
        self.state != MarkState::Open
    }

    /// Nothing worth keeping: the same as no mark at all.
    pub(crate) fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}
