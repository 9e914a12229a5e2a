//! How to reach the carrier, and the way from abroad: what works from there, in
//! which hours there and here, what it costs, and what to do when nobody answers.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

use super::Words;
use crate::{
    domain::Terms,
    playbook::{Channel, Confidence, FromAbroad, Hours, PageDate, Reach, hours_told},
};

/// One way to reach the carrier, or a place to complain about it.
pub(crate) struct Way<'a> {
    /// The channel.
    pub(crate) channel: &'a Channel,
    /// Its title and what to dial or open.
    pub(crate) heading: String,
    /// When to use it and what to expect.
    pub(crate) means: &'a str,
    /// Whether it works from abroad, what it costs, its hours.
    pub(crate) facts: Vec<String>,
    /// How sure that is, and the date of the page.
    pub(crate) seen: String,
}

/// Every way to reach the carrier from where the person is.
pub(crate) struct Ways<'a> {
    /// What time it is there, where that is known, and here, for somebody who is abroad.
    pub(crate) now: Option<String>,
    /// The ways, the surest first.
    pub(crate) carrier: Vec<Way<'a>>,
    /// What to do when none answers, in order.
    pub(crate) unanswered: Vec<String>,
    /// Where one complains.
    pub(crate) complaints: Vec<Way<'a>>,
    /// What does not work from where the person is.
    pub(crate) out_of_reach: Vec<Way<'a>>,
}

/// A moment, and the person's own zone.
pub(crate) struct Clocks<'a> {
    /// The moment.
    pub(crate) now: Timestamp,
    /// The zone in which the person is.
    pub(crate) home: &'a TimeZone,
}

impl<'a> Words<'a> {
    /// The ways to reach the carrier. For somebody who is abroad what works from
    /// there comes first, and what does not is apart.
    pub(crate) fn ways(&self, clocks: &Clocks<'_>, abroad: bool) -> Ways<'a> {
        let channels = self.playbook.channels_from(abroad).into_iter();
        let all = channels.map(|one| self.way(one, clocks, abroad));
        let out = |way: &Way<'_>| way.channel.reach(abroad) == Reach::No;
        let (out_of_reach, all): (Vec<_>, Vec<_>) = all.partition(out);
        let (complaints, carrier) = all.into_iter().partition(|way| way.channel.complaint);
        let now = abroad.then(|| {
            let (there, here) = self.there_and_here(clocks);
            let args = [("there", self.moment(&there).into()), ("here", self.moment(&here).into())];
            // A carrier that may be anywhere has no time of its own.
            let known = self.playbook.zone.is_some();
            self.text.with(if known { "ui-abroad-now" } else { "ui-abroad-now-here" }, &args)
        });
        Ways { now, carrier, unanswered: self.unanswered(), complaints, out_of_reach }
    }

    /// What to do when nobody answers.
    fn unanswered(&self) -> Vec<String> {
        let lang = self.text.lang();
        let log = self.text.get("ui-unanswered-log").into_owned();
        let chase = self.playbook.review.chase.as_ref();
        let steps = chase.map(|rule| [&rule.nudge, &rule.complain]);
        let steps = steps.into_iter().flatten().map(|step| step.get(lang).to_owned());
        [log].into_iter().chain(steps).collect()
    }

    fn way(&self, channel: &'a Channel, clocks: &Clocks<'_>, abroad: bool) -> Way<'a> {
        let (text, lang) = (self.text, self.text.lang());
        let title = channel.title.get(lang);
        let heading = match channel.value_from(abroad) {
            Some(value) => text.labelled(title, value),
            None => title.to_owned(),
        };
        let confidence = text.get(&format!("word-confidence-{}", channel.confidence.word()));
        let args = [
            ("confidence", confidence.into()),
            ("date", PageDate::told(channel.date.as_ref(), text).into()),
        ];
        let mut facts: Vec<String> = Vec::new();
        if abroad {
            facts.extend(self.reach(channel));
        }
        facts.extend(self.hours(&channel.hours, clocks));
        let seen = text.with("ui-channel-seen", &args);
        Way { channel, heading, means: channel.means.get(lang), facts, seen }
    }

    /// Whether a channel works from abroad, and what that costs: only what a source
    /// of high confidence says, else that one has to ask.
    pub(crate) fn reach(&self, channel: &Channel) -> Vec<String> {
        let say = |key: &str| self.text.get(key).into_owned();
        let (known, reach) = (channel.abroad.as_ref(), channel.reach(true));
        let sure = |known: &&FromAbroad| {
            self.playbook.sources(&known.sources).any(|one| one.confidence == Confidence::High)
        };
        let cost = known.filter(sure).and_then(|one| one.cost.as_ref());
        let cost = match (cost, reach) {
            (Some(cost), _) => Some(cost.get(self.text.lang()).to_owned()),
            (None, Reach::Roaming) => Some(say("ui-abroad-ask-cost")),
            (None, _) => None,
        };
        [say(&channel.said_abroad())].into_iter().chain(cost).collect()
    }

    /// The hours there, and the next ones as the person's own clock shows them.
    fn hours(&self, hours: &[Hours], clocks: &Clocks<'_>) -> Vec<String> {
        let text = self.text;
        let there = hours_told(hours, text);
        let (zone, now) = (self.playbook.time_zone(clocks.home), clocks.now);
        // Whoever set other days for a review has not moved the offices.
        let calendar = self.playbook.calendar(&Terms::default());
        let rests = |day: Date| calendar.as_ref().is_some_and(|calendar| !calendar.works(day));
        let here = Hours::next(hours, now, &zone, rests).and_then(|(from, until)| {
            let own = |one: &Zoned| one.with_time_zone(clocks.home.clone());
            let same = own(&from).datetime() == from.datetime();
            if from.timestamp() <= now {
                let args = [
                    ("there", text.time(until.time()).into()),
                    ("here", self.moment(&own(&until)).into()),
                ];
                return Some(
                    text.with(if same { "ui-hours-now" } else { "ui-hours-now-here" }, &args),
                );
            }
            let args = [("from", self.moment(&own(&from))), ("until", self.moment(&own(&until)))];
            let args = args.map(|(name, moment)| (name, moment.into()));
            (!same).then(|| text.with("ui-hours-here", &args))
        });
        there.into_iter().chain(here).collect()
    }

    /// The moment where the carrier is, and where the person is.
    fn there_and_here(&self, clocks: &Clocks<'_>) -> (Zoned, Zoned) {
        let zone = self.playbook.time_zone(clocks.home);
        (clocks.now.to_zoned(zone), clocks.now.to_zoned(clocks.home.clone()))
    }

    /// "Thu 5 Nov 10:00".
    fn moment(&self, moment: &Zoned) -> String {
        let (day, time) = (self.near(moment.date()), self.text.time(moment.time()));
        self.text.with("word-moment", &[("day", day.into()), ("time", time.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Case, Id, Route},
        playbook::{
            Library,
            reach::Hope,
            tests::{OPENED, hotlink},
        },
        text::{Lang, Text},
    };

    #[test]
    fn no_time_is_told_of_a_place_that_is_not_known() {
        let home = TimeZone::get("America/Vancouver").expect("a zone");
        let now = "2026-11-05T02:00:00Z".parse().expect("a moment");
        let shelf = Library::default();
        for id in shelf.ids() {
            let playbook = shelf.find(id).expect("sound");
            let case = Case::new(id.clone(), id.to_string(), id.clone(), Route::Apply, OPENED);
            for lang in Lang::ALL {
                let text = Text::new(lang);
                let words = Words { text: &text, playbook, case: &case, today: OPENED };
                let told = words.ways(&Clocks { now, home: &home }, true).now.expect("told");
                let times = told.matches(':').count();
                assert_eq!(times, 1 + usize::from(playbook.zone.is_some()), "{id}: {told}");
            }
        }
    }

    /// What is said of the hours of MCMC, Monday to Friday 8:30 to 17:30.
    fn hours(lang: Lang, zone: &str, now: &str) -> Vec<String> {
        let (playbook, text, id) = (hotlink(), Text::new(lang), Id::new("kl"));
        let case = Case::new(id.clone(), "KL".into(), id, Route::Apply, OPENED);
        let words = Words { case: &case, playbook: &playbook, text: &text, today: OPENED };
        let hours = playbook.channels.iter().map(|one| &one.hours).find(|runs| !runs.is_empty());
        let hours = hours.expect("has hours");
        let home = TimeZone::get(zone).expect("a zone");
        words.hours(hours, &Clocks { now: now.parse().expect("a moment"), home: &home })
    }

    #[test]
    fn abroad_comes_first_what_can_be_reached_and_nothing_is_promised() {
        for (id, _) in crate::playbook::tests::sources() {
            let playbook = crate::playbook::tests::built_in(id);
            let channels = playbook.channels_from(true);
            let carrier = channels.iter().filter(|one| !one.complaint);
            let hopes: Vec<_> = carrier.filter_map(|one| one.hope()).collect();
            assert!(hopes.is_sorted(), "{id}: {hopes:?}");
            let knows = playbook.is_reached_from_abroad();
            assert_eq!(knows, id == "hotlink", "{id}");
        }
        let hope = |id, value| Hope::of(id, value).word();
        for (id, value, word) in [
            ("hotline", "611", "short"),
            ("code", "65075", "short"),
            ("self-care", "*100#", "short"),
            ("hotline", "1800 482 2800", "toll-free"),
            ("hotline-other", "1-800-82-1123", "toll-free"),
            ("hotline", "888-777-0446", "toll-free"),
            ("hotline", "+60 3-8688 8000", "number"),
            ("hotline", "", "number"),
            ("store", "", "store"),
            ("website", "", "online"),
            ("other", "https://example.com", "online"),
        ] {
            assert_eq!(hope(id, value), word, "{id} {value}");
        }
    }

    #[test]
    fn what_is_open_is_said_to_be_open_in_both_zones() {
        let (kl, la) = ("Asia/Kuala_Lumpur", "America/Los_Angeles");
        let told = |zone, now| hours(Lang::En, zone, now).pop().expect("told");
        // Friday 10:00 in Kuala Lumpur is Thursday 18:00 in Los Angeles.
        let open = "2026-11-06T02:00:00Z";
        assert_eq!(told(kl, open), "Open now, until 17:30");
        assert_eq!(told(la, open), "Open now, until 17:30 there (Fri 6 Nov 01:30 on your clock)");
        // To the minute: it opens at 8:30 and has closed at 17:30.
        for (now, is_open) in [
            ("2026-11-06T00:29:59Z", false),
            ("2026-11-06T00:30:00Z", true),
            ("2026-11-06T09:29:59Z", true),
            ("2026-11-06T09:30:00Z", false),
            ("2026-11-07T02:00:00Z", false),
            // Deepavali, a Monday.
            ("2026-11-09T02:00:00Z", false),
            ("2026-11-10T02:00:00Z", true),
        ] {
            for zone in [kl, la, "Asia/Shanghai"] {
                let said = told(zone, now).starts_with("Open now");
                assert_eq!(said, is_open, "{zone} {now}: {}", told(zone, now));
            }
        }
        let closed = told(la, "2026-11-06T09:30:00Z");
        assert!(closed.contains("Mon 9 Nov 16:30"), "Tuesday 8:30 there: {closed}");
    }
}
