//! The way out that a person takes with a line, and giving it up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::named;

named! {
    /// What the person does with the line.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Route {
        /// Ask the carrier to cancel it.
        #[default]
        Apply = "apply",
        /// Let it expire by itself once no account uses it any more.
        Lapse = "lapse",
        /// Take the number to another carrier, which ends the line here.
        Port = "port",
        /// Keep it: it shall not end for now.
        Keep = "keep",
    }
}

impl Route {
    /// Somebody is asked, and answers: the carrier, or the one that takes the number.
    pub(crate) fn is_asked(self) -> bool {
        matches!(self, Self::Apply | Self::Port)
    }

    /// The number lives on with the person.
    pub(crate) fn keeps_the_number(self) -> bool {
        matches!(self, Self::Keep | Self::Port)
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
