//! What the person should know although it does not gate the application.

use jiff::{ToSpan as _, civil::Date};

use super::{
    Account, AccountState, AgendaEntry, AgendaKind, Holder, Item, ItemKind, Keyed as _, LineEnd,
    Needed, Route, Stage, facts::Facts,
};

/// Something to know that gates nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The line stops receiving then while accounts still use it.
    LapsesLinked(LineEnd),
    /// The line stops receiving before the review is over.
    LapsesInReview {
        /// Last day it receives.
        until: LineEnd,
        /// Last day of the review.
        latest: Date,
    },
    /// The line stops receiving before an answer to an application submitted
    /// today would be late.
    LapsesBeforeAnswer {
        /// Last day it receives.
        until: LineEnd,
        /// Last day of a review that began today.
        latest: Date,
    },
    /// By what is known of it, the line stopped receiving after this day.
    Ended(LineEnd),
    /// The day that was read off has passed, and credit can keep the line alive until
    /// this one.
    Held(LineEnd),
    /// The validity of the line ended on this day, and nobody has said until when it
    /// receives.
    Expired(Date),
    /// The validity of a line that is kept ended on the first day; it receives until the
    /// second, the last chance to keep it.
    LastChance(Date, Date),
    /// One of the line's own days comes soon: the last one for calls, for
    /// receiving, or for the credit.
    Soon(AgendaKind, Date),
    /// This account sent a code on that day, after it was marked as moved or closed.
    StillUsed(Item, Date),
    /// So many accounts are unsure.
    Unsure(usize),
    /// So many safeguards are open.
    Unsaved(usize),
    /// Only the registered holder can ask the carrier.
    NotTheHolder,
    /// So many things were changed differently on two sides of a merge.
    Conflicts(usize),
    /// The newest file of these documents is gone, or is not the one that was attached.
    /// Whoever has looked at the disk says so.
    FilesLost(Vec<Item>),
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
            // A day that a rule gave is less sure than one that was read off.
            let end = procedure.gone(case).filter(|_| stage == Stage::Lapsed);
            warnings.extend(end.filter(|end| end.by.is_computed()).map(Self::Ended));
            return warnings;
        }
        if let (Some(until), Some(last)) =
            (procedure.line_end(&case.line), procedure.last_end(case))
        {
            if until.on < today {
                warnings.push(if last.on < today { Self::Ended(last) } else { Self::Held(last) });
            }
            let soon = today.checked_add(HORIZON.days()).unwrap_or(until.on);
            let in_use = case.route != Route::Keep && !case.in_use().is_empty();
            if in_use && (today..=soon).contains(&until.on) {
                warnings.push(Self::LapsesLinked(until));
            }
            let submitted = case.pending().is_some();
            match latest.filter(|latest| until.on < *latest) {
                Some(latest) if submitted && until.on >= today => {
                    warnings.push(Self::LapsesInReview { until, latest });
                }
                Some(latest) if case.route == Route::Apply && until.on >= today => {
                    warnings.push(Self::LapsesBeforeAnswer { until, latest });
                }
                _ => {}
            }
        }
        warnings.extend(procedure.expired(case, today).map(Self::Expired));
        // What has passed is told by that it has ended, or with the day until which
        // credit keeps it alive.
        let held = procedure.prolonged(case).is_some();
        let chance = case.line.last_chance(today).filter(|_| case.way() == Route::Keep && !held);
        // Its registration can end it before that: then no top-up is of use.
        let overtaken = chance.is_some_and(|until| facts.ends_before(until).is_some());
        let chance = case.line.active_until.zip(chance).filter(|_| !overtaken);
        warnings.extend(chance.map(|(on, until)| Self::LastChance(on, until)));
        let ends = |one: &Self| {
            let passed = matches!(one, Self::Expired(_) | Self::LastChance(..));
            passed || matches!(one, Self::Held(_) | Self::Ended(_))
        };
        let ended = overtaken || warnings.iter().any(ends);
        let near = |one: &&AgendaEntry| {
            let passed = ended && one.on < today;
            one.kind.is_of_the_line() && one.matters(today, 0) && !passed
        };
        for entry in agenda.iter().filter(near) {
            // The credit is lost on the day on which the line ends: both are told.
            let ends = entry.kind == AgendaKind::RegistrationEnd;
            let told = warnings.iter().any(|one| {
                let of_credit = matches!(one, Self::Soon(AgendaKind::CreditAtRisk, _));
                one.until() == Some(entry.on) && !(ends && of_credit)
            });
            if !told {
                warnings.push(Self::Soon(entry.kind, entry.on));
            }
        }
        let authorised = procedure.documents.iter().filter(|one| one.needed == Needed::OnBehalf);
        let authorised = authorised.map(|one| Item::new(ItemKind::Document, &one.id));
        let authorised = authorised.into_iter().any(|item| case.mark(&item).is_seen_to());
        if case.line.holder != Holder::Me && case.route.is_asked() && !authorised {
            warnings.push(Self::NotTheHolder);
        }
        if !case.way().keeps_the_number() {
            let still = |one: &Account| Some(Self::StillUsed(one.item(), case.still_used_on(one)?));
            warnings.extend(case.accounts.iter().filter_map(still));
            let unsure = case.accounts_in(AccountState::Unsure).count();
            warnings.extend((unsure > 0).then_some(Self::Unsure(unsure)));
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
            | Self::LapsesBeforeAnswer { until, .. } => Some(until.on),
            Self::LastChance(_, until) | Self::Soon(AgendaKind::CreditAtRisk, until) => {
                Some(*until)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
