//! Where a case stands: the names of the stages. Which one it is follows from
//! dates, in `status.rs`, and is never stored.

use super::named;

named! {
    /// Where a case stands on one day, in the order a case meets them.
    #[derive(Hash)]
    pub enum Stage {
        /// The line is kept: its own dates count, nothing is to be closed.
        Kept = "kept",
        /// Something required is open.
        Preparing = "preparing",
        /// Nothing required is open; the application can go.
        Ready = "ready",
        /// Submitted; today is before the earliest day of an answer.
        UnderReview = "under_review",
        /// An answer can come any day.
        DecisionDue = "decision_due",
        /// The answer is late.
        Overdue = "overdue",
        /// The carrier said no; a new application starts a new count.
        Rejected = "rejected",
        /// The carrier confirmed: the line is gone.
        Cancelled = "cancelled",
        /// No account uses the line any more; it may expire.
        Lapsing = "lapsing",
        /// The line has expired.
        Lapsed = "lapsed",
        /// The number has rested long enough, and the end is confirmed.
        Closed = "closed",
        /// The person gave the case up.
        Abandoned = "abandoned",
    }
}

impl Stage {
    /// Nothing is left to do for the line itself.
    pub(crate) fn is_over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Lapsed | Self::Closed | Self::Abandoned)
    }
}
