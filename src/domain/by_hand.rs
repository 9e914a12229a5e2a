//! What somebody changed in the file itself, as changes like any other.
//!
//! Must not know: files.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::Timestamp;

use super::{Book, Case, Change, Edit, Entry, Id, Item, Keyed};

impl Book {
    /// The same book with everything in the histories that was changed without
    /// them. What was there `before`, and the histories since, say how it would be
    /// otherwise. Nothing when the histories tell all.
    pub(crate) fn with_hand_edits(&self, before: &Self, at: Timestamp) -> Option<Self> {
        self.taken(before, at, false)
    }

    /// The same where edits were seen `before` that nobody has saved yet: the file is what
    /// they made of it, and perhaps more.
    pub(crate) fn with_more_hand_edits(&self, before: &Self, at: Timestamp) -> Option<Self> {
        self.taken(before, at, true)
    }

    fn taken(&self, before: &Self, at: Timestamp, goes_on: bool) -> Option<Self> {
        let mut book = self.clone();
        let mut found = false;
        for case in &mut book.cases {
            let Some(old) = before.case(&case.id) else { continue };
            // What was seen of an edit before is not in the file's history yet.
            let seen = old
                .history
                .strip_prefix(case.history.as_slice())
                .filter(|rest| rest.iter().all(|entry| matches!(entry.change, Change::ByHand(_))))
                .filter(|_| goes_on);
            let expected = match seen {
                Some(_) => Some(Case::clone(old)),
                None => followed(old, &case.history),
            };
            let Some(mut expected) = expected else { continue };
            let changes = between(&expected, case);
            let change = Change::ByHand(changes);
            let Ok(inverse) = change.apply(&mut expected) else { continue };
            if change == Change::ByHand(Vec::new()) {
                continue;
            }
            let case = Arc::make_mut(case);
            case.history.extend(seen.unwrap_or_default().iter().cloned());
            case.history.push(Entry::new(at, change, inverse));
            case.forget_undone();
            found = true;
        }
        found.then_some(book)
    }
}

impl Book {
    /// How many things were changed without the histories since what was there
    /// `before`. A history that does not go on from the older one is one thing, and so
    /// is a case that is not there any more.
    pub(crate) fn changed_by_hand(&self, before: &Self) -> usize {
        let changes = |case: &Arc<Case>| {
            let old = before.case(&case.id)?;
            let goes_on = case.history.starts_with(&old.history);
            let expected = followed(old, &case.history);
            let count = expected.map_or(1, |expected| between(&expected, case).len());
            Some(count.max(usize::from(!goes_on)))
        };
        let here = |id: &Id| self.cases.iter().chain(&self.taken_back).any(|one| one.id == *id);
        let gone = before.cases.iter().filter(|case| !here(&case.id)).count();
        self.cases.iter().filter_map(changes).sum::<usize>() + gone
    }
}

impl Book {
    /// Whether the histories of both are the same: at most a hand has made one of the
    /// other.
    pub(crate) fn has_history_of(&self, other: &Self) -> bool {
        fn histories(book: &Book) -> BTreeMap<&Id, &[Entry]> {
            book.cases.iter().map(|case| (&case.id, case.history.as_slice())).collect()
        }
        histories(self) == histories(other)
    }
}

impl Case {
    /// Whether nothing is in a copy of this case that is not here, where the history of the
    /// copy is the beginning of this one's: a hand can have changed it without that.
    pub(in crate::domain) fn holds_all_of(&self, copy: &Self) -> bool {
        let expected = followed(self, &copy.history);
        between(expected.as_ref().unwrap_or(self), copy).is_empty()
    }

    /// How many things are otherwise in another case.
    pub(crate) fn differing_from(&self, other: &Self) -> usize {
        between(self, other).len()
    }
}

/// An older version of a case after all that this history tells.
fn followed(old: &Case, history: &[Entry]) -> Option<Case> {
    let is_same = |one: &Entry, other: &Entry| one.at == other.at && one.change == other.change;
    let mut case = old.clone();
    let pairs = old.history.iter().zip(history);
    let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
    while case.history.len() > common {
        let entry = case.history.pop()?;
        entry.does().withdrawn(entry.undoes(), &case).apply(&mut case).ok()?;
    }
    for entry in history.iter().skip(common) {
        entry.does().apply(&mut case).ok()?;
    }
    // Both begin with the opening.
    (common > 0).then_some(case)
}

/// The changes that make one case the other.
fn between(from: &Case, to: &Case) -> Vec<Change> {
    let mut all = Vec::new();
    let mut put = |differs: bool, change: Change| {
        if differs {
            all.push(change);
        }
    };
    put(from.label != to.label, Change::Label(to.label.clone()));
    put(from.route != to.route, Change::Route(to.route));
    put(from.line != to.line, Change::Line(Box::new(to.line.clone())));
    put(from.search_over != to.search_over, Change::Search(to.search_over));
    put(from.terms != to.terms, Change::Terms { terms: Box::new(to.terms.clone()), told: None });
    put(from.ending != to.ending, Change::Ending(to.ending.clone()));
    put(from.archived != to.archived, Change::Archived(to.archived));
    let items: BTreeSet<&Item> = from.marks.keys().chain(to.marks.keys()).collect();
    for item in items {
        let mark = to.marks.get(item).cloned();
        put(
            from.marks.get(item) != mark.as_ref(),
            Change::Mark { item: item.clone(), mark: mark.map(Box::new) },
        );
    }
    let ids: BTreeSet<&Id> = from.agenda.keys().chain(to.agenda.keys()).collect();
    for id in ids {
        let mark = to.agenda.get(id).cloned();
        put(from.agenda.get(id) != mark.as_ref(), Change::Agenda { id: id.clone(), mark });
    }
    all.extend(edits(&from.accounts, &to.accounts).map(Change::Account));
    let dismissed: Vec<_> = edits(&from.dismissed, &to.dismissed).collect();
    all.extend((!dismissed.is_empty()).then_some(Change::Dismissed(dismissed)));
    let findings: Vec<_> = edits(&from.findings, &to.findings).collect();
    all.extend((!findings.is_empty()).then(|| Change::found(findings, [], [])));
    all.extend(edits(&from.documents, &to.documents).map(Change::Document));
    all.extend(edits(&from.contacts, &to.contacts).map(Change::Contact));
    all.extend(edits(&from.obstacles, &to.obstacles).map(Change::Obstacle));
    all.extend(edits(&from.applications, &to.applications).map(Change::Application));
    all
}

fn edits<T: Keyed + PartialEq>(from: &[T], to: &[T]) -> impl Iterator<Item = Edit<T>> {
    let find = |list: &[T], id: &Id| list.iter().find(|one| one.id() == id).cloned();
    let gone = from.iter().filter(|one| find(to, one.id()).is_none());
    let gone: Vec<Edit<T>> = gone.map(|one| Edit::remove(one.id())).collect();
    let set = to.iter().enumerate().filter(|(_, one)| find(from, one.id()).as_ref() != Some(one));
    let set: Vec<Edit<T>> =
        set.map(|(at, one)| Edit { at, ..Edit::replace(one.clone()) }).collect();
    gone.into_iter().chain(set)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, AccountState, Route};

    #[test]
    fn a_copy_that_a_hand_changed_holds_more_than_its_history_tells() {
        let day = date(2026, 11, 5);
        let id = Id::new("kl");
        let mut book = Book::default();
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        book.open(case, Timestamp::UNIX_EPOCH).expect("opens");
        let mut copy = book.clone();
        let change = Change::Label("Mine".into());
        book.record(&id, change, Timestamp::UNIX_EPOCH).expect("applies");
        assert_eq!(book.add_cases(&copy), [], "it only went on here");
        Arc::make_mut(&mut copy.cases[0]).line.credit = Some("RM 7.77".into());
        assert_eq!(book.add_cases(&copy), [Id::new("kl-2")]);
        assert_eq!(book.cases[1].line, copy.cases[0].line);
        assert_eq!(book.add_cases(&copy), [], "it is here by now");
        let (ours, theirs) = (&book.cases[0], &copy.cases[0]);
        assert_eq!(ours.differing_from(theirs), 2, "the label and the line");
    }

    #[test]
    fn what_a_hand_changed_is_one_entry_that_can_be_undone() {
        let day = date(2026, 11, 5);
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let id = Id::new("kl");
        let mut book = Book::default();
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        book.open(case, at(1)).expect("opens");
        let before = book.clone();
        let add = |case: &Case, name: &str| {
            case.add_account(name, AccountKind::Bank, AccountState::ToDo, None, day).expect("fits")
        };
        let change = add(&book.cases[0], "Maybank");
        book.record(&id, change, at(2)).expect("applies");
        let saved = book.clone();
        assert_eq!(book.with_hand_edits(&before, at(3)), None);
        add(&book.cases[0].clone(), "Grab")
            .apply(Arc::make_mut(&mut book.cases[0]))
            .expect("applies");
        let case = Arc::make_mut(&mut book.cases[0]);
        case.accounts.remove(0);
        case.label = "By hand".into();
        assert_eq!(saved.changed_by_hand(&before), 0, "the program's own change is none");
        assert_eq!(book.changed_by_hand(&before), 3);
        let mut taken = book.with_hand_edits(&before, at(3)).expect("edited");
        assert_eq!(taken.cases[0].accounts, book.cases[0].accounts);
        assert_eq!(taken.cases[0].history.len(), 3);
        // Edited once more before anybody has saved it: the second edit follows the first.
        let mut more = book.clone();
        Arc::make_mut(&mut more.cases[0]).label = "Again".into();
        let mut twice = more.with_more_hand_edits(&taken, at(4)).expect("edited");
        assert_eq!((twice.cases[0].label.as_str(), twice.cases[0].history.len()), ("Again", 4));
        twice.undo(&id).expect("undoes");
        assert_eq!(twice.cases[0].label, "By hand");
        assert_eq!(more.with_hand_edits(&more, at(5)), None);
        taken.undo(&id).expect("undoes");
        Arc::make_mut(&mut taken.cases[0]).undone.clear();
        assert_eq!(taken, saved);
    }

    #[test]
    fn a_hand_edit_is_told_from_what_the_histories_tell() {
        let day = date(2026, 11, 5);
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let opened = |ids: &[&str], second| {
            let mut book = Book::default();
            for id in ids.iter().copied() {
                let id = Id::new(id);
                let case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day);
                book.open(case, at(second)).expect("opens");
            }
            book
        };
        let two = opened(&["one", "two"], 1);
        let one = opened(&["one"], 1);
        assert_eq!((one.changed_by_hand(&two), two.changed_by_hand(&one)), (1, 0), "it is gone");
        // A case of the same id that was begun at another time is another one.
        let mut other = opened(&["one"], 2);
        Arc::make_mut(&mut other.cases[0]).label = "Other".into();
        assert_eq!(other.with_hand_edits(&one, at(3)), None);
        assert_eq!(other.changed_by_hand(&one), 1);
        // Undone elsewhere, and edited then: only the edit is one.
        let id = Id::new("one");
        let mut longer = one.clone();
        longer.record(&id, Change::Label("Longer".into()), at(4)).expect("applies");
        let mut edited = one.clone();
        Arc::make_mut(&mut edited.cases[0]).route = Route::Lapse;
        let taken = edited.with_hand_edits(&longer, at(5)).expect("was edited");
        let last = taken.cases[0].history.last().expect("there");
        assert_eq!(last.change, Change::ByHand(vec![Change::Route(Route::Lapse)]));
    }

    #[test]
    fn what_a_hand_put_last_is_last_again_after_undo_and_redo() {
        let day = date(2026, 11, 5);
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let id = Id::new("kl");
        let mut book = Book::default();
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        book.open(case, at(1)).expect("opens");
        let add = |book: &Book, name: &str| {
            let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
            book.cases[0].add_account(name, kind, state, None, day).expect("fits")
        };
        let maybank = add(&book, "Maybank");
        book.record(&id, maybank, at(2)).expect("applies");
        let mut edited = book.clone();
        let case = Arc::make_mut(&mut edited.cases[0]);
        add(&book, "Grab").apply(case).expect("applies");
        let mut taken = edited.with_hand_edits(&book, at(3)).expect("was edited");
        taken.undo(&id).expect("undoes");
        taken.redo(&id).expect("does it again");
        assert_eq!(taken.cases[0].accounts, edited.cases[0].accounts);
    }
}
