//! Days on which the person knows better than the tables, for every case: the
//! carrier is closed, or open, although they say otherwise.

use std::collections::BTreeMap;

use crate::{
    calendar::{Calendar, UnknownRegion},
    domain::DayOverrides,
};

/// Such days by region: `MY-14`, or `MY` for all its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CalendarOverrides {
    days: BTreeMap<String, DayOverrides>,
    faulty: bool,
}

impl CalendarOverrides {
    /// Days by region.
    pub(crate) fn new(days: BTreeMap<String, DayOverrides>) -> Self {
        Self { days, faulty: false }
    }

    /// The same days, of a file in which something is wrong: others may be
    /// missing.
    #[must_use]
    pub(crate) fn faulty(self) -> Self {
        Self { faulty: true, ..self }
    }

    /// Nothing was wrong with the file they are from. Days of a faulty file
    /// count, but no date is taken to have moved because of them.
    pub(crate) fn is_sound(&self) -> bool {
        !self.faulty
    }

    /// The calendar of a region with these days in it; those of the region
    /// itself win over those of its country.
    pub(crate) fn find(&self, region: &str) -> Result<Calendar, UnknownRegion> {
        let calendar = Calendar::find(region)?;
        let country = region.split('-').next().filter(|country| *country != region);
        let own = [country, Some(region)].into_iter().flatten().filter_map(|of| self.days.get(of));
        Ok(own.fold(calendar, Calendar::with))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_of_a_country_hold_in_its_parts() {
        let (closed, open) = (date(2026, 11, 12), date(2026, 11, 13));
        let days = |closed: &[_], open: &[_]| DayOverrides {
            closed: closed.iter().map(|day| (*day, String::new())).collect(),
            open: open.iter().map(|day| (*day, String::new())).collect(),
        };
        let own = CalendarOverrides::new(BTreeMap::from([
            ("MY".to_owned(), days(&[closed, open], &[])),
            ("MY-14".to_owned(), days(&[], &[open])),
        ]));
        let here = own.find("MY-14").expect("a region");
        assert!(!here.works(closed) && here.works(open));
        let there = own.find("MY-10").expect("a region");
        assert!(!there.works(closed) && !there.works(open));
        assert!(own.find("SG").expect("a region").works(closed));
    }
}
