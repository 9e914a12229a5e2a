//! Dates as a person types them.
//!
//! Owns: the ways a date can be written. The words are in `date_words`. Must not
//! know: where a date is typed, and what it is for.

use jiff::{Span, ToSpan as _, civil::Date};

use super::{
    Text, clean_line,
    date_reading::{Reading, read},
    date_time::without_time,
    date_words::named_day,
};

/// The first year that anything here can have happened in.
const FIRST_YEAR: i16 = 1900;

/// What was typed is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub(crate) enum DateFault {
    /// It has the shape of a date, but there is no such day.
    NoSuchDay(String),
    /// It has no shape of a date that is known here.
    NotADate(String),
    /// That day is another day of the week than the one that was typed.
    OtherWeekday(String, Date),
}

/// Where a date without its year most likely lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lean {
    /// As near to today as can be.
    #[default]
    Near,
    /// Behind: something that has happened.
    Past,
    /// Ahead: something that will happen.
    Future,
}

impl Lean {
    /// The days before and after today in which it lies.
    fn window(self) -> (i32, i32) {
        match self {
            Self::Near => (183, 182),
            Self::Past => (365, 0),
            Self::Future => (60, 305),
        }
    }
}

/// From where a typed date is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateRule {
    /// The day it is.
    pub(crate) today: Date,
    /// The day from which a distance such as `+7d` counts.
    pub(crate) from: Date,
    /// Where a date without its year lies.
    pub(crate) lean: Lean,
}

impl DateRule {
    /// Distances count from today, and a year that is missing is the nearest.
    pub(crate) fn at(today: Date) -> Self {
        Self { today, from: today, lean: Lean::Near }
    }

    /// The same for what lies ahead or behind.
    pub(crate) fn leaning(today: Date, lean: Lean) -> Self {
        Self { lean, ..Self::at(today) }
    }

    /// Distances count from another day, which lies ahead.
    pub(crate) fn after(today: Date, from: Date) -> Self {
        Self { today, from, lean: Lean::Future }
    }

    /// Reads a date in every way that the program prints one and that people
    /// write one in its languages, the day before the month where both are
    /// numbers: `2026-11-05`, `5/11/26`, `Thu 5 Nov 2026`, `2026年11月5日`,
    /// `today`, or a distance: `+3d`, `-1w`, `+2m`, `2 weeks ago`.
    pub(crate) fn read(&self, typed: &str) -> Result<Date, DateFault> {
        let typed = typed.trim();
        let text = folded(typed);
        let text = without_time(&text).unwrap_or(text);
        let not_a_date = || DateFault::NotADate(typed.to_owned());
        let no_such_day = || DateFault::NoSuchDay(typed.to_owned());
        if let Some(days) = named_day(&text) {
            return self.today.checked_add(days.days()).map_err(|_| not_a_date());
        }
        match read(&text).ok_or_else(not_a_date)? {
            Reading::Distance(count, unit) => {
                let span = span(count, unit).ok_or_else(not_a_date)?;
                self.from.checked_add(span).map_err(|_| not_a_date())
            }
            Reading::Length(count, unit) => {
                let count = if self.lean == Lean::Past { -count } else { count };
                let span = span(count, unit).ok_or_else(not_a_date)?;
                self.from.checked_add(span).map_err(|_| not_a_date())
            }
            Reading::Weekday(weekday, week) => self.named(weekday, week).ok_or_else(not_a_date),
            Reading::Day { year: Some(year), month, day, weekday } => {
                let date = Date::new(year, month, day).map_err(|_| no_such_day())?;
                // Such a year is a slip of the hand.
                if year < FIRST_YEAR {
                    return Err(no_such_day());
                }
                match weekday {
                    Some(weekday) if date.weekday().to_monday_one_offset() != weekday => {
                        Err(DateFault::OtherWeekday(typed.to_owned(), date))
                    }
                    _ => Ok(date),
                }
            }
            Reading::Day { year: None, month, day, weekday } => {
                self.nearest(month, day, weekday).ok_or_else(no_such_day)
            }
        }
    }

    /// The day of the week in this week or in so many from it; without that the next one, or
    /// the last where it has happened.
    fn named(&self, weekday: i8, week: Option<i8>) -> Option<Date> {
        let here = self.today.weekday().to_monday_one_offset();
        let away = i32::from(weekday - here);
        let days = match (week, self.lean) {
            (Some(weeks), _) => away + 7 * i32::from(weeks),
            (None, Lean::Past) => -((-away - 1).rem_euclid(7) + 1),
            (None, _) => (away - 1).rem_euclid(7) + 1,
        };
        self.today.checked_add(days.days()).ok()
    }

    /// The day of this name whose year was not typed. Its day of the week, where
    /// that was, says which year is meant.
    fn nearest(&self, month: i8, day: i8, weekday: Option<i8>) -> Option<Date> {
        let years = self.today.year().saturating_sub(6)..=self.today.year().saturating_add(6);
        let fits = |date: &Date| {
            weekday.is_none_or(|weekday| date.weekday().to_monday_one_offset() == weekday)
        };
        let (before, after) = self.lean.window();
        let away = |date: &Date| {
            let days = (*date - self.today).get_days();
            let inside = (-before..=after).contains(&days);
            (!inside, days.unsigned_abs())
        };
        let days = years.filter_map(|year| Date::new(year, month, day).ok());
        let found = days.filter(fits).min_by_key(away)?;
        // Only a leap day or a day of the week leads so far away.
        let rare = weekday.is_some() || (month, day) == (2, 29);
        (rare || !away(&found).0 || self.lean == Lean::Near).then_some(found)
    }
}

impl Text {
    /// What is wrong with a date that was typed.
    pub(crate) fn date_fault(&self, fault: &DateFault) -> String {
        let typed = |typed: &str| ("typed", clean_line(typed).into());
        match fault {
            DateFault::NoSuchDay(given) => self.with("say-no-such-day", &[typed(given)]),
            DateFault::NotADate(given) => self.with("say-not-a-date", &[typed(given)]),
            DateFault::OtherWeekday(given, date) => {
                let date = ("date", self.full_date(*date).into());
                self.with("say-other-weekday", &[typed(given), date])
            }
        }
    }
}

/// Reads a date of which nothing is known but the day it is typed on.
pub(crate) fn parse_date(text: &str, today: Date) -> Result<Date, DateFault> {
    DateRule::at(today).read(text)
}

/// In lower case, with the digits and signs of a full-width keyboard as ASCII,
/// and single blanks.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c).to_ascii_lowercase()
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '。' => '.',
        '、' => ',',
        c => c,
    };
    let text: String = text.to_lowercase().chars().map(narrow).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a time of day stands beside a date that was typed: the date is read as it is
/// written, whatever zone is written there.
pub(crate) fn has_time(typed: &str) -> bool {
    without_time(&folded(typed.trim())).is_some()
}

fn span(count: i64, unit: char) -> Option<Span> {
    match unit {
        'd' => Some(count.days()),
        'w' => Some(count.weeks()),
        'm' => Some(count.months()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
