//! Accounts elsewhere that use the number: banks, wallets, games.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Id, ItemKind, Keyed, named};

named! {
    /// What sort of account it is; decides where a playbook looks for it. The
    /// ones that cost most when lost come first.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum AccountKind {
        /// A bank or card.
        Bank = "bank",
        /// A wallet or payment app.
        Payment = "payment",
        /// Government, tax, health, and who vouches for an identity.
        Government = "government",
        /// E-mail, and every account by which one gets at others: sign-in, passwords,
        /// domains, servers, files, keys to programs.
        Email = "email",
        /// A messenger that is registered by number.
        Messaging = "messaging",
        /// A social network, where people meet or write for others.
        Social = "social",
        /// A shop or marketplace.
        Shopping = "shopping",
        /// Rides, deliveries, tickets.
        Travel = "travel",
        /// Leisure: games, films, music.
        Game = "game",
        /// Anything else.
        #[default]
        Other = "other",
    }
}

named! {
    /// Whether the account still uses the number.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum AccountState {
        /// It does.
        #[default]
        #[serde(alias = "linked")]
        ToDo = "to_do",
        /// It does, and the person has begun to change that.
        Started = "started",
        /// It does, and the person waits for an answer.
        Waiting = "waiting",
        /// It now has another number or none.
        Moved = "moved",
        /// The account itself is gone.
        Closed = "closed",
        /// The person does not know yet.
        Unsure = "unsure",
    }
}

impl AccountState {
    /// The account does not use the number any more.
    pub(crate) fn is_released(self) -> bool {
        matches!(self, Self::Moved | Self::Closed)
    }

    /// The account is known to use the number.
    pub(crate) fn is_in_use(self) -> bool {
        matches!(self, Self::ToDo | Self::Started | Self::Waiting)
    }

    /// The state that comes next when all goes well; none after the end, from which
    /// nothing goes round to the beginning.
    pub(crate) fn next(self) -> Option<Self> {
        match self {
            Self::Unsure => Some(Self::ToDo),
            Self::ToDo => Some(Self::Started),
            Self::Started => Some(Self::Waiting),
            Self::Waiting => Some(Self::Moved),
            Self::Moved | Self::Closed => None,
        }
    }
}

impl AccountKind {
    /// How much is lost with it, the most first: whoever has the mail has the
    /// rest.
    pub(crate) fn danger(self) -> u8 {
        match self {
            Self::Email => 0,
            Self::Bank => 1,
            Self::Payment => 2,
            Self::Government => 3,
            Self::Messaging => 4,
            Self::Social | Self::Shopping | Self::Travel | Self::Game | Self::Other => 5,
        }
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
    pub kind: AccountKind,
    /// Whether it still uses the number.
    #[serde(default)]
    pub state: AccountState,
    /// The day it got that state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The number that it has now, or will have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The day until which an answer is waited for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The day of the last message from it that a scan saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Date>,
    /// How many codes from it scans saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<u64>,
    /// The kind of export that held the last message, in the word of its reader. The
    /// name of the file is not kept: people name files after people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_in: Option<String>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Other names under which messages and exports know it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Keyed for Account {
    const KIND: ItemKind = ItemKind::Account;

    fn id(&self) -> &Id {
        &self.id
    }
}

/// What a person says of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AccountDraft {
    /// The id it gets; without one, the slug of its name.
    pub(crate) id: Option<Id>,
    /// What it is called.
    pub(crate) name: String,
    /// What sort of account it is.
    pub(crate) kind: AccountKind,
    /// Whether it still uses the number.
    pub(crate) state: AccountState,
    /// The number that it has now, or will have.
    pub(crate) to: Option<String>,
    /// The day until which an answer is waited for.
    pub(crate) until: Option<Date>,
    /// The person's own words.
    pub(crate) note: Option<String>,
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
    const KIND: ItemKind = ItemKind::Account;

    fn id(&self) -> &Id {
        &self.id
    }
}
