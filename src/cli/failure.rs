//! Why a command did not do what it was asked for.
//!
//! Must not know: the errors that become failures (`errors.rs`), or how a failure is
//! printed (`output.rs`).

use serde_json::Value;

use crate::text::{Text, clean, clean_line, nearest};

/// A failure in words, with its exit code.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(super) struct Failure {
    /// A word that stays the same, for programs.
    pub(super) kind: &'static str,
    /// The exit code.
    pub(super) code: u8,
    /// In words.
    pub(super) message: String,
    /// What to do about it.
    pub(super) hint: Option<String>,
    /// What was found all the same, for programs.
    pub(super) data: Option<Box<Value>>,
}

impl Failure {
    fn new(kind: &'static str, code: u8, message: String) -> Self {
        Self { kind, code, message, hint: None, data: None }
    }

    /// Something went wrong outside of the program.
    pub(super) fn failed(message: String) -> Self {
        Self::new("failed", 1, message)
    }

    /// The command line makes no sense.
    pub(super) fn usage(message: String) -> Self {
        Self::new("usage", 2, message)
    }

    /// A file cannot be read.
    pub(super) fn unreadable(message: String) -> Self {
        Self::new("unreadable", 3, message)
    }

    /// The book is locked or was changed elsewhere.
    pub(super) fn locked(message: String) -> Self {
        Self::new("locked", 4, message)
    }

    /// It is not allowed in the state that the case is in.
    pub(super) fn not_allowed(message: String) -> Self {
        Self::new("not_allowed", 5, message)
    }

    /// The file is the reason, not what was asked for.
    pub(super) fn is_about_the_file(&self) -> bool {
        ["failed", "unreadable", "locked"].contains(&self.kind)
    }

    /// There is no such thing.
    pub(super) fn not_found(message: String) -> Self {
        Self::new("not_found", 6, message)
    }

    /// What people read of it.
    pub(super) fn for_people(&self) -> String {
        let lines = [Some(&self.message), self.hint.as_ref()].into_iter().flatten();
        clean(&lines.map(String::as_str).collect::<Vec<_>>().join("\n"))
    }

    pub(super) fn hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }

    pub(super) fn data(self, data: Value) -> Self {
        Self { data: Some(Box::new(data)), ..self }
    }
}

/// "Did you mean …", from the known names that are close to a given one.
pub(super) fn nearest_hint<'a>(
    text: &Text,
    given: &str,
    known: impl Iterator<Item = &'a str>,
) -> Option<String> {
    did_you_mean(text, &nearest(given, known).join(", "))
}

/// "Did you mean …", unless there is no name to offer.
pub(super) fn did_you_mean(text: &Text, names: &str) -> Option<String> {
    let hint = || text.with("fault-nearest", &[("names", clean_line(names).into())]);
    (!names.is_empty()).then(hint)
}
