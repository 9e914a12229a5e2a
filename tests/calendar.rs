//! The engine against an independent count: every day of 2024 to 2030 as day
//! 0, windows of 1 to 30 working days, every region. `expected.txt` was made by
//! `tests/calendar/expect.py`, which reads none of our tables.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{collections::BTreeSet, fs, path::Path};

use jiff::{ToSpan as _, civil::date};
use ringoff::{
    calendar::Calendar,
    domain::{DayName, hex},
    text::{Lang, Text},
};
use sha2::{Digest as _, Sha256};

/// A byte for each day of the year as day 0 and each n: how many days later
/// the n-th working day is.
fn digest(calendar: &Calendar, year: i16) -> String {
    let mut told = Vec::new();
    for day in date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year) {
        for n in 1..=30 {
            let later = (calendar.nth_after(day, n) - day).get_days();
            told.push(u8::try_from(later).expect("thirty working days are not so far apart"));
        }
    }
    hex(&Sha256::digest(&told)).get(..16).expect("hex").to_owned()
}

#[test]
fn no_count_differs_from_the_independent_one() {
    let expected = fs::read_to_string("tests/calendar/expected.txt").expect("reads");
    let mut counted = BTreeSet::new();
    let mut differ = Vec::new();
    for line in expected.lines() {
        let mut words = line.split(' ');
        let (region, year, told) = (words.next(), words.next(), words.next());
        let (region, year) = (region.expect("a region"), year.expect("a year"));
        let calendar = Calendar::find(region).expect("a region of ours");
        if digest(&calendar, year.parse().expect("a year")) != told.expect("a digest") {
            differ.push(format!("{region} {year}"));
        }
        counted.insert(region.to_owned());
    }
    assert!(differ.is_empty(), "{differ:?}");
    assert_eq!(expected.lines().count(), 30 * 7);
    let known: BTreeSet<String> = Calendar::regions().into_iter().collect();
    let uncounted: Vec<&String> = known.difference(&counted).collect();
    assert_eq!(uncounted, ["ZZ"], "somewhere has no holidays to compare");
}

#[test]
fn every_region_and_every_holiday_has_a_name_in_every_language() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        for region in Calendar::regions() {
            let name = text.region(&region);
            assert!(!name.is_empty() && name != region, "{lang}: {region}");
            let days = Calendar::find(&region).expect("a region");
            for day in days.days(date(2024, 1, 1), date(2031, 12, 31)) {
                let Some(DayName::Known(names)) = &day.name else { continue };
                let told = text.day_name(&DayName::Known(names.clone()));
                assert!(!told.contains("holiday-"), "{lang}: {told}");
            }
        }
    }
}

/// The licence of the package that the facts were taken from goes with them.
#[test]
fn the_licence_is_there_and_the_table_says_where_it_is_from() {
    let folder = Path::new("assets/calendars");
    let licence = fs::read_to_string(folder.join("LICENSE-holidays")).expect("reads");
    assert!(licence.contains("Permission is hereby granted"));
    let table = fs::read_to_string(folder.join("holidays.txt")).expect("reads");
    assert!(table.lines().take(3).any(|line| line.contains("`holidays` 0.")), "a version");
}
