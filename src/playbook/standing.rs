//! A case in the light of its playbook.

use jiff::{
    Timestamp,
    civil::Date,
    tz::{TimeZone, TimeZoneDatabase},
};

use super::Playbook;
use crate::{
    calendar::Calendar,
    domain::{Case, Review, Standing},
};

impl Playbook {
    /// The zone in which the carrier's days begin; `home` is the person's own.
    pub fn time_zone(&self, home: &TimeZone) -> TimeZone {
        // From the zones that come with the program: looking through the
        // system's would take longer than everything else at the start.
        let zones = TimeZoneDatabase::bundled();
        let named = self.zone.as_deref().and_then(|zone| zones.get(zone).ok());
        named.unwrap_or_else(|| home.clone())
    }

    /// The day it is where the carrier is.
    pub fn today(&self, now: Timestamp, home: &TimeZone) -> Date {
        now.to_zoned(self.time_zone(home)).date()
    }

    /// The days that count for this carrier. The region was checked when the
    /// playbook was read.
    pub fn calendar(&self) -> Option<&Calendar> {
        self.days.get_or_init(|| Calendar::find(&self.review.region).ok()).as_ref()
    }

    /// The review of the pending application, if there is one.
    pub fn review(&self, case: &Case, today: Date) -> Option<Review> {
        let pending = case.pending()?;
        Some(self.calendar()?.review(pending.on, self.window(), today))
    }

    /// Everything that follows from the case today.
    pub fn standing(&self, case: &Case, today: Date) -> Standing {
        Standing::of(case, &self.procedure(), self.review(case, today), today)
    }
}
