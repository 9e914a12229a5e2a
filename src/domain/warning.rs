//! What the person should know although it does not gate the application.

use jiff::{ToSpan as _, civil::Date};

use super::{
    AccountState, AgendaEntry, AgendaKind, Holder, ItemKind, LineEndRule, Route, facts::Facts,
};

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
    /// By the dates that the person gave, the line stopped receiving after this
    /// day.
    Ended(Date),
    /// Unused for as long as the carrier allows, the line ended on this day.
    EndedUnused(Date),
    /// By how it was registered, the line ended on this day.
    RegistrationEnded(Date),
    /// One of the line's own days comes soon: the last one for calls, for
    /// receiving, or for the credit.
    Soon(AgendaKind, Date),
    /// So many accounts are unsure.
    Unsure(usize),
    /// So many safeguards are open.
    Unsaved(usize),
    /// Only the registered holder can ask the carrier.
    NotTheHolder,
    /// So many things were changed differently on two sides of a merge.
    Conflicts(usize),
}

/// From so many days before the line stops receiving the person is warned:
/// moving an account can take weeks.
const HORIZON: i64 = 30;

impl Warning {
    /// The warnings for a case today. `latest` is the last day of the pending
    /// review, or of one that would begin today.
    pub(super) fn all(
        facts: &Facts<'_>,
        agenda: &[AgendaEntry],
        latest: Option<Date>,
        today: Date,
    ) -> Vec<Self> {
        let Facts { case, procedure, stage, items, .. } = *facts;
        let mut warnings = Vec::new();
        if !case.conflicts.is_empty() {
            warnings.push(Self::Conflicts(case.conflicts.len()));
        }
        if stage.is_over() {
            return warnings;
        }
        if let Some(end) = procedure.line_end(&case.line) {
            let until = end.on;
            if until < today {
                warnings.push(match end.by {
                    LineEndRule::ReadOff => Self::Ended(until),
                    LineEndRule::Registration => Self::RegistrationEnded(until),
                    LineEndRule::Use => Self::EndedUnused(until),
                });
            }
            let soon = today.checked_add(HORIZON.days()).unwrap_or(until);
            let in_use = case.route != Route::Keep && !case.in_use().is_empty();
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
        let near = |one: &&AgendaEntry| one.kind.is_of_the_line() && one.matters(today, 0);
        for entry in agenda.iter().filter(near) {
            let told = warnings.iter().any(|one| one.until() == Some(entry.on));
            if !told {
                warnings.push(Self::Soon(entry.kind, entry.on));
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

    /// The day on which the line stops receiving, when it warns of that.
    fn until(&self) -> Option<Date> {
        match self {
            Self::LapsesLinked(until)
            | Self::LapsesInReview { until, .. }
            | Self::LapsesBeforeAnswer { until, .. }
            | Self::Soon(AgendaKind::CreditAtRisk, until) => Some(*until),
            _ => None,
        }
    }
}
