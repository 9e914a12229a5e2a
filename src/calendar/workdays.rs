//! Counting working days, and saying why a day does not count.

use jiff::civil::Date;

use super::{Calendar, table::Special};
use crate::domain::{Certainty, CountsWorkdays, Day, Why};

/// Days one after the other, each with what is special about it. The special
/// days are followed in step, which is faster than looking up each.
struct Walk<'a> {
    calendar: &'a Calendar,
    day: Date,
    ahead: &'a [Special],
}

impl<'a> Iterator for Walk<'a> {
    type Item = (Date, bool, Option<&'a Special>);

    /// The next day, whether it counts, and what is special about it.
    fn next(&mut self) -> Option<Self::Item> {
        self.day = self.day.tomorrow().ok()?;
        let special = match self.ahead.split_first() {
            Some((first, rest)) if first.date == self.day => {
                self.ahead = rest;
                Some(first)
            }
            _ => None,
        };
        let counts = match special {
            Some(special) => !special.off,
            None => !self.calendar.is_weekend(self.day),
        };
        Some((self.day, counts, special))
    }
}

impl Calendar {
    /// Every day after `from`.
    fn after(&self, from: Date) -> Walk<'_> {
        let all = self.specials();
        let first = all.partition_point(|special| special.date <= from);
        Walk { calendar: self, day: from, ahead: all.get(first..).unwrap_or_default() }
    }

    /// Whether people work on `date`.
    pub fn works(&self, date: Date) -> bool {
        let before = date.yesterday().unwrap_or(date);
        self.after(before).next().is_some_and(|(_, counts, _)| counts)
    }

    /// The n-th working day after `from`. `from` is day 0, also when it is
    /// not a working day itself. The last day there is when no day is the
    /// n-th.
    pub fn nth_after(&self, from: Date, n: u32) -> Date {
        let Some(skip) = n.checked_sub(1) else { return from };
        let mut working = self.after(from).filter(|(_, counts, _)| *counts);
        working.nth(skip as usize).map_or(Date::MAX, |(day, _, _)| day)
    }

    /// How many working days lie after `from` and up to `to`; 0 when `to` is
    /// not later.
    pub fn between(&self, from: Date, to: Date) -> u32 {
        let days = self.after(from).take_while(|(day, _, _)| *day <= to);
        u32::try_from(days.filter(|(_, counts, _)| *counts).count()).unwrap_or(u32::MAX)
    }

    /// Every day after `from` up to `to`, with its number or its reason.
    pub fn days(&self, from: Date, to: Date) -> Vec<Day> {
        let mut number = 0;
        let days = self.after(from).take_while(|(day, _, _)| *day <= to);
        days.map(|(date, counts, special)| {
            number += u32::from(counts);
            let rest = self.is_weekend(date);
            let why = match (counts, rest) {
                (false, true) => Some(Why::Weekend),
                (false, false) => Some(Why::Holiday),
                // An ordinary working day stays one when the person says that
                // it counts.
                (true, _) => special.filter(|one| rest || one.was_off).map(|_| Why::MakeUp),
            };
            Day {
                date,
                counts: counts.then_some(number),
                why,
                name: special.map(|special| special.name.clone()),
                certainty: special.map_or(Certainty::Published, |special| special.certainty),
            }
        })
        .collect()
    }
}

impl CountsWorkdays for Calendar {
    fn workday_after(&self, from: Date, n: u16) -> Date {
        self.nth_after(from, n.into())
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Caveat, DayName, DayOverrides, Filed, Window};

    fn region(code: &str) -> Calendar {
        Calendar::find(code).expect("a region")
    }

    #[test]
    fn the_day_of_submission_is_day_nought() {
        let somewhere = region("ZZ");
        assert_eq!(somewhere.nth_after(date(2026, 11, 5), 3), date(2026, 11, 10));
        let saturday = date(2026, 11, 7);
        assert_eq!(somewhere.nth_after(saturday, 1), date(2026, 11, 9));
        let filed =
            Filed { on: date(2026, 11, 5), window: Window { earliest: 3, latest: 7 }, moved: None };
        let review = region("MY-14").review(&filed, date(2026, 11, 18));
        assert_eq!(review.earliest, date(2026, 11, 11), "Monday 9 November is off for Deepavali");
        assert_eq!((review.latest, review.overdue_by), (date(2026, 11, 17), 1));
        assert!(review.caveats.is_empty());
    }

    #[test]
    fn holidays_across_a_year_and_in_a_state_with_another_weekend() {
        assert_eq!(region("MY-14").nth_after(date(2026, 12, 22), 7), date(2027, 1, 4));
        assert_eq!(region("MY-14").nth_after(date(2026, 3, 17), 7), date(2026, 3, 30));
        let days = region("MY-03").days(date(2026, 11, 5), date(2026, 11, 9));
        let told: Vec<_> = days.iter().map(|day| (day.counts, day.why)).collect();
        let weekend = (None, Some(Why::Weekend));
        // Deepavali is on Sunday, a working day there.
        assert_eq!(told, [weekend, weekend, (None, Some(Why::Holiday)), (Some(1), None)]);
    }

    #[test]
    fn people_work_on_make_up_days() {
        let china = region("CN");
        let day = china.days(date(2026, 10, 9), date(2026, 10, 10)).pop().expect("a day");
        assert_eq!((day.counts, day.why), (Some(1), Some(Why::MakeUp)), "a Saturday");
        assert!(china.works(date(2026, 10, 10)) && !china.works(date(2026, 10, 11)));
    }

    #[test]
    fn a_missing_substitute_is_added_and_an_inferred_one_has_a_caveat() {
        assert!(!region("MY-14").works(date(2024, 7, 8)), "Awal Muharam was a Sunday");
        assert!(region("MY-01").works(date(2024, 7, 8)), "Johor rested on Friday then");
        let kuala_lumpur = region("MY-14");
        assert!(!kuala_lumpur.works(date(2027, 6, 8)));
        let caveats = kuala_lumpur.caveats(date(2027, 6, 1), date(2027, 6, 10));
        let [Caveat::Inferred(days)] = caveats.as_slice() else { panic!("{caveats:?}") };
        assert_eq!(days.first().map(|(day, _)| *day), Some(date(2027, 6, 8)));
    }

    #[test]
    fn what_is_not_known_is_said() {
        let caveats = |code: &str, from, to| region(code).caveats(from, to);
        assert_eq!(caveats("MY-14", date(2026, 11, 5), date(2026, 11, 17)), []);
        assert_eq!(caveats("ZZ", date(2026, 11, 5), date(2026, 11, 17)), [Caveat::WeekendsOnly]);
        let spring = caveats("CN", date(2027, 1, 4), date(2027, 1, 13));
        assert_eq!(spring, [Caveat::Unpublished(2027)]);
        let late = caveats("US", date(2031, 12, 29), date(2032, 1, 7));
        assert_eq!(late, [Caveat::Uncovered(2032)]);
        let moon = caveats("MY-14", date(2028, 2, 21), date(2028, 3, 1));
        assert_eq!(moon.first(), Some(&Caveat::Unpublished(2028)));
        assert!(moon.iter().any(|one| matches!(one, Caveat::Estimated(_))), "{moon:?}");
        for code in ["HK", "JP", "GB-ENG", "GB-SCT", "GB-NIR", "GB-WLS", "MY-14", "SG"] {
            let far = caveats(code, date(2029, 2, 8), date(2029, 2, 13));
            assert_eq!(far.first(), Some(&Caveat::Unpublished(2029)), "{code}");
        }
        let named = |day| region("TW").days(day, day.tomorrow().expect("a day")).pop()?.name;
        assert_ne!(named(date(2027, 2, 3)), named(date(2027, 2, 4)), "小年夜 and 除夕");
    }

    #[test]
    fn each_day_has_its_number_however_late_the_answer_is() {
        let filed =
            Filed { on: date(2026, 11, 5), window: Window { earliest: 3, latest: 7 }, moved: None };
        let (there, today) = (region("MY-14"), date(2028, 3, 1));
        let last = there.review(&filed, today).days.pop().expect("a day");
        assert_eq!((last.date, last.counts), (today, Some(there.between(filed.on, today))));
    }

    #[test]
    fn the_person_knows_better_than_the_tables() {
        let own = DayOverrides {
            closed: [(date(2026, 11, 12), "moving".to_owned())].into(),
            open: [(date(2026, 11, 9), String::new()), (date(2026, 11, 14), String::new())].into(),
        };
        let calendar = region("MY-14").with(&own);
        let days = calendar.days(date(2026, 11, 5), date(2026, 11, 14));
        let counts: Vec<_> = days.iter().map(|day| day.counts).collect();
        assert_eq!(
            counts,
            [Some(1), None, None, Some(2), Some(3), Some(4), None, Some(5), Some(6)]
        );
        let moving = days.iter().find(|day| day.date == date(2026, 11, 12)).expect("there");
        assert_eq!(moving.name, Some(DayName::Own("moving".into())));
        let somewhere = region("ZZ").with(&own);
        assert!(!somewhere.works(date(2026, 11, 12)) && somewhere.works(date(2026, 11, 14)));
    }

    #[test]
    fn the_end_of_time_ends_the_count() {
        let last = date(9999, 12, 30);
        assert_eq!(region("MY-14").nth_after(last, 400), Date::MAX);
        assert_eq!(region("MY-14").nth_after(last, 0), last);
        assert_eq!(region("MY-14").days(last, Date::MAX).len(), 1);
    }

    proptest! {
        #[test]
        fn counting_there_and_counting_between_agree(start in -2000_i32..4000, n in 1_u32..40) {
            let from = date(2024, 1, 1).checked_add(start.days()).expect("in range");
            for code in ["MY-14", "MY-03", "MY-01", "CN", "ZZ"] {
                let calendar = region(code);
                let nth = calendar.nth_after(from, n);
                prop_assert_eq!(calendar.between(from, nth), n);
                prop_assert!(calendar.works(nth));
                let days = calendar.days(from, nth);
                prop_assert_eq!(days.last().and_then(|day| day.counts), Some(n));
                let works = days.iter().filter(|day| calendar.works(day.date)).count();
                prop_assert_eq!(works, n as usize);
            }
        }
    }
}
