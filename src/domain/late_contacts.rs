//! The questions put to the carrier since its answer was late, and the days that are
//! counted from them.

use jiff::civil::Date;

use super::{Complaint, Contact, day_after};

/// The questions put to the carrier since the answer was late. Reminders and
/// complaints are counted from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LateContacts<'a> {
    /// The day after which the answer is late, as the carrier has named it or by the
    /// window.
    pub(crate) late: Date,
    /// The contact in which it was promised, where one gives it.
    pub(crate) late_by: Option<&'a Contact>,
    /// The first one.
    pub(crate) first: Option<&'a Contact>,
    /// The newest one.
    pub(crate) newest: Option<&'a Contact>,
    /// The first one that was the complaint to a forum.
    pub(crate) complained: Option<&'a Contact>,
}

impl<'a> LateContacts<'a> {
    /// The day on which the carrier was first asked; while it was not, the soonest
    /// working day on which it can be. `nth_after` counts working days.
    pub(crate) fn asked(&self, today: Date, nth_after: impl Fn(Date, u32) -> Date) -> Date {
        let asked = self.first.or(self.complained).map(|one| one.on);
        asked.unwrap_or_else(|| today.max(nth_after(self.late, 1)))
    }

    /// The day from which a forum takes a complaint: the one after the carrier has had
    /// so many working days since it was first asked. While nobody has asked, that day
    /// moves on with `today`.
    pub(crate) fn complaint(
        &self,
        after: u16,
        today: Date,
        nth_after: impl Fn(Date, u32) -> Date,
    ) -> Complaint {
        let asked = self.asked(today, &nth_after);
        let from = day_after(nth_after(asked, after.into()));
        Complaint {
            from: self.complained.map_or(from, |made| made.on.min(from)),
            asked,
            is_asked: self.first.is_some() || self.complained.is_some(),
            is_made: self.complained.is_some(),
        }
    }

    /// The complaint that a forum has, where no rule says from when it takes one.
    pub(crate) fn made(&self) -> Option<Complaint> {
        let asked = |made| self.first.map_or(made, |one| one.on);
        let made = |from| Complaint { from, asked: asked(from), is_asked: true, is_made: true };
        self.complained.map(|one| made(one.on))
    }

    /// The contact that gives [`Self::asked`]: the question, or, while nobody has asked, the
    /// newest word of the carrier, which says from when on it can be asked.
    pub(crate) fn counted_from(&self) -> Option<&'a Contact> {
        self.first.or(self.complained).or(self.late_by)
    }

    /// The contact from which the day of a complaint follows.
    pub(crate) fn complaint_by(&self, complaint: Complaint) -> Option<&'a Contact> {
        let made = self.complained.filter(|made| made.on == complaint.from);
        made.or_else(|| self.counted_from())
    }
}
