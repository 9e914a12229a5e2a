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
    /// The first one.
    pub(crate) first: Option<&'a Contact>,
    /// The newest one.
    pub(crate) newest: Option<&'a Contact>,
    /// A forum has the complaint already.
    pub(crate) complained: bool,
}

impl LateContacts<'_> {
    /// The day on which the carrier was first asked; while it was not, the soonest
    /// working day on which it can be. `nth_after` counts working days.
    pub(crate) fn asked(&self, today: Date, nth_after: impl Fn(Date, u32) -> Date) -> Date {
        self.first.map_or_else(|| today.max(nth_after(self.late, 1)), |one| one.on)
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
        Complaint {
            from: day_after(nth_after(asked, after.into())),
            asked,
            is_asked: self.first.is_some(),
            is_made: self.complained,
        }
    }
}
