//! Which days count: regions, days of rest, the n-th working day and why a
//! day was skipped.
//!
//! Owns: the tables in `assets/calendars` and all counting of days. Must not
//! know: cases beyond the dates of a review, languages, files, the clock.
//!
//! So far it knows weekends only and says so ([`Calendar::knows_holidays`]).

mod region;
mod workdays;

pub use region::{Calendar, UnknownRegion};
pub use workdays::{Day, Why};
