//! One case as it is being looked at.

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};

use crate::{
    domain::{Item, ItemState, Stage, Status},
    playbook::Words,
    text::mask_number,
};

use super::pane::Sign;

/// What panes and pages need to tell about a case.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The case, its playbook, the language and today.
    pub words: Words<'a>,
    /// What follows from them.
    pub standing: &'a Status,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub home: &'a TimeZone,
    /// The zone in which the carrier's days begin.
    pub zone: &'a TimeZone,
    /// Numbers are masked.
    pub masked: bool,
}

/// From here on hours say more than working days.
const HOURS: i64 = 48;

impl Scene<'_> {
    /// The line's number, masked if that is asked for; empty when unknown.
    pub fn number(&self) -> String {
        let number = self.words.case.line.number.as_deref().unwrap_or_default();
        if self.masked { mask_number(number) } else { number.to_owned() }
    }

    /// The moment that the countdown runs to: the beginning of the first day
    /// on which an answer can come, then the end of the last one.
    fn target(&self) -> Option<Timestamp> {
        let review = self.standing.review.as_ref()?;
        let day = match self.standing.stage {
            Stage::UnderReview => review.earliest,
            Stage::DecisionDue => review.latest.tomorrow().ok()?,
            _ => return None,
        };
        Some(day.to_zoned(self.zone.clone()).ok()?.timestamp())
    }

    /// Hours left until then, begun ones counted, when less than two days are.
    pub fn hours_left(&self) -> Option<u32> {
        let seconds = self.target()?.as_second().saturating_sub(self.now.as_second());
        let hours = seconds.div_euclid(3600) + i64::from(seconds.rem_euclid(3600) > 0);
        u32::try_from(hours).ok().filter(|hours| i64::from(*hours) <= HOURS)
    }

    /// The moment at which the hours left are one less.
    pub(super) fn next_hour(&self) -> Option<Timestamp> {
        let target = self.target()?;
        match self.hours_left() {
            Some(left) => target.checked_sub(i64::from(left).checked_sub(1)?.hours()).ok(),
            // A day on which clocks are set back has 25: hours begin between
            // two midnights then.
            None => target.checked_sub(HOURS.hours()).ok().filter(|then| *then > self.now),
        }
    }

    /// When the day that matters begins where the carrier is, and what time it
    /// is then where the person is; nothing when that is the same.
    pub fn zones(&self) -> Option<String> {
        let then = self.target()?;
        let (there, here) = (then.to_zoned(self.zone.clone()), then.to_zoned(self.home.clone()));
        if there.datetime() == here.datetime() {
            return None;
        }
        let text = self.words.text;
        let told = |moment: &jiff::Zoned| {
            let (day, time) = (text.day(moment.date()), text.time(moment.time()));
            text.with("word-moment", &[("day", day.into()), ("time", time.into())])
        };
        let key = match self.standing.stage {
            Stage::UnderReview => "ui-zones-earliest",
            _ => "ui-zones-late",
        };
        Some(text.with(key, &[("there", told(&there).into()), ("here", told(&here).into())]))
    }

    /// How an item of the playbook stands.
    pub fn sign(&self, item: &Item) -> Sign {
        match self.standing.item(item).map(|one| (one.state, one.blocked_by.is_empty())) {
            Some((ItemState::Done, _)) => Sign::Done,
            Some((ItemState::Waived, _)) => Sign::Waived,
            Some((ItemState::NotNeeded, _)) => Sign::NotNeeded,
            Some((ItemState::Open, false)) => Sign::Partly,
            Some((ItemState::Open, true)) => Sign::Open,
            None => Sign::Plain,
        }
    }

    /// How an item stands, in a word.
    pub fn state_word(&self, item: &Item) -> String {
        let state = self.standing.item(item).map_or(ItemState::Open, |one| one.state);
        self.words.text.get(&format!("word-item-{}", state.word())).into_owned()
    }
}
