//! Which messages a scan has counted. Exports of one phone overlap, and a file can be
//! there twice: the same message counts once, in whichever file it is read.
//!
//! Owns: the marks of messages, which stay in memory and say nothing of a text. Must
//! not know: what a message shows.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, Hash},
};

use foldhash::fast::FixedState;
use jiff::Timestamp;

use super::message::Message;
use crate::domain::EvidenceKind;

/// The most messages that are told apart; so many take a few megabytes, and no honest
/// export has more of an account. Those beyond it are not counted: a count says at
/// least how many there are, and never more.
const MOST: usize = 1 << 18;

/// What was counted so far: by the mark of each message the place of its account, and
/// what it is evidence of.
#[derive(Debug, Default)]
pub(super) struct ToldApart {
    marks: HashMap<u64, (u32, EvidenceKind), FixedState>,
}

impl ToldApart {
    /// Notes a message, and says whether it counts: it is a new one, and there is
    /// room for it.
    pub(super) fn is_new(
        &mut self,
        mark: impl FnOnce() -> u64,
        place: usize,
        kind: EvidenceKind,
    ) -> bool {
        let Ok(place) = u32::try_from(place) else { return false };
        let room = self.marks.len() < MOST;
        room && self.marks.insert(mark(), (place, kind)).is_none()
    }

    /// Everything that was counted.
    pub(super) fn into_marks(self) -> impl Iterator<Item = (u64, usize, EvidenceKind)> {
        let marks = self.marks.into_iter();
        marks.map(|(mark, (place, kind))| (mark, place as usize, kind))
    }
}

/// The mark of anything: the same things have the same one.
pub(super) fn mark_of(thing: impl Hash) -> u64 {
    FixedState::default().hash_one(thing)
}

/// The mark of a message: who sent it, when to the second, and what it says.
pub(super) fn mark_of_message(message: &Message<'_>) -> u64 {
    mark_of((message.sender, message.at.map(Timestamp::as_second), message.body.trim()))
}
