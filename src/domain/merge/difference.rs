//! How much two books differ, counted in things.

use std::{collections::BTreeSet, sync::Arc};

use jiff::Timestamp;

use super::{events::is_same, numbers::without_number};
use crate::domain::{Book, Case, Change, Conflict, Entry, Id, Keyed};

impl Entry {
    /// Whether both tell of the same thing that somebody did, perhaps under another number.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        self.at == other.at && without_number(&self.change) == without_number(&other.change)
    }
}

impl Book {
    /// How many questions of this book an older one did not have.
    pub(crate) fn new_conflicts(&self, older: &Self) -> usize {
        let new = |case: &Arc<Case>| {
            let known = older.case(&case.id).map_or(&[][..], |one| &one.conflicts);
            let is_new = |one: &&Conflict| !known.iter().any(|other| other.is_like(one));
            case.conflicts.iter().filter(is_new).count()
        };
        self.cases.iter().map(new).sum()
    }

    /// When something was done last in it, also what was taken back.
    pub(crate) fn last_change(&self) -> Option<Timestamp> {
        let cases = self.cases.iter().chain(&self.taken_back);
        cases.flat_map(|case| case.history.iter().chain(&case.undone)).map(|one| one.at).max()
    }

    /// How many changes of this book an older one does not have.
    pub(crate) fn changes_since(&self, older: &Self) -> usize {
        let missing = |case: &Case| {
            let before = older.cases.iter().chain(&older.taken_back).find(|one| one.id == case.id);
            let before: &[Entry] = before.map(|one| one.history.as_slice()).unwrap_or_default();
            let pairs = case.history.iter().zip(before);
            let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
            let rest = case.history.iter().skip(common);
            // A merge may have given a contact another number.
            let is_known = |one: &Entry| before.iter().any(|other| one.is_of(other));
            rest.filter(|one| !is_known(one)).count()
        };
        self.cases.iter().map(Arc::as_ref).map(missing).sum()
    }

    /// What stands in the history of this book and not in that of `newer`, case by case: what
    /// somebody has undone since, or went back from. What happened by itself is nobody's.
    pub(crate) fn undone_in(&self, newer: &Self) -> Vec<(Arc<Case>, Entry)> {
        let mut all = Vec::new();
        for case in &self.cases {
            let there = newer.cases.iter().chain(&newer.taken_back).find(|one| one.id == case.id);
            let there: &[Entry] = there.map(|one| one.history.as_slice()).unwrap_or_default();
            let pairs = case.history.iter().zip(there);
            let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
            let is_gone = |one: &&Entry| {
                !matches!(one.change, Change::Reckoned(_)) && !there.iter().any(|it| it.is_of(one))
            };
            let gone = case.history.iter().skip(common).filter(is_gone).cloned();
            all.extend(gone.map(|entry| (Arc::clone(case), entry)));
        }
        all
    }

    /// Whether somebody has gone back to a backup that an older book does not know of.
    pub(crate) fn went_back_since(&self, older: &Self) -> bool {
        self.restored.iter().any(|mark| !older.restored.contains(mark))
    }

    /// How many changes lead from an older book to this one: what was done since, what was
    /// undone, and that somebody went back to a backup.
    pub(crate) fn steps_since(&self, older: &Self) -> usize {
        let back = usize::from(self.went_back_since(older));
        self.changes_since(older) + older.undone_in(self).len() + back
    }

    /// Whether this is an older copy of `newer`: it has not come so far, and nobody has
    /// undone or gone back to anything in it.
    pub(crate) fn is_before(&self, newer: &Self) -> bool {
        let is_before = |case: &Case| {
            let Some(now) = newer.case(&case.id) else { return false };
            let (before, since) = now.history.split_at(case.history.len().min(now.history.len()));
            let forgotten =
                |at: &Timestamp| case.forgotten.contains(at) && !now.forgotten.contains(at);
            let undone = |entry: &Entry| {
                case.undone.iter().any(|one| is_same(one, entry)) || forgotten(&entry.at)
            };
            before.len() == case.history.len()
                && before.iter().zip(&case.history).all(|(one, other)| is_same(one, other))
                && !since.iter().any(undone)
        };
        let opened = |case: &Case| self.taken_back.iter().all(|one| one.id != case.id);
        self.count_events() < newer.count_events()
            && self.restored == newer.restored
            && self.cases.iter().all(|case| is_before(case))
            && newer.cases.iter().all(|case| opened(case))
    }

    /// Whether something was done in `older` that is not in this book, and that nobody has
    /// undone or gone back from since: then this is a copy of a version before `older`,
    /// whatever was done in it afterwards. What happened by itself is not counted.
    pub(crate) fn lacks(&self, older: &Self) -> bool {
        let went_back = self.restored.iter().any(|mark| !older.restored.contains(mark));
        let lacks = |case: &Case| {
            let now = self.cases.iter().chain(&self.taken_back).find(|one| one.id == case.id);
            let Some(now) = now else { return true };
            let pairs = case.history.iter().zip(&now.history);
            let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
            let rest: Vec<&Entry> = now.history.iter().skip(common).chain(&now.undone).collect();
            // Of two that were done in one second, one may be undone.
            let mut forgotten = now.forgotten.clone();
            for known in &case.forgotten {
                take_one(&mut forgotten, *known);
            }
            case.history.iter().skip(common).any(|entry| {
                !matches!(entry.change, Change::Reckoned(_))
                    && !rest.iter().any(|one| one.is_of(entry))
                    && !take_one(&mut forgotten, entry.at)
            })
        };
        !went_back && older.cases.iter().any(|case| lacks(case))
    }

    /// Whether a case of this book was opened in another one, too: books that were begun
    /// apart are no copies of one another.
    pub(crate) fn has_begun_as(&self, other: &Self) -> bool {
        fn opening(book: &Book) -> impl Iterator<Item = (&Id, &Entry)> {
            let cases = book.cases.iter().chain(&book.taken_back);
            cases.filter_map(|one| Some((&one.id, one.history.first()?)))
        }
        opening(self).any(|(id, entry)| {
            opening(other).any(|(one, first)| one == id && is_same(first, entry))
        })
    }

    /// How many events the histories of its cases have.
    pub(crate) fn count_events(&self) -> usize {
        self.cases.iter().map(|case| case.history.len()).sum()
    }

    /// How many things are not the same in both: facts and items of each case.
    /// Histories count only where nothing else differs.
    pub(crate) fn differences(&self, other: &Self) -> usize {
        let ids: BTreeSet<&Id> = self.cases.iter().chain(&other.cases).map(|one| &one.id).collect();
        let count = |id: &Id| match (self.case(id), other.case(id)) {
            (Some(one), Some(other)) if one == other => 0,
            (Some(one), Some(other)) => between(one, other).max(1),
            _ => 1,
        };
        ids.into_iter().map(count).sum()
    }
}

/// Takes a moment out of a list, if it is there.
fn take_one(moments: &mut Vec<Timestamp>, moment: Timestamp) -> bool {
    let place = moments.iter().position(|one| *one == moment);
    place.map(|at| moments.swap_remove(at)).is_some()
}

fn between(one: &Case, other: &Case) -> usize {
    let facts = [
        one.label != other.label,
        one.playbook != other.playbook,
        one.route != other.route,
        one.opened != other.opened,
        one.line != other.line,
        one.search_over != other.search_over,
        one.terms != other.terms,
        one.ending != other.ending,
    ];
    let marks: BTreeSet<_> = one.marks.keys().chain(other.marks.keys()).collect();
    facts.into_iter().filter(|differs| *differs).count()
        + marks.into_iter().filter(|item| one.marks.get(item) != other.marks.get(item)).count()
        + items(&one.accounts, &other.accounts)
        + items(&one.dismissed, &other.dismissed)
        + items(&one.documents, &other.documents)
        + items(&one.contacts, &other.contacts)
        + items(&one.obstacles, &other.obstacles)
        + items(&one.applications, &other.applications)
}

fn items<T: Keyed + PartialEq>(one: &[T], other: &[T]) -> usize {
    let ids: BTreeSet<&Id> = one.iter().chain(other).map(Keyed::id).collect();
    let find = |list: &[T], id: &Id| list.iter().find(|one| one.id() == id).cloned();
    ids.into_iter().filter(|id| find(one, id) != find(other, id)).count()
}
