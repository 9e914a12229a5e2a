//! Undoing and redoing after a merge in which both sides said something else.

use super::every_kind::{TODAY, account, at, book, case, facts, kl, told, with};
use crate::domain::{AccountState, Application, Book, Change, Edit, Id, Outcome, Route, Verdict};

fn answered(verdict: Verdict, reference: &str) -> Change {
    let outcome = Outcome { reference: Some(reference.into()), ..Outcome::on(verdict, TODAY) };
    let one = Application { id: Id::new("1"), outcome: Some(outcome), ..Application::on(TODAY) };
    Change::Application(Edit::replace(one))
}

/// The answer that stands in the case.
fn answer(book: &Book) -> Option<String> {
    case(book).applications[0].outcome.as_ref()?.reference.clone()
}

/// What does not stand takes nothing away when it is undone, and is what it was when it is
/// redone; what stood before what does comes back.
#[test]
fn an_answer_that_does_not_stand_is_undone_and_redone_as_it_was() {
    let application = Application { id: Id::new("1"), ..Application::on(TODAY) };
    let base = with(&book(), &Change::Application(Edit::add(&[], application)), 1);
    let yes = with(&base, &answered(Verdict::Approved, "YES"), 2);
    let no = with(&base, &answered(Verdict::Rejected, "NO"), 3);
    for (ours, theirs, steps) in [(&yes, &no, ["YES", "YES"]), (&no, &yes, ["NO", "YES"])] {
        let merged = Book::merge(&base, ours, theirs).book;
        assert_eq!(answer(&merged).as_deref(), Some(steps[0]));
        let mut back = merged.clone();
        back.undo(&kl()).expect("undoes");
        assert_eq!(answer(&back).as_deref(), Some(steps[1]));
        back.undo(&kl()).expect("undoes");
        assert_eq!(answer(&back), None);
        // The file keeps what each comes to.
        let text = ron::to_string(&back).expect("prints");
        let mut again: Book = ron::from_str(&text).expect("reads");
        again.redo(&kl()).expect("does it again");
        again.redo(&kl()).expect("does it again");
        assert_eq!(again, merged);
    }
}

#[test]
fn a_removal_that_does_not_stand_is_undone_without_the_others_change() {
    let base = with(&book(), &Change::Account(account("Grab")), 1);
    let mut waits = account("Grab");
    waits.value.as_mut().expect("adds").state = AccountState::Waiting;
    let gone = with(&base, &Change::Account(Edit::remove(&Id::new("grab"))), 3);
    let waiting = with(&base, &Change::Account(waits), 2);
    for (ours, theirs) in [(&gone, &waiting), (&waiting, &gone)] {
        let mut merged = Book::merge(&base, ours, theirs).book;
        let before = merged.clone();
        merged.undo(&kl()).expect("undoes");
        assert_eq!(told(case(&merged)), told(case(&waiting)));
        merged.redo(&kl()).expect("does it again");
        assert_eq!(merged, before);
    }
}

#[test]
fn a_fact_that_does_not_stand_is_undone_without_the_others() {
    for (one, other) in
        facts("one", TODAY, Route::Lapse).iter().zip(&facts("other", TODAY, Route::Port))
    {
        if matches!(one, Change::Search(_)) {
            continue;
        }
        let (ours, theirs) = (with(&book(), one, 1), with(&book(), other, 2));
        let mut merged = Book::merge(&book(), &ours, &theirs).book;
        let before = merged.clone();
        merged.undo(&kl()).expect("undoes");
        assert_eq!(told(case(&merged)), told(case(&ours)), "{other:?} did not stand");
        merged.redo(&kl()).expect("does it again");
        assert_eq!(merged, before);
    }
}

/// What was undone before a merge is redone without what another side did since.
#[test]
fn what_is_redone_leaves_the_other_facts_about_the_line() {
    let [credit, name] = ["credit", "name"].map(|what| {
        let text = Some(what.to_owned());
        let mut line = case(&book()).line.clone();
        *(if what == "credit" { &mut line.credit } else { &mut line.name }) = text;
        Change::Line(Box::new(line))
    });
    let mut ours = with(&book(), &credit, 1);
    ours.undo(&kl()).expect("undoes");
    let theirs = with(&book(), &name, 2);
    let mut merged = Book::merge(&book(), &ours, &theirs).book;
    merged.redo(&kl()).expect("does it again");
    let line = &case(&merged).line;
    assert_eq!((line.credit.as_deref(), line.name.as_deref()), (Some("credit"), Some("name")));
}

/// What a later merge left open waits on when an answer to an earlier question is undone.
#[test]
fn undoing_an_answer_forgets_no_other_question() {
    let label = |name: &str| Change::Label(name.into());
    let [one, two] = [(label("one"), 1), (label("two"), 2)].map(|(it, at)| with(&book(), &it, at));
    let asked = Book::merge(&book(), &one, &two).book;
    let settled = with(&asked, &case(&asked).settle(0, true).expect("is there"), 3);
    let theirs = with(&asked, &Change::Route(Route::Lapse), 4);
    let ours = with(&settled, &Change::Route(Route::Port), 5);
    let mut merged = Book::merge(&asked, &ours, &theirs).book;
    assert_eq!(case(&merged).conflicts.len(), 1);
    let before = merged.clone();
    for _ in 0..3 {
        merged.undo(&kl()).expect("undoes");
    }
    assert_eq!(case(&merged).conflicts.len(), 2);
    for _ in 0..3 {
        merged.redo(&kl()).expect("does it again");
    }
    assert_eq!(merged, before);
    assert_eq!(case(&merged).history[3].at, at(3));
}

/// A question is about what stands now, and to take the other side leaves what was done since
/// about something else.
#[test]
fn a_question_says_what_stands_now() {
    let line = |credit: &str, name: Option<&str>| {
        let mut line = case(&book()).line.clone();
        (line.credit, line.name) = (Some(credit.into()), name.map(str::to_owned));
        Change::Line(Box::new(line))
    };
    let (ours, theirs) = (with(&book(), &line("1", None), 1), with(&book(), &line("2", None), 2));
    let merged = Book::merge(&book(), &ours, &theirs).book;
    assert_eq!((merged.new_conflicts(&ours), merged.new_conflicts(&merged)), (1, 0));
    let later = with(&merged, &line("3", Some("later")), 3);
    let question = case(&later).conflicts[0].clone();
    assert_eq!(question.here(case(&later)), line("3", Some("later")));
    let taken = with(&later, &case(&later).settle(0, true).expect("is there"), 4);
    assert_eq!(Change::Line(Box::new(case(&taken).line.clone())), line("2", Some("later")));
}
