//! Bytes that end in the middle of something.
//!
//! Owns: what they are the beginning of, and how long to wait for the rest.
//! Must not know: where bytes come from.

use std::time::Duration;

/// How long the rest of an escape sequence may take to arrive. A lone Esc is
/// known as such only after that.
const SEQUENCE_LIMIT: Duration = Duration::from_millis(25);

/// The same of what no person types, perhaps from far away: a sequence that has begun,
/// or an answer to a question.
const BEGUN_LIMIT: Duration = Duration::from_millis(250);

/// How long the next piece of a paste may take to arrive.
const PASTE_LIMIT: Duration = Duration::from_millis(500);

/// What bytes end in the middle of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfinished {
    Nothing,
    /// A lone Esc: the key, or the beginning of a sequence.
    Escape,
    /// Esc and a character that begins a string for the terminal, but is
    /// more likely Alt and that character.
    Alt(char),
    /// A sequence without its end.
    Sequence,
    /// The same of one that only a terminal sends.
    Answer,
    /// A paste whose end has not come.
    Paste,
}

impl Unfinished {
    /// What `held` is the beginning of: it begins with Esc, or it is empty.
    pub(super) fn of(held: &[u8]) -> Self {
        match held {
            [] => Self::Nothing,
            [_] => Self::Escape,
            [_, c @ (b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_')] => Self::Alt(char::from(*c)),
            [_, b']' | b'P' | b'X' | b'^' | b'_', ..] => Self::Answer,
            _ => Self::Sequence,
        }
    }

    /// How long to wait for the rest.
    pub(super) fn limit(self) -> Duration {
        match self {
            Self::Nothing => Duration::ZERO,
            // Most keys that send more than a character begin with one of these two.
            Self::Alt('[' | 'O') | Self::Sequence | Self::Answer => BEGUN_LIMIT,
            Self::Escape | Self::Alt(_) => SEQUENCE_LIMIT,
            Self::Paste => PASTE_LIMIT,
        }
    }
}
