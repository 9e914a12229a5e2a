//! When the carrier answers on a channel, and whether it can be reached from
//! abroad.

use std::fmt;

use jiff::{
    Timestamp, ToSpan as _, Zoned,
    civil::{Date, Time},
    tz::TimeZone,
};
use serde::{
    Deserialize, Deserializer,
    de::{
        MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};

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

/// What can be expected of a channel from abroad where no page says so: what it is tells.
/// It is advice, and not the carrier's word. The best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hope {
    /// It is online.
    Online,
    /// A number, or one to be found.
    Number,
    /// A short number of the carrier's own network.
    Short,
    /// A number that is free inside the country.
    TollFree,
    /// A counter.
    Store,
}

impl Hope {
    /// How numbers begin that are free inside a country.
    const FREE: [&'static str; 9] =
        ["1800", "1300", "0800", "800", "888", "877", "866", "855", "844"];
    /// Most digits of a short number.
    const SHORT: usize = 5;

    /// By the id of a channel, and what is dialled or opened.
    pub(crate) fn of(id: &str, value: &str) -> Self {
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        let online = value.contains("://") || value.contains('@');
        match id {
            "store" => Self::Store,
            "website" | "social" | "chat" | "app" | "email" => Self::Online,
            _ if online => Self::Online,
            _ if value.starts_with('*') => Self::Short,
            _ if (1..=Self::SHORT).contains(&digits.len()) => Self::Short,
            _ if value.starts_with('+') => Self::Number,
            _ if Self::FREE.iter().any(|free| digits.starts_with(free)) => Self::TollFree,
            _ => Self::Number,
        }
    }

    /// Its word in the keys of texts.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Number => "number",
            Self::Short => "short",
            Self::TollFree => "toll-free",
            Self::Store => "store",
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

/// A run of days with the hours in which somebody answers, in the carrier's zone.
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

/// Reads the runs of a channel: a list of them, or a single one without its brackets.
pub(super) fn runs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Hours>, D::Error> {
    struct Runs;
    impl<'de> Visitor<'de> for Runs {
        type Value = Vec<Hours>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("hours")
        }
        fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Vec<Hours>, M::Error> {
            Hours::deserialize(MapAccessDeserializer::new(map)).map(|one| vec![one])
        }
        fn visit_seq<S: SeqAccess<'de>>(self, list: S) -> Result<Vec<Hours>, S::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list))
        }
        fn visit_none<E>(self) -> Result<Vec<Hours>, E> {
            Ok(Vec::new())
        }
        fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Vec<Hours>, D::Error> {
            inner.deserialize_any(self)
        }
    }
    deserializer.deserialize_any(Runs)
}

/// "Hours there: Mon to Fri, 09:00 to 18:00; Sat, 09:00 to 13:00."
pub(crate) fn hours_told(runs: &[Hours], text: &Text) -> Option<String> {
    let told: Vec<String> = runs.iter().map(|run| run.told(text)).collect();
    let told = told.join(&text.get("word-semicolon"));
    (!told.is_empty()).then(|| text.with("ui-hours-there", &[("hours", told.into())]))
}

impl Hours {
    /// The days are weekdays in their order, and it opens before it closes.
    pub(super) fn is_sound(self) -> bool {
        let (first, last) = self.days;
        (1..=last).contains(&first) && last <= 7 && self.opens < self.closes
    }

    /// "Mon to Fri, 08:30 to 17:30", or "Sat, 09:00 to 13:00".
    fn told(self, text: &Text) -> String {
        let weekday = |day: i8| text.get(&format!("word-weekday-{day}"));
        let several = self.days.0 != self.days.1;
        let args = [
            ("first", weekday(self.days.0).into()),
            ("last", weekday(self.days.1).into()),
            ("opens", text.time(self.opens).into()),
            ("closes", text.time(self.closes).into()),
        ];
        text.with(if several { "word-hours" } else { "word-hours-day" }, &args)
    }

    /// They are those of an office, which rests on the days off of its region.
    fn is_office(self) -> bool {
        self.days.1 <= 5
    }

    /// When one of these runs is open next, or now: from when until when. `rests` says
    /// which days are days off there.
    pub(crate) fn next(
        runs: &[Self],
        now: Timestamp,
        zone: &TimeZone,
        rests: impl Fn(Date) -> bool,
    ) -> Option<(Zoned, Zoned)> {
        let all = runs.iter().filter_map(|run| run.next_of_run(now, zone, &rests));
        all.min_by_key(|(from, _)| from.timestamp())
    }

    /// The same of one run.
    fn next_of_run(
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
        let saturday = Hours {
            days: (6, 6),
            opens: Time::constant(9, 0, 0, 0),
            closes: Time::constant(13, 0, 0, 0),
        };
        let next_of = |runs: &[Hours], now: &str| {
            let (now, deepavali) = (now.parse().expect("a moment"), date(2026, 11, 9));
            let weekend = |day: Date| day.weekday().to_monday_one_offset() > 5;
            let next = Hours::next(runs, now, &zone, |day| day == deepavali || weekend(day));
            let (from, until) = next.expect("opens");
            (from.datetime().to_string(), until.datetime().to_string())
        };
        let next = |now: &str| next_of(&[hours], now);
        let friday = ("2026-11-06T08:30:00".to_owned(), "2026-11-06T17:30:00".to_owned());
        // Thursday after it has closed, then Friday morning while it is open.
        assert_eq!(next("2026-11-05T10:00:00Z"), friday);
        assert_eq!(next("2026-11-06T02:00:00Z"), friday);
        assert_eq!(next("2026-11-06T09:30:00Z").0, "2026-11-10T08:30:00", "a day off");
        // A second run opens on the Saturday in between, and then rests until the week.
        let runs = [hours, saturday];
        assert_eq!(next_of(&runs, "2026-11-06T09:30:00Z").0, "2026-11-07T09:00:00");
        assert_eq!(next_of(&runs, "2026-11-07T02:00:00Z").1, "2026-11-07T13:00:00");
        assert_eq!(next_of(&runs, "2026-11-07T05:00:00Z").0, "2026-11-10T08:30:00");
    }
}
