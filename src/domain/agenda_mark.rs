//! What the person said about an entry of the agenda.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Set when an entry was done or put off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgendaMark {
    /// The day it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
    /// Nothing is said of it before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snoozed: Option<Date>,
    /// The day that the entry had then. Where it has another one by now, nothing
    /// was said about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}
