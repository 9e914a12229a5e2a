//! The calendar of one region.

use jiff::civil::Date;

use super::{
    table::{Special, Table},
    weekend::{self, Weekend},
};
use crate::domain::{DayName, Doubt, OwnDays, Surety};

/// No table for this region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRegion(pub String);

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

    /// The same calendar with days of the person's own.
    #[must_use]
    pub fn with(mut self, own: &OwnDays) -> Self {
        let all = [(&own.closed, true), (&own.open, false)];
        for (days, off) in all {
            for (date, why) in days {
                let name = DayName::Own(why.clone());
                let (date, surety) = (*date, Surety::Own);
                self.table.put(Special { date, off, was_off: false, name, surety });
            }
        }
        self
    }

    /// The region's code.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Whether public holidays are left out of the count. When they are not,
    /// whoever shows a date has to say so.
    pub fn knows_holidays(&self) -> bool {
        self.table.known.is_some()
    }

    /// Whether `date` falls on the region's weekend.
    pub(super) fn is_weekend(&self, date: Date) -> bool {
        self.weekend.holds(date)
    }

    /// Every special day, by date.
    pub(super) fn specials(&self) -> &[Special] {
        &self.table.days
    }

    /// Why a count from `from` to `to` can still change. An estimate can be a
    /// day off, so the neighbours of the span are looked at as well.
    pub fn doubts(&self, from: Date, to: Date) -> Vec<Doubt> {
        let Some(known) = &self.table.known else { return vec![Doubt::WeekendsOnly] };
        let mut doubts = Vec::new();
        for year in from.year()..=to.year() {
            if !known.years.contains(&year) {
                doubts.push(Doubt::Uncovered(year));
            } else if known.published.is_some_and(|last| last < year) {
                doubts.push(Doubt::Unpublished(year));
            }
        }
        let last = to.tomorrow().unwrap_or(to);
        let met = |surety| -> Vec<(Date, DayName)> {
            let met = self.specials().iter().filter(|day| (from..=last).contains(&day.date));
            let so = met.filter(|day| day.surety == surety);
            so.map(|day| (day.date, day.name.clone())).collect()
        };
        doubts.push(Doubt::Estimated(met(Surety::Estimated)));
        doubts.push(Doubt::Inferred(met(Surety::Inferred)));
        let says = |doubt: &Doubt| match doubt {
            Doubt::Estimated(days) | Doubt::Inferred(days) => !days.is_empty(),
            _ => true,
        };
        doubts.retain(says);
        doubts
    }
}
