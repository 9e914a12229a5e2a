//! Dates as a person types them.
//!
//! Owns: the ways a date can be written. The words are in `date_words`. Must not
//! know: where a date is typed, and what it is for.

use jiff::{Span, ToSpan as _, civil::Date};

use super::{
    Lang,
    date_reading::read_in_figures,
    date_words::{is_end_of_month, with_year},
};
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
    /// So it is in each of the years that can be meant.
    OtherWeekdays(String, Vec<Date>),
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
    /// The first day that a date without its year can mean, where there is one.
    earliest: Option<Date>,
    /// The month stands before the day where both are numbers.
    month_first: bool,
}

impl DateRule {
    /// Distances count from today, and a year that is missing is the nearest.
    pub(crate) fn at(today: Date) -> Self {
        Self { today, from: today, lean: Lean::Near, earliest: None, month_first: false }
    }

    /// The same for what lies ahead or behind.
    pub(crate) fn leaning(today: Date, lean: Lean) -> Self {
        Self { lean, ..Self::at(today) }
    }

    /// Distances count from another day, which lies ahead.
    pub(crate) fn after(today: Date, from: Date) -> Self {
        Self { from, earliest: Some(from), ..Self::leaning(today, Lean::Future) }
    }

    /// A date without its year is the next such day from this one on.
    pub(crate) fn not_before(self, earliest: Date) -> Self {
        Self { earliest: Some(earliest), ..self }
    }

    /// Numbers stand as people who read this language write them: `11/6` is 6 November
    /// in Chinese and 11 June elsewhere, with a year behind it or without.
    pub(crate) fn in_language(self, lang: Lang) -> Self {
        Self { month_first: lang == Lang::ZhCn, ..self }
    }

    /// Reads a date in every way that the program prints one and that people
    /// write one in its languages, the day before the month where both are
    /// numbers (see `in_language`): `2026-11-05`, `5/11/26`, `Thu 5 Nov 2026`, `2026年11月5日`,
    /// `today`, or a distance: `+3d`, `-1w`, `+2m`, `2 weeks ago`.
    pub(crate) fn read(&self, typed: &str) -> Result<Date, DateFault> {
        let typed = typed.trim();
        let text = folded(typed);
        let text = without_time(&text).unwrap_or(text);
        let not_a_date = || DateFault::NotADate(typed.to_owned());
        let no_such_day = || DateFault::NoSuchDay(typed.to_owned());
        // What else the words around a date can say.
        let text = with_year(&unquoted(&text), self.today);
        if let Some(days) = named_day(&text) {
            return self.today.checked_add(days.days()).map_err(|_| not_a_date());
        }
        if is_end_of_month(&text) {
            return Ok(self.end_of_month());
        }
        if let Some(day) = self.year_first(&text) {
            return Ok(day);
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
                let (month, day) = self.in_order(&text, month, day);
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
                let (month, day) = self.in_order(&text, month, day);
                match (self.nearest(month, day, weekday), self.nearest(month, day, None)) {
                    (Some(found), _) => Ok(found),
                    (None, None) => Err(no_such_day()),
                    (None, Some(_)) => {
                        let years = self.today.year().saturating_sub(1)..;
                        let days =
                            years.take(3).filter_map(|year| Date::new(year, month, day).ok());
                        Err(DateFault::OtherWeekdays(typed.to_owned(), days.collect()))
                    }
                }
            }
            Reading::DayOfMonth(day) => self.in_a_month(day).ok_or_else(no_such_day),
        }
    }

    /// The month and the day, in the order of the language where both are numbers. Where
    /// only one order gives a month, that is the order.
    fn in_order(&self, text: &str, month: i8, day: i8) -> (i8, i8) {
        match read_in_figures(text) {
            Some((first, second)) if self.month_first && first <= 12 => (first, second),
            _ => (month, day),
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

    /// The day of this name whose year was not typed. Its day of the week, where that was,
    /// chooses among the years that can be meant, and leads to no other one.
    fn nearest(&self, month: i8, day: i8, weekday: Option<i8>) -> Option<Date> {
        /// A day that is nearer than this can be meant wherever it should lie.
        const NEAR: u32 = 183;
        let years = self.today.year().saturating_sub(6)..=self.today.year().saturating_add(6);
        let fits = |date: &Date| {
            weekday.is_none_or(|weekday| date.weekday().to_monday_one_offset() == weekday)
        };
        let (before, after) = self.lean.window();
        let away = |date: &Date| {
            let days = (*date - self.earliest.unwrap_or(self.today)).get_days();
            let inside = match self.earliest {
                Some(_) => days >= 0,
                None => (-before..=after).contains(&days),
            };
            (!inside, days.unsigned_abs())
        };
        let days = years.filter_map(|year| Date::new(year, month, day).ok());
        let found = days.filter(fits).min_by_key(away)?;
        let (outside, distance) = away(&found);
        // Only a leap day leads further away.
        let can_be_meant = match weekday {
            Some(_) => distance <= NEAR || !outside && distance <= 366,
            None => !outside || self.lean == Lean::Near || (month, day) == (2, 29),
        };
        can_be_meant.then_some(found)
    }

    /// The day of a month that was not typed.
    fn in_a_month(&self, day: i8) -> Option<Date> {
        let from = self.earliest.unwrap_or(self.today);
        let months =
            (-2..=2).filter_map(|away: i64| from.first_of_month().checked_add(away.months()).ok());
        let days = months.filter_map(|first| Date::new(first.year(), first.month(), day).ok());
        let fits = |date: &Date| match (self.earliest, self.lean) {
            (None, Lean::Near) => true,
            (None, Lean::Past) => *date <= from,
            _ => *date >= from,
        };
        days.filter(fits).min_by_key(|date| (*date - from).get_days().abs())
    }

    /// The last day of this month; behind, the last one that is over.
    fn end_of_month(&self) -> Date {
        let last = self.today.last_of_month();
        let before = || self.today.first_of_month().yesterday().ok();
        Some(self.lean)
            .filter(|lean| *lean == Lean::Past && last > self.today)
            .and_then(|_| before())
            .unwrap_or(last)
    }

    /// `27-01-09` where that can only be a day of 2027, since no day of such a month or none
    /// that is near is written so from its other end.
    fn year_first(&self, text: &str) -> Option<Date> {
        /// So many days away something of a line that is being closed can lie.
        const FAR: i32 = 3 * 366;
        let mut parts =
            text.split('-').map(|part| part.parse::<i8>().ok().filter(|_| part.len() == 2));
        let (Some(first), Some(month), Some(last), None) =
            (parts.next()?, parts.next()?, parts.next()?, parts.next())
        else {
            return None;
        };
        let day = |year: i8, day: i8| Date::new(2_000 + i16::from(year), month, day).ok();
        let near = |date: &Date| match self.lean {
            // A line can be old.
            Lean::Past => *date <= self.today,
            _ => (*date - self.today).get_days().abs() <= FAR,
        };
        let day_first = day(last, first).filter(near);
        day(first, last).filter(near).filter(|_| day_first.is_none() || self.month_first)
    }
}

impl Text {
    /// What is wrong with a date that was typed.
    pub(crate) fn date_fault(&self, fault: &DateFault) -> String {
        let typed = |typed: &str| ("typed", clean_line(typed).into());
        match fault {
            DateFault::NoSuchDay(given) => self.with("say-no-such-day", &[typed(given)]),
            DateFault::NotADate(given) => self.with("say-not-a-date", &[typed(given)]),
            DateFault::OtherWeekdays(given, dates) => {
                let dates = dates.iter().map(|date| self.full_date(*date)).collect::<Vec<_>>();
                let dates = ("dates", dates.join(&self.get("word-comma")).into());
                self.with("say-other-weekdays", &[typed(given), dates])
            }
            DateFault::OtherWeekday(given, date) => {
                let date = ("date", self.full_date(*date).into());
                self.with("say-other-weekday", &[typed(given), date])
            }
        }
    }
}

impl Text {
    /// Reads a date of which nothing is known but the day it is typed on, as people who
    /// read this language write it.
    pub(crate) fn date_typed(&self, typed: &str, today: Date) -> Result<Date, DateFault> {
        DateRule::at(today).in_language(self.lang()).read(typed)
    }
}

/// Without the quotes that stand around all of it.
fn unquoted(text: &str) -> String {
    let quote = |sign| matches!(sign, '\'' | '\u{22}' | '“' | '”' | '‘' | '’' | '「' | '」');
    text.trim_matches(quote).trim().to_owned()
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
