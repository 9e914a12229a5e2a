//! What the person needs to see first, by the stage of the case.

use crate::{app::PaneId, domain::Stage};

/// What a person does in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Getting everything ready: the open work is large.
    Preparing,
    /// Waiting for the carrier: the countdown is large.
    Waiting,
    /// Mending what was criticised.
    Rejected,
    /// The line is gone: what to watch, and until when.
    Watching,
    /// Waiting until the line has expired.
    Lapsing,
    /// Holding on to the line: its own clock is large.
    Keeping,
}

impl Phase {
    #[cfg(test)]
    pub(super) const ALL: [Self; 6] = [
        Self::Preparing,
        Self::Waiting,
        Self::Rejected,
        Self::Watching,
        Self::Lapsing,
        Self::Keeping,
    ];

    pub(super) fn of(stage: Stage) -> Self {
        match stage {
            Stage::Preparing | Stage::Ready => Self::Preparing,
            Stage::UnderReview | Stage::DecisionDue | Stage::Overdue => Self::Waiting,
            Stage::Rejected => Self::Rejected,
            Stage::Lapsing => Self::Lapsing,
            Stage::Kept => Self::Keeping,
            _ => Self::Watching,
        }
    }

    /// Whether days are counted: then they stand across the top, and what is finished
    /// is folded.
    pub(super) fn counts(self) -> bool {
        matches!(self, Self::Waiting | Self::Watching | Self::Lapsing | Self::Keeping)
    }

    /// Whether a pane is about what is behind the person, or not begun: whatever is open in it, nobody
    /// asks for it any more.
    pub(super) fn is_past(self, id: PaneId) -> bool {
        let checked = matches!(id, PaneId::Preconditions | PaneId::Documents);
        match self {
            Self::Watching => checked,
            Self::Keeping => checked || id == PaneId::Safeguards,
            _ => false,
        }
    }
}
