//! A span of time, as a source gives it: so many days, months, or working days.
//!
//! Owns: the units, and the one place where a span is added to a day. Months stay
//! months: "six months" as 180 days is up to four days short. Must not know: which
//! days people work; a calendar counts those.

use std::{fmt, sync::Arc};

use jiff::{ToSpan as _, civil::Date};
use serde::de::Error;

/// So much time. How long a carrier takes to answer is none: that is always counted
/// in working days (`Window`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Days of the calendar.
    Days(u16),
    /// Months of the calendar.
    Months(u16),
    /// Days on which people work, where the carrier is.
    WorkingDays(u16),
}

/// Counts the days on which people work.
pub trait CountsWorkdays: fmt::Debug + Send + Sync {
    /// The n-th working day after a day.
    fn workday_after(&self, from: Date, n: u16) -> Date;
}

/// What counts working days; nothing where no span needs that.
#[derive(Clone, Debug, Default)]
pub struct Workdays(Option<Arc<dyn CountsWorkdays>>);

impl Workdays {
    /// Counted by this calendar.
    pub(crate) fn by(calendar: impl CountsWorkdays + 'static) -> Self {
        Self(Some(Arc::new(calendar)))
    }

    /// Whether anything counts them.
    pub(crate) fn are_known(&self) -> bool {
        self.0.is_some()
    }

    /// The working day so many after a day, or before it. Nothing past the end of the
    /// calendar, and none where nobody counts them.
    pub(crate) fn away(&self, from: Date, count: i64) -> Option<Date> {
        let calendar = self.0.as_ref()?;
        let mut left = u16::try_from(count.unsigned_abs()).ok()?;
        if count >= 0 {
            return Some(calendar.workday_after(from, left)).filter(|day| *day < Date::MAX);
        }
        let mut day = from;
        while left > 0 {
            day = day.yesterday().ok()?;
            let works = calendar.workday_after(day.yesterday().ok()?, 1) == day;
            left -= u16::from(works);
        }
        Some(day)
    }
}

impl PartialEq for Workdays {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl Eq for Workdays {}

impl Period {
    /// What stands for the fields where none of them, or several, are given.
    const FIELDS: &'static str = "days|months|working_days";

    /// The one that a file gives: `days: 90`, `months: 6` or `working_days: 10`.
    pub(crate) fn given<E: Error>(
        days: Option<u16>,
        months: Option<u16>,
        working_days: Option<u16>,
    ) -> Result<Self, E> {
        match (days, months, working_days) {
            (Some(days), None, None) => Ok(Self::Days(days)),
            (None, Some(months), None) => Ok(Self::Months(months)),
            (None, None, Some(days)) => Ok(Self::WorkingDays(days)),
            (None, None, None) => Err(E::missing_field(Self::FIELDS)),
            _ => Err(E::duplicate_field(Self::FIELDS)),
        }
    }

    /// The day on which a span that began on `from` is over: months end on the day
    /// of the same number, or on the last day of a month that has none. Nothing
    /// past the end of the calendar, and no guess where nobody counts working days.
    pub(crate) fn after(self, from: Date, workdays: &Workdays) -> Option<Date> {
        match self {
            Self::Days(days) => from.checked_add(i32::from(days).days()).ok(),
            Self::Months(months) => from.checked_add(i32::from(months).months()).ok(),
            Self::WorkingDays(days) => {
                workdays.0.as_ref().map(|calendar| calendar.workday_after(from, days))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Every other day.
    #[derive(Debug)]
    struct EveryOther;

    impl CountsWorkdays for EveryOther {
        fn workday_after(&self, from: Date, n: u16) -> Date {
            from.checked_add(i32::from(2 * n).days()).expect("a day")
        }
    }

    #[test]
    fn months_end_on_the_same_day_or_on_the_last_one_of_the_month() {
        let none = &Workdays::default();
        let six = |from| Period::Months(6).after(from, none);
        assert_eq!(six(date(2026, 3, 1)), Some(date(2026, 9, 1)));
        assert_eq!(six(date(2026, 8, 31)), Some(date(2027, 2, 28)));
        assert_eq!(six(date(2027, 8, 31)), Some(date(2028, 2, 29)), "a leap year");
        assert_eq!(six(date(2026, 8, 28)), Some(date(2027, 2, 28)));
        assert_eq!(Period::Days(180).after(date(2026, 3, 1), none), Some(date(2026, 8, 28)));
        assert_eq!(Period::Months(1).after(Date::MAX, none), None);
        let ten = |workdays| Period::WorkingDays(10).after(date(2026, 3, 1), &workdays);
        assert_eq!(ten(Workdays::by(EveryOther)), Some(date(2026, 3, 21)));
        assert_eq!(ten(Workdays::default()), None);
        let (one, other) = (Workdays::by(EveryOther), Workdays::by(EveryOther));
        let same = one.clone();
        assert!(one == same && one != other && one != Workdays::default());
        assert_eq!(Workdays::default(), Workdays::default());
    }
}
