//! Cases that two machines opened, took back or have in an older copy: none is lost, and
//! none becomes another one.

use std::sync::Arc;

use jiff::civil::date;

use super::every_kind::{TODAY, at, book, kl, with};
use crate::domain::{Book, Case, Change, Id, Line, Route};

fn opened(book: &Book, id: &str, second: i64) -> Book {
    let mut book = book.clone();
    let case = Case::new(Id::new(id), id.into(), Id::new("hotlink"), Route::Apply, TODAY);
    book.open(case, at(second)).expect("opens");
    book
}

fn called(book: &Book, id: &str, name: &str, second: i64) -> Book {
    let mut book = book.clone();
    let change = Change::Label(name.into());
    assert_eq!(book.record(&Id::new(id), change, at(second)), Ok(true));
    book
}

fn taken_back(book: &Book, id: &str) -> Book {
    let mut book = book.clone();
    while book.case(&Id::new(id)).is_some() {
        book.undo(&Id::new(id)).expect("undoes");
    }
    book
}

fn without(book: &Book, id: &str) -> Book {
    let mut book = book.clone();
    book.cases.retain(|case| case.id.as_str() != id);
    book
}

/// The ids and names of the cases, open ones first.
fn cases(book: &Book) -> Vec<String> {
    let name = |case: &Arc<Case>| format!("{} {}", case.id, case.label);
    let back = book.taken_back.iter().map(|case| format!("({})", name(case)));
    book.cases.iter().map(name).chain(back).collect()
}

/// What becomes of two books, the same whoever merges; and merging it again changes nothing.
fn merged(base: &Book, ours: &Book, theirs: &Book) -> Vec<String> {
    let [one, other] = [(ours, theirs), (theirs, ours)].map(|(ours, theirs)| {
        let merged = Book::merge(base, ours, theirs);
        for again in [ours, theirs] {
            assert_eq!(Book::merge(base, &merged.book, again).book, merged.book);
            assert_eq!(cases(&Book::merge(base, again, &merged.book).book), cases(&merged.book));
        }
        assert_eq!(merged.conflicts, 0);
        merged.book
    });
    assert_eq!(cases(&one), cases(&other));
    cases(&one)
}

#[test]
fn two_lines_of_one_id_are_two_and_the_older_one_keeps_it() {
    let base = Book::default();
    let (first, second) = (called(&opened(&base, "a", 1), "a", "one", 5), opened(&base, "a", 2));
    assert_eq!(merged(&base, &first, &second), ["a one", "a-2 a"]);
    // A third one, where the merge of two is known already.
    let both = Book::merge(&base, &first, &second).book;
    let third = opened(&base, "a", 3);
    assert_eq!(merged(&base, &both, &third), ["a one", "a-2 a", "a-3 a"]);
    // One of them was taken back meanwhile: it is the same line all the same.
    let gone = taken_back(&second, "a");
    assert_eq!(merged(&base, &both, &gone), ["a one", "a-2 a"]);
}

#[test]
fn two_lines_that_were_opened_in_one_second_are_two() {
    let base = Book::default();
    let numbered = |number: &str| {
        let mut book = opened(&base, "a", 1);
        Arc::make_mut(&mut book.cases[0]).line.number = Some(number.to_owned());
        book
    };
    let (one, other) = (numbered("+60120000000"), numbered("+60120000001"));
    assert_eq!(merged(&base, &one, &other), ["a a", "a-2 a"]);
    // Also where nobody has kept what both go back to.
    assert_eq!(merged(&one.common_with(&other, &[]), &one, &other), ["a a", "a-2 a"]);
    // A number that was noted later makes no other line of it.
    let mut later = one.clone();
    let line = Line { number: Some("+60120000002".to_owned()), ..Line::default() };
    let id = Id::new("a");
    later.record(&id, Change::Line(Box::new(line)), at(5)).expect("applies");
    let busy = called(&one, "a", "busy", 6);
    assert_eq!(merged(&one, &later, &busy), ["a busy"]);
    assert_eq!(merged(&later.common_with(&busy, &[]), &later, &busy), ["a busy"]);
}

#[test]
fn what_only_looks_like_the_second_of_an_id_is_another_line() {
    let base = Book::default();
    let (one, two) = (opened(&base, "a", 1), opened(&base, "a-2", 2));
    assert_eq!(merged(&base, &one, &two), ["a a", "a-2 a-2"]);
    // Both were opened in one second, as a script does it.
    let old = opened(&base, "a-old", 1);
    assert_eq!(merged(&base, &one, &old), ["a a", "a-old a-old"]);
    // Here there is a second one already.
    let both = opened(&one, "a-2", 3);
    assert_eq!(merged(&base, &both, &opened(&base, "a-2", 1)).len(), 3);
}

#[test]
fn new_lines_stand_after_the_common_ones_as_they_were_opened() {
    let base = opened(&Book::default(), "m", 5);
    let ours = opened(&opened(&base, "z", 6), "b", 9);
    let theirs = opened(&opened(&base, "y", 7), "a", 8);
    assert_eq!(merged(&base, &ours, &theirs), ["m m", "z z", "y y", "a a", "b b"]);
}

#[test]
fn a_line_that_was_taken_back_stays_only_where_somebody_went_on_with_it() {
    let base = opened(&opened(&Book::default(), "a", 1), "b", 2);
    let back = taken_back(&base, "b");
    let other = called(&base, "a", "busy", 5);
    assert_eq!(merged(&base, &other, &back), ["a busy", "(b b)"]);
    let went_on = called(&other, "b", "needed", 6);
    assert_eq!(merged(&base, &went_on, &back), ["a busy", "b needed"]);
    // It was taken back, and there it was taken up again.
    let base = back;
    let mut again = base.clone();
    again.redo(&Id::new("b")).expect("opens again");
    let busy = called(&base, "a", "busy", 5);
    assert_eq!(merged(&base, &busy, &again), ["a busy", "b b"]);
}

#[test]
fn a_line_that_was_struck_from_the_file_stays_only_where_somebody_went_on_with_it() {
    let base = opened(&opened(&Book::default(), "a", 1), "b", 2);
    let gone = without(&base, "b");
    let other = called(&base, "a", "busy", 5);
    assert_eq!(merged(&base, &other, &gone), ["a busy"]);
    let went_on = called(&other, "b", "needed", 6);
    assert_eq!(merged(&base, &went_on, &gone), ["a busy", "b needed"]);
    let ours = opened(&without(&base, "a"), "c", 7);
    assert_eq!(merged(&base, &ours, &gone), ["c c"]);
}

fn marked(book: &Book, mark: &str) -> Book {
    let mut book = book.clone();
    book.restored.push(mark.into());
    book
}

#[test]
fn each_backup_that_anybody_went_back_to_is_known_to_both() {
    let (ours, theirs) = (marked(&book(), "bb"), marked(&marked(&book(), "aa"), "bb"));
    let merged = Book::merge(&book(), &with(&ours, &Change::Label("x".into()), 3), &theirs).book;
    assert_eq!(merged.restored, ["aa", "bb"]);
}

/// An older copy of the file came in its place, and somebody had gone on with it elsewhere.
#[test]
fn a_window_and_an_older_copy_go_back_to_what_both_have() {
    let common = called(&book(), "kl", "one", 1);
    let mut newer = called(&called(&common, "kl", "two", 2), "kl", "three", 3);
    let older = called(&common, "kl", "other", 4);
    assert_eq!(newer.common_with(&older, &[]), common);
    // What can be redone here was not done there.
    newer.undo(&kl()).expect("undoes");
    assert_eq!(newer.common_with(&older, &[]), common);
    // What was undone there was seen there.
    let mut undone = newer.clone();
    undone.undo(&kl()).expect("undoes");
    assert_eq!(newer.common_with(&undone, &[]), newer);
    assert_eq!(newer.common_with(&taken_back(&newer, "kl"), &[]), newer);
    // A case of the same id that was begun at another time is another one.
    let another = called(&opened(&Book::default(), "kl", 7), "kl", "one", 1);
    assert_eq!(newer.common_with(&another, &[]), Book::default());
    assert_eq!(newer.common_with(&Book::default(), &[]), Book::default());
    // One of two.
    let two = opened(&newer, "b", 8);
    assert_eq!(two.common_with(&older, &[]), common);
}

/// What was undone for good in one case says nothing of the same thing in another.
#[test]
fn what_was_undone_for_good_is_forgotten_in_its_own_case_only() {
    let base = opened(&opened(&Book::default(), "a", 1), "b", 2);
    let old = called(&called(&base, "a", "x", 3), "b", "x", 3);
    // In `a` it was undone for good, in `b` nobody has heard of it.
    let undone = {
        let mut book = called(&base, "a", "x", 3);
        book.undo(&Id::new("a")).expect("undoes");
        called(&called(&book, "a", "new", 4), "b", "new", 4)
    };
    let before = called(&base, "a", "x", 3);
    let forgotten = before.forgotten_in(&undone);
    assert_eq!(forgotten.len(), 1);
    let common = undone.common_with(&old, &forgotten);
    assert_eq!(cases(&common), ["a x", "b b"]);
    let merged = Book::merge(&common, &undone, &old);
    assert_eq!((cases(&merged.book), merged.conflicts), (vec!["a new".into(), "b new".into()], 1));
    // What is still there, or can be redone, is not forgotten.
    let mut can = old.clone();
    can.undo(&Id::new("a")).expect("undoes");
    assert!(old.forgotten_in(&can).is_empty() && old.forgotten_in(&old.clone()).is_empty());
    assert!(old.forgotten_in(&Book::default()).is_empty());
    let mut undone = old.clone();
    undone.undo(&Id::new("a")).expect("undoes");
    let for_good = called(&undone, "a", "new", 4);
    assert_eq!(undone.forgotten_in(&for_good).len(), 1, "it could be redone before");
    assert_eq!(old.forgotten_in(&for_good).len(), 1);
    let day = date(2026, 11, 6);
    let more = with_search(&old, day);
    assert!(old.forgotten_in(&more).is_empty());
}

fn with_search(book: &Book, day: jiff::civil::Date) -> Book {
    let mut book = book.clone();
    book.record(&Id::new("a"), Change::Search(Some(day)), at(9)).expect("applies");
    book
}
