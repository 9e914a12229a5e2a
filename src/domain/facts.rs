//! What is known of a case on one day before it is decided what to do and what
//! to warn of.

use super::{Case, ItemStatus, Procedure, Review, Stage, Watch};

/// What follows from a case before it is known what to do about it.
pub(super) struct Facts<'a> {
    pub(super) case: &'a Case,
    pub(super) procedure: &'a Procedure,
    pub(super) stage: Stage,
    /// The review of the pending application.
    pub(super) review: Option<&'a Review>,
    pub(super) items: &'a [ItemStatus],
    /// The time in which the number rests, once the line has ended.
    pub(super) watch: Option<Watch>,
    /// How many findings of scans are undecided.
    pub(super) inbox: usize,
}
