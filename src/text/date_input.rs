//! Dates as a person types them.
//!
//! Owns: the ways a date can be written. The words are in `date_words`. Must not
//! know: where a date is typed, and what it is for.

use jiff::{Span, ToSpan as _, civil::Date, tz::TimeZone};

use super::{
    Lang, Text,
    date_fault::{DateFault, NoDay},
    date_figures::with_signs,
    date_offset::{Offset, further, offsets, without_limit},
    date_reading::{Reading, read, read_in_figures},
    date_time::{TypedTime, without_part, without_time},
    date_vague::names_no_day,
    date_view::{DateView, Lean},
    date_words::{listed_words, named_day, with_month, with_named_days, with_year},
    month_edge::{Edge, edge, working_edge},
};
use crate::domain::Workdays;

/// What has to do with a line that is being closed lies not so many years from today.
const FAR_YEARS: u16 = 50;

/// A day is told by no more distances than this, one from the other. Each can be read in
/// more than one way: without an end to them a long text would take for ever.
const MOST_DISTANCES: usize = 4;

/// From where a typed date is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateRule {
    /// From where a day is looked for of which a part was not typed.
    view: DateView,
    /// The day from which a distance such as `+7d` counts.
    from: Date,
    /// The language of the person who types.
    lang: Lang,
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
        let view = DateView { today, lean: Lean::Near, earliest: None };
        Self { view, from: today, lang: Lang::En, place: DatePlace::default(), endless: false }
    }

    /// The same for what lies ahead or behind.
    pub(crate) fn leaning(today: Date, lean: Lean) -> Self {
        let rule = Self::at(today);
        Self { view: DateView { lean, ..rule.view }, ..rule }
    }

    /// What is added, such as `+7d`, counts from another day, which lies ahead.
    pub(crate) fn after(today: Date, from: Date) -> Self {
        Self { from, ..Self::leaning(today, Lean::Future) }
    }

    /// A date without its year is the next such day from this one on.
    pub(crate) fn not_before(self, earliest: Date) -> Self {
        Self { view: DateView { earliest: Some(earliest), ..self.view }, ..self }
    }

    /// Words and numbers stand as people who read this language write them: `11/6` is
    /// 6 November in Chinese and 11 June elsewhere. With a year behind it the day stands
    /// first in every language: so it comes from the carrier.
    pub(crate) fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
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
                let day = self.read_day(&rest, typed, MOST_DISTANCES);
                day.and_then(|day| self.there(day, time).ok_or_else(|| DateFault::TooFar(given())))
            }
            None => self.read_day(&text, typed, MOST_DISTANCES),
        };
        // A part of the day beside a date says nothing more of the date.
        let plain = || Some(self.read_day(&without_part(&text)?, typed, MOST_DISTANCES));
        let read = match read {
            Err(DateFault::NotADate(_)) => plain().unwrap_or(read),
            read => read,
        };
        let far = |day: &Date| day.year().abs_diff(self.view.today.year()) > FAR_YEARS;
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

    /// Reads a date without a time: `text` is what was typed, folded. It is told by so many
    /// distances at most.
    fn read_day(&self, text: &str, typed: &str, most: usize) -> Result<Date, DateFault> {
        let text = unquoted(text);
        let short = listed_words("behind").find_map(|word| text.strip_suffix(word));
        let text = short.unwrap_or(&text);
        let named = self.read_named(text, typed);
        if !matches!(named, Err(DateFault::NotADate(_))) {
            return named;
        }
        let mut told = Vec::new();
        let offsets = if most > 0 { offsets(text) } else { Vec::new() };
        for offset in offsets {
            match self.told_by(&offset, typed, most.saturating_sub(1)) {
                Ok(day) => return Ok(day),
                Err(fault) => told.push(fault),
            }
        }
        told.retain(|fault| !fault.is_of_words());
        match (told.into_iter().next(), without_limit(text)) {
            (Some(fault), _) => Err(fault),
            // `until 9 Jan 2027` is that day.
            (None, Some(rest)) => self.read_day(&rest, typed, most),
            (None, None) if names_no_day(&with_year(text, self.view.today)) => {
                Err(DateFault::NoSingleDay(typed.to_owned()))
            }
            (None, None) => named,
        }
    }

    /// A day that is told by its distance from another one.
    fn told_by(&self, offset: &Offset, typed: &str, most: usize) -> Result<Date, DateFault> {
        let counted = |rule: &Self| {
            let from = rule.read_day(&offset.from, typed, most)?;
            Self { from, ..self.clone() }.away(offset.count, offset.unit, typed)
        };
        let day = counted(self)?;
        if self.view.lean == Lean::Near && self.view.earliest.is_none() {
            return Ok(day);
        }
        // What lies ahead can be told by a day that is past: three days after the third.
        let view = DateView { lean: Lean::Near, earliest: None, ..self.view };
        let near = counted(&Self { view, ..self.clone() });
        Ok(near.map_or(day, |near| self.view.likelier(day, near)))
    }

    /// Reads a day that is told by nothing but its name or its distance.
    fn read_named(&self, text: &str, typed: &str) -> Result<Date, DateFault> {
        let (today, not_a_date) = (self.view.today, || DateFault::NotADate(typed.to_owned()));
        let reading = read(text);
        if let Some(Reading::Distance(count, unit)) = reading {
            return match self.limit_of_month(text, count) {
                Some(day) => Ok(day),
                None => self.counting(text).away(count, unit, typed),
            };
        }
        // What else the words around a date can say.
        let text = with_signs(with_year(text, today), today.year(), FAR_YEARS);
        if let Some(days) = named_day(&text) {
            return today.checked_add(days.days()).map_err(|_| not_a_date());
        }
        if let Some((weekday, days)) = further(&text) {
            return self.further(weekday, days, typed);
        }
        let text = with_named_days(&text);
        if let Some(edge) = working_edge(&text) {
            return self.working_day(edge, typed);
        }
        if let Some(edge) = edge(&text) {
            return self.view.edge(edge).ok_or_else(not_a_date);
        }
        if let Some(either) = self.view.six_figures(&text, self.month_first()) {
            return either.map_err(|days| DateFault::SixFigures(typed.to_owned(), days));
        }
        if let Some(day) = self.view.year_first(&text, self.month_first()) {
            return Ok(day);
        }
        if let Some(reading) = read(&text) {
            return self.day_of(reading, &text, typed);
        }
        let text = with_month(&text, today);
        self.day_of(read(&text).ok_or_else(not_a_date)?, &text, typed)
    }

    /// The day so many after the next day of the week, which is not told on that day itself:
    /// said on a Friday, `Friday week` is in one week to some and in two to others.
    fn further(&self, weekday: i8, days: i32, typed: &str) -> Result<Date, DateFault> {
        let given = || typed.to_owned();
        if weekday == self.view.today.weekday().to_monday_one_offset() {
            return Err(DateFault::NoSingleDay(given()));
        }
        let next = DateView { lean: Lean::Near, ..self.view }.named(weekday, None);
        let day = next.and_then(|day| day.checked_add(days.days()).ok());
        day.ok_or_else(|| DateFault::TooFar(given()))
    }

    /// The first or the last working day of a month or a year.
    fn working_day(&self, edge: Edge, typed: &str) -> Result<Date, DateFault> {
        let given = || typed.to_owned();
        if !self.place.workdays.are_known() {
            return Err(DateFault::NoWorkdays(given()));
        }
        let day = self.view.edge(edge).ok_or_else(|| DateFault::NotADate(given()))?;
        let outside = if edge.last { day.tomorrow() } else { day.yesterday() };
        let away = |from| self.place.workdays.away(from, if edge.last { -1 } else { 1 });
        outside.ok().and_then(away).ok_or_else(|| DateFault::TooFar(given()))
    }

    /// The day that was read from a text.
    fn day_of(&self, reading: Reading, text: &str, typed: &str) -> Result<Date, DateFault> {
        let given = || typed.to_owned();
        match reading {
            Reading::Distance(count, unit) => self.counting(text).away(count, unit, typed),
            Reading::Length(count, unit) => {
                let count = if self.view.lean == Lean::Past { -count } else { count };
                self.away(count, unit, typed)
            }
            Reading::Weekday(weekday, week) => {
                self.view.named(weekday, week).ok_or_else(|| DateFault::NotADate(given()))
            }
            Reading::Day { year: Some(year), month, day, weekday } => {
                let none =
                    |_| DateFault::NoSuchDay(given(), NoDay::of(text, Some(year), month, day));
                let date = Date::new(year, month, day).map_err(none)?;
                match weekday {
                    Some(weekday) if date.weekday().to_monday_one_offset() != weekday => {
                        Err(DateFault::OtherWeekday(given(), date))
                    }
                    _ => Ok(date),
                }
            }
            Reading::Day { year: None, month, day, weekday } => {
                let (month, day) = self.in_order(text, month, day);
                self.in_a_year(month, day, weekday).map_err(|days| match days.as_slice() {
                    [] => DateFault::NoSuchDay(given(), NoDay::of(text, None, month, day)),
                    _ => DateFault::OtherWeekdays(given(), days),
                })
            }
            Reading::DayOfMonth(day) => {
                let none = || DateFault::NoSuchDay(given(), NoDay::Longest);
                self.view.in_a_month(day).ok_or_else(none)
            }
        }
    }

    /// The day of a year that was not typed, or such days of the years around, none of which
    /// is that day of the week.
    fn in_a_year(&self, month: i8, day: i8, weekday: Option<i8>) -> Result<Date, Vec<Date>> {
        let around = || {
            let years = self.view.today.year().saturating_sub(1)..;
            years.take(3).filter_map(|year| Date::new(year, month, day).ok()).collect()
        };
        let any = self.view.nearest(month, day, None);
        let none = || if any.is_some() { around() } else { Vec::new() };
        self.view.nearest(month, day, weekday).ok_or_else(none)
    }

    /// The day that 9日前 means where something ahead is asked for: the ninth at the latest,
    /// and not nine days ago.
    fn limit_of_month(&self, text: &str, count: i64) -> Option<Date> {
        let ahead = self.view.lean == Lean::Future && count < 0;
        match read(&without_limit(text).filter(|_| ahead)?)? {
            Reading::DayOfMonth(day) => self.view.in_a_month(day),
            _ => None,
        }
    }

    /// What is said in words counts from today, `in 2 weeks`; what is added to a day, from
    /// that one.
    fn counting(&self, text: &str) -> Self {
        let from = if text.starts_with(['+', '-']) { self.from } else { self.view.today };
        Self { from, ..self.clone() }
    }

    /// The day so many of a unit from the one that distances count from.
    fn away(&self, count: i64, unit: char, typed: &str) -> Result<Date, DateFault> {
        let given = || typed.to_owned();
        let too_far = || DateFault::TooFar(given());
        match unit {
            'b' if !self.place.workdays.are_known() => Err(DateFault::NoWorkdays(given())),
            'b' => self.place.workdays.away(self.from, count).ok_or_else(too_far),
            // An `h` is an hour in one Malay mind and a day in the other.
            'x' if self.lang == Lang::Ms => Err(DateFault::HourOrDay(given())),
            'x' | 'h' if count % 24 != 0 => Err(DateFault::Hours(given())),
            _ => {
                let span = span(count, unit).ok_or_else(too_far)?;
                self.from.checked_add(span).map_err(|_| too_far())
            }
        }
    }

    /// The month stands before the day where both are numbers and nothing else is there.
    fn month_first(&self) -> bool {
        self.lang == Lang::ZhCn
    }

    /// The month and the day, in the order of the language where both are numbers. Where
    /// only one order gives a month, that is the order.
    fn in_order(&self, text: &str, month: i8, day: i8) -> (i8, i8) {
        match read_in_figures(text) {
            Some((first, second)) if self.month_first() && first <= 12 => (first, second),
            _ => (month, day),
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
        'x' | 'h' => none.try_days(count / 24).ok(),
        'f' => none.try_weeks(count.checked_mul(2)?).ok(),
        'w' => none.try_weeks(count).ok(),
        'm' => none.try_months(count).ok(),
        'y' => none.try_years(count).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
