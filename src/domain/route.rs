//! The way out that a person takes with a line, and giving it up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::named;

named! {
    /// How the line shall end.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Route {
        /// Ask the carrier to cancel it.
        #[default]
        Apply = "apply",
        /// Let it expire by itself once no account uses it any more.
        Lapse = "lapse",
    }
}

/// The case was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The day.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
