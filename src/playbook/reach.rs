//! When the carrier answers on a channel, and whether it can be reached from
//! abroad.

use jiff::{
    Timestamp, ToSpan as _, Zoned,
    civil::{Date, Time},
    tz::TimeZone,
};
use serde::Deserialize;

use crate::{
    domain::Id,
    text::{Localized, Text},
};

/// Whether a channel works from abroad. Those that do come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reach {
    /// It does.
    Yes,
    /// Only on the line itself, while it roams.
    Roaming,
    /// No page says so.
    Unknown,
    /// It does not.
    No,
}

impl Reach {
    /// Its word in `--json`, and in the keys of texts.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Roaming => "roaming",
            Self::Unknown => "unknown",
            Self::No => "no",
        }
    }
}

/// What is known of a channel for somebody who is abroad.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FromAbroad {
    /// Whether it works.
    pub(crate) reach: Reach,
    /// The number or address to use from there, where it is another one.
    #[serde(default)]
    pub(crate) value: Option<String>,
    /// What it costs. It is told only where a source of high confidence says so.
    #[serde(default)]
    pub(crate) cost: Option<Localized>,
    /// Ids of sources.
    #[serde(default)]
    pub(crate) sources: Vec<Id>,
}

/// The hours in which somebody answers, in the carrier's zone.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hours {
    /// The first and the last weekday of a run; Monday is 1.
    pub(crate) days: (i8, i8),
    /// When it opens.
    pub(crate) opens: Time,
    /// When it closes, on the same day.
    pub(crate) closes: Time,
}

/// No office rests longer: two weeks of holidays, and the days around them.
const MOST_DAYS: i32 = 21;

impl Hours {
    /// The days are weekdays in their order, and it opens before it closes.
    pub(super) fn is_sound(self) -> bool {
        let (first, last) = self.days;
        (1..=last).contains(&first) && last <= 7 && self.opens < self.closes
    }

    /// "Hours there: Mon to Fri, 08:30 to 17:30."
    pub(crate) fn told(self, text: &Text) -> String {
        let weekday = |day: i8| text.get(&format!("word-weekday-{day}"));
        let args = [
            ("first", weekday(self.days.0).into()),
            ("last", weekday(self.days.1).into()),
            ("opens", text.time(self.opens).into()),
            ("closes", text.time(self.closes).into()),
        ];
        text.with("ui-hours-there", &args)
    }

    /// They are those of an office, which rests on the days off of its region.
    fn is_office(self) -> bool {
        self.days.1 <= 5
    }

    /// When it is open next, or now: from when until when. `rests` says which days are
    /// days off there.
    pub(crate) fn next(
        self,
        now: Timestamp,
        zone: &TimeZone,
        rests: impl Fn(Date) -> bool,
    ) -> Option<(Zoned, Zoned)> {
        let today = now.to_zoned(zone.clone()).date();
        let at = |day: Date, time| day.to_datetime(time).to_zoned(zone.clone()).ok();
        let open = |days: i32| {
            let day = today.checked_add(days.days()).ok()?;
            let weekday = day.weekday().to_monday_one_offset();
            let works = (self.days.0..=self.days.1).contains(&weekday);
            let works = works && !(self.is_office() && rests(day));
            let (opens, closes) = (at(day, self.opens)?, at(day, self.closes)?);
            (works && closes.timestamp() > now).then_some((opens, closes))
        };
        (0..=MOST_DAYS).find_map(open)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_hours_are_todays_until_it_closes_and_then_the_next_working_day() {
        let hours = Hours {
            days: (1, 5),
            opens: Time::constant(8, 30, 0, 0),
            closes: Time::constant(17, 30, 0, 0),
        };
        let zone = TimeZone::get("Asia/Kuala_Lumpur").expect("a zone");
        let next = |now: &str| {
            let (now, deepavali) = (now.parse().expect("a moment"), date(2026, 11, 9));
            let next = hours.next(now, &zone, |day| day == deepavali);
            let (from, until) = next.expect("opens");
            (from.datetime().to_string(), until.datetime().to_string())
        };
        let friday = ("2026-11-06T08:30:00".to_owned(), "2026-11-06T17:30:00".to_owned());
        // Thursday after it has closed, then Friday morning while it is open.
        assert_eq!(next("2026-11-05T10:00:00Z"), friday);
        assert_eq!(next("2026-11-06T02:00:00Z"), friday);
        assert_eq!(next("2026-11-06T09:30:00Z").0, "2026-11-10T08:30:00", "a day off");
    }
}
