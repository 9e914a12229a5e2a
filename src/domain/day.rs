//! One day of a review: whether it counts as a working day, why not, and how
//! certain that is.

use std::borrow::Cow;

use jiff::civil::Date;

use super::named;

/// How certain a day off is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
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

named! {
    /// Why a day counts otherwise than its weekday would have it.
    pub enum Why {
        /// A weekly day of rest; it can be a holiday as well.
        Weekend = "weekend",
        /// A day off on a weekday.
        Holiday = "holiday",
        /// A day of rest on which people work.
        MakeUp = "make-up",
    }
}

/// One day after the day of submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Which working day it is, counted from the day of submission; nothing
    /// when it does not count.
    pub counts: Option<u32>,
    /// Why it is not what its weekday says, or why it does not count.
    pub why: Option<Why>,
    /// What it is called, when it is a special day.
    pub name: Option<DayName>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// Why a computed date can still change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
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

impl Caveat {
    /// It is about a whole year, not about some days of it.
    pub(crate) fn is_of_a_year(&self) -> bool {
        matches!(self, Self::Uncovered(_) | Self::Unpublished(_))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_of_a_day_is_read_as_it_was_written() {
        let own =
            ["", "moving", "=", "thaipusam", "= mine"].map(|words| DayName::Own(words.into()));
        let known = ["thaipusam", "federal-territory-day'+thaipusam'"];
        let known = known.map(|names| DayName::Known(Cow::Borrowed(names)));
        for name in own.into_iter().chain(known) {
            assert_eq!(DayName::read(&name.written()), name);
        }
        // As files hold it.
        assert_eq!(DayName::Known(Cow::Borrowed("thaipusam")).written(), "thaipusam");
        assert_eq!(DayName::Own("moving".into()).written(), "=moving");
    }

    /// `doctor` warns of years that the tables do not know; single days are told of where
    /// they matter.
    #[test]
    fn doubts_about_a_year_are_told_from_those_about_days() {
        let days = vec![(date(2027, 3, 10), DayName::Own("moon".into()))];
        for (caveat, of_a_year) in [
            (Caveat::Uncovered(2031), true),
            (Caveat::Unpublished(2027), true),
            (Caveat::Estimated(days.clone()), false),
            (Caveat::Inferred(days), false),
            (Caveat::WeekendsOnly, false),
        ] {
            assert_eq!(caveat.is_of_a_year(), of_a_year, "{caveat:?}");
        }
    }
}
