//! The rules by which lines of a carrier end, as a playbook gives them.
//!
//! Owns: their shape. Must not know: a line, or what follows for one (`ends.rs`).

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::{Class, Id, Period};

/// What gives the day on which a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EndRule {
    /// The carrier shows the day; the person reads it off.
    #[default]
    ReadOff,
    /// The line ends when nobody has used it for so long after the day of the last
    /// use.
    AfterUse(Period),
}

impl<'de> Deserialize<'de> for EndRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "EndRule", rename_all = "snake_case", deny_unknown_fields)]
        enum WrittenRule {
            ReadOff,
            AfterUse { days: Option<u16>, months: Option<u16>, working_days: Option<u16> },
        }
        Ok(match WrittenRule::deserialize(deserializer)? {
            WrittenRule::ReadOff => Self::ReadOff,
            WrittenRule::AfterUse { days, months, working_days } => {
                Self::AfterUse(Period::given(days, months, working_days)?)
            }
        })
    }
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prolonging {
    /// The precondition that stops it: ticked when the person has refused it.
    pub precondition: Id,
    /// For so long at most, after the day on which the line would end.
    pub lasts: Period,
    /// It has to be refused so many days before that day.
    pub refuse_before: u8,
    /// The first day on which the rule holds.
    pub since: Date,
    /// Lines that were registered so are not prolonged.
    pub except: Vec<Class>,
}

impl<'de> Deserialize<'de> for Prolonging {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "Prolonging", deny_unknown_fields)]
        struct WrittenProlonging {
            precondition: Id,
            days: Option<u16>,
            months: Option<u16>,
            working_days: Option<u16>,
            refuse_before: u8,
            since: Date,
            #[serde(default)]
            except: Vec<Class>,
        }
        let written = WrittenProlonging::deserialize(deserializer)?;
        Ok(Self {
            precondition: written.precondition,
            lasts: Period::given(written.days, written.months, written.working_days)?,
            refuse_before: written.refuse_before,
            since: written.since,
            except: written.except,
        })
    }
}
