//! Three versions of a book.

use std::sync::Arc;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};

use super::{cases::merge_cases, events::is_same};
use crate::domain::{Book, Case, Change, Entry, Id, Line};

/// A merged book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The book; it always loads.
    pub book: Book,
    /// How many things both sides had changed differently. They are on record
    /// in their cases.
    pub conflicts: usize,
}

/// Something that was done to a case and undone for good: another change came
/// after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Forgotten {
    case: Id,
    entry: Entry,
}

impl Book {
    /// Merges two books that go back to `base`, by item and field. Nothing that
    /// only one side changed is lost, histories unite by event, and what both
    /// sides changed differently is kept as ours, with theirs on record.
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> Merged {
        let merged = if ours == theirs || theirs == base {
            ours.clone()
        } else if ours == base {
            theirs.clone()
        } else {
            let (ours, theirs) = apart(base, ours, theirs);
            merge_books(base, &ours, &theirs)
        };
        let known: usize = ours.count_conflicts().max(theirs.count_conflicts());
        let conflicts = merged.count_conflicts().saturating_sub(known);
        Merged { book: merged, conflicts }
    }

    /// What this book, which was saved, and `other`, which took its place, both
    /// go back to. A case of `other` that lacks events of this one and did not
    /// undo them is an older copy: then it is this case before those events, and
    /// with what was `forgotten` since.
    pub(crate) fn common_with(&self, other: &Self, forgotten: &[Forgotten]) -> Self {
        let ancestor = |case: &Arc<Case>| {
            let all = other.cases.iter().chain(&other.taken_back);
            let found = all.into_iter().find(|one| one.id == case.id)?;
            // Two lines of one id that were opened apart go back to nothing.
            if !is_one_line(case, found) {
                return None;
            }
            let has = |list: &[Entry], event: &Entry| list.iter().any(|one| is_same(one, event));
            let gone = |event: &&Entry| !has(&found.history, event) && !has(&found.undone, event);
            if !case.history.iter().any(|event| gone(&event)) {
                return Some(Arc::clone(case));
            }
            let mut before = back_to(case, &found.history)?;
            let undone = forgotten.iter().filter(|one| one.case == case.id);
            let undone: Vec<&Entry> = undone.map(|one| &one.entry).collect();
            for event in &found.history {
                // It was undone here, for good.
                if undone.iter().any(|one| is_same(one, event))
                    && !has(&before.history, event)
                    && event.does().apply(&mut before).is_ok()
                {
                    before.history.push(event.clone());
                }
            }
            Some(Arc::new(before))
        };
        Self { cases: self.cases.iter().filter_map(ancestor).collect(), ..self.clone() }
    }

    /// What was done in this book and is not in `newer` any more, nor can be redone
    /// there.
    pub(crate) fn forgotten_in(&self, newer: &Self) -> Vec<Forgotten> {
        let mut all = Vec::new();
        for (case, at) in self.cases.iter().zip(0..) {
            // Most cases are the same, at the same place.
            if newer.cases.get(at).is_some_and(|now| Arc::ptr_eq(now, case)) {
                continue;
            }
            let Some(now) = newer.case(&case.id) else { continue };
            let pairs = case.history.iter().zip(&now.history);
            let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
            let rest = now.history.iter().skip(common).chain(&now.undone);
            let known: Vec<&Entry> = rest.collect();
            for entry in case.history.iter().skip(common).chain(&case.undone) {
                if !known.iter().any(|one| is_same(one, entry)) {
                    all.push(Forgotten { case: case.id.clone(), entry: entry.clone() });
                }
            }
        }
        all
    }

    /// How many conflicts wait to be settled.
    pub(crate) fn count_conflicts(&self) -> usize {
        self.cases.iter().map(|case| case.conflicts.len()).sum()
    }

    fn all(&self) -> BTreeMap<&Id, (&Case, bool)> {
        let open = self.cases.iter().map(|case| (&case.id, (case.as_ref(), true)));
        let taken_back = self.taken_back.iter().map(|case| (&case.id, (case.as_ref(), false)));
        open.chain(taken_back).collect()
    }
}

/// The case as it was when its history was the common beginning of both.
/// Nothing when that cannot be found out.
fn back_to(case: &Case, history: &[Entry]) -> Option<Case> {
    let pairs = case.history.iter().zip(history);
    let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
    let mut case = case.clone();
    while case.history.len() > common {
        let entry = case.history.pop()?;
        entry.does().withdrawn(entry.undoes(), &case).apply(&mut case).ok()?;
    }
    case.undone.clear();
    // They came with what was taken back: who lacks them did not settle them.
    case.conflicts.clear();
    (common > 0).then_some(case)
}

/// The moment of the opening, also where that was undone.
fn opening(case: &Case) -> Option<Timestamp> {
    case.history.first().or(case.undone.last()).map(|entry| entry.at)
}

/// What tells a line that was opened from another one that was.
fn began(case: &Case) -> (Option<Timestamp>, Id, Date) {
    (opening(case), case.playbook.clone(), case.opened)
}

/// The number with which a case was opened, if it had one.
fn first_number(case: &Case) -> Option<&String> {
    fn before(change: &Change) -> Option<&Line> {
        match change {
            Change::Line(line) => Some(line),
            Change::ByHand(all) => all.iter().find_map(before),
            _ => None,
        }
    }
    let first = case.history.iter().find_map(|entry| before(&entry.inverse));
    first.unwrap_or(&case.line).number.as_ref()
}

/// Whether two cases are one line on two sides. Two can be opened in one second: then they
/// have nothing but the opening in common, and not the same number.
fn is_one_line(one: &Case, other: &Case) -> bool {
    let pairs = one.history.iter().zip(&other.history);
    let common = pairs.take_while(|(one, other)| is_same(one, other)).count();
    let numbers = first_number(one).zip(first_number(other));
    began(one) == began(other) && (common > 1 || numbers.is_none_or(|(one, other)| one == other))
}

/// Both books with an id of its own for each case that only one of them has.
fn apart(base: &Book, ours: &Book, theirs: &Book) -> (Book, Book) {
    let (mut ours, mut theirs) = (ours.clone(), theirs.clone());
    align(base, &mut ours, &theirs);
    align(base, &mut theirs, &ours);
    let clash = |ours: &Book, theirs: &Book| {
        let (known, theirs) = (base.all(), theirs.all());
        let mut new = ours.all().into_iter().filter(|(id, _)| !known.contains_key(id));
        new.find_map(|(id, (one, _))| {
            let (other, _) = theirs.get(id)?;
            let mine = (began(one), format!("{one:?}")) > (began(other), format!("{other:?}"));
            (!is_one_line(one, other)).then(|| (id.clone(), mine))
        })
    };
    while let Some((old, mine)) = clash(&ours, &theirs) {
        let taken = |id: &Id| [base, &ours, &theirs].iter().any(|book| book.all().contains_key(id));
        let fresh = Id::unique(&old, taken);
        let book = if mine { &mut ours } else { &mut theirs };
        let all = book.cases.iter_mut().chain(&mut book.taken_back);
        all.filter(|case| case.id == old).for_each(|case| Arc::make_mut(case).id = fresh.clone());
    }
    (ours, theirs)
}

/// Calls a new case as the other side calls it, if that gave it another id at a
/// merge before: its `-2` is the newer id.
fn align(base: &Book, book: &mut Book, other: &Book) {
    let (known, there) = (base.all(), other.all());
    let here: BTreeSet<Id> = book.all().into_keys().cloned().collect();
    let all = book.cases.iter_mut().chain(&mut book.taken_back);
    for case in all.filter(|case| !known.contains_key(&case.id)) {
        let one: &Case = case;
        let same = |id: &Id| there.get(id).is_some_and(|(other, _)| is_one_line(one, other));
        if same(&case.id) {
            continue;
        }
        let name = there.keys().copied().find(|id| {
            let renamed = id.as_str().strip_prefix(case.id.as_str());
            let number = renamed.and_then(|rest| rest.strip_prefix('-'));
            number.is_some_and(|rest| rest.parse::<u32>().is_ok()) && same(id)
        });
        if let Some(name) = name.filter(|name| !here.contains(*name)) {
            Arc::make_mut(case).id = name.clone();
        }
    }
}

fn merge_books(base: &Book, ours: &Book, theirs: &Book) -> Book {
    let (from, left, right) = (base.all(), ours.all(), theirs.all());
    let mut merged = Book::default();
    for id in order(base, ours, theirs) {
        let before = from.get(&id);
        let (case, open) = match (before, left.get(&id), right.get(&id)) {
            (_, Some((one, open)), Some((other, other_open))) if open == other_open => {
                (merge_cases(before.map(|(case, _)| *case), one, other), *open)
            }
            // Its opening was undone on one side, or it is gone there: it stays
            // if the other side went on with it.
            (before, Some(one), Some(other)) => match before {
                Some(before) if one == before => ((*other.0).clone(), other.1),
                Some(before) if other == before => ((*one.0).clone(), one.1),
                _ if one.1 => ((*one.0).clone(), true),
                _ => ((*other.0).clone(), other.1),
            },
            (Some(before), Some(one), None) | (Some(before), None, Some(one)) if one == before => {
                continue;
            }
            (_, Some(one), None) | (_, None, Some(one)) => ((*one.0).clone(), one.1),
            (_, None, None) => continue,
        };
        let cases = if open { &mut merged.cases } else { &mut merged.taken_back };
        cases.push(Arc::new(case));
    }
    let restored: BTreeSet<&String> = ours.restored.iter().chain(&theirs.restored).collect();
    merged.restored = restored.into_iter().cloned().collect();
    merged
}

/// The ids of all cases: in the common order, then the new ones as they were
/// opened.
fn order(base: &Book, ours: &Book, theirs: &Book) -> Vec<Id> {
    let of = |book: &Book| -> Vec<Id> {
        book.cases.iter().chain(&book.taken_back).map(|case| case.id.clone()).collect()
    };
    let known = of(base);
    let mut seen: BTreeSet<Id> = known.iter().cloned().collect();
    let mut new: Vec<(Option<Timestamp>, Id)> = Vec::new();
    for book in [ours, theirs] {
        for (id, (case, _)) in book.all() {
            if seen.insert(id.clone()) {
                new.push((opening(case), id.clone()));
            }
        }
    }
    new.sort();
    known.into_iter().chain(new.into_iter().map(|(_, id)| id)).collect()
}
