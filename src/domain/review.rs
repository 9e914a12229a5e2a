//! The dates of a review, as the calendar computed them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Caveat, Day, DayName, Id, Why, Window};

/// What a review is computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Day 0: the day of submission.
    pub on: Date,
    /// Working days until an answer can come, and until it is late.
    pub window: Window,
    /// What moves the last day beyond the window.
    pub moved: Option<Moved>,
}

/// What moved the last day of a review beyond its window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// The carrier asked for more time.
    Extended(Date),
    /// Support promised an answer by then, in the contact of this number.
    Promised(Date, Id),
}

impl Moved {
    /// The day it is moved to.
    pub fn until(&self) -> Date {
        match self {
            Self::Extended(until) | Self::Promised(until, _) => *until,
        }
    }
}

/// A span is over once its last day is.
pub(crate) fn day_after(last: Date) -> Date {
    last.tomorrow().unwrap_or(Date::MAX)
}

/// From when a forum takes the complaint. The agenda, the letter and everything that
/// names that day read this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The day.
    pub from: Date,
    /// The day on which the carrier was first asked after the answer was late; while it
    /// was not, the soonest day on which it can be.
    pub asked: Date,
    /// It was asked.
    pub is_asked: bool,
    /// The forum has the complaint already.
    pub is_made: bool,
}

impl Complaint {
    /// The day on which the carrier still has to be asked for the day to hold.
    pub(crate) fn assumes(&self) -> Option<Date> {
        (!self.is_asked).then_some(self.asked)
    }
}

/// One review seen from one day. Counts are working days of the carrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Day 0.
    pub submitted: Date,
    /// The window it was computed with.
    pub window: Window,
    /// Whose working days were counted, as ISO 3166-2 or `ZZ`.
    pub region: String,
    /// First day on which a decision can be expected.
    pub earliest: Date,
    /// Last day before it is late.
    pub latest: Date,
    /// Last day by the window alone.
    pub by_window: Date,
    /// Why `latest` is not `by_window`.
    pub moved: Option<Moved>,
    /// Working days from today until `earliest`; 0 from that day on.
    pub to_earliest: u32,
    /// Working days from today until `latest`; 0 from that day on.
    pub to_latest: u32,
    /// Working days since `latest`; 0 until it has passed.
    pub overdue_by: u32,
    /// Every day after `submitted` up to `latest`, or to today if that is
    /// later (by ten years at most).
    pub days: Vec<Day>,
    /// Why the dates can still change.
    pub caveats: Vec<Caveat>,
    /// The day to send a reminder when the answer is late. While nobody has
    /// asked, it is counted as if they did today, or on the first working day
    /// after `latest` if that is still to come.
    pub nudge: Option<Date>,
    /// From when a forum takes the complaint.
    pub complaint: Option<Complaint>,
    /// The contact from which `nudge` follows; none where the application itself gives it.
    pub nudge_by: Option<Id>,
    /// The same for `complaint`.
    pub complaint_by: Option<Id>,
    /// The contact in which the carrier was first asked after the answer was late.
    pub first_asked: Option<Id>,
    /// The day after which the answer is late: the one that the carrier has named by its
    /// newest word, or else the last by the window.
    pub late: Date,
    /// The window is what nobody has confirmed, and nothing else gave the days.
    pub unverified: bool,
}

impl Review {
    /// The carrier was asked after the answer was late, or complained of.
    pub(crate) fn is_asked(&self) -> bool {
        self.first_asked.is_some() || self.is_complained_of()
    }

    /// A forum has the complaint.
    pub(crate) fn is_complained_of(&self) -> bool {
        self.complaint.is_some_and(|one| one.is_made)
    }

    /// Asks again on this day, which follows from this contact, but not before an answer
    /// is late.
    pub(crate) fn ask_again(&mut self, again: Date, late: Date, by: Option<&Id>) {
        let by = if again >= late { by } else { self.promised_in() };
        self.nudge_by = by.cloned();
        self.nudge = Some(again.max(late));
    }

    /// The contact in which the last day was promised.
    pub(crate) fn promised_in(&self) -> Option<&Id> {
        match self.moved.as_ref()? {
            Moved::Promised(_, id) => Some(id),
            Moved::Extended(_) => None,
        }
    }

    /// The carrier itself has named the day after which the answer is late.
    pub(crate) fn is_named(&self) -> bool {
        self.late != self.by_window
    }

    /// What is kept of the dates, to notice when they move.
    pub fn reckoning(&self) -> Reckoning {
        let until = || self.days.iter().take_while(|day| day.date <= self.by_window);
        let dates = |why| {
            let of = until().filter(move |day| day.why == Some(why));
            let name = |day: &Day| day.name.as_ref().map(DayName::written).unwrap_or_default();
            of.map(|day| (day.date, name(day))).collect()
        };
        Reckoning {
            earliest: self.earliest,
            latest: self.by_window,
            off: dates(Why::Holiday),
            worked: dates(Why::MakeUp),
        }
    }
}

/// The dates that were shown when an application was submitted, or when they
/// last moved. New tables give other dates; the person is told the difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reckoning {
    /// First day on which a decision could be expected.
    pub earliest: Date,
    /// Last day by the window alone.
    pub latest: Date,
    /// Weekdays that did not count, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub off: BTreeMap<Date, String>,
    /// Days of rest that did, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub worked: BTreeMap<Date, String>,
}
