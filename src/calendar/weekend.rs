//! Weekly days of rest.

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use crate::text::read_packed;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RestDay {
    Friday,
    Saturday,
    Sunday,
}

impl RestDay {
    fn weekday(self) -> Weekday {
        match self {
            Self::Friday => Weekday::Friday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

/// Days of rest from a day to a day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    #[serde(default)]
    from: Option<Date>,
    #[serde(default)]
    to: Option<Date>,
    days: Vec<RestDay>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    regions: Vec<String>,
    rest: Vec<Rest>,
}

/// The days of rest of one region.
#[derive(Clone, Debug)]
pub(super) struct Weekend(Vec<Rest>);

impl Weekend {
    pub(super) fn of(region: &str) -> Option<Self> {
        let holds = |row: &Row| row.regions.iter().any(|one| one == region);
        rows().into_iter().find(holds).map(|row| Self(row.rest))
    }

    pub(super) fn holds(&self, date: Date) -> bool {
        let in_force = |rest: &&Rest| {
            rest.from.is_none_or(|from| from <= date) && rest.to.is_none_or(|to| date <= to)
        };
        let rest = self.0.iter().find(in_force);
        rest.is_some_and(|rest| rest.days.iter().any(|day| day.weekday() == date.weekday()))
    }
}

/// Every region there is, by its code.
pub(super) fn regions() -> Vec<String> {
    let mut regions: Vec<String> = rows().into_iter().flat_map(|row| row.regions).collect();
    regions.sort_unstable();
    regions
}

fn rows() -> Vec<Row> {
    // The table is part of the program and a test reads it.
    read_packed("calendars/weekends.ron").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_of_rest_change_on_their_day() {
        let friday = date(2024, 12, 27);
        let saturday = date(2024, 12, 28);
        let rest = |from, to, days| Rest { from, to, days };
        let weekend = Weekend(vec![
            rest(Some(date(2024, 12, 6)), Some(friday), vec![RestDay::Friday]),
            rest(Some(saturday), Some(date(2025, 1, 25)), vec![RestDay::Saturday]),
        ]);
        let rows = [
            (date(2024, 11, 29), false),
            (date(2024, 12, 6), true),
            (date(2024, 12, 7), false),
            (friday, true),
            (saturday, true),
            (date(2025, 1, 3), false),
            (date(2025, 1, 25), true),
            (date(2025, 2, 1), false),
        ];
        for (day, rests) in rows {
            assert_eq!(weekend.holds(day), rests, "{day}");
        }
    }
}
