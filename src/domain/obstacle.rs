//! What blocks or bends the way.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Id, ItemKind, Keyed};

/// One obstacle of a kind the playbook knows (`owner-unreachable`,
/// `disputed-amount`, `registration`, `no-answer`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obstacle {
    /// Its kind, numbered when the same kind comes up again.
    pub id: Id,
    /// Which of the playbook's obstacles it is.
    pub kind: Id,
    /// The day it was met.
    pub opened: Date,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When to look at it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<Date>,
    /// The day it was out of the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Date>,
}

impl Keyed for Obstacle {
    const KIND: ItemKind = ItemKind::Obstacle;

    fn id(&self) -> &Id {
        &self.id
    }
}
