//! Questions that both sides answer, and lines that both sides have asked about.

use jiff::civil::Date;

use super::every_kind::{TODAY, account, book, case, facts, kl, told, with};
use crate::domain::{
    AccountState, Application, Book, Change, Conflict, Edit, Id, Outcome, Route, Verdict,
};

/// Answers the first question.
fn answered(book: &Book, takes: bool, second: i64) -> Book {
    with(book, &case(book).settle(0, takes).expect("is there"), second)
}

/// What waits, in the order of its words.
fn waiting(book: &Book) -> Vec<String> {
    let sides = |one: &Conflict| {
        let mut sides = [format!("{:?}", one.kept), format!("{:?}", one.other)];
        sides.sort();
        sides.join(" / ")
    };
    let mut all: Vec<String> = case(book).conflicts.iter().map(sides).collect();
    all.sort();
    all
}

/// What two sides become, whoever merges them, and merging either once more changes nothing.
fn merged(base: &Book, ours: &Book, theirs: &Book, asked: usize) -> Book {
    let [one, other] = [(ours, theirs), (theirs, ours)].map(|(ours, theirs)| {
        let merged = Book::merge(base, ours, theirs);
        assert_eq!(merged.conflicts, asked, "{:?}", case(&merged.book).conflicts);
        for again in [ours, theirs] {
            assert_eq!(Book::merge(base, &merged.book, again).book, merged.book);
            assert_eq!(Book::merge(again, again, &merged.book).book, merged.book);
        }
        merged.book
    });
    assert_eq!(waiting(&one), waiting(&other));
    one
}

/// Two versions with a question, of every kind of thing that one can be about.
fn questions() -> Vec<Book> {
    let edited = |note: &str, state| {
        let mut edit = account("Grab");
        let one = edit.value.as_mut().expect("adds");
        (one.note, one.state) = (Some(note.into()), state);
        Change::Account(Edit::replace(*edit.value.expect("adds")))
    };
    let common = with(&book(), &Change::Account(account("Grab")), 1);
    let mut pairs: Vec<(Book, Change, Change)> = facts("one", TODAY, Route::Lapse)
        .into_iter()
        .zip(facts("other", TODAY.tomorrow().expect("a day"), Route::Port))
        .map(|(one, other)| (book(), one, other))
        .collect();
    let (moved, closed) = (AccountState::Moved, AccountState::Closed);
    pairs.push((common.clone(), edited("one", moved), edited("other", closed)));
    let gone = Change::Account(Edit::remove(&Id::new("grab")));
    pairs.push((common, edited("one", moved), gone));
    let asked = |(base, one, other): &(Book, Change, Change)| {
        let merged = Book::merge(base, &with(base, one, 2), &with(base, other, 3));
        (merged.conflicts > 0).then_some(merged.book)
    };
    pairs.iter().filter_map(asked).collect()
}

#[test]
fn a_question_that_two_answer_differently_waits_again() {
    let all = questions();
    assert!(all.len() > 6, "{}", all.len());
    for base in &all {
        let (kept, taken) = (answered(base, false, 5), answered(base, true, 6));
        let again = merged(base, &kept, &taken, 1);
        let question = &case(&again).conflicts[0];
        assert_ne!(question.here(case(&again)), question.taken(case(&again)));
        // Either answer can be had, and then nobody is asked once more.
        for (takes, like) in [(false, &taken), (true, &kept)] {
            let settled = answered(&again, takes, 7);
            let facts = |book: &Book| {
                let mut case = case(book).clone();
                (case.history, case.undone) = (Vec::new(), Vec::new());
                told(&case)
            };
            assert_eq!(facts(&settled), facts(like));
            for side in [&kept, &taken] {
                assert_eq!(merged(side, &settled, side, 0), settled);
            }
        }
        // Who answers alike agrees.
        for takes in [false, true] {
            let (one, other) = (answered(base, takes, 5), answered(base, takes, 6));
            merged(base, &one, &other, 0);
        }
        // A third one who had not seen that answers the old question.
        for takes in [false, true] {
            let third = answered(base, takes, 8);
            for (ours, theirs) in [(&again, &third), (&third, &again)] {
                let all = Book::merge(base, ours, theirs).book;
                assert_eq!(case(&all).conflicts.len(), 1);
            }
        }
        // One that is undone was no answer.
        let mut undone = kept.clone();
        undone.undo(&kl()).expect("undoes");
        assert_eq!(case(&Book::merge(base, &undone, &taken).book).conflicts.len(), 0);
    }
}

/// What was done since about something else is none of the question.
#[test]
fn what_else_was_done_since_stays_whichever_answer_counts() {
    let line = |credit: &str, name: Option<&str>| {
        let mut line = case(&book()).line.clone();
        (line.credit, line.name) = (Some(credit.into()), name.map(str::to_owned));
        Change::Line(Box::new(line))
    };
    let [one, two] = [("1", 1), ("2", 2)].map(|(it, at)| with(&book(), &line(it, None), at));
    let base = Book::merge(&book(), &one, &two).book;
    let kept = with(&answered(&base, false, 3), &line("1", Some("later")), 4);
    let taken = answered(&base, true, 5);
    let again = merged(&base, &kept, &taken, 1);
    let question = case(&again).conflicts[0].clone();
    assert_eq!(
        question,
        Conflict { kept: line("2", Some("later")), other: line("1", Some("later")) }
    );
    // Another value than either of the two is asked about as well.
    let third = with(&taken, &line("3", None), 6);
    let question = case(&merged(&base, &kept, &third, 1)).conflicts[0].clone();
    assert_eq!(
        question,
        Conflict { kept: line("3", Some("later")), other: line("1", Some("later")) }
    );
    // Both went on: that is one question.
    let other = with(&kept, &line("4", Some("later")), 7);
    merged(&base, &other, &third, 1);
}

fn submitted(book: &Book, on: Date, second: i64) -> Book {
    let change = case(book).submit(&[], Application::on(on), on).expect("allowed");
    with(book, &change, second)
}

#[test]
fn a_line_that_two_have_asked_about_is_asked_about_once_or_twice() {
    let next = TODAY.tomorrow().expect("a day");
    let (ours, theirs) = (submitted(&book(), TODAY, 1), submitted(&book(), next, 2));
    let both = merged(&book(), &ours, &theirs, 2);
    let days = |book: &Book| case(book).applications.iter().map(|one| one.on).collect::<Vec<_>>();
    assert_eq!(days(&both), [TODAY, next]);
    // One of them is taken off the record, or both stay.
    let one = answered(&answered(&both, true, 3), false, 4);
    assert_eq!((days(&one), case(&one).conflicts.len()), (vec![next], 0));
    let all = answered(&answered(&both, false, 3), false, 4);
    assert_eq!((days(&all), case(&all).conflicts.len()), (vec![TODAY, next], 0));
    for settled in [&one, &all] {
        assert_eq!(&merged(&theirs, settled, &theirs, 0), settled);
    }
    // Two notes of one submission are one; after a rejection the next one may wait.
    merged(&book(), &ours, &submitted(&book(), TODAY, 2), 0);
    let answer = |verdict| {
        let outcome = Some(Outcome::on(verdict, TODAY));
        let one = Application { outcome, ..case(&ours).applications[0].clone() };
        with(&ours, &Change::Application(Edit::replace(one)), 3)
    };
    merged(&book(), &answer(Verdict::Rejected), &theirs, 0);
    merged(&book(), &answer(Verdict::Approved), &theirs, 1);
}
