//! All cases of a person: the content of `progress.ron`. Everything that
//! happens to a case goes through here into its history.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Case, Change, Entry, Id, Refusal};

/// Every case, and the cases whose opening was undone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// In the order they were opened. Copies of a book share the cases that are the same
    /// in them: a copy is made at every save, and a change is of one case.
    pub cases: Vec<Arc<Case>>,
    /// Cases whose opening was undone; redoing it moves them to `cases` again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_back: Vec<Arc<Case>>,
    /// Each time a backup was gone back to, the beginning of the SHA-256 of the
    /// file that it took the place of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restored: Vec<String>,
}

impl Book {
    /// The case with this id.
    pub fn case(&self, id: &Id) -> Option<&Case> {
        self.cases.iter().find(|case| case.id == *id).map(Arc::as_ref)
    }

    fn case_mut(&mut self, id: &Id) -> Result<&mut Case, Refusal> {
        let found = self.cases.iter_mut().find(|case| case.id == *id);
        found.map(Arc::make_mut).ok_or_else(|| Refusal::NoSuchCase(id.clone()))
    }

    /// A case of this id is here, or was before its opening was undone.
    fn has_id(&self, id: &Id) -> bool {
        self.cases.iter().chain(&self.taken_back).any(|case| case.id == *id)
    }

    /// An id for a new case called `label`, or following `playbook` when the
    /// label holds nothing to make an id of.
    pub(crate) fn fresh_id(&self, label: &str, playbook: &Id) -> Id {
        let slug = Id::slug(label);
        let base = if slug.is_empty() { playbook.clone() } else { slug };
        Id::unique(&base, |id| self.has_id(id))
    }

    /// Adds a case and begins its history.
    pub fn open(&mut self, mut case: Case, at: Timestamp) -> Result<(), Refusal> {
        if case.label.trim().is_empty() {
            return Err(Refusal::NoName);
        }
        if self.has_id(&case.id) {
            return Err(Refusal::Duplicate(case.id.to_string()));
        }
        case.history = vec![Entry::new(at, Change::Opened, Change::Opened)];
        case.undone.clear();
        self.cases.push(Arc::new(case));
        Ok(())
    }

    /// Makes a change and writes it into the history. What could be redone
    /// until now no longer can. Returns whether anything changed; a change
    /// that changes nothing is not written down.
    pub fn record(&mut self, id: &Id, change: Change, at: Timestamp) -> Result<bool, Refusal> {
        let case = self.case_mut(id)?;
        let inverse = change.apply(case)?;
        if change.is_idle(&inverse) {
            return Ok(false);
        }
        case.history.push(Entry::new(at, change, inverse));
        case.forget_undone();
        Ok(true)
    }

    /// Writes into the history what happened by itself. What was undone can
    /// still be redone. Two such entries in a row become one, from the state
    /// before the first to the state after the second; none is left when these
    /// are the same.
    pub fn note(&mut self, id: &Id, change: Change, at: Timestamp) -> Result<bool, Refusal> {
        let case = self.case_mut(id)?;
        let inverse = change.apply(case)?;
        if change.is_idle(&inverse) {
            return Ok(false);
        }
        let before = case.history.pop_if(|last| {
            matches!((&last.change, &change), (Change::Reckoned(last), Change::Reckoned(now))
                if last.application == now.application)
        });
        let inverse = before.map_or(inverse, |before| before.inverse);
        if !change.is_idle(&inverse) {
            case.history.push(Entry::new(at, change, inverse));
        }
        Ok(true)
    }

    /// Undoes what happened by itself since the person's last change.
    fn forget_noted(&mut self, id: &Id) -> Result<(), Refusal> {
        let case = self.case_mut(id)?;
        let noted = |last: &mut Entry| matches!(last.change, Change::Reckoned(_));
        while let Some(entry) = case.history.pop_if(noted) {
            case.take_back(&entry)?;
        }
        Ok(())
    }

    /// Undoes the newest entry of the case's history and returns it. Undoing
    /// the opening moves the case itself to [`Book::taken_back`]. What happened
    /// by itself goes with the person's change before it. What another side of a merge
    /// has made of it stays.
    pub fn undo(&mut self, id: &Id) -> Result<Entry, Refusal> {
        self.forget_noted(id)?;
        let case = self.case_mut(id)?;
        let entry = case.history.pop().ok_or(Refusal::NothingToUndo)?;
        match case.take_back(&entry) {
            Ok(undone) => case.undone.push(undone),
            Err(refusal) => {
                case.history.push(entry);
                return Err(refusal);
            }
        }
        if entry.change == Change::Opened {
            let place = self.cases.iter().position(|case| case.id == *id);
            self.taken_back.extend(place.map(|at| self.cases.remove(at)));
        }
        Ok(entry)
    }

    /// Redoes what was undone last in the case, and returns it. A case whose
    /// opening was undone comes back first.
    pub fn redo(&mut self, id: &Id) -> Result<Entry, Refusal> {
        if let Some(at) = self.taken_back.iter().position(|case| case.id == *id) {
            let case = self.taken_back.remove(at);
            self.cases.push(case);
        }
        let case = self.case_mut(id)?;
        let entry = case.undone.last().cloned().ok_or(Refusal::NothingToRedo)?;
        let entry = case.put_back(&entry)?;
        case.undone.pop();
        case.history.push(entry.clone());
        Ok(entry)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, AccountState, Route};

    #[test]
    fn an_entry_of_the_history_is_small() {
        // There is one for everything that ever happened.
        assert!(size_of::<Entry>() <= 136, "{}", size_of::<Entry>());
    }

    #[test]
    fn copies_of_a_book_share_the_cases_that_are_the_same() {
        let (at, today) = (Timestamp::UNIX_EPOCH, date(2026, 11, 5));
        let mut book = Book::default();
        for name in ["kl", "penang"] {
            let playbook = Id::new("hotlink");
            let case = Case::new(Id::new(name), name.into(), playbook, Route::Apply, today);
            book.open(case, at).expect("opens");
        }
        let before = book.clone();
        let case = book.case(&Id::new("kl")).expect("there");
        let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
        let change = case.add_account("Maybank", kind, state, None, today).expect("allowed");
        book.record(&Id::new("kl"), change, at).expect("records");
        let shared =
            before.cases.iter().zip(&book.cases).map(|(one, other)| Arc::ptr_eq(one, other));
        assert_eq!(shared.collect::<Vec<_>>(), [false, true]);
        assert!(before.cases[0].accounts.is_empty(), "the copy is what it was");
    }

    /// Dates that were reckoned anew stand in the history once, and go with what the person
    /// undoes.
    #[test]
    fn what_happened_by_itself_is_noted_once_and_undone_with_what_was_done_before_it() {
        use crate::domain::{Application, Reckoned, Reckoning};
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let (kl, day) = (Id::new("kl"), date(2026, 11, 5));
        let mut book = Book::default();
        let case = Case::new(kl.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        book.open(case, at(0)).expect("opens");
        let submitted = book.cases[0].submit(&[], Application::on(day), day).expect("allowed");
        book.record(&kl, submitted, at(1)).expect("records");
        let before = book.clone();
        let reckoned = |latest: Option<jiff::civil::Date>| {
            let of =
                |day| Reckoning { earliest: day, latest: day, off: [].into(), worked: [].into() };
            let application = Id::new("1");
            Change::Reckoned(Box::new(Reckoned { application, dates: latest.map(of) }))
        };
        let (one, two) = (Some(date(2026, 11, 17)), Some(date(2026, 11, 18)));
        assert_eq!(book.note(&kl, reckoned(None), at(2)), Ok(false), "it was so");
        assert_eq!(book.note(&kl, reckoned(one), at(2)), Ok(true));
        assert_eq!(book.note(&kl, reckoned(two), at(3)), Ok(true));
        let history = |book: &Book| book.cases[0].history.len();
        assert_eq!((history(&before), history(&book)), (2, 3), "two in a row are one");
        let last = book.cases[0].history.last().expect("there");
        assert_eq!((&last.change, &last.inverse), (&reckoned(two), &reckoned(None)));
        let mut back = book.clone();
        assert_eq!(back.note(&kl, reckoned(None), at(4)), Ok(true));
        assert_eq!(back, before, "it is as it was before them");
        let undone = book.undo(&kl).expect("undoes");
        assert!(matches!(undone.change, Change::Application(_)));
        assert!(book.cases[0].applications.is_empty() && history(&book) == 1);
        // What was undone can be redone, whatever happens by itself meanwhile.
        book.redo(&kl).expect("does it again");
        assert_eq!(book.note(&kl, reckoned(one), at(5)), Ok(true));
        assert_eq!(book.note(&kl, reckoned(one), at(6)), Ok(false));
    }
}
