//! Bytes that end in the middle of something.
//!
//! Owns: what they are the beginning of, and how long to wait for the rest.
//! Must not know: where bytes come from.

use std::time::Duration;

/// How long the rest of an escape sequence may take to arrive. A lone Esc is
/// known as such only after that.
const SEQUENCE_LIMIT: Duration = Duration::from_millis(25);

/// The same of an answer to a question, perhaps from far away.
const ANSWER_LIMIT: Duration = Duration::from_millis(250);

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
    /// A paste whose end has not come; its text begins at this byte.
    Paste(usize),
}

impl Unfinished {
    const PASTE_BEGINS: &[u8] = b"\x1b[200~";
    const PASTE_ENDS: &[u8] = b"\x1b[201~";

    /// What `bytes` end in the middle of.
    pub(super) fn at_the_end_of(bytes: &[u8]) -> Self {
        let last = |what: &[u8]| bytes.windows(what.len()).rposition(|window| window == what);
        if let Some(begun) = last(Self::PASTE_BEGINS)
            && last(Self::PASTE_ENDS).is_none_or(|ended| ended < begun)
        {
            return Self::Paste(begun + Self::PASTE_BEGINS.len());
        }
        let Some(at) = bytes.iter().rposition(|byte| *byte == 0x1b) else { return Self::Nothing };
        match bytes.get(at + 1..).unwrap_or_default() {
            [] => Self::Escape,
            [c @ (b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_')] => Self::Alt(char::from(*c)),
            [b'[' | b'O', rest @ ..] if !rest.iter().any(|byte| (0x40..=0x7e).contains(byte)) => {
                Self::Sequence
            }
            [b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] if !rest.contains(&0x07) => Self::Answer,
            _ => Self::Nothing,
        }
    }

    /// How long to wait for the rest.
    pub(super) fn limit(self) -> Duration {
        match self {
            Self::Nothing => Duration::ZERO,
            Self::Escape | Self::Alt(_) | Self::Sequence => SEQUENCE_LIMIT,
            Self::Answer => ANSWER_LIMIT,
            Self::Paste(_) => PASTE_LIMIT,
        }
    }
}
