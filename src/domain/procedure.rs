//! What a carrier asks, reduced to what the rules need. The playbook room
//! makes it from data; the texts stay there.

use serde::{Deserialize, Serialize};

use super::Id;

/// When a document is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needed {
    /// In every case.
    Always,
    /// Never asked for, but it helps.
    Optional,
    /// Only if the named precondition was *settled*: something was owed.
    WhenSettled(Id),
}

/// One thing that must hold before applying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precondition {
    /// Its id in the playbook.
    pub id: Id,
    /// It follows from the accounts instead of being ticked.
    pub follows_accounts: bool,
    /// It can be met by paying: `--settled` makes sense.
    pub can_settle: bool,
}

/// One document of the playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its id in the playbook.
    pub id: Id,
    /// When it is wanted.
    pub needed: Needed,
}

/// The review window in working days after the day of filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// A decision can come from this working day on.
    pub earliest: u16,
    /// After this working day it is late.
    pub latest: u16,
}

impl Window {
    /// Not empty, not reversed, not past the longest that makes sense.
    pub fn is_sound(self) -> bool {
        self.earliest > 0 && self.earliest <= self.latest && self.latest <= super::Review::LONGEST
    }

    /// Reads `3..7`, `3-7` or `5`, as people write it. Nothing when it has no
    /// such shape; whether it is sound is another matter.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let ends = text.split_once("..").or_else(|| text.split_once(['-', '–']));
        let (earliest, latest) = ends.unwrap_or((text, text));
        Some(Self { earliest: earliest.trim().parse().ok()?, latest: latest.trim().parse().ok()? })
    }
}

/// The carrier's procedure as far as it decides anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// In the order they are worked through.
    pub preconditions: Vec<Precondition>,
    /// In the order they are shown.
    pub documents: Vec<Paper>,
    /// Ids, in the order they are shown.
    pub safeguards: Vec<Id>,
    /// Ids of the obstacles it knows.
    pub obstacles: Vec<Id>,
    /// Channels that are no way to the carrier but a place to complain about it.
    pub forums: Vec<Id>,
}

impl Procedure {
    /// A channel is no way to the carrier but a place to complain about it.
    pub fn is_forum(&self, channel: &str) -> bool {
        self.forums.iter().any(|id| id.as_str() == channel)
    }

    /// The precondition with this id.
    pub fn precondition(&self, id: &Id) -> Option<&Precondition> {
        self.preconditions.iter().find(|rule| rule.id == *id)
    }
}
