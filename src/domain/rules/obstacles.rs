//! Obstacles: meeting one, looking at it again, getting past it.

use jiff::civil::Date;

use super::{not_before, optional};
use crate::domain::{
    Case, Change, Edit, Id, Obstacle, Procedure, Refusal,
    edit::{find, missing},
};

/// What the obstacle is called that is about a charge.
const DISPUTE: &str = "disputed-amount";

impl Case {
    /// A charge that the person does not agree to, while it is not settled.
    pub(crate) fn dispute(&self) -> Option<&Obstacle> {
        let mut open = self.obstacles.iter().filter(|one| one.resolved.is_none());
        open.find(|one| one.kind.as_str() == DISPUTE)
    }

    /// The obstacle with this id.
    pub fn obstacle(&self, id: &Id) -> Result<&Obstacle, Refusal> {
        find(&self.obstacles, id)
    }

    /// Meets an obstacle of a kind the playbook knows.
    pub(crate) fn open_obstacle(
        &self,
        procedure: &Procedure,
        kind: &Id,
        note: Option<String>,
        follow_up: Option<Date>,
        today: Date,
    ) -> Result<Change, Refusal> {
        if !procedure.obstacles.contains(kind) {
            return Err(missing::<Obstacle>(kind));
        }
        let id = Id::unique(kind, |id| self.obstacles.iter().any(|one| one.id == *id));
        let follow_up = follow_up.map(|day| not_before(day, today)).transpose()?;
        let (note, kind) = (optional(note), kind.clone());
        let obstacle = Obstacle { id, kind, opened: today, note, follow_up, resolved: None };
        Ok(Change::Obstacle(Edit::add(&self.obstacles, obstacle)))
    }

    /// Changes what is said about an obstacle, or when to look at it again.
    pub(crate) fn edit_obstacle(
        &self,
        id: &Id,
        note: Option<String>,
        follow_up: Option<Date>,
    ) -> Result<Change, Refusal> {
        let old = self.obstacle(id)?;
        let follow_up = follow_up.map(|day| not_before(day, old.opened)).transpose()?;
        let obstacle = Obstacle { note: optional(note), follow_up, ..old.clone() };
        Ok(Change::Obstacle(Edit::replace(obstacle)))
    }

    /// Says that an obstacle is out of the way.
    pub(crate) fn resolve_obstacle(&self, id: &Id, today: Date) -> Result<Change, Refusal> {
        let old = self.obstacle(id)?;
        if let Some(day) = old.resolved {
            return Err(Refusal::AlreadyResolved(day));
        }
        Ok(Change::Obstacle(Edit::replace(Obstacle { resolved: Some(today), ..old.clone() })))
    }

    /// Says that an obstacle is in the way again.
    pub(crate) fn reopen_obstacle(&self, id: &Id) -> Result<Change, Refusal> {
        let old = self.obstacle(id)?.clone();
        Ok(Change::Obstacle(Edit::replace(Obstacle { resolved: None, ..old })))
    }

    /// Forgets an obstacle.
    pub(crate) fn remove_obstacle(&self, id: &Id) -> Result<Change, Refusal> {
        self.obstacle(id)?;
        Ok(Change::Obstacle(Edit::remove(id)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::Route;

    #[test]
    fn an_obstacle_is_met_looked_at_again_and_got_past() {
        let (id, today) = (Id::new("kl"), date(2026, 11, 5));
        let later = date(2026, 11, 9);
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let kind = Id::new("no-answer");
        let procedure = Procedure { obstacles: vec![kind.clone()], ..Procedure::default() };
        let mut does = |make: &dyn Fn(&Case) -> Result<Change, Refusal>| {
            let change = make(&case).expect("allowed");
            change.apply(&mut case).expect("applies");
            case.obstacles.clone()
        };
        let meets = |case: &Case| {
            case.open_obstacle(&procedure, &kind, Some(" busy ".into()), Some(later), today)
        };
        let obstacle = |id: &str| Obstacle {
            id: Id::new(id),
            kind: kind.clone(),
            opened: today,
            note: Some("busy".into()),
            follow_up: Some(later),
            resolved: None,
        };
        let (one, other) = (obstacle("no-answer"), obstacle("no-answer-2"));
        assert_eq!(does(&meets), std::slice::from_ref(&one));
        assert_eq!(does(&meets), [one.clone(), other.clone()]);
        let resolved = Obstacle { resolved: Some(later), ..one.clone() };
        let all = does(&|case| case.resolve_obstacle(&one.id, later));
        assert_eq!(all, [resolved.clone(), other.clone()]);
        let note = Some("call".to_owned());
        let edited = Obstacle { note: note.clone(), follow_up: Some(today), ..resolved };
        let all = does(&|case| case.edit_obstacle(&one.id, note.clone(), Some(today)));
        assert_eq!(all, [edited.clone(), other.clone()]);
        let all = does(&|case| case.reopen_obstacle(&one.id));
        assert_eq!(all, [Obstacle { resolved: None, ..edited }, other]);
        does(&|case| case.resolve_obstacle(&one.id, later));
        let twice = case.resolve_obstacle(&one.id, later);
        assert_eq!(twice, Err(Refusal::AlreadyResolved(later)));
    }
}
