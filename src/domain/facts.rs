//! What is known of a case on one day before it is decided what to do and what
//! to warn of.

use jiff::civil::Date;

use super::{Case, Item, ItemStatus, LineEnd, Procedure, Review, Stage, Watch};

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

impl Facts<'_> {
    /// What ends the line by itself, and which fact says so; of a line that is kept only
    /// what no top-up moves.
    pub(super) fn own_end(&self) -> Option<(Item, LineEnd)> {
        let Self { case, procedure, .. } = *self;
        let end = procedure.surely_ends(case)?;
        Some((procedure.fact_of(case, end), end))
    }

    /// The same where it comes before that day.
    pub(super) fn ends_before(&self, day: Date) -> Option<(Item, LineEnd)> {
        self.own_end().filter(|(_, end)| end.on < day)
    }
}
