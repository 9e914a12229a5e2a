//! What is wrong with a date that was typed, and the words for it.
//!
//! Must not know: how a date is read.

use jiff::civil::Date;

use super::{Text, clean_line, date_reading::read_in_figures};

/// What was typed is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub(crate) enum DateFault {
    /// It has the shape of a date, but there is no such day.
    NoSuchDay(String, NoDay),
    /// It has no shape of a date that is known here.
    NotADate(String),
    /// That day is another day of the week than the one that was typed.
    OtherWeekday(String, Date),
    /// So it is in each of the years that can be meant.
    OtherWeekdays(String, Vec<Date>),
    /// Nothing here lies so far from today.
    TooFar(String),
    /// It counts working days where nobody knows whose those are.
    NoWorkdays(String),
    /// It names a time and no day of it, or only a side of a day.
    NoSingleDay(String),
    /// It counts hours, and they make no whole days.
    Hours(String),
    /// Six figures side by side, and the days that they can be.
    SixFigures(String, Vec<Date>),
    /// It counts what is an hour to one and a day to another.
    HourOrDay(String),
}

impl DateFault {
    /// It is made of other words than those of a day.
    pub(crate) fn is_of_words(&self) -> bool {
        matches!(self, Self::NotADate(_) | Self::NoSingleDay(_))
    }
}

/// Why there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// The month is over before.
    Short { year: Option<i16>, month: i8, days: i8 },
    /// No month is so long.
    Longest,
    /// The two numbers stand in the other order in this language.
    Order,
    /// There is no such month, or it is day 0.
    Shape,
}

/// How many days a month has; the most that it can have where no year is known.
pub(super) fn days_in(year: Option<i16>, month: i8) -> i8 {
    /// Any leap year.
    const LEAP: i16 = 2028;
    Date::new(year.unwrap_or(LEAP), month, 1).map_or(31, Date::days_in_month)
}

impl NoDay {
    /// Why there is no such day, as it was written.
    pub(super) fn of(text: &str, year: Option<i16>, month: i8, day: i8) -> Self {
        let is_month = |number: i8| (1..=12).contains(&number);
        match day {
            1.. if is_month(month) => Self::Short { year, month, days: days_in(year, month) },
            // The other order of the same figures can be what was meant.
            _ if !is_month(month) && is_month(day) && read_in_figures(text).is_some() => {
                Self::Order
            }
            _ => Self::Shape,
        }
    }
}

impl Text {
    /// What is wrong with a date that was typed.
    pub(crate) fn date_fault(&self, fault: &DateFault) -> String {
        let typed = |typed: &str| ("typed", clean_line(typed).into());
        match fault {
            DateFault::NoSuchDay(given, why) => self.no_day(given, *why),
            DateFault::NotADate(given) => self.with("say-not-a-date", &[typed(given)]),
            DateFault::TooFar(given) => self.with("say-date-too-far", &[typed(given)]),
            DateFault::NoWorkdays(given) => self.with("say-no-workdays", &[typed(given)]),
            DateFault::NoSingleDay(given) => self.with("say-no-single-day", &[typed(given)]),
            DateFault::Hours(given) => self.with("say-hours", &[typed(given)]),
            DateFault::HourOrDay(given) => self.with("say-hour-or-day", &[typed(given)]),
            DateFault::OtherWeekdays(given, dates) => {
                let dates = ("dates", self.full_dates(dates).into());
                self.with("say-other-weekdays", &[typed(given), dates])
            }
            DateFault::SixFigures(given, dates) => {
                let signs = dates.first().map(ToString::to_string).unwrap_or_default();
                let dates = ("dates", self.full_dates(dates).into());
                self.with("say-six-figures", &[typed(given), dates, ("signs", signs.into())])
            }
            DateFault::OtherWeekday(given, date) => {
                let date = ("date", self.full_date(*date).into());
                self.with("say-other-weekday", &[typed(given), date])
            }
        }
    }

    fn full_dates(&self, dates: &[Date]) -> String {
        let dates = dates.iter().map(|date| self.full_date(*date)).collect::<Vec<_>>();
        dates.join(&self.get("word-comma"))
    }

    fn no_day(&self, given: &str, why: NoDay) -> String {
        let typed = ("typed", clean_line(given).into());
        match why {
            NoDay::Short { year, month, days } => {
                let name = self.get(&format!("word-full-month-{month}")).into_owned();
                let month = match year {
                    None => name,
                    Some(year) => {
                        let args = [("month", name.into()), ("year", year.to_string().into())];
                        self.with("ui-month", &args)
                    }
                };
                let args = [typed, ("month", month.into()), ("days", days.into())];
                self.with("say-month-too-short", &args)
            }
            NoDay::Longest => self.with("say-no-month-so-long", &[typed]),
            NoDay::Order => self.with("say-day-order", &[typed]),
            NoDay::Shape => self.with("say-no-such-day", &[typed]),
        }
    }
}
