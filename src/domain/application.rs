//! Asking the carrier to cancel, and what it answers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Attachment, Id, Item, ItemKind, Keyed, Reckoning, Route, named};

named! {
    /// What the carrier decided.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Verdict {
        /// The line is cancelled.
        Approved = "approved",
        /// It is not; the reason says why.
        Rejected = "rejected",
    }
}

/// The end of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What was decided.
    pub verdict: Verdict,
    /// The day the answer came.
    pub on: Date,
    /// Why, in the carrier's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The carrier's reference for the confirmation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The confirmation itself, or the letter of rejection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<Attachment>>,
    /// What a rejection has criticised: preconditions and documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Item>,
}

impl Outcome {
    /// An answer of that day; nothing else is known.
    pub(crate) fn on(verdict: Verdict, on: Date) -> Self {
        Self { verdict, on, reason: None, reference: None, file: None, about: Vec::new() }
    }

    /// A carrier can criticise what it asks for: preconditions and documents.
    pub(crate) fn can_be_about(item: &Item) -> bool {
        matches!(item.kind, ItemKind::Precondition | ItemKind::Document)
    }

    /// The carrier's confirmation is there: its reference or its file.
    pub(crate) fn is_confirmed(&self) -> bool {
        self.verdict == Verdict::Approved && (self.reference.is_some() || self.file.is_some())
    }
}

/// More time, asked for by the carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The new last day.
    pub until: Date,
    /// The day on which it was noted that the carrier said so; nothing in a file of before
    /// it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Why, in the carrier's words.
    pub reason: String,
}

/// One submission. A rejected one stays, and the next one starts a new count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// `1`, `2`, …: its number in the case.
    pub id: Id,
    /// The day it was submitted: day 0 of the count.
    pub on: Date,
    /// Which way it was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// It asks another carrier to take the number, not this one to cancel the line.
    #[serde(default, skip_serializing_if = "is_not_so")]
    pub ports: bool,
    /// The carrier's reference for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Why it was submitted though something required was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anyway: Option<String>,
    /// More time, if the carrier asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// Its dates as they were last reckoned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reckoned: Option<Reckoning>,
    /// How it ended, once it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field so")]
fn is_not_so(said: &bool) -> bool {
    !said
}

impl Application {
    /// Submitted on a day; nothing else is known.
    pub fn on(on: Date) -> Self {
        Self {
            id: Id::new(""),
            on,
            channel: None,
            ports: false,
            reference: None,
            anyway: None,
            extension: None,
            reckoned: None,
            outcome: None,
        }
    }

    /// The way out that it asks for.
    pub(crate) fn route(&self) -> Route {
        if self.ports { Route::Port } else { Route::Apply }
    }

    /// The carrier's yes, if that was the answer.
    pub(crate) fn approval(&self) -> Option<&Outcome> {
        self.outcome.as_ref().filter(|outcome| outcome.verdict == Verdict::Approved)
    }

    /// The carrier's no, if that was the answer.
    pub(crate) fn rejection(&self) -> Option<&Outcome> {
        self.outcome.as_ref().filter(|outcome| outcome.verdict == Verdict::Rejected)
    }
}

impl Keyed for Application {
    const KIND: ItemKind = ItemKind::Application;

    fn id(&self) -> &Id {
        &self.id
    }
}
