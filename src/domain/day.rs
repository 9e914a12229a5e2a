//! One day of a review: whether it counts, and why not.

use std::borrow::Cow;

use jiff::civil::Date;

/// What is known about a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surety {
    /// The authority that sets it has published it, or a law fixes it.
    Published,
    /// An estimate: a moon has to be sighted, or a list published.
    Estimated,
    /// It follows from a rule, but nobody was seen to publish it.
    Inferred,
    /// The person said so.
    Own,
}

/// What a special day is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayName {
    /// One or more holidays, as the tables write them:
    /// `federal-territory-day'+thaipusam'`. A `'` stands for "in lieu".
    Known(Cow<'static, str>),
    /// The person's own words; empty when they gave none.
    Own(String),
}

impl DayName {
    /// As a book keeps it: the person's own words begin with `=`.
    pub fn written(&self) -> String {
        match self {
            Self::Known(names) => names.to_string(),
            Self::Own(words) => format!("={words}"),
        }
    }

    /// Reads what [`DayName::written`] wrote.
    pub fn read(written: &str) -> Self {
        match written.strip_prefix('=') {
            Some(words) => Self::Own(words.to_owned()),
            None => Self::Known(Cow::Owned(written.to_owned())),
        }
    }
}

/// Why a day counts otherwise than its weekday would have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A weekly day of rest; it can be a holiday as well.
    Weekend,
    /// A day off on a weekday.
    Holiday,
    /// A day of rest on which people work.
    MakeUp,
}

impl Why {
    /// The word in `--json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Weekend => "weekend",
            Self::Holiday => "holiday",
            Self::MakeUp => "make-up",
        }
    }
}

/// One day after the day of filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Which working day it is, counted from the day of filing; nothing when
    /// it does not count.
    pub counts: Option<u32>,
    /// Why it is not what its weekday says, or why it does not count.
    pub why: Option<Why>,
    /// What it is called, when it is a special day.
    pub name: Option<DayName>,
    /// What is known about it.
    pub surety: Surety,
}

/// Why a result can still change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The holidays of this year are not in the tables.
    Uncovered(i16),
    /// The days off of this year were not published when the tables were made.
    Unpublished(i16),
    /// The span meets days off whose dates are estimates.
    Estimated(Vec<(Date, DayName)>),
    /// The span meets days off that nobody was seen to publish.
    Inferred(Vec<(Date, DayName)>),
    /// No holidays are known for this region at all.
    WeekendsOnly,
}

impl Doubt {
    /// It is about a whole year, not about some days of it.
    pub fn is_of_a_year(&self) -> bool {
        matches!(self, Self::Uncovered(_) | Self::Unpublished(_))
    }
}
