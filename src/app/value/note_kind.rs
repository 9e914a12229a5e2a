//! What can be noted during a call.

use jiff::civil::Date;

use super::field_id::FieldId;
use crate::text::Text;

/// What can be noted during a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Who answers.
    Agent,
    /// The carrier's reference.
    Reference,
    /// By when an answer is promised.
    Promise,
    /// What is refused, and why.
    Refused,
    /// Anything else.
    Note,
}

impl NoteKind {
    /// The field that it is typed into.
    pub(crate) fn field(self) -> FieldId {
        match self {
            Self::Agent => FieldId::Agent,
            Self::Reference => FieldId::Reference,
            Self::Promise => FieldId::Promised,
            Self::Refused => FieldId::Refused,
            Self::Note => FieldId::Note,
        }
    }

    /// The key of its label.
    pub(crate) fn label(self) -> String {
        format!("ui-stamp-{}", self.field().word())
    }

    /// Whether a new one replaces the one before. Refusals and notes add up.
    pub(super) fn is_single(self) -> bool {
        matches!(self, Self::Agent | Self::Reference | Self::Promise)
    }
}

/// What was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Noted {
    /// A promised day.
    Day(Date),
    /// Everything else, as it was typed.
    Words(String),
}

impl Noted {
    /// It as a person reads it.
    pub(super) fn told(&self, text: &Text) -> String {
        match self {
            Self::Day(day) => text.full_date(*day),
            Self::Words(words) => words.clone(),
        }
    }
}
