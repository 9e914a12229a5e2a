//! One case as it is looked at: what panes and pages are made from.

use std::cell::OnceCell;

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};

use super::{account_view::AccountView, row::RowStatus};
use crate::{
    domain::{AccountPasts, Item, ItemState, Route, Stage, Status},
    playbook::Words,
    text::mask_number,
};

/// A case at a moment, with all that panes and pages need to tell about it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The case, its playbook, the language and today.
    pub words: Words<'a>,
    /// What follows from them.
    pub status: &'a Status,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub home: &'a TimeZone,
    /// The zone in which the carrier's days begin.
    pub zone: &'a TimeZone,
    /// Which accounts are shown, and in which order.
    pub(crate) accounts: &'a AccountView,
    /// Which entries of the history name which account, once that was asked.
    pub(crate) pasts: &'a OnceCell<AccountPasts>,
    /// Phone numbers are masked.
    pub masked: bool,
}

/// From so many hours on, hours say more than working days.
const HOURS: i64 = 48;

impl Scene<'_> {
    /// Which entries of the history name which account.
    pub(crate) fn pasts(&self) -> &AccountPasts {
        self.pasts.get_or_init(|| self.words.case.account_pasts())
    }

    /// The day on which a moment falls: as every day of a case, the one it is where the
    /// carrier is. A time of day is the one on the person's own clock.
    pub(crate) fn day_of(&self, moment: Timestamp) -> Date {
        moment.to_zoned(self.zone.clone()).date()
    }

    /// The line's number, masked if numbers are; empty if it is not known.
    pub(crate) fn number(&self) -> String {
        let number = self.words.case.line.number.as_deref().unwrap_or_default();
        if self.masked { mask_number(number) } else { number.to_owned() }
    }

    /// Whether the line is left to lapse, so that there is no review to count.
    pub(crate) fn lapses(&self) -> bool {
        self.words.case.route == Route::Lapse && self.words.case.pending().is_none()
    }

    /// Whether the days of a review are counted, or will be.
    pub(crate) fn counts_days(&self) -> bool {
        let stage = self.status.stage;
        !(self.lapses() || stage.is_over() || stage == Stage::Kept)
    }

    /// The moment that the countdown runs to: the beginning of the first day
    /// on which an answer can come, then the end of the last one.
    fn target(&self) -> Option<Timestamp> {
        let review = self.status.review.as_ref()?;
        let day = match self.status.stage {
            Stage::UnderReview => review.earliest,
            Stage::DecisionDue => review.latest.tomorrow().ok()?,
            _ => return None,
        };
        Some(day.to_zoned(self.zone.clone()).ok()?.timestamp())
    }

    /// Hours left until that moment, a begun one counted whole; only when they
    /// are fewer than those of two days.
    pub(crate) fn hours_left(&self) -> Option<u32> {
        let seconds = self.target()?.as_second().saturating_sub(self.now.as_second());
        let hours = seconds.div_euclid(3600) + i64::from(seconds.rem_euclid(3600) > 0);
        u32::try_from(hours).ok().filter(|hours| i64::from(*hours) <= HOURS)
    }

    /// The moment at which the hours left are one less.
    pub(crate) fn next_hour(&self) -> Option<Timestamp> {
        let target = self.target()?;
        match self.hours_left() {
            Some(left) => target.checked_sub(i64::from(left).checked_sub(1)?.hours()).ok(),
            // The day on which clocks are set back has 25 hours: on it the
            // count of hours begins between two midnights.
            None => target.checked_sub(HOURS.hours()).ok().filter(|then| *then > self.now),
        }
    }

    /// When the day that matters begins where the carrier is, and what time it
    /// is then where the person is. Nothing if both are the same, or if nobody has confirmed
    /// which day it is: an hour of it would be a guess.
    pub(crate) fn zones(&self) -> Option<String> {
        let then = self.target()?;
        let review = self.status.review.as_ref()?;
        let promised = self.status.stage != Stage::UnderReview && review.moved.is_some();
        if review.unverified && !promised {
            return None;
        }
        let (there, here) = (then.to_zoned(self.zone.clone()), then.to_zoned(self.home.clone()));
        if there.datetime() == here.datetime() {
            return None;
        }
        let text = self.words.text;
        let told = |moment: &jiff::Zoned| {
            let (day, time) = (self.words.near(moment.date()), text.time(moment.time()));
            text.with("word-moment", &[("day", day.into()), ("time", time.into())])
        };
        let key = match self.status.stage {
            Stage::UnderReview => "ui-zones-earliest",
            _ => "ui-zones-late",
        };
        Some(text.with(key, &[("there", told(&there).into()), ("here", told(&here).into())]))
    }

    /// How an item of the playbook stands.
    pub(crate) fn row_status(&self, item: &Item) -> RowStatus {
        if self.status.item(item).is_some_and(|one| one.refused) {
            return RowStatus::Alert;
        }
        match self.status.item(item).map(|one| (one.state, one.blocked_by.is_empty())) {
            Some((ItemState::Done, _)) => RowStatus::Done,
            Some((ItemState::Waived, _)) => RowStatus::Waived,
            Some((ItemState::NotNeeded | ItemState::Lost, _)) => RowStatus::NotNeeded,
            Some((ItemState::Open, false)) => RowStatus::Waiting,
            Some((ItemState::Open, true)) => RowStatus::Open,
            None => RowStatus::Plain,
        }
    }

    /// How an item stands, in a word.
    pub(crate) fn state_word(&self, item: &Item) -> String {
        if self.status.item(item).is_some_and(|one| one.refused) {
            return self.words.text.get("word-item-refused").into_owned();
        }
        let state = self.status.item(item).map_or(ItemState::Open, |one| one.state);
        self.words.text.get(&format!("word-item-{}", state.word())).into_owned()
    }
}
