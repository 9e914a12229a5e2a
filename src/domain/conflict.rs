//! What two sides of a merge changed differently, and what each of them means by now.

use super::{Case, Change, Conflict, Edit, Keyed, Refusal};

impl Conflict {
    /// The change that makes what it is about as it is in the case now: the person may have
    /// gone on with it since the merge.
    pub(crate) fn here(&self, case: &Case) -> Change {
        use Change as C;
        match &self.kept {
            C::Account(edit) => C::Account(now(edit, &case.accounts)),
            C::Document(edit) => C::Document(now(edit, &case.documents)),
            C::Contact(edit) => C::Contact(now(edit, &case.contacts)),
            C::Obstacle(edit) => C::Obstacle(now(edit, &case.obstacles)),
            C::Application(edit) => C::Application(now(edit, &case.applications)),
            C::Dismissed(all) => {
                C::Dismissed(all.iter().map(|edit| now(edit, &case.dismissed)).collect())
            }
            C::Found { findings, .. } => {
                let all = findings.iter().map(|edit| now(edit, &case.findings));
                C::found(all.collect::<Vec<_>>(), [], [])
            }
            C::Mark { item, .. } => {
                C::Mark { item: item.clone(), mark: Some(Box::new(case.mark(item).clone())) }
            }
            C::Agenda { id, .. } => {
                let mark = Some(case.agenda.get(id).cloned().unwrap_or_default());
                C::Agenda { id: id.clone(), mark }
            }
            C::Line(_) => C::Line(Box::new(case.line.clone())),
            C::Terms { .. } => C::Terms { terms: Box::new(case.terms.clone()), told: None },
            C::Label(_) => C::Label(case.label.clone()),
            C::Route(_) => C::Route(case.route),
            C::Search(_) => C::Search(case.search_over),
            C::Ending(_) => C::Ending(case.ending.clone()),
            C::Archived(_) => C::Archived(case.archived),
            other => other.clone(),
        }
    }

    /// The change by which the other side counts. What was done about the same thing since,
    /// and has nothing to do with the question, stays.
    pub(crate) fn taken(&self, case: &Case) -> Change {
        self.other.merged(&self.kept, case).unwrap_or_else(|_| self.other.clone())
    }
}

fn now<T: Keyed>(edit: &Edit<T>, list: &[T]) -> Edit<T> {
    let here = list.iter().find(|one| *one.id() == edit.id);
    here.map_or_else(|| Edit::remove(&edit.id), |one| Edit::replace(one.clone()))
}

impl Case {
    /// Settles the conflict at this place: with the other side, or with what
    /// stands in the case.
    pub fn settle(&self, place: usize, other: bool) -> Result<Change, Refusal> {
        let mut left = self.conflicts.clone();
        if place >= left.len() {
            return Err(Refusal::NoSuchItem(format!("conflict:{}", place.saturating_add(1))));
        }
        let conflict = left.remove(place);
        // What the other side removed may be gone by now.
        let made = Some(conflict.taken(self)).filter(|made| made.apply(&mut self.clone()).is_ok());
        Ok(Change::Settled { left, made: made.filter(|_| other).map(Box::new) })
    }
}
