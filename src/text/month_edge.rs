//! The first or the last day of a month or a year in words: `end of Nov`, 月底, `awal tahun`.
//!
//! Owns: what such words name. The words are in `date_words`. Must not know: which day it
//! is today.

use super::{
    date_reading::{Reading, read},
    date_words::{listed_words, without_first, without_last},
};

/// One end of a month or a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Edge {
    /// The last day; the first one otherwise.
    pub(super) last: bool,
    /// Of this year; of the one that it is now where that is 0.
    pub(super) year: Option<i16>,
    /// Of this month, with its year where that was written.
    pub(super) month: Option<(i8, Option<i16>)>,
    /// Of the month so many from this one.
    pub(super) away: Option<i64>,
}

/// The end that is named by a whole text.
pub(super) fn edge(text: &str) -> Option<Edge> {
    [("end", true), ("start", false)].into_iter().find_map(|(name, last)| {
        if listed_words(&format!("{name}-of-month")).any(|word| word == text) {
            return Some(Edge { last, away: Some(0), ..Edge::default() });
        }
        if listed_words(&format!("{name}-of-year")).any(|word| word == text) {
            return Some(Edge { last, year: Some(0), ..Edge::default() });
        }
        let before = format!("{name}-before");
        let behind = format!("{name}-behind");
        let mut rests = without_first(&before, text).chain(without_last(&behind, text));
        rests.find_map(|rest| of(rest, last))
    })
}

/// The end whose first or last working day is named by a whole text: 11月最后一个工作日.
pub(super) fn working_edge(text: &str) -> Option<Edge> {
    [("last", true), ("first", false)].into_iter().find_map(|(name, last)| {
        let (before, behind) = (format!("{name}-working-before"), format!("{name}-working-behind"));
        let mut rests = without_first(&before, text).chain(without_last(&behind, text));
        rests.find_map(|rest| {
            // `hari bekerja terakhir bulan November`
            let bare = without_first("before-month", rest).next();
            of(rest, last).or_else(|| of(bare?, last))
        })
    })
}

/// Whether a month or a year is named, and no day of it.
pub(super) fn names_a_time(text: &str) -> bool {
    of(text, false).is_some()
}

/// The end of what is named.
fn of(named: &str, last: bool) -> Option<Edge> {
    let edge = Edge { last, ..Edge::default() };
    let is = |name| listed_words(name).any(|word| word == named);
    if is("this-month") {
        return Some(Edge { away: Some(0), ..edge });
    }
    if is("this-year") {
        return Some(Edge { year: Some(0), ..edge });
    }
    if let Some(Reading::Distance(away, 'm')) = read(named) {
        return Some(Edge { away: Some(away), ..edge });
    }
    let sign = listed_words("year").next().unwrap_or_default();
    let year = named.strip_suffix(sign).unwrap_or(named);
    if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Edge { year: year.parse().ok(), ..edge });
    }
    // A month is named if its first day can be.
    let day = listed_words("date").next().unwrap_or_default();
    let dated = if named.is_ascii() { format!("1 {named}") } else { format!("{named}1{day}") };
    match read(&dated)? {
        Reading::Day { year, month, day: 1, weekday: None } if (1..=12).contains(&month) => {
            Some(Edge { month: Some((month, year)), ..edge })
        }
        _ => None,
    }
}
