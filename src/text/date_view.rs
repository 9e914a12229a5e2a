//! Which day is meant where a part of it was not typed: its year, its month, its week.
//!
//! Owns: the choice among the days that fit. Must not know: how a date is written.

use jiff::{ToSpan as _, civil::Date};

use super::{date_fault::days_in, month_edge::Edge};

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

/// From where a day is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateView {
    /// The day it is.
    pub(super) today: Date,
    /// Where a date without its year lies.
    pub(super) lean: Lean,
    /// The first day that a date without its year can mean, where there is one.
    pub(super) earliest: Option<Date>,
}

impl DateView {
    /// The day of the week in this week or in so many from it; without that the next one, or
    /// the last where it has happened.
    pub(super) fn named(&self, weekday: i8, week: Option<i8>) -> Option<Date> {
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
    pub(super) fn nearest(&self, month: i8, day: i8, weekday: Option<i8>) -> Option<Date> {
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
    pub(super) fn in_a_month(&self, day: i8) -> Option<Date> {
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
    pub(super) fn edge(&self, edge: Edge) -> Option<Date> {
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
    pub(super) fn year_first(&self, text: &str, month_first: bool) -> Option<Date> {
        let mut parts =
            text.split('-').map(|part| part.parse::<i8>().ok().filter(|_| part.len() == 2));
        let (Some(first), Some(month), Some(last), None) =
            (parts.next()?, parts.next()?, parts.next()?, parts.next())
        else {
            return None;
        };
        let day = |year: i8, day: i8| Date::new(2_000 + i16::from(year), month, day).ok();
        let near = |date: &Date| self.is_near(*date);
        let day_first = day(last, first).filter(near);
        day(first, last).filter(near).filter(|_| day_first.is_none() || month_first)
    }

    /// What six figures side by side mean, if it is a day at all: in the order of the language,
    /// where the other order gives no day that can be meant. Else every day that they can be.
    pub(super) fn six_figures(
        &self,
        text: &str,
        year_first: bool,
    ) -> Option<Result<Date, Vec<Date>>> {
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = |from: usize| text.get(from..from + 2)?.parse::<i8>().ok();
        let (first, month, last) = (part(0)?, part(2)?, part(4)?);
        let day = |year: i8, day: i8| Date::new(2_000 + i16::from(year), month, day).ok();
        let (own, other) = (day(last, first), day(first, last));
        let (own, other) = if year_first { (other, own) } else { (own, other) };
        let near = |date: Option<Date>| date.filter(|date| self.is_near(*date));
        match (near(own), near(other)) {
            (Some(day), None) => Some(Ok(day)),
            _ => {
                let mut all: Vec<Date> = own.into_iter().chain(other).collect();
                all.dedup();
                (!all.is_empty()).then_some(Err(all))
            }
        }
    }

    /// Whether a day whose year was written with two figures can be meant.
    fn is_near(&self, date: Date) -> bool {
        /// So many days away something of a line that is being closed can lie.
        const FAR: i32 = 3 * 366;
        match self.lean {
            // A line can be old.
            Lean::Past => date <= self.today,
            _ => (date - self.today).get_days().abs() <= FAR,
        }
    }

    /// The one of two days that is meant: it lies on the side that is asked for, and near.
    pub(super) fn likelier(&self, one: Date, other: Date) -> Date {
        let away = |date: &Date| (*date - self.today).get_days().abs();
        let rank = |date: &Date| (!self.has(*date), away(date));
        if rank(&other) < rank(&one) { other } else { one }
    }

    /// Whether a day lies on the side that is asked for.
    fn has(&self, date: Date) -> bool {
        match (self.earliest, self.lean) {
            (Some(earliest), _) => date >= earliest,
            (None, Lean::Past) => date <= self.today,
            (None, Lean::Future) => date >= self.today,
            (None, Lean::Near) => true,
        }
    }
}
