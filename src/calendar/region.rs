//! Regions and their days of rest.

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

const WEEKENDS: &str = include_str!("../../assets/calendars/weekends.ron");

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RestDay {
    Friday,
    Saturday,
    Sunday,
}

impl RestDay {
    fn is(self, day: Weekday) -> bool {
        day == match self {
            Self::Friday => Weekday::Friday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

/// Days of rest from a day on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    #[serde(default)]
    from: Option<Date>,
    days: Vec<RestDay>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    region: String,
    rest: Vec<Rest>,
}

/// No table for this region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRegion(pub String);

/// The days that count in one region.
#[derive(Clone, Debug)]
pub struct Calendar(Row);

impl Calendar {
    /// The calendar of a region by its ISO 3166-2 code, or of `ZZ`
    /// (somewhere). A country without its part is not a region: its parts
    /// differ.
    pub fn find(region: &str) -> Result<Self, UnknownRegion> {
        rows()
            .into_iter()
            .find(|row| row.region == region)
            .map(Self)
            .ok_or_else(|| UnknownRegion(region.to_owned()))
    }

    /// Whether public holidays are left out of the count. When they are not,
    /// whoever shows a date has to say so.
    pub fn knows_holidays(&self) -> bool {
        false
    }

    /// Whether `date` falls on the region's weekend.
    pub(super) fn is_weekend(&self, date: Date) -> bool {
        let begun = |rest: &&Rest| rest.from.is_none_or(|from| from <= date);
        let rule = self.0.rest.iter().rev().find(begun).or_else(|| self.0.rest.first());
        rule.is_some_and(|rest| rest.days.iter().any(|day| day.is(date.weekday())))
    }
}

fn rows() -> Vec<Row> {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    // The table is part of the program and a test reads it.
    options.from_str(WEEKENDS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_malaysian_state_has_a_weekend_and_the_country_alone_has_none() {
        for number in 1..=16 {
            assert!(Calendar::find(&format!("MY-{number:02}")).is_ok(), "MY-{number:02}");
        }
        assert!(Calendar::find("MY").is_err());
    }

    #[test]
    fn johor_changed_its_weekend() {
        let johor = Calendar::find("MY-01").expect("Johor");
        assert!(johor.is_weekend(date(2024, 12, 27)), "a Friday of 2024");
        assert!(!johor.is_weekend(date(2025, 1, 3)), "a Friday of 2025");
        assert!(johor.is_weekend(date(2025, 1, 5)), "a Sunday of 2025");
        let kelantan = Calendar::find("MY-03").expect("Kelantan");
        assert!(kelantan.is_weekend(date(2026, 11, 6)) && !kelantan.is_weekend(date(2026, 11, 8)));
    }
}
