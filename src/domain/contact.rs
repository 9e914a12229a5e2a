//! The log of reaching the carrier.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Id, ItemKind, Keyed, named};

named! {
    /// What the carrier was asked in a contact.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Asked {
        /// About ending the line: what became of the application.
        #[default]
        Application = "application",
        /// About something else, such as an amount or who may act.
        Other = "other",
        /// Nothing: nobody was reached.
        Nobody = "nobody",
    }
}

impl Asked {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field so")]
    fn is_usual(&self) -> bool {
        *self == Self::Application
    }
}

/// One call, chat, message or visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// `1`, `2`, …: its number in the case.
    pub id: Id,
    /// The day it happened.
    pub on: Date,
    /// Which way: a channel of the playbook, or the person's own word.
    pub channel: String,
    /// Who answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// The carrier's reference for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the carrier was asked. Only a question about the application counts as
    /// having asked for the answer.
    #[serde(default, skip_serializing_if = "Asked::is_usual")]
    pub asked: Asked,
    /// By when an answer was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Date>,
    /// By when the person expects an answer. Nobody has promised it, so it
    /// moves no date of the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// The day on which the promise was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Date>,
    /// The letter that was sent, where that is what happened. Printed again, it does
    /// not quote itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Id>,
    /// Seconds that a call lasted. Each reader is told in their own language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasted: Option<u32>,
}

impl Contact {
    /// A contact of which nothing is known but the day and the channel.
    pub fn on(on: Date, channel: impl Into<String>) -> Self {
        Self {
            id: Id::new(""),
            on,
            channel: channel.into(),
            agent: None,
            reference: None,
            note: None,
            asked: Asked::Application,
            promised: None,
            answer_by: None,
            kept: None,
            letter: None,
            lasted: None,
        }
    }
}

impl Keyed for Contact {
    const KIND: ItemKind = ItemKind::Contact;

    fn id(&self) -> &Id {
        &self.id
    }
}
