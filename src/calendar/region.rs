//! The calendar of one region.

use std::fmt;

use jiff::civil::Date;

use super::{
    table::{Special, Table},
    weekend::{self, Weekend},
};
use crate::domain::{Caveat, Certainty, DayName, DayOverrides};

/// There is no table for this region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRegion(pub String);

impl fmt::Display for UnknownRegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnknownRegion {}

/// The days that count in one region.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub(super) region: String,
    weekend: Weekend,
    table: Table,
}

impl Calendar {
    /// The calendar of a region by its ISO 3166-2 code, or of `ZZ`
    /// (somewhere). A country without its part is not a region where its parts
    /// differ.
    pub fn find(region: &str) -> Result<Self, UnknownRegion> {
        let weekend = Weekend::of(region).ok_or_else(|| UnknownRegion(region.to_owned()))?;
        Ok(Self { region: region.to_owned(), weekend, table: Table::of(region) })
    }

    /// Every region there is.
    pub fn regions() -> Vec<String> {
        weekend::regions()
    }

    /// There is a calendar of this region.
    pub fn knows(region: &str) -> bool {
        Weekend::of(region).is_some()
    }

    /// The same calendar with days on which the person knows better.
    #[must_use]
    pub fn with(mut self, own: &DayOverrides) -> Self {
        for (days, off) in [(&own.closed, true), (&own.open, false)] {
            for (&date, why) in days {
                let (name, certainty) = (DayName::Own(why.clone()), Certainty::Own);
                self.table.add(Special { date, off, was_off: false, name, certainty });
            }
        }
        self
    }

    /// The region's code.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Whether `date` falls on the region's weekend.
    pub(super) fn is_weekend(&self, date: Date) -> bool {
        self.weekend.holds(date)
    }

    /// Every special day, by date.
    pub(super) fn specials(&self) -> &[Special] {
        &self.table.days
    }

    /// Why a count from `from` to `to` can still change. An estimate can be
    /// wrong by one day, so the days beside the span are looked at as well.
    pub(crate) fn caveats(&self, from: Date, to: Date) -> Vec<Caveat> {
        let Some(known) = &self.table.known else { return vec![Caveat::WeekendsOnly] };
        let mut caveats = Vec::new();
        for year in from.year()..=to.year() {
            if !known.years.contains(&year) {
                caveats.push(Caveat::Uncovered(year));
            } else if known.published.is_some_and(|last| last < year) {
                caveats.push(Caveat::Unpublished(year));
            }
        }
        let last = to.tomorrow().unwrap_or(to);
        let met = |certainty| -> Vec<(Date, DayName)> {
            let met = self.specials().iter().filter(|day| (from..=last).contains(&day.date));
            let so = met.filter(|day| day.certainty == certainty);
            so.map(|day| (day.date, day.name.clone())).collect()
        };
        caveats.push(Caveat::Estimated(met(Certainty::Estimated)));
        caveats.push(Caveat::Inferred(met(Certainty::Inferred)));
        caveats.retain(|one| match one {
            Caveat::Estimated(days) | Caveat::Inferred(days) => !days.is_empty(),
            _ => true,
        });
        caveats
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_known_by_its_code_and_no_other_is() {
        let regions = Calendar::regions();
        for code in ["MY-14", "CN", "US", "ZZ"] {
            assert!(regions.iter().any(|one| one == code), "{code}");
        }
        assert!(regions.is_sorted());
        for code in &regions {
            assert!(Calendar::knows(code));
            assert_eq!(Calendar::find(code).expect("a calendar").region(), code);
        }
        let unknown = Calendar::find("MY").expect_err("its parts differ");
        assert_eq!(unknown.to_string(), "MY");
        assert!(!Calendar::knows("MY"));
    }
}
