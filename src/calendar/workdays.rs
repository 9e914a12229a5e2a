//! Counting working days, and saying why a day does not count.

use jiff::{ToSpan as _, civil::Date};

use super::Calendar;
use crate::domain::{Review, Window};

/// Why a day does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A weekly day of rest.
    Weekend,
}

/// One day after the day of filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Which working day it is, counted from the day of filing; nothing when
    /// it does not count.
    pub counts: Option<u32>,
    /// Why it does not count.
    pub why: Option<Why>,
}

impl Calendar {
    /// Why `date` is no working day; nothing when it is one.
    pub fn why_not(&self, date: Date) -> Option<Why> {
        self.is_weekend(date).then_some(Why::Weekend)
    }

    /// The n-th working day after `from`. `from` is day 0, also when it is
    /// not a working day itself.
    pub fn nth_after(&self, from: Date, n: u32) -> Date {
        let mut day = from;
        let mut left = n;
        while left > 0 {
            let Ok(next) = day.tomorrow() else { return day };
            day = next;
            if self.why_not(day).is_none() {
                left -= 1;
            }
        }
        day
    }

    /// How many working days lie after `from` and up to `to`; 0 when `to` is
    /// not later.
    pub fn between(&self, from: Date, to: Date) -> u32 {
        if to <= from {
            return 0;
        }
        let days = from.series(1.day()).skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.why_not(*day).is_none()).count()).unwrap_or(u32::MAX)
    }

    /// Every day after `from` up to `to`, with its number or its reason.
    pub fn days(&self, from: Date, to: Date) -> Vec<Day> {
        let mut number = 0;
        from.series(1.day())
            .skip(1)
            .take_while(|day| *day <= to)
            .map(|date| {
                let why = self.why_not(date);
                number += u32::from(why.is_none());
                Day { date, counts: why.is_none().then_some(number), why }
            })
            .collect()
    }

    /// The review of something handed in on `submitted`, seen from `today`.
    pub fn review(&self, submitted: Date, window: Window, today: Date) -> Review {
        let earliest = self.nth_after(submitted, window.earliest.into());
        let latest = self.nth_after(submitted, window.latest.into());
        Review {
            submitted,
            earliest,
            latest,
            to_earliest: self.between(today, earliest),
            to_latest: self.between(today, latest),
            overdue_by: self.between(latest, today),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_day_of_filing_is_day_nought() {
        let region = Calendar::find("ZZ").expect("somewhere");
        assert_eq!(region.nth_after(date(2026, 11, 5), 3), date(2026, 11, 10));
        assert_eq!(
            region.nth_after(date(2026, 11, 7), 1),
            date(2026, 11, 9),
            "filed on a Saturday"
        );
        let review =
            region.review(date(2026, 11, 5), Window { earliest: 3, latest: 7 }, date(2026, 11, 17));
        assert_eq!((review.latest, review.overdue_by), (date(2026, 11, 16), 1));
    }

    proptest! {
        #[test]
        fn counting_there_and_counting_between_agree(start in 0_i32..2000, n in 1_u32..40) {
            let from = date(2024, 1, 1).checked_add(start.days()).expect("in range");
            for code in ["MY-14", "MY-03", "MY-01", "ZZ"] {
                let region = Calendar::find(code).expect("a region");
                let nth = region.nth_after(from, n);
                prop_assert_eq!(region.between(from, nth), n);
                prop_assert!(region.why_not(nth).is_none());
                let days = region.days(from, nth);
                prop_assert_eq!(days.last().and_then(|day| day.counts), Some(n));
            }
        }
    }
}
