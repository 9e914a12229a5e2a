//! Submitting, and recording what the carrier decided.

use jiff::civil::Date;

use super::{not_before, not_empty, optional, past};
use crate::domain::{
    Application, Case, Change, Edit, Id, Item, Outcome, Procedure, Refusal, Route, Stage, Verdict,
};

impl Case {
    /// The number of every application, also of those that were removed.
    pub(in crate::domain) fn application_numbers(&self) -> impl Iterator<Item = &Id> {
        let changes = self.history.iter().flat_map(|entry| entry.change.parts());
        let before = changes.filter_map(|change| match change {
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
        self.asks()?;
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
            ports: self.route == Route::Port,
            reference: optional(draft.reference),
            anyway: anyway.filter(|_| !gate.is_empty()),
            extension: None,
            reckoned: draft.reckoned,
            outcome: None,
        };
        Ok(Change::Application(Edit::add(&self.applications, application)))
    }

    /// Why nothing is submitted on the way that the person takes; nothing if it is.
    pub(crate) fn asks(&self) -> Result<(), Refusal> {
        match self.route {
            Route::Apply | Route::Port => Ok(()),
            Route::Lapse => Err(Refusal::Lapsing),
            Route::Keep => Err(Refusal::Kept),
        }
    }

    /// The application that the carrier has still to answer, or why there is
    /// none.
    pub(crate) fn awaited(&self) -> Result<&Application, Refusal> {
        match self.pending() {
            Some(pending) => Ok(pending),
            None => Err(self.asks().err().unwrap_or(Refusal::NothingPending)),
        }
    }

    /// Records the carrier's answer to the pending application. A rejection
    /// needs its reason, and can name what was criticised. A yes that is there
    /// already gets what is known of its confirmation by now.
    pub(crate) fn decide(
        &self,
        procedure: &Procedure,
        outcome: Outcome,
        today: Date,
    ) -> Result<Change, Refusal> {
        let amends = outcome.verdict == Verdict::Approved && self.approval().is_some();
        let application = if amends { self.latest_application() } else { None };
        let application = application.map_or_else(|| self.awaited(), Ok)?;
        past(outcome.on, self, today)?;
        not_before(outcome.on, application.on)?;
        let (reason, reference) = (optional(outcome.reason), optional(outcome.reference));
        if outcome.verdict == Verdict::Rejected && reason.is_none() {
            return Err(Refusal::NoReason);
        }
        let mut about: Vec<Item> = Vec::new();
        for item in outcome.about {
            if outcome.verdict == Verdict::Approved {
                return Err(Refusal::NotRejected);
            }
            if !Outcome::can_be_about(&item) {
                return Err(Refusal::NotCriticisable(item));
            }
            if !self.knows(procedure, &item) {
                return Err(Refusal::NoSuchItem(item.to_string()));
            }
            if !about.contains(&item) {
                about.push(item);
            }
        }
        let outcome = Some(Outcome { reason, reference, about, ..outcome });
        Ok(Change::Application(Edit::replace(Application { outcome, ..application.clone() })))
    }

    /// Takes an application off the record, as if it had never been submitted.
    pub fn remove_application(&self, id: &Id) -> Change {
        Change::Application(Edit::remove(id))
    }

    /// Refuses when the case was given up or the carrier has cancelled the
    /// line.
    pub(super) fn still_runs(&self) -> Result<(), Refusal> {
        if self.ending.is_some() {
            return Err(Refusal::Over(Stage::Abandoned));
        }
        if self.approval().is_some() {
            return Err(Refusal::Over(Stage::Cancelled));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::ItemKind;

    const TODAY: Date = date(2026, 11, 5);

    fn case(route: Route) -> Case {
        let id = Id::new("kl");
        Case::new(id.clone(), "KL".into(), id, route, date(2026, 11, 1))
    }

    #[test]
    fn only_who_asks_submits_and_only_while_the_line_runs() {
        let submit = |case: &Case| case.submit(&[], Application::on(TODAY), TODAY).map(drop);
        let over = |stage| Err(Refusal::Over(stage));
        for (route, told) in [
            (Route::Apply, Ok(())),
            (Route::Port, Ok(())),
            (Route::Lapse, Err(Refusal::Lapsing)),
            (Route::Keep, Err(Refusal::Kept)),
        ] {
            assert_eq!(submit(&case(route)), told, "{route:?}");
        }
        let mut given_up = case(Route::Apply);
        let change = given_up.abandon(None, TODAY).expect("allowed");
        change.apply(&mut given_up).expect("applies");
        assert_eq!(submit(&given_up), over(Stage::Abandoned));
        let mut approved = case(Route::Apply);
        let outcome = Some(Outcome::on(Verdict::Approved, TODAY));
        approved.applications.push(Application { outcome, ..Application::on(TODAY) });
        assert_eq!(submit(&approved), over(Stage::Cancelled));
        assert_eq!(approved.abandon(None, TODAY).map(drop), over(Stage::Cancelled));
    }

    #[test]
    fn a_reason_to_submit_anyway_is_kept_only_where_something_is_open() {
        let open = [Item::new(ItemKind::Precondition, &Id::new("arrears"))];
        for (gate, kept) in [(&open[..], Some("the shop insists".to_owned())), (&[], None)] {
            let anyway = Some(" the shop insists ".to_owned());
            let draft = Application { anyway, ..Application::on(TODAY) };
            let mut case = case(Route::Apply);
            let change = case.submit(gate, draft, TODAY).expect("allowed");
            change.apply(&mut case).expect("applies");
            assert_eq!(case.applications[0].anyway, kept);
        }
    }
}
