//! A span of the calendar, as a source gives it: so many days, or so many months.
//!
//! Owns: the two units, and the one place where a span is added to a day. Months
//! stay months: "six months" as 180 days is up to four days short. Must not know:
//! working days. Those belong to a calendar, and the time that a carrier takes to
//! answer is counted in nothing else.

use jiff::{ToSpan as _, civil::Date};
use serde::de::Error;

/// So many days or months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Days of the calendar.
    Days(u16),
    /// Months of the calendar.
    Months(u16),
}

impl Period {
    /// What stands for the two fields where none of them, or both, are given.
    const FIELDS: &'static str = "days|months";

    /// The one that a file gives: `days: 90` or `months: 6`, never both.
    pub(crate) fn given<E: Error>(days: Option<u16>, months: Option<u16>) -> Result<Self, E> {
        match (days, months) {
            (Some(days), None) => Ok(Self::Days(days)),
            (None, Some(months)) => Ok(Self::Months(months)),
            (None, None) => Err(E::missing_field(Self::FIELDS)),
            (Some(_), Some(_)) => Err(E::duplicate_field(Self::FIELDS)),
        }
    }

    /// The day on which a span that began on `from` is over: months end on the day
    /// of the same number, or on the last day of a month that has none. Nothing
    /// past the end of the calendar.
    pub(crate) fn after(self, from: Date) -> Option<Date> {
        let span = match self {
            Self::Days(days) => i32::from(days).days(),
            Self::Months(months) => i32::from(months).months(),
        };
        from.checked_add(span).ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn months_end_on_the_same_day_or_on_the_last_one_of_the_month() {
        let six = |from| Period::Months(6).after(from);
        assert_eq!(six(date(2026, 3, 1)), Some(date(2026, 9, 1)));
        assert_eq!(six(date(2026, 8, 31)), Some(date(2027, 2, 28)));
        assert_eq!(six(date(2027, 8, 31)), Some(date(2028, 2, 29)), "a leap year");
        assert_eq!(six(date(2026, 8, 28)), Some(date(2027, 2, 28)));
        assert_eq!(Period::Days(180).after(date(2026, 3, 1)), Some(date(2026, 8, 28)));
        assert_eq!(Period::Months(1).after(Date::MAX), None);
    }
}
