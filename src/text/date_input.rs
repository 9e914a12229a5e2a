//! Dates as a person types them.
//!
//! Owns: the ways a date can be written. The words are in `date_words`. Must not
//! know: where a date is typed, and what it is for.

use jiff::{Span, ToSpan as _, civil::Date, tz::TimeZone};

use super::{
    Lang, Text,
    date_fault::{DateFault, NoDay, days_in},
    date_reading::{Reading, read, read_in_figures},
    date_time::{TypedTime, without_part, without_time},
    date_words::{listed_words, named_day, with_year},
    month_edge::{Edge, edge},
};
use crate::domain::Workdays;

/// What has to do with a line that is being closed lies not so many years from today.
const FAR_YEARS: u16 = 50;

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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Where the day is asked for.
    place: DatePlace,
    /// A day can lie as far from today as the calendar goes.
    endless: bool,
}

/// The place whose days are meant: what counts working days there, and its zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DatePlace {
    pub(crate) workdays: Workdays,
    pub(crate) zone: Option<TimeZone>,
}

impl DateRule {
    /// Distances count from today, and a year that is missing is the nearest.
    pub(crate) fn at(today: Date) -> Self {
        let (lean, place) = (Lean::Near, DatePlace::default());
        let (earliest, month_first, endless) = (None, false, false);
        Self { today, from: today, lean, earliest, month_first, place, endless }
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

    /// Days are those of this place.
    pub(crate) fn at_place(self, place: DatePlace) -> Self {
        Self { place, ..self }
    }

    /// Nothing is kept of the day: it can lie as far away as the calendar goes.
    pub(crate) fn endless(self) -> Self {
        Self { endless: true, ..self }
    }

    /// Reads a date in every way that the program prints one and that people
    /// write one in its languages, the day before the month where both are
    /// numbers (see `in_language`): `2026-11-05`, `5/11/26`, `Thu 5 Nov 2026`, `2026年11月5日`,
    /// `today`, `end of Nov`, or a distance: `+3d`, `-1w`, `2 weeks ago`, `5 working days`.
    pub(crate) fn read(&self, typed: &str) -> Result<Date, DateFault> {
        let typed = typed.trim();
        let text = folded(typed);
        let given = || typed.to_owned();
        let read = match without_time(&text) {
            Some((rest, time)) => {
                let day = self.read_day(&rest, typed);
                day.and_then(|day| self.there(day, time).ok_or_else(|| DateFault::TooFar(given())))
            }
            None => self.read_day(&text, typed),
        };
        // A part of the day beside a date says nothing more of the date.
        let plain = || Some(self.read_day(&without_part(&text)?, typed));
        let read = match read {
            Err(DateFault::NotADate(_)) => plain().unwrap_or(read),
            read => read,
        };
        let far = |day: &Date| day.year().abs_diff(self.today.year()) > FAR_YEARS;
        match read {
            Ok(day) if far(&day) && !self.endless => Err(DateFault::TooFar(given())),
            read => read,
        }
    }

    /// The day that it is in the place when it is this time of a day in the zone that was
    /// typed. Without a zone the day is taken as it is written.
    fn there(&self, day: Date, time: TypedTime) -> Option<Date> {
        let (Some(offset), Some(zone)) = (time.offset, &self.place.zone) else { return Some(day) };
        let moment = day.at(0, 0, 0, 0).checked_add(time.minutes.minutes()).ok()?;
        let moment = offset.to_timestamp(moment).ok()?;
        Some(moment.to_zoned(zone.clone()).date())
    }

    /// Reads a date without a time: `text` is what was typed, folded.
    fn read_day(&self, text: &str, typed: &str) -> Result<Date, DateFault> {
        let given = || typed.to_owned();
        let not_a_date = || DateFault::NotADate(given());
        let text = unquoted(text);
        let short = listed_words("behind").find_map(|word| text.strip_suffix(&*word));
        let text = short.map(str::to_owned).unwrap_or(text);
        let reading = read(&text);
        if let Some(Reading::Distance(count, unit)) = reading {
            return self.away(count, unit, typed);
        }
        // What else the words around a date can say.
        let with_year = with_year(&text, self.today);
        let reading = if with_year == text { reading } else { read(&with_year) };
        let text = with_year;
        if let Some(days) = named_day(&text) {
            return self.today.checked_add(days.days()).map_err(|_| not_a_date());
        }
        if let Some(edge) = edge(&text) {
            return self.edge(edge).ok_or_else(not_a_date);
        }
        if let Some(day) = self.year_first(&text) {
            return Ok(day);
        }
        match reading.ok_or_else(not_a_date)? {
            Reading::Distance(count, unit) => self.away(count, unit, typed),
            Reading::Length(count, unit) => {
                let count = if self.lean == Lean::Past { -count } else { count };
                self.away(count, unit, typed)
            }
            Reading::Weekday(weekday, week) => self.named(weekday, week).ok_or_else(not_a_date),
            Reading::Day { year: Some(year), month, day, weekday } => {
                let (month, day) = self.in_order(&text, month, day);
                let none =
                    |_| DateFault::NoSuchDay(given(), NoDay::of(&text, Some(year), month, day));
                let date = Date::new(year, month, day).map_err(none)?;
                match weekday {
                    Some(weekday) if date.weekday().to_monday_one_offset() != weekday => {
                        Err(DateFault::OtherWeekday(given(), date))
                    }
                    _ => Ok(date),
                }
            }
            Reading::Day { year: None, month, day, weekday } => {
                let (month, day) = self.in_order(&text, month, day);
                match (self.nearest(month, day, weekday), self.nearest(month, day, None)) {
                    (Some(found), _) => Ok(found),
                    (None, None) => {
                        Err(DateFault::NoSuchDay(given(), NoDay::of(&text, None, month, day)))
                    }
                    (None, Some(_)) => {
                        let years = self.today.year().saturating_sub(1)..;
                        let days =
                            years.take(3).filter_map(|year| Date::new(year, month, day).ok());
                        Err(DateFault::OtherWeekdays(given(), days.collect()))
                    }
                }
            }
            Reading::DayOfMonth(day) => {
                let none = || DateFault::NoSuchDay(given(), NoDay::Longest);
                self.in_a_month(day).ok_or_else(none)
            }
        }
    }

    /// The day so many of a unit from the one that distances count from.
    fn away(&self, count: i64, unit: char, typed: &str) -> Result<Date, DateFault> {
        let too_far = || DateFault::TooFar(typed.to_owned());
        if unit == 'b' {
            let workdays = &self.place.workdays;
            if !workdays.are_known() {
                return Err(DateFault::NoWorkdays(typed.to_owned()));
            }
            return workdays.away(self.from, count).ok_or_else(too_far);
        }
        let span = span(count, unit).ok_or_else(too_far)?;
        self.from.checked_add(span).map_err(|_| too_far())
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

    /// The first or the last day of a month or a year. Where nothing says which, it is this
    /// one; behind, the last one whose day is over.
    fn edge(&self, edge: Edge) -> Option<Date> {
        let day_in = |of: Date| match (edge.year.is_some(), edge.last) {
            (true, true) => of.last_of_year(),
            (true, false) => of.first_of_year(),
            (false, true) => of.last_of_month(),
            (false, false) => of.first_of_month(),
        };
        let first = self.today.first_of_month();
        match (edge.year, edge.month) {
            (Some(0), None) => Some(day_in(self.today)),
            (Some(year), None) => Some(day_in(Date::new(year, 1, 1).ok()?)),
            (_, Some((month, None))) => {
                // The last day of February is found by its first one.
                let day = if edge.last && month != 2 { days_in(None, month) } else { 1 };
                self.nearest(month, day, None).map(day_in)
            }
            (_, Some((month, Some(year)))) => {
                let of = Date::new(year, month, 1).ok()?;
                Some(if edge.last { of.last_of_month() } else { of })
            }
            (None, None) => {
                let day = day_in(first.checked_add(edge.away?.months()).ok()?);
                let over = self.lean == Lean::Past && edge.away == Some(0) && day > self.today;
                if over { Some(day_in(first.yesterday().ok()?)) } else { Some(day) }
            }
        }
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

/// The time of day that stands beside a date that was typed.
pub(crate) fn typed_time(typed: &str) -> Option<TypedTime> {
    without_time(&folded(typed.trim())).map(|(_, time)| time)
}

fn span(count: i64, unit: char) -> Option<Span> {
    let none = Span::new();
    match unit {
        'd' => none.try_days(count).ok(),
        'w' => none.try_weeks(count).ok(),
        'm' => none.try_months(count).ok(),
        'y' => none.try_years(count).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
