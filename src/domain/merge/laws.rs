//! The laws of merging, on random books: two sides that go on from one book,
//! each by a string of ordinary changes, and by what goes past the history: an edit in
//! the file itself, and going back to a backup.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan as _, civil::date};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::events::is_same;
use crate::domain::{
    AccountKind, AccountState, Application, Book, Case, Change, Contact, Id, Line, Mark, Outcome,
    Procedure, Route, Verdict,
};

mod answered;

const DAY: jiff::civil::Date = date(2026, 11, 5);
const NEXT: jiff::civil::Date = date(2026, 11, 6);

/// One thing that a person does, as a few numbers.
type Step = (u8, u8, u8);

fn book() -> Book {
    let mut book = Book::default();
    let case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, DAY);
    book.open(case, Timestamp::UNIX_EPOCH).expect("opens");
    book
}

/// Does what a step says, if the rules allow it.
fn take(book: &mut Book, step: Step, at: Timestamp) {
    let (kind, which, how) = step;
    let id = Id::new("kl");
    if kind % 13 == 10 {
        let _ = book.undo(&id);
        return;
    }
    if kind % 13 == 11 {
        let label = format!("Other {}", which % 2);
        let other = Case::new(book.fresh_id(&label, &id), label, id, Route::Apply, DAY);
        let _ = book.open(other, at);
        return;
    }
    let Some(case) = book.case(&id) else { return };
    let name = ["Maybank", "Grab", "Steam"][usize::from(which % 3)];
    let account = Id::slug(name);
    let states = [AccountState::ToDo, AccountState::Moved, AccountState::Closed];
    let state = states[usize::from(how % 3)];
    let note = Some(format!("note {how}"));
    let made = match kind % 13 {
        12 => case.settle(usize::from(which) % case.conflicts.len().max(1), how % 2 == 0),
        0 => case.add_account(name, AccountKind::Bank, state, note, DAY),
        1 => case.set_account(&account, state, DAY),
        2 => case.remove_account(&account),
        3 => case.log_contact(Contact { note, ..Contact::on(DAY, "hotline") }, DAY),
        4 => Ok(Change::Line(Box::new(Line {
            credit: if which % 2 == 0 { note } else { case.line.credit.clone() },
            class: None,
            number: if which % 2 == 0 {
                case.line.number.clone()
            } else {
                Some(format!("+60 12-345 678{}", how % 10))
            },
            ..case.line.clone()
        }))),
        5 => case.rename(&format!("KL {}", how % 3)),
        6 => Ok(Change::Mark {
            item: format!("safeguard:{name}").parse().expect("an item"),
            mark: Some(Box::new(Mark { note, settled: which > 128, ..Mark::default() })),
        }),
        7 => {
            let on = if which % 2 == 0 { DAY } else { NEXT };
            case.submit(&[], Application::on(on), NEXT)
        }
        8 => case.decide(
            &Procedure::default(),
            Outcome { reason: note, ..Outcome::on(Verdict::Rejected, NEXT) },
            NEXT,
        ),
        _ => case.remove_contact(&Id::new((1 + which % 3).to_string())),
    };
    if let Ok(change) = made {
        let _ = book.record(&id, change, at);
    }
}

fn go_on(from: &Book, steps: &[Step], offset: i64) -> Book {
    go_astray(from, steps, offset, &[])
}

/// The same, with something that no history tells of before some of the steps.
fn go_astray(from: &Book, steps: &[Step], offset: i64, astray: &[Option<(u8, u8)>]) -> Book {
    let mut book = from.clone();
    let mut backups = vec![from.clone()];
    for (at, step) in steps.iter().enumerate() {
        if let Some(Some((kind, which))) = astray.get(at) {
            if kind % 4 == 0 {
                // As a restore does it: what was there is marked.
                let back = usize::from(*which) % backups.len();
                let mark = format!("{offset:x}-{at:x}");
                book = backups.get(back).expect("a backup").clone();
                book.restored.push(mark);
            } else {
                edit(&mut book, *kind, *which);
            }
        }
        let seconds = i64::try_from(at).expect("few") * 7 + offset;
        take(&mut book, *step, Timestamp::UNIX_EPOCH + seconds.seconds());
        backups.push(book.clone());
    }
    book
}

/// What somebody does in the file itself.
fn edit(book: &mut Book, kind: u8, which: u8) {
    let Some(case) = book.cases.first_mut().map(Arc::make_mut) else { return };
    let nth = |count: usize| usize::from(which) % count.max(1);
    let (account, contact) = (nth(case.accounts.len()), nth(case.contacts.len()));
    let text = format!("by hand {}", which % 3);
    match kind % 7 {
        0 => case.label = text,
        1 => case.line.credit = Some(text),
        2 => {
            if let Some(account) = case.accounts.get_mut(account) {
                account.name = text;
            }
        }
        3 if account < case.accounts.len() => drop(case.accounts.remove(account)),
        4 => {
            if let Some(contact) = case.contacts.get_mut(contact) {
                contact.note = Some(text);
            }
        }
        5 if contact < case.contacts.len() => drop(case.contacts.remove(contact)),
        _ => case.marks.clear(),
    }
}

fn astray() -> impl Strategy<Value = Vec<Option<(u8, u8)>>> {
    prop::collection::vec(prop::option::weighted(0.3, any::<(u8, u8)>()), 0..12)
}

/// Other cases in every run; `PROPTEST_CASES=100000 cargo test --lib -- merge::laws` tries as
/// many.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(2_000), ..usual }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(any::<Step>(), 0..12)
}

/// The book without what depends on whose side is ours.
fn sideless(book: &Book) -> Vec<(Id, usize, usize, Vec<String>)> {
    let told = |case: &std::sync::Arc<Case>| {
        let mut names: Vec<String> = Vec::new();
        names.extend(case.accounts.iter().map(|one| one.id.to_string()));
        // A note may be what the sides do not agree on.
        let note = |one: &Contact| one.note.clone().filter(|_| case.conflicts.is_empty());
        names.extend(case.contacts.iter().map(|one| format!("{}{:?}", one.id, note(one))));
        names.extend(case.applications.iter().map(|one| one.id.to_string()));
        names.extend(case.marks.keys().map(ToString::to_string));
        names.extend(case.history.iter().map(|one| format!("{} {:?}", one.at, one.change)));
        (case.id.clone(), case.conflicts.len(), case.undone.len(), names)
    };
    book.cases.iter().chain(&book.taken_back).map(told).collect()
}

/// What holds for every merge; the merged book.
fn merged_lawfully(base: &Book, ours: &Book, theirs: &Book) -> Result<Book, TestCaseError> {
    let merge = |base: &Book, ours: &Book, theirs: &Book| Book::merge(base, ours, theirs).book;

    // Whoever did nothing loses nothing and adds nothing.
    prop_assert_eq!(&merge(base, ours, ours), ours);
    prop_assert_eq!(&merge(base, ours, base), ours);
    prop_assert_eq!(&merge(base, base, theirs), theirs);

    let merged = merge(base, ours, theirs);
    // It loads.
    prop_assert_eq!(merged.repeated_id(), None);
    let text = ron::to_string(&merged).expect("prints");
    let again: Book = ron::from_str(&text).expect("reads");
    prop_assert_eq!(&again, &merged);

    // It does not matter whose side is ours, but for the sides of a conflict.
    let swapped = merge(base, theirs, ours);
    prop_assert_eq!(sideless(&merged), sideless(&swapped));
    prop_assert_eq!(&merged.restored, &swapped.restored);

    // Merging what was merged changes nothing.
    prop_assert_eq!(&merge(ours, ours, &merged), &merged);
    prop_assert_eq!(&merge(&merged, &merged, &merged), &merged);
    prop_assert_eq!(&merge(base, &merged, &merged), &merged);
    // Nor does merging one side once more, as when a merge was cut short.
    prop_assert_eq!(sideless(&merge(base, &merged, theirs)), sideless(&merged));
    prop_assert_eq!(sideless(&merge(base, &merged, ours)), sideless(&merged));

    // What one side added is there.
    for side in [ours, theirs] {
        for case in &side.cases {
            let Some(whole) = merged.case(&case.id) else {
                let taken = merged.taken_back.iter().any(|one| one.id == case.id);
                prop_assert!(taken, "{} is lost", case.id);
                continue;
            };
            let from = base.case(&case.id);
            let was = |id: &Id| from.is_some_and(|one| one.accounts.iter().any(|a| a.id == *id));
            for one in case.accounts.iter().filter(|one| !was(&one.id)) {
                prop_assert!(whole.accounts.iter().any(|all| all.id == one.id));
            }
        }
    }
    Ok(merged)
}

/// The ids of all cases that are open.
fn open_cases(book: &Book) -> Vec<Id> {
    book.cases.iter().map(|case| case.id.clone()).collect()
}

/// On one book, what two sides do to it by the rules.
fn is_lawful(before: &[Step], left: &[Step], right: &[Step]) -> Result<(), TestCaseError> {
    let base = go_on(&book(), before, 1_000);
    let ours = go_on(&base, left, 2_000);
    let theirs = go_on(&base, right, 2_003);
    let merged = merged_lawfully(&base, &ours, &theirs)?;

    // Nothing that either side logged is lost.
    for case in [&ours, &theirs].into_iter().flat_map(|side| &side.cases) {
        let (Some(whole), from) = (merged.case(&case.id), base.case(&case.id)) else { continue };
        let old = |note: &Option<String>| {
            from.is_some_and(|one| one.contacts.iter().any(|c| c.note == *note))
        };
        for one in case.contacts.iter().filter(|one| !old(&one.note)) {
            let here = whole.contacts.iter().any(|all| all.note == one.note);
            prop_assert!(here, "{:?} is lost", one.note);
        }
    }

    // Everything can be undone, back to the opening, and each side's changes are there again.
    let mut back = merged.clone();
    for id in open_cases(&merged) {
        while back.case(&id).is_some_and(|case| case.history.len() > 1) {
            back.undo(&id).expect("undoes");
        }
    }
    comes_back(&merged)
}

/// So many changes undone and done again, of each case, leave the book as it was, with its
/// history; and none that is undone takes away what stands in its place.
fn comes_back(merged: &Book) -> Result<(), TestCaseError> {
    for id in open_cases(merged) {
        let length = |book: &Book| book.case(&id).map_or(0, |case| case.history.len());
        let mut back = merged.clone();
        while length(&back) > 1 && back.undo(&id).is_ok() {
            let mut again = back.clone();
            while length(&again) < length(merged) {
                again.redo(&id).expect("again");
            }
            prop_assert_eq!(&again, merged);
        }
    }
    Ok(())
}

/// The same with what no history tells of: before the sides parted, on ours, on theirs.
fn is_lawful_astray(
    [before, left, right]: [&[Step]; 3],
    [old, mine, other]: [&[Option<(u8, u8)>]; 3],
) -> Result<(), TestCaseError> {
    let base = go_astray(&book(), before, 1_000, old);
    let ours = go_astray(&base, left, 2_000, mine);
    let theirs = go_astray(&base, right, 2_003, other);
    let merged = merged_lawfully(&base, &ours, &theirs)?;

    for (side, still) in [(&ours, &theirs), (&theirs, &ours)] {
        for mark in &side.restored {
            prop_assert!(merged.restored.contains(mark), "{} is lost", mark);
        }
        for case in &side.cases {
            // What only one side changed is as it is there.
            let (Some(whole), Some(from)) = (merged.case(&case.id), base.case(&case.id)) else {
                continue;
            };
            let Some(still) = still.case(&case.id) else { continue };
            if case.label != from.label && still.label == from.label {
                prop_assert_eq!(&whole.label, &case.label);
            }
            if case.line.credit != from.line.credit && still.line.credit == from.line.credit {
                prop_assert_eq!(&whole.line.credit, &case.line.credit);
            }
        }
    }

    // What is redone takes nobody's place.
    let mut again = merged.clone();
    for case in &merged.cases {
        let now = |book: &Book| book.case(&case.id).map(|one| one.contacts.clone());
        let (mut before, mut left) = (now(&again), case.undone.len());
        while left > 0 && again.redo(&case.id).is_ok() {
            let history = again.case(&case.id).and_then(|one| one.history.last().cloned());
            let logs = history.is_some_and(
                |entry| matches!(&entry.change, Change::Contact(edit) if edit.value.is_some()),
            );
            let after = now(&again);
            let stays = |one: &Contact| after.iter().flatten().any(|it| it == one);
            prop_assert!(!logs || before.iter().flatten().all(stays), "replaced");
            (before, left) = (after, left - 1);
        }
    }

    comes_back(&merged)?;

    // What cannot be undone is refused, and nothing worse.
    let mut back = merged.clone();
    for id in open_cases(&merged) {
        while back.case(&id).is_some_and(|case| case.history.len() > 1) && back.undo(&id).is_ok() {}
        prop_assert_eq!(back.repeated_id(), None);
    }
    Ok(())
}

/// What once broke a law. Of a step only the kind counts here.
#[test]
fn merging_is_lawful_where_it_once_was_not() {
    let steps = |kinds: &[u8]| -> Vec<Step> { kinds.iter().map(|kind| (*kind, 0, 0)).collect() };
    // Both sides have submitted again, one of them after taking the submission back: that
    // was given another number each time it was taken in.
    for [before, left, right] in [
        [&[3, 7][..], &[11, 0, 8, 7], &[10, 7, 8, 7]],
        [&[7, 3, 10, 7, 8], &[8, 7], &[10, 7, 8, 7]],
        [&[7, 8], &[7, 8], &[7, 8, 7]],
    ] {
        let all = [before, left, right].map(steps);
        let [before, left, right] = &all;
        for (left, right) in [(left, right), (right, left)] {
            is_lawful(before, left, right).expect("lawful");
        }
    }
    // Both have undone that a contact was removed, and one has edited it in the file: that
    // depended on whose side was ours.
    let removed = [(3, 0, 0), (9, 0, 0)];
    let (undo, edited) = ([(10, 0, 0), (0, 0, 0)], [None, Some((4, 0))]);
    for [left, right] in [[&edited[..], &[]], [&[], &edited]] {
        is_lawful_astray([&removed, &undo, &undo], [&[], left, right]).expect("lawful");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_lawful(before in steps(), left in steps(), right in steps()) {
        is_lawful(&before, &left, &right)?;
    }

    #[test]
    fn merging_is_lawful_whatever_no_history_tells(
        before in steps(), left in steps(), right in steps(),
        old in astray(), mine in astray(), other in astray(),
    ) {
        is_lawful_astray([&before, &left, &right], [&old, &mine, &other])?;
    }

    #[test]
    fn an_older_copy_takes_nothing_away(before in steps(), left in steps(), right in steps()) {
        let old = go_on(&book(), &before, 1_000);
        let saved = go_on(&old, &left, 2_000);
        // An older copy as it was, and one in which somebody went on.
        for theirs in [old.clone(), go_on(&old, &right, 2_003)] {
            let base = saved.common_with(&theirs, &[]);
            let merged = Book::merge(&base, &saved, &theirs).book;
            prop_assert_eq!(merged.repeated_id(), None);
            // A case that was opened apart may have got another id.
            let all: Vec<_> = merged.cases.iter().chain(&merged.taken_back).collect();
            let all: Vec<_> =
                all.into_iter().flat_map(|one| one.history.iter().chain(&one.undone)).collect();
            for case in &saved.cases {
                for event in &case.history {
                    let there = all.iter().copied();
                    let kind = std::mem::discriminant(&event.change);
                    let found = there.clone().any(|one| is_same(one, event))
                        || there.clone().any(|one| {
                            // A contact that was logged apart got another number.
                            one.at == event.at && std::mem::discriminant(&one.change) == kind
                        });
                    prop_assert!(found, "{:?} is lost", event);
                }
            }
        }
    }
}
