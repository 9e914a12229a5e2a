//! Giving a case up, taking it up again, and putting it away.

use jiff::civil::Date;

use super::optional;
use crate::domain::{Case, Change, Ending, Refusal, Stage};

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
    /// stands.
    pub(crate) fn archive(&self, stage: Stage, today: Date) -> Result<Change, Refusal> {
        match (self.archived, stage) {
            (Some(day), _) => Err(Refusal::Archived(day)),
            (None, Stage::Closed | Stage::Abandoned) => Ok(Change::Archived(Some(today))),
            (None, _) => Err(Refusal::NotClosed(stage)),
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
    use crate::domain::{Id, Route};

    #[test]
    fn only_what_is_over_is_put_away_and_what_is_put_away_does_not_run() {
        let today = date(2026, 11, 5);
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let refused = case.archive(Stage::Cancelled, today);
        assert_eq!(refused, Err(Refusal::NotClosed(Stage::Cancelled)));
        let given_up = case.abandon(None, today).expect("allowed");
        given_up.apply(&mut case).expect("applies");
        let before = case.clone();
        let put_away = case.archive(Stage::Abandoned, today).expect("allowed");
        let back = put_away.apply(&mut case).expect("applies");
        assert_eq!(case.resume(), Err(Refusal::Archived(today)));
        assert_eq!(case.archive(Stage::Abandoned, today), Err(Refusal::Archived(today)));
        back.apply(&mut case).expect("applies");
        assert_eq!(case, before);
        assert!(case.resume().is_ok());
    }
}
