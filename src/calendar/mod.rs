//! Which days count: regions, days of rest, holidays, the n-th working day and
//! why a day was skipped.
//!
//! Owns: the tables in `assets/calendars` and all counting of days. Must not
//! know: cases beyond the dates of a review, languages, files, the clock.

mod region;
mod review;
mod table;
mod weekend;
mod workdays;

pub use region::Calendar;
pub(crate) use region::UnknownRegion;
