//! What the person should know although it does not gate the application.

use jiff::{ToSpan as _, civil::Date};

use super::{AccountState, Case, Holder, ItemKind, Route, Stage, checklist::ItemStatus};

/// Something to know that gates nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The line stops receiving on this day while accounts still use it.
    LapsesLinked(Date),
    /// The line stops receiving before the review is over.
    LapsesInReview {
        /// Last day it receives.
        until: Date,
        /// Last day of the review.
        latest: Date,
    },
    /// The line stops receiving before an answer to an application submitted
    /// today would be late.
    LapsesBeforeAnswer {
        /// Last day it receives.
        until: Date,
        /// Last day of a review that began today.
        latest: Date,
    },
    /// The line has stopped receiving on this day.
    Ended(Date),
    /// So many accounts are unsure.
    Unsure(usize),
    /// So many safeguards are open.
    Unsaved(usize),
    /// Only the registered holder can ask the carrier.
    NotTheHolder,
}

/// From so many days before the line stops receiving the person is warned:
/// moving an account can take weeks.
const HORIZON: i64 = 30;

impl Warning {
    /// The warnings for `case` today. `latest` is the last day of the pending
    /// review, or of one that would begin today.
    pub(super) fn all(
        case: &Case,
        today: Date,
        stage: Stage,
        latest: Option<Date>,
        items: &[ItemStatus],
    ) -> Vec<Self> {
        if stage.is_over() {
            return Vec::new();
        }
        let mut warnings = Vec::new();
        if let Some(until) = case.line.receives_until() {
            if until < today {
                warnings.push(Self::Ended(until));
            }
            let soon = today.checked_add(HORIZON.days()).unwrap_or(until);
            let in_use = case.accounts_in(AccountState::ToDo).next().is_some();
            if in_use && (today..=soon).contains(&until) {
                warnings.push(Self::LapsesLinked(until));
            }
            let submitted = case.pending().is_some();
            match latest.filter(|latest| until < *latest) {
                Some(latest) if submitted => {
                    warnings.push(Self::LapsesInReview { until, latest });
                }
                Some(latest) if case.route == Route::Apply && until >= today => {
                    warnings.push(Self::LapsesBeforeAnswer { until, latest });
                }
                _ => {}
            }
        }
        if case.line.holder != Holder::Me && case.route == Route::Apply {
            warnings.push(Self::NotTheHolder);
        }
        let unsure = case.accounts_in(AccountState::Unsure).count();
        if unsure > 0 {
            warnings.push(Self::Unsure(unsure));
        }
        let unsaved = items.iter().filter(|one| one.is_open(ItemKind::Safeguard)).count();
        if unsaved > 0 {
            warnings.push(Self::Unsaved(unsaved));
        }
        warnings
    }
}
