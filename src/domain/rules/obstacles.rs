//! Obstacles: meeting one, looking at it again, getting past it.

use jiff::civil::Date;

use super::{not_before, optional};
use crate::domain::{
    Case, Change, Edit, Id, Obstacle, Procedure, Refusal,
    edit::{find, missing},
};

impl Case {
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
