//! The dates of a review, as the calendar computed them.

use jiff::civil::Date;

/// One review seen from one day. Counts are working days of the carrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Day 0.
    pub submitted: Date,
    /// First day on which a decision can be expected.
    pub earliest: Date,
    /// Last day before it is late.
    pub latest: Date,
    /// Working days from today until `earliest`; 0 from that day on.
    pub to_earliest: u32,
    /// Working days from today until `latest`; 0 from that day on.
    pub to_latest: u32,
    /// Working days since `latest`; 0 until it has passed.
    pub overdue_by: u32,
}
