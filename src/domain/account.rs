//! Accounts that uses the number.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Id, Keyed};

/// What sort of account it is; decides where a playbook looks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A bank or card.
    Bank,
    /// A wallet or payment app.
    Payment,
    /// A shop or marketplace.
    Shopping,
    /// A social network.
    Social,
    /// A messenger that is registered by number.
    Messaging,
    /// E-mail or a cloud account that recovers by number.
    Email,
    /// A game or game platform.
    Game,
    /// Rides, deliveries, tickets.
    Travel,
    /// Government, tax, health.
    Government,
    /// Anything else.
    #[default]
    Other,
}

impl Kind {
    /// Every kind, the ones that cost most when lost first.
    pub const ALL: [Self; 10] = [
        Self::Bank,
        Self::Payment,
        Self::Government,
        Self::Email,
        Self::Messaging,
        Self::Social,
        Self::Shopping,
        Self::Travel,
        Self::Game,
        Self::Other,
    ];

    /// The word in the file and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Payment => "payment",
            Self::Shopping => "shopping",
            Self::Social => "social",
            Self::Messaging => "messaging",
            Self::Email => "email",
            Self::Game => "game",
            Self::Travel => "travel",
            Self::Government => "government",
            Self::Other => "other",
        }
    }
}

/// Whether the account still uses the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It does.
    #[default]
    #[serde(alias = "linked")]
    ToDo,
    /// It now has another number or none.
    Moved,
    /// The account itself is gone.
    Closed,
    /// The person does not know yet.
    Unsure,
}

impl State {
    /// Every state, in the order a form offers them.
    pub const ALL: [Self; 4] = [Self::ToDo, Self::Moved, Self::Closed, Self::Unsure];

    /// The word in the file and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "to_do",
            Self::Moved => "moved",
            Self::Closed => "closed",
            Self::Unsure => "unsure",
        }
    }

    /// Nothing hangs on the number any more.
    pub fn is_released(self) -> bool {
        matches!(self, Self::Moved | Self::Closed)
    }
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// From its name, unique in the case.
    pub id: Id,
    /// As the person calls it.
    pub name: String,
    /// What sort of account it is.
    #[serde(default)]
    pub kind: Kind,
    /// Whether it still uses the number.
    #[serde(default)]
    pub state: State,
    /// The day it got that state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Other names under which messages and exports know it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Keyed for Account {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// A name that a scan found and that the person does not want to see again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismissed {
    /// From its name, unique in the case.
    pub id: Id,
    /// As it was found.
    pub name: String,
}

impl Keyed for Dismissed {
    fn id(&self) -> &Id {
        &self.id
    }
}
