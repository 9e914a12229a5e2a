//! The dates of a review.

use jiff::{ToSpan as _, civil::Date};

use super::Calendar;
use crate::domain::{Filed, Moved, Review};

/// Days after the last one that are still listed one by one: ten years. A date that was
/// mistyped may be farther away than anybody lists.
const LISTED: i32 = 3660;

impl Calendar {
    /// The review of what was filed, seen from `today`. The days of the reminder
    /// and the complaint are left open.
    pub fn review(&self, filed: &Filed, today: Date) -> Review {
        let Filed { on, window, moved } = filed;
        let earliest = self.nth_after(*on, window.earliest.into());
        let by_window = self.nth_after(*on, window.latest.into());
        let moved = moved.clone().filter(|moved| moved.until() > by_window);
        let latest = moved.as_ref().map_or(by_window, Moved::until);
        let farthest = latest.checked_add(LISTED.days()).unwrap_or(latest);
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
            caveats: self.caveats(*on, by_window),
            nudge: None,
            complaint: None,
            nudge_by: None,
            complaint_by: None,
            first_asked: None,
            late: latest,
            unverified: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::Window;

    #[test]
    fn only_what_ends_later_than_the_window_moves_the_last_day() {
        let calendar = Calendar::find("ZZ").expect("somewhere");
        let (on, by_window) = (date(2026, 11, 5), date(2026, 11, 16));
        let window = Window { earliest: 3, latest: 7 };
        let later = date(2026, 11, 17);
        for (until, moves) in [(date(2026, 11, 13), false), (by_window, false), (later, true)] {
            let moved = Some(Moved::Extended(until));
            let review = calendar.review(&Filed { on, window, moved: moved.clone() }, on);
            assert_eq!(review.by_window, by_window);
            assert_eq!(review.moved, moved.filter(|_| moves), "{until}");
            assert_eq!(review.latest, if moves { later } else { by_window });
        }
    }
}
