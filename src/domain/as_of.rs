//! The book as it was at a moment, rebuilt from its histories: what came after is
//! undone in a copy. What was undone since is not in a history any more and cannot
//! be told.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Book, Case, Entry};

impl Book {
    /// The book as it was, each case at a moment of its own: days end where its carrier
    /// is.
    pub(crate) fn as_of(&self, moment: impl Fn(&Case) -> Timestamp) -> Self {
        let cases = self.cases.iter();
        let cases = cases.filter_map(|case| case.as_of(moment(case)).map(Arc::new)).collect();
        Self { cases, ..Self::default() }
    }

    /// The moment before which there was nothing to look back at; nothing where that
    /// is not known.
    pub(crate) fn begun(&self) -> Option<Timestamp> {
        let first = |case: &Arc<Case>| case.history.first().map(|entry| entry.at);
        let all: Option<Vec<Timestamp>> = self.cases.iter().map(first).collect();
        all?.into_iter().min()
    }
}

impl Case {
    /// Takes the newest entry of the history back.
    pub(crate) fn step_back(&mut self, newest: &Entry) {
        self.history.pop();
        // What another side of a merge has changed since stays.
        let _ = newest.does().withdrawn(newest.undoes(), self).apply(self);
    }

    /// The case as it was then; nothing when it was not open yet.
    pub(crate) fn as_of(&self, moment: Timestamp) -> Option<Self> {
        let mut case = self.clone();
        case.undone.clear();
        // What a merge left open stands in no history.
        case.conflicts.clear();
        while let Some(entry) = case.history.last().filter(|entry| entry.at > moment).cloned() {
            case.step_back(&entry);
        }
        (!case.history.is_empty() || self.history.is_empty()).then_some(case)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Change, Id, Route};

    #[test]
    fn a_book_as_it_was_has_what_was_done_by_then() {
        let day = date(2026, 11, 5);
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let mut book = Book::default();
        let id = Id::new("kl");
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        book.open(case, at(10)).expect("opens");
        let before = book.clone();
        book.record(&id, Change::Label("Other".into()), at(20)).expect("applies");
        let after = book.clone();
        book.record(&id, Change::Route(Route::Lapse), at(30)).expect("applies");
        assert_eq!(book.as_of(|_| at(9)), Book::default());
        assert_eq!(book.as_of(|_| at(19)), before);
        assert_eq!(book.as_of(|_| at(20)), after);
        assert_eq!(book.as_of(|_| at(99)), book);
    }
}
