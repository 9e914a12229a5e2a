//! Giving a case up, taking it up again, and putting it away.

use jiff::civil::Date;

use super::optional;
use crate::domain::{Case, Change, Ending, Keyed, Refusal, Stage, Watch};

impl Case {
    /// Gives the case up.
    pub(crate) fn abandon(&self, reason: Option<String>, today: Date) -> Result<Change, Refusal> {
        self.still_runs()?;
        Ok(Change::Ending(Some(Ending { on: today, reason: optional(reason) })))
    }

    /// Takes an abandoned case up again. One that was put away is taken out
    /// first, so that none runs unseen.
    pub fn resume(&self) -> Result<Change, Refusal> {
        match self.archived {
            Some(day) => Err(Refusal::Archived(day)),
            None => Ok(Change::Ending(None)),
        }
    }

    /// Puts a case away that is closed or was given up; `stage` is where it
    /// stands, and `watch` how long its number rests.
    pub(crate) fn archive(
        &self,
        stage: Stage,
        watch: Option<Watch>,
        today: Date,
    ) -> Result<Change, Refusal> {
        if let Some(day) = self.archived {
            return Err(Refusal::Archived(day));
        }
        let rests = watch.map(|watch| watch.until).filter(|until| *until > today);
        match (stage, rests) {
            (Stage::Closed | Stage::Abandoned, _) => Ok(Change::Archived(Some(today))),
            (Stage::Cancelled, _) if !self.is_settled(stage) => Err(Refusal::Unconfirmed(rests)),
            (Stage::Cancelled | Stage::Lapsed, None) if !self.in_use().is_empty() => {
                let tied = self.in_use().into_iter().map(Keyed::item).collect();
                Err(Refusal::StillUsed(tied))
            }
            (_, Some(until)) => Err(Refusal::Resting(until)),
            (_, None) => Err(Refusal::NotClosed(stage)),
        }
    }

    /// Takes a case out again that was put away.
    pub(crate) fn unarchive() -> Change {
        Change::Archived(None)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, AccountState, Application, Id, Outcome, Route, Verdict};

    #[test]
    fn only_what_is_over_is_put_away_and_what_is_put_away_does_not_run() {
        let today = date(2026, 11, 5);
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let refused = case.archive(Stage::Preparing, None, today);
        assert_eq!(refused, Err(Refusal::NotClosed(Stage::Preparing)));
        let given_up = case.abandon(None, today).expect("allowed");
        given_up.apply(&mut case).expect("applies");
        let before = case.clone();
        let put_away = case.archive(Stage::Abandoned, None, today).expect("allowed");
        let back = put_away.apply(&mut case).expect("applies");
        assert_eq!(case.resume(), Err(Refusal::Archived(today)));
        assert_eq!(case.archive(Stage::Abandoned, None, today), Err(Refusal::Archived(today)));
        back.apply(&mut case).expect("applies");
        assert_eq!(case, before);
        assert!(case.resume().is_ok());
    }

    #[test]
    fn a_cancelled_case_says_what_it_waits_for_before_it_is_put_away() {
        let (today, until) = (date(2026, 11, 5), date(2027, 5, 5));
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let approved = Some(Outcome::on(Verdict::Approved, today));
        case.applications.push(Application { outcome: approved, ..Application::on(today) });
        let put_away = |case: &Case, confirmed, day| {
            let watch = Watch { from: today, until, confirmed };
            case.archive(Stage::Cancelled, Some(watch), day)
        };
        assert_eq!(put_away(&case, false, today), Err(Refusal::Unconfirmed(Some(until))));
        assert_eq!(put_away(&case, false, until), Err(Refusal::Unconfirmed(None)));
        let outcome = case.applications[0].outcome.as_mut().expect("an outcome");
        outcome.reference = Some("C-1".to_owned());
        assert_eq!(put_away(&case, true, today), Err(Refusal::Resting(until)));
    }

    #[test]
    fn a_line_that_has_ended_is_put_away_once_nothing_uses_it() {
        let today = date(2026, 11, 5);
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Lapse, today);
        let put_away = |case: &Case| case.archive(Stage::Lapsed, None, today);
        assert_eq!(put_away(&case), Err(Refusal::NotClosed(Stage::Lapsed)));
        let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
        let added = case.add_account("Maybank", kind, state, None, today).expect("allowed");
        added.apply(&mut case).expect("applies");
        let tied = vec!["account:maybank".parse().expect("an item")];
        assert_eq!(put_away(&case), Err(Refusal::StillUsed(tied)));
    }
}
