//! The dates of a review.

use jiff::{ToSpan as _, civil::Date};

use super::Calendar;
use crate::domain::{Filed, Moved, Review};

/// So many days after the last one are still told one by one.
const TOLD: i32 = 60;

impl Calendar {
    /// The review of what was filed, seen from `today`. When to chase is left
    /// open.
    pub fn review(&self, filed: &Filed, today: Date) -> Review {
        let Filed { on, window, moved } = filed;
        let earliest = self.nth_after(*on, window.earliest.into());
        let by_window = self.nth_after(*on, window.latest.into());
        let moved = moved.clone().filter(|moved| moved.until() > by_window);
        let latest = moved.as_ref().map_or(by_window, Moved::until);
        let farthest = latest.checked_add(TOLD.days()).unwrap_or(latest);
        Review {
            submitted: *on,
            window: *window,
            region: self.region().to_owned(),
            earliest,
            latest,
            by_window,
            moved,
            to_earliest: self.between(today, earliest),
            to_latest: self.between(today, latest),
            overdue_by: self.between(latest, today),
            days: self.days(*on, latest.max(today.min(farthest))),
            doubts: self.doubts(*on, by_window),
            nudge: None,
            complaint: None,
            asked: false,
        }
    }
}
