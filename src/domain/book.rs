//! All cases of a person: the content of `progress.ron`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Case, Change, Entry, Id, Refusal};

/// Every case, and the cases whose opening was undone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// In the order they were opened.
    pub cases: Vec<Case>,
    /// Cases taken back by undoing their opening; redo brings them here again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_back: Vec<Case>,
}

impl Book {
    /// The case with this id.
    pub fn case(&self, id: &Id) -> Option<&Case> {
        self.cases.iter().find(|case| case.id == *id)
    }

    fn case_mut(&mut self, id: &Id) -> Result<&mut Case, Refusal> {
        self.cases
            .iter_mut()
            .find(|case| case.id == *id)
            .ok_or_else(|| Refusal::NoSuchCase(id.clone()))
    }

    /// An id for a new case called `label`, or following `playbook` when the
    /// label holds nothing to make an id of.
    pub fn fresh_id(&self, label: &str, playbook: &Id) -> Id {
        let slug = Id::slug(label);
        let base = if slug.is_empty() { playbook.clone() } else { slug };
        Id::unique(&base, |id| self.cases.iter().chain(&self.taken_back).any(|c| c.id == *id))
    }

    /// Adds a case and begins its history.
    pub fn open(&mut self, mut case: Case, at: Timestamp) -> Result<(), Refusal> {
        if case.label.trim().is_empty() {
            return Err(Refusal::NoName);
        }
        let known = self.cases.iter().chain(&self.taken_back).any(|one| one.id == case.id);
        if known {
            return Err(Refusal::Duplicate(case.id.to_string()));
        }
        case.history = vec![Entry { at, change: Change::Opened, inverse: Change::Opened }];
        case.undone.clear();
        self.cases.push(case);
        Ok(())
    }

    /// Makes a change and returns its inverse. The history is not touched;
    /// [`Book::record`] is for what a person does.
    fn apply(&mut self, case: &Id, change: &Change) -> Result<Change, Refusal> {
        change.apply(self.case_mut(case)?)
    }

    /// Makes a change and writes it into the history. What could be redone
    /// until now no longer can. Says whether anything changed: what changes
    /// nothing leaves no trace.
    pub fn record(&mut self, id: &Id, change: Change, at: Timestamp) -> Result<bool, Refusal> {
        let inverse = self.apply(id, &change)?;
        if change.is_idle(&inverse) {
            return Ok(false);
        }
        let case = self.case_mut(id)?;
        case.history.push(Entry { at, change, inverse });
        case.undone.clear();
        Ok(true)
    }

    /// Writes into the history what happened by itself. What was undone can
    /// still be redone. Of two such entries in a row the first one's past and
    /// the second one's present are kept, and nothing when both are the same.
    pub fn note(&mut self, id: &Id, change: Change, at: Timestamp) -> Result<bool, Refusal> {
        let inverse = self.apply(id, &change)?;
        if change.is_idle(&inverse) {
            return Ok(false);
        }
        let case = self.case_mut(id)?;
        let before = case.history.pop_if(|last| {
            let of = |change: &Change| match change {
                Change::Reckoned(told) => Some(told.application.clone()),
                _ => None,
            };
            of(&last.change).is_some() && of(&last.change) == of(&change)
        });
        let inverse = before.map_or(inverse, |before| before.inverse);
        if !change.is_idle(&inverse) {
            case.history.push(Entry { at, change, inverse });
        }
        Ok(true)
    }

    /// Takes back what happened by itself since the person's last change.
    fn forget_noted(&mut self, id: &Id) -> Result<(), Refusal> {
        let case = self.case_mut(id)?;
        let noted = |last: &mut Entry| matches!(last.change, Change::Reckoned(_));
        while let Some(entry) = case.history.pop_if(noted) {
            entry.inverse.apply(case)?;
        }
        Ok(())
    }

    /// Takes back the newest entry of the case's history and returns it.
    /// Undoing the opening takes the case itself out of sight. What happened by
    /// itself is no step of its own.
    pub fn undo(&mut self, id: &Id) -> Result<Entry, Refusal> {
        self.forget_noted(id)?;
        let case = self.case_mut(id)?;
        let entry = case.history.last().cloned().ok_or(Refusal::NothingToUndo)?;
        entry.inverse.apply(case)?;
        case.history.pop();
        case.undone.push(entry.clone());
        if entry.change == Change::Opened {
            let place = self.cases.iter().position(|case| case.id == *id);
            self.taken_back.extend(place.map(|at| self.cases.remove(at)));
        }
        Ok(entry)
    }

    /// Does again what was undone last in the case, and returns it. With no
    /// case of that id in sight, one that was taken back returns.
    pub fn redo(&mut self, id: &Id) -> Result<Entry, Refusal> {
        if let Some(at) = self.taken_back.iter().position(|case| case.id == *id) {
            let case = self.taken_back.remove(at);
            self.cases.push(case);
        }
        let case = self.case_mut(id)?;
        let entry = case.undone.last().cloned().ok_or(Refusal::NothingToRedo)?;
        let inverse = entry.change.apply(case)?;
        case.undone.pop();
        case.history.push(Entry { inverse, ..entry.clone() });
        Ok(entry)
    }
}
