//! How a case stands by its playbook, and which day it is there.

use jiff::{
    Timestamp,
    civil::Date,
    tz::{TimeZone, TimeZoneDatabase},
};

use super::Playbook;
use crate::domain::{Case, Status};

impl Playbook {
    /// The zone in which the carrier's days begin; `home` is the person's own.
    pub(crate) fn time_zone(&self, home: &TimeZone) -> TimeZone {
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

    /// Everything that follows from the case today.
    pub fn status(&self, case: &Case, today: Date) -> Status {
        let if_today = self.latest_if_today(case, today);
        Status::of(case, &self.procedure(), self.review(case, today), if_today, today)
    }
}

#[cfg(test)]
mod tests;
