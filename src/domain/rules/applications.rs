//! Submitting, and recording what the carrier decided.

use jiff::civil::Date;

use super::{not_before, not_empty, optional, past};
use crate::domain::{
    Application, Case, Change, Edit, Ending, Id, Item, Outcome, Refusal, Route, Stage, Verdict,
};

impl Case {
    /// The number of every application, also of those that were removed.
    pub(in crate::domain) fn application_numbers(&self) -> impl Iterator<Item = &Id> {
        let before = self.history.iter().filter_map(|entry| match &entry.change {
            Change::Application(edit) => Some(&edit.id),
            _ => None,
        });
        self.applications.iter().map(|one| &one.id).chain(before)
    }

    /// Submits an application. `gate` names what is still required; with
    /// `anyway` it is submitted all the same and the reason is kept. The draft
    /// carries its reckoned dates.
    pub fn submit(
        &self,
        gate: &[Item],
        draft: Application,
        today: Date,
    ) -> Result<Change, Refusal> {
        self.still_runs()?;
        if self.route == Route::Lapse {
            return Err(Refusal::Lapsing);
        }
        if let Some(pending) = self.pending() {
            return Err(Refusal::AlreadyPending(pending.on));
        }
        let anyway = match draft.anyway {
            Some(reason) => Some(not_empty(&reason, Refusal::NoReason)?),
            None if gate.is_empty() => None,
            None => return Err(Refusal::Blocked(gate.to_vec())),
        };
        let on = past(draft.on, self, today)?;
        if let Some(outcome) = self.latest_application().and_then(|old| old.outcome.as_ref()) {
            not_before(on, outcome.on)?;
        }
        let application = Application {
            id: Self::fresh_number(self.application_numbers()),
            on,
            channel: optional(draft.channel),
            reference: optional(draft.reference),
            anyway: anyway.filter(|_| !gate.is_empty()),
            extension: None,
            reckoned: draft.reckoned,
            outcome: None,
        };
        Ok(Change::Application(Edit::add(&self.applications, application)))
    }

    /// Records the carrier's answer to the pending application. A rejection
    /// needs its reason.
    pub(crate) fn decide(
        &self,
        verdict: Verdict,
        on: Date,
        reason: Option<String>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let pending = self.pending().ok_or(Refusal::NothingPending)?;
        past(on, self, today)?;
        not_before(on, pending.on)?;
        let reason = optional(reason);
        if verdict == Verdict::Rejected && reason.is_none() {
            return Err(Refusal::NoReason);
        }
        let outcome = Some(Outcome { verdict, on, reason });
        Ok(Change::Application(Edit::replace(Application { outcome, ..pending.clone() })))
    }

    /// Takes an application off the record, as if it had never been submitted.
    pub fn remove_application(&self, id: &Id) -> Change {
        Change::Application(Edit::remove(id))
    }

    /// Gives the case up.
    pub(crate) fn abandon(&self, reason: Option<String>, today: Date) -> Result<Change, Refusal> {
        self.still_runs()?;
        Ok(Change::Ending(Some(Ending { on: today, reason: optional(reason) })))
    }

    /// Takes an abandoned case up again.
    pub fn resume(&self) -> Change {
        Change::Ending(None)
    }

    /// Refuses when the case was given up or the carrier has cancelled the
    /// line.
    pub(super) fn still_runs(&self) -> Result<(), Refusal> {
        let approved = self.latest_application().and_then(|last| last.outcome.as_ref());
        if self.ending.is_some() {
            return Err(Refusal::Over(Stage::Abandoned));
        }
        if approved.is_some_and(|outcome| outcome.verdict == Verdict::Approved) {
            return Err(Refusal::Over(Stage::Cancelled));
        }
        Ok(())
    }
}
