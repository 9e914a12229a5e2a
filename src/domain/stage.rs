//! Where a case stands. Derived from dates, never stored.

use jiff::civil::Date;

use super::{Case, Review, Route, Verdict};

/// Where a case stands on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Something required is open.
    Preparing,
    /// Nothing required is open; the application can go.
    Ready,
    /// Submitted; today is before the earliest day of an answer.
    UnderReview,
    /// An answer can come any day.
    DecisionDue,
    /// The answer is late.
    Overdue,
    /// The carrier said no; a new application starts a new count.
    Rejected,
    /// The carrier confirmed: the line is gone.
    Cancelled,
    /// Nothing hangs on the line any more; it may expire.
    Lapsing,
    /// The line has expired.
    Lapsed,
    /// The person gave the case up.
    Abandoned,
}

impl Stage {
    /// Every stage, in the order a case meets them.
    pub const ALL: [Self; 10] = [
        Self::Preparing,
        Self::Ready,
        Self::UnderReview,
        Self::DecisionDue,
        Self::Overdue,
        Self::Rejected,
        Self::Cancelled,
        Self::Lapsing,
        Self::Lapsed,
        Self::Abandoned,
    ];

    /// The word in `--json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Ready => "ready",
            Self::UnderReview => "under_review",
            Self::DecisionDue => "decision_due",
            Self::Overdue => "overdue",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Lapsing => "lapsing",
            Self::Lapsed => "lapsed",
            Self::Abandoned => "abandoned",
        }
    }

    /// Nothing is left to do for the line itself.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Lapsed | Self::Abandoned)
    }

    /// Where `case` stands today. `gate_open` says that nothing required is
    /// missing; `review` belongs to the pending application, if there is one.
    pub(super) fn of(case: &Case, gate_open: bool, review: Option<&Review>, today: Date) -> Self {
        if case.ending.is_some() {
            return Self::Abandoned;
        }
        let last = case.latest_application();
        match (last.map(|last| last.outcome.as_ref()), review) {
            (Some(Some(outcome)), _) => match outcome.verdict {
                Verdict::Approved => return Self::Cancelled,
                Verdict::Rejected if case.route == Route::Apply => return Self::Rejected,
                Verdict::Rejected => {}
            },
            (Some(None), Some(review)) => {
                return if today < review.earliest {
                    Self::UnderReview
                } else if today <= review.latest {
                    Self::DecisionDue
                } else {
                    Self::Overdue
                };
            }
            _ => {}
        }
        match case.route {
            Route::Lapse if case.line.receives_until().is_some_and(|day| day < today) => {
                Self::Lapsed
            }
            Route::Lapse if gate_open => Self::Lapsing,
            Route::Apply if gate_open => Self::Ready,
            _ => Self::Preparing,
        }
    }
}
