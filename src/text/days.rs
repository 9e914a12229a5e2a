//! Days that count and days that do not, in words.

use jiff::civil::Date;

use super::Text;
use crate::domain::{Caveat, Certainty, Day, DayName, Period, Why, Window};

impl Text {
    /// What a region is called: `Kuala Lumpur`. Its code when it has no name.
    pub fn region(&self, code: &str) -> String {
        let key = format!("region-{}", code.to_lowercase());
        let name = self.get(&key);
        if *name == *key { code.to_owned() } else { name.into_owned() }
    }

    /// `Kuala Lumpur (MY-14)`.
    pub(crate) fn region_and_code(&self, code: &str) -> String {
        let name = self.region(code);
        self.with("word-region", &[("name", name.into()), ("code", code.into())])
    }

    /// `3 to 7 working days`; `1 working day` where both ends are the same.
    pub(crate) fn working_days(&self, window: Window) -> String {
        let Window { earliest, latest } = window;
        if earliest == latest {
            return self.with("word-working-days", &[("count", latest.into())]);
        }
        let args = [("earliest", earliest.into()), ("latest", latest.into())];
        self.with("word-working-days-span", &args)
    }

    /// `3 to 7 working days in Kuala Lumpur`.
    pub(crate) fn working_days_in(&self, window: Window, region: &str) -> String {
        let key = if region == "ZZ" { "ui-window-anywhere" } else { "ui-window-in" };
        let days = self.working_days(window).into();
        self.with(key, &[("days", days), ("region", self.region(region).into())])
    }

    /// `6 months`, `90 days`, `10 working days`.
    pub(crate) fn period(&self, period: Period) -> String {
        let (key, count) = match period {
            Period::Days(count) => ("word-days", count),
            Period::Months(count) => ("word-months", count),
            Period::WorkingDays(count) => ("word-working-days", count),
        };
        self.with(key, &[("count", count.into())])
    }

    /// What a special day is called: `Deepavali, in lieu`.
    pub fn day_name(&self, name: &DayName) -> String {
        match name {
            DayName::Own(words) if words.is_empty() => self.get("word-day-own").into_owned(),
            DayName::Own(words) => words.clone(),
            DayName::Known(names) => {
                let one = |written: &str| {
                    let key = written.trim_end_matches(['\'', '~']);
                    let name = self.get(&format!("holiday-{key}")).into_owned();
                    if written.contains('\'') {
                        self.with("word-in-lieu", &[("name", name.into())])
                    } else {
                        name
                    }
                };
                let names: Vec<String> =
                    names.split('+').filter(|name| !name.is_empty()).map(one).collect();
                names.join(&self.get("word-slash"))
            }
        }
    }

    /// Why a day counts or not: `3`, `weekend`, `Deepavali, in lieu`.
    pub fn why(&self, day: &Day) -> String {
        let name = day.name.as_ref().map(|name| self.day_name(name)).unwrap_or_default();
        let count = ("count", day.counts.unwrap_or_default().into());
        let what = match day.why {
            Some(Why::Weekend) if name.is_empty() => self.get("word-weekend").into_owned(),
            Some(Why::Weekend) => self.with("word-weekend-too", &[("name", name.into())]),
            Some(Why::Holiday) => name,
            Some(Why::MakeUp) if day.certainty != Certainty::Own => {
                self.with("word-make-up", &[count])
            }
            Some(Why::MakeUp) => match &day.name {
                Some(DayName::Own(words)) if !words.is_empty() => {
                    self.with("word-open-day", &[count, ("name", name.into())])
                }
                _ => self.with("word-working-day", &[count]),
            },
            // The person may have named an ordinary working day: that changes
            // nothing.
            None => return self.with("word-working-day", &[count]),
        };
        match day.certainty {
            Certainty::Estimated => self.with("word-estimated", &[("what", what.into())]),
            Certainty::Inferred => self.with("word-inferred", &[("what", what.into())]),
            Certainty::Own => self.with("word-own-day", &[("what", what.into())]),
            Certainty::Published => what,
        }
    }

    /// Why a computed date can still change, in a sentence.
    pub(crate) fn caveat(&self, caveat: &Caveat, region: &str) -> String {
        let region = self.region(region);
        let year = |key, year: i16| {
            let args = [("year", year.to_string().into()), ("region", region.clone().into())];
            self.with(key, &args)
        };
        let some = |key, days: &[(Date, DayName)]| {
            let one = |(date, name): &(Date, DayName)| {
                let (date, why) = (self.full_date(*date), self.day_name(name));
                self.with("say-moved-day", &[("why", why.into()), ("date", date.into())])
            };
            let names: Vec<String> = days.iter().map(one).collect();
            let names = names.join(&self.get("word-semicolon"));
            self.with(key, &[("count", days.len().into()), ("names", names.into())])
        };
        match caveat {
            Caveat::Uncovered(which) => year("say-doubt-uncovered", *which),
            Caveat::Unpublished(which) => year("say-doubt-unpublished", *which),
            Caveat::WeekendsOnly => self.get("say-doubt-weekends-only").into_owned(),
            Caveat::Estimated(days) => some("say-doubt-estimated", days),
            Caveat::Inferred(days) => some("say-doubt-inferred", days),
        }
    }

    /// What is wrong with a window.
    pub(crate) fn no_window(&self, window: Window) -> String {
        let Window { earliest, latest } = window;
        let args = [("earliest", earliest.into()), ("latest", latest.into())];
        self.with("say-no-window", &args)
    }
}
