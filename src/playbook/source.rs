//! Where the facts of a playbook come from, and how far each can be trusted.

use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    domain::{Id, named},
    text::Localized,
};

named! {
    /// How far a fact can be trusted.
    #[derive(PartialOrd, Ord, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Confidence {
        /// One weak source: shown as unverified wherever it is shown.
        Low = "low",
        /// One good source, or a good one that is old.
        Medium = "medium",
        /// Two independent sources.
        High = "high",
    }
}

/// Where a fact comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What items refer to it by.
    pub id: Id,
    /// What it is.
    pub title: Localized,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// The day it was last seen to say so.
    pub verified: Date,
}
