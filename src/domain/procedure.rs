//! What a carrier asks, reduced to what the rules need. The playbook room
//! makes it from data; the texts stay there.

use serde::Deserialize;

use super::Id;

/// When a document is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// In every case.
    Always,
    /// It helps but is not asked for.
    Optional,
    /// Only if this precondition was *settled*: something was owed and paid.
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
pub struct Document {
    /// Its id in the playbook.
    pub id: Id,
    /// When it is wanted.
    pub needed: Needed,
}

/// The carrier's procedure as far as it decides anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Procedure {
    /// In the order they are worked through.
    pub preconditions: Vec<Precondition>,
    /// In the order they are shown.
    pub documents: Vec<Document>,
    /// Ids, in the order they are shown.
    pub safeguards: Vec<Id>,
    /// Ids of the obstacles it knows.
    pub obstacles: Vec<Id>,
    /// Channels that do not lead to the carrier but to where one complains
    /// about it.
    pub forums: Vec<Id>,
}

impl Procedure {
    /// This channel is one of the forums.
    pub(super) fn is_forum(&self, channel: &str) -> bool {
        self.forums.iter().any(|id| id.as_str() == channel)
    }

    /// The precondition with this id.
    pub fn precondition(&self, id: &Id) -> Option<&Precondition> {
        self.preconditions.iter().find(|rule| rule.id == *id)
    }
}
