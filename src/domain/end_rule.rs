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
    /// Nobody says that the carrier shows the day: the person asks for it, or counts it.
    Noted,
    /// The line ends when nobody has used it for so long after the day of the last
    /// use.
    AfterUse(Period),
    /// The same where only a top-up counts: the line ends so long after the last one.
    AfterTopUp(Period),
}

impl EndRule {
    /// Its word in `--json` and in a playbook.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::ReadOff => "read_off",
            Self::Noted => "noted",
            Self::AfterUse(_) => "after_use",
            Self::AfterTopUp(_) => "after_top_up",
        }
    }

    /// How long after the last use or top-up the line ends; nothing where the person notes
    /// the day.
    pub(crate) fn counted(self) -> Option<Period> {
        match self {
            Self::ReadOff | Self::Noted => None,
            Self::AfterUse(period) | Self::AfterTopUp(period) => Some(period),
        }
    }
}

impl<'de> Deserialize<'de> for EndRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// What gives the day on which a line ends.
        #[derive(Deserialize)]
        #[serde(rename = "EndRule", rename_all = "snake_case", deny_unknown_fields)]
        enum WrittenRule {
            /// The carrier shows the day; the person enters it under Line.
            ReadOff,
            /// No source says that the carrier shows the day; the person asks for it or counts
            /// it, and enters it under Line.
            Noted,
            /// The line ends so long after *Last used*. One of `sources` must be `high` and
            /// dated, because people rely on the day.
            AfterUse { days: Option<u16>, months: Option<u16>, working_days: Option<u16> },
            /// The same where use does not count, only a top-up: *Last top-up*.
            AfterTopUp { days: Option<u16>, months: Option<u16>, working_days: Option<u16> },
        }
        Ok(match WrittenRule::deserialize(deserializer)? {
            WrittenRule::ReadOff => Self::ReadOff,
            WrittenRule::Noted => Self::Noted,
            WrittenRule::AfterUse { days, months, working_days } => {
                Self::AfterUse(Period::given(days, months, working_days)?)
            }
            WrittenRule::AfterTopUp { days, months, working_days } => {
                Self::AfterTopUp(Period::given(days, months, working_days)?)
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
    /// The day on which it ended: that of the confirmation, or the last one on which it
    /// received.
    Ended,
}

/// Until when credit that is left can be asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundTerm {
    /// For so long.
    pub lasts: Period,
    /// After this day.
    pub after: RefundFrom,
}

impl<'de> Deserialize<'de> for RefundTerm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// Until when credit that is left can be asked back; one span.
        #[derive(Deserialize)]
        #[serde(rename = "RefundTerm", deny_unknown_fields)]
        struct WrittenRefundTerm {
            /// So many days, or
            days: Option<u16>,
            /// so many months, or
            months: Option<u16>,
            /// so many working days.
            working_days: Option<u16>,
            /// `registered`: after that day. `ended`: after the day on which the line ended.
            after: RefundFrom,
        }
        let WrittenRefundTerm { days, months, working_days, after } =
            WrittenRefundTerm::deserialize(deserializer)?;
        Ok(Self { lasts: Period::given(days, months, working_days)?, after })
    }
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
        /// Credit left on a line keeps it alive by itself; one span.
        #[derive(Deserialize)]
        #[serde(rename = "Prolonging", deny_unknown_fields)]
        struct WrittenProlonging {
            /// Id of the precondition that stops it: ticked when it has been refused.
            precondition: Id,
            /// It lasts so many days after the line would have ended, or
            days: Option<u16>,
            /// so many months, or
            months: Option<u16>,
            /// so many working days.
            working_days: Option<u16>,
            /// So many days before that end it has to be refused.
            refuse_before: u8,
            /// The first day on which the rule holds.
            since: Date,
            /// Classes of lines that are not prolonged.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever reads `--json` finds the word that the playbook has.
    #[test]
    fn a_rule_is_called_as_a_playbook_calls_it() {
        use ron::{Options, extensions::Extensions};
        let ron = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        for (written, word, counted) in [
            ("read_off", "read_off", None),
            ("noted", "noted", None),
            ("after_use(days: 90)", "after_use", Some(Period::Days(90))),
            ("after_top_up(months: 3)", "after_top_up", Some(Period::Months(3))),
        ] {
            let rule: EndRule = ron.from_str(written).expect("reads");
            assert_eq!((rule.word(), rule.counted()), (word, counted));
        }
    }
}
