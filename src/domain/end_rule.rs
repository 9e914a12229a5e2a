//! The rules by which lines of a carrier end, as a playbook gives them.
//!
//! Owns: their shape. Must not know: a line, or what follows for one (`ends.rs`).

use jiff::civil::Date;
use serde::Deserialize;

use super::{Class, Id};

/// What gives the day on which a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EndRule {
    /// The carrier shows the day; the person reads it off.
    #[default]
    ReadOff,
    /// The line ends when nobody has used it for so long.
    AfterUse {
        /// Months after the day of the last use.
        months: u8,
    },
}

/// From which day it is counted until when credit can be asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundFrom {
    /// The day on which the line was registered.
    Registered,
    /// The last day on which it receives.
    Ended,
}

/// Until when credit that is left can be asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundTerm {
    /// For so many days.
    pub days: u16,
    /// After this day.
    pub after: RefundFrom,
}

/// Credit left on a line keeps it alive by itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prolonging {
    /// The precondition that stops it: ticked when the person has refused it.
    pub precondition: Id,
    /// For so many days at most, after the day on which the line would end.
    pub days: u16,
    /// It has to be refused so many days before that day.
    pub refuse_before: u8,
    /// The first day on which the rule holds.
    pub since: Date,
    /// Lines that were registered so are not prolonged.
    #[serde(default)]
    pub except: Vec<Class>,
}
