//! How long a carrier may take, in working days.

use serde::{Deserialize, Serialize};

/// The review window in working days after the day of submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// A decision can come from this working day on.
    pub earliest: u16,
    /// After this working day it is late.
    pub latest: u16,
}

impl Window {
    /// Longest window and longest extension that make sense, in days.
    pub(super) const LONGEST: u16 = 400;

    /// Not empty, not reversed, not past the longest that makes sense.
    pub(crate) fn is_sound(self) -> bool {
        self.earliest > 0 && self.earliest <= self.latest && self.latest <= Self::LONGEST
    }

    /// Reads `3..7`, `3-7` or `5`, as people write it. Nothing when it has no
    /// such shape; whether it is sound is asked separately.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let ends = text.split_once("..").or_else(|| text.split_once(['-', '–']));
        let (earliest, latest) = ends.unwrap_or((text, text));
        Some(Self { earliest: earliest.trim().parse().ok()?, latest: latest.trim().parse().ok()? })
    }
}
