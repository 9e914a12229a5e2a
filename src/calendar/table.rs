//! The tables of days off. Only the lines of the region that is asked for are
//! read.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    domain::{Certainty, DayName},
    text::read_packed,
};

const HOLIDAYS: &str = include_str!("../../assets/calendars/holidays.txt");

/// A day that counts otherwise than its weekday says, or that has a name.
#[derive(Clone, Debug)]
pub(super) struct Special {
    pub(super) date: Date,
    /// People do not work.
    pub(super) off: bool,
    /// The table has it as a day off, but the person says that people work.
    pub(super) was_off: bool,
    pub(super) name: DayName,
    pub(super) certainty: Certainty,
}

/// How far the holidays of a region are known.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The years there are days of.
    pub(super) years: std::ops::RangeInclusive<i16>,
    /// The last year whose days off were published; a law fixes them for all
    /// years where there is none.
    pub(super) published: Option<i16>,
}

/// The special days of one region.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// By date, one a date.
    pub(super) days: Vec<Special>,
    /// Nothing when no holidays are known there at all.
    pub(super) known: Option<Known>,
}

/// A day off that the generated table lacks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Override {
    date: Date,
    name: String,
    regions: Vec<String>,
    #[serde(default)]
    inferred: bool,
}

impl Table {
    /// The table of a region, with what the generated one lacks.
    pub(super) fn of(region: &str) -> Self {
        // The lines of a region stand together.
        let begun = memchr::memmem::find(HOLIDAYS.as_bytes(), format!("\n{region} ").as_bytes());
        let mut lines = begun
            .and_then(|at| HOLIDAYS.get(at + 1..))
            .unwrap_or_default()
            .lines()
            .map_while(|line| line.strip_prefix(region)?.strip_prefix(' '));
        let Some(head) = lines.next() else { return Self { days: Vec::new(), known: None } };
        let published = head.strip_prefix("published ").and_then(|year| year.parse().ok());
        let mut days = Vec::with_capacity(256);
        let (mut first, mut last) = (i16::MAX, i16::MIN);
        for line in lines {
            let mut words = line.split_ascii_whitespace();
            let Some(year) = words.next().and_then(|year| year.parse().ok()) else { continue };
            (first, last) = (first.min(year), last.max(year));
            while let (Some(date), Some(name)) = (words.next(), words.next()) {
                days.extend(special(year, date, name));
            }
        }
        let mut table = Self { days, known: Some(Known { years: first..=last, published }) };
        let here = |one: &Override| one.regions.iter().any(|own| own == region);
        for Override { date, name, inferred, .. } in overrides().into_iter().filter(here) {
            let name = DayName::Known(Cow::Owned(name));
            let certainty = if inferred { Certainty::Inferred } else { Certainty::Published };
            table.add(Special { date, off: true, was_off: false, name, certainty });
        }
        table
    }

    /// Adds a day. A day off that is in the table already stays as it is,
    /// unless the person says otherwise.
    pub(super) fn add(&mut self, day: Special) {
        match self.days.binary_search_by_key(&day.date, |one| one.date) {
            Ok(at) => {
                let known = self.days.get_mut(at);
                if let Some(known) = known.filter(|one| day.certainty == Certainty::Own || !one.off)
                {
                    *known = Special { was_off: known.off || known.was_off, ..day };
                }
            }
            Err(at) => self.days.insert(at, day),
        }
    }
}

/// Reads one day of a line: `0202 federal-territory-day'+thaipusam'`. A `~`
/// stands for an estimate, `*` for a day on which people work.
fn special(year: i16, date: &str, name: &'static str) -> Option<Special> {
    let (month, day) = date.split_at_checked(2)?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
    let certainty = if name.contains('~') { Certainty::Estimated } else { Certainty::Published };
    let worked = name == "*";
    let name = DayName::Known(Cow::Borrowed(if worked { "" } else { name }));
    Some(Special { date, off: !worked, was_off: false, name, certainty })
}

fn overrides() -> Vec<Override> {
    // The file is part of the program and a test reads it.
    read_packed("calendars/overrides.ron").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text, ron_options};

    #[test]
    fn the_example_of_the_guide_is_a_day_that_is_read_and_has_a_name() {
        let guide = include_str!("../../docs/EXTENDING.md");
        let part = guide.split("## Calendars").nth(1).expect("a part");
        let block = part.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
        let list = format!("[{}]", block.expect("a block"));
        let all: Vec<Override> = ron_options().from_str(&list).expect("reads");
        let day = all.first().expect("an entry");
        let table = Table::of(day.regions.first().expect("a region"));
        assert!(table.days.iter().any(|known| known.date == day.date && known.off));
        let key = format!("holiday-{}", day.name.trim_end_matches('\''));
        assert_ne!(Text::new(Lang::En).get(&key), key);
    }

    #[test]
    fn a_day_that_is_known_stays_unless_the_person_knows_better() {
        let date = jiff::civil::date(2026, 11, 9);
        let day = |off, name: &str, certainty| Special {
            date,
            off,
            was_off: false,
            name: DayName::Own(name.into()),
            certainty,
        };
        let published = |off, name| day(off, name, Certainty::Published);
        let own = |off, name| day(off, name, Certainty::Own);
        // What is known, what is added; the name that holds then, and whether it was off.
        let rows = [
            (vec![], published(true, "b"), ("b", false)),
            (vec![published(true, "a")], published(true, "b"), ("a", false)),
            (vec![published(false, "a")], published(true, "b"), ("b", false)),
            (vec![published(true, "a")], own(false, "b"), ("b", true)),
            (vec![published(false, "a")], own(true, "b"), ("b", false)),
            (vec![published(true, "a"), own(false, "b")], own(false, "c"), ("c", true)),
        ];
        for (known, added, (name, was_off)) in rows {
            let mut table = Table { days: Vec::new(), known: None };
            for one in known.into_iter().chain([added]) {
                table.add(one);
            }
            let [one] = table.days.as_slice() else { panic!("{:?}", table.days) };
            assert_eq!((&one.name, one.was_off), (&DayName::Own(name.into()), was_off));
        }
    }
}
