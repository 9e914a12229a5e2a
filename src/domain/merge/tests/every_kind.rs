//! Every kind of change, on one side and on both: none is forgotten, lost or counted
//! twice.

use std::{collections::BTreeSet, fmt::Debug, sync::Arc};

use jiff::{
    Timestamp,
    civil::{Date, date},
};

use crate::domain::{
    AccountKind, AccountState, AgendaMark, Application, Book, Case, Change, Contact, Dismissed,
    Edit, Ending, Entry, Evidence, EvidenceKind, ExtraDocument, Id, KeptFinding, Line, Mark,
    Obstacle, Refusal, Route, Terms,
};

pub(super) const TODAY: Date = date(2026, 11, 5);

pub(super) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a moment")
}

pub(super) fn kl() -> Id {
    Id::new("kl")
}

pub(super) fn book() -> Book {
    let mut book = Book::default();
    let case = Case::new(kl(), "KL".into(), Id::new("hotlink"), Route::Apply, TODAY);
    book.open(case, at(0)).expect("opens");
    book
}

pub(super) fn case(book: &Book) -> &Case {
    book.case(&kl()).expect("there")
}

pub(super) fn with(book: &Book, change: &Change, second: i64) -> Book {
    let mut book = book.clone();
    assert_eq!(book.record(&kl(), change.clone(), at(second)), Ok(true), "{change:?}");
    book
}

pub(super) fn account(name: &str) -> Edit<crate::domain::Account> {
    let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
    match case(&book()).add_account(name, kind, state, None, TODAY) {
        Ok(Change::Account(edit)) => edit,
        other => panic!("{other:?}"),
    }
}

pub(super) fn finding(name: &str) -> Edit<KeptFinding> {
    let seen = Evidence { count: 1, first: Some(TODAY), last: Some(TODAY) };
    let finding = KeptFinding {
        id: Id::new(name),
        name: name.into(),
        also: Vec::new(),
        known: false,
        kind: AccountKind::Bank,
        evidence: [(EvidenceKind::Code, seen)].into(),
        seen_in: None,
        several_sims: false,
        sure_code: None,
    };
    Edit::add(&[], finding)
}

pub(super) fn obstacle(id: &str) -> Obstacle {
    let kind = Id::new(id);
    let id = kind.clone();
    Obstacle { id, kind, opened: TODAY, note: None, follow_up: None, resolved: None }
}

/// A thing of each kind that a case has many of; `name` tells two of a kind apart. Of two
/// applications each has its day: two of one day are one.
fn things(name: &str) -> Vec<Change> {
    let day = if name == "one" { TODAY } else { date(2026, 11, 6) };
    let note = Some(name.to_owned());
    let document = ExtraDocument { id: Id::new(name), title: name.into(), required: false };
    let contact = Contact { id: Id::new("1"), note: note.clone(), ..Contact::on(TODAY, "hotline") };
    let application =
        Application { id: Id::new("1"), reference: note.clone(), ..Application::on(day) };
    let mark = Mark { note, ..Mark::default() };
    vec![
        Change::Account(account(name)),
        Change::Accounts(vec![account(&format!("{name} too"))]),
        Change::found([finding(name)], [], []),
        Change::Dismissed(vec![Edit::add(&[], Dismissed { id: Id::new(name), name: name.into() })]),
        Change::Document(Edit::add(&[], document)),
        Change::Contact(Edit::add(&[], contact)),
        Change::Obstacle(Edit::add(&[], obstacle(name))),
        Change::Application(Edit::add(&[], application)),
        Change::Mark {
            item: format!("safeguard:{name}").parse().expect("an item"),
            mark: Some(Box::new(mark)),
        },
        Change::Agenda {
            id: Id::new(name),
            mark: Some(AgendaMark { done: Some(TODAY), ..AgendaMark::default() }),
        },
    ]
}

/// A fact of each kind that a case has one of; `name` tells two values apart.
pub(super) fn facts(name: &str, day: Date, route: Route) -> Vec<Change> {
    let text = Some(name.to_owned());
    vec![
        Change::Label(name.into()),
        Change::Route(route),
        Change::Line(Box::new(Line { credit: text.clone(), ..Line::default() })),
        Change::Search(Some(day)),
        Change::Terms {
            terms: Box::new(Terms { region: text.clone(), ..Terms::default() }),
            told: None,
        },
        Change::Ending(Some(Ending { on: day, reason: text })),
    ]
}

/// What is told of in a case, without numbers that a merge may give, and in no order.
pub(super) fn told(case: &Case) -> BTreeSet<String> {
    fn all<T: Debug>(things: &[T]) -> Vec<String> {
        things.iter().map(|one| format!("{one:?}")).collect()
    }
    let mut case = case.clone();
    let none = Id::new("");
    for one in &mut case.contacts {
        one.id = none.clone();
    }
    for one in &mut case.applications {
        one.id = none.clone();
    }
    let mut told = all(&case.accounts);
    told.extend(all(&case.findings));
    told.extend(all(&case.dismissed));
    told.extend(all(&case.documents));
    told.extend(all(&case.contacts));
    told.extend(all(&case.obstacles));
    told.extend(all(&case.applications));
    told.extend(case.marks.iter().map(|one| format!("{one:?}")));
    told.extend(case.agenda.iter().map(|one| format!("{one:?}")));
    told.push(format!("{:?}", (&case.label, case.route, &case.line, case.search_over)));
    told.push(format!("{:?}", (&case.terms, &case.ending, case.archived)));
    told.into_iter().collect()
}

/// What two changes tell, whoever makes them.
fn both(base: &Book, one: &Change, other: &Change) -> BTreeSet<String> {
    let [one, other] = [one, other].map(|change| told(case(&with(base, change, 1))));
    let kept = told(case(base));
    one.union(&other)
        .filter(|line| kept.contains(*line) || one.contains(*line) != other.contains(*line))
        .cloned()
        .collect()
}

#[test]
fn every_change_counts_as_one() {
    let base = book();
    let mut all = base.clone();
    let changes = [things("one"), facts("one", TODAY, Route::Lapse)].concat();
    for (number, change) in changes.iter().enumerate() {
        let now = with(&base, change, 1);
        assert_eq!((base.differences(&now), now.differences(&base)), (1, 1), "{change:?}");
        assert_eq!((now.changes_since(&base), base.changes_since(&now)), (1, 0), "{change:?}");
        assert!(base.is_before(&now) && !now.is_before(&base), "{change:?}");
        all = with(&all, change, i64::try_from(number).expect("few"));
    }
    assert_eq!(all.changes_since(&base), changes.len());
    // What scans found, and what was said of the agenda, is told where nothing else is.
    assert_eq!(
        (base.differences(&all), all.differences(&base)),
        (changes.len() - 2, changes.len() - 2)
    );
    assert_eq!(all.differences(&all), 0);
    let mut other = base.clone();
    let case = Arc::make_mut(&mut other.cases[0]);
    (case.playbook, case.opened) = (Id::new("generic"), date(2026, 11, 4));
    assert_eq!((base.differences(&other), base.differences(&Book::default())), (2, 1));
}

#[test]
fn a_change_is_known_by_its_moment_and_what_it_says() {
    let logged = |number: &str, note: &str, second| {
        let contact = Contact {
            id: Id::new(number),
            note: Some(note.into()),
            ..Contact::on(TODAY, "hotline")
        };
        with(&book(), &Change::Contact(Edit::add(&[], contact)), second)
    };
    let ours = logged("1", "ours", 1);
    assert_eq!(ours.changes_since(&logged("2", "ours", 1)), 0, "a merge gave it another number");
    assert_eq!(ours.changes_since(&logged("2", "ours", 2)), 1);
    assert_eq!(ours.changes_since(&logged("2", "theirs", 1)), 1);
}

#[test]
fn an_older_copy_is_one_that_has_nothing_of_its_own() {
    let [one, other] = ["one", "other"].map(|name| Change::Label(name.into()));
    let open = |book: &Book, name: &str| {
        let mut book = book.clone();
        let case = Case::new(Id::new(name), name.into(), kl(), Route::Apply, TODAY);
        book.open(case, at(9)).expect("opens");
        book
    };
    let old = with(&book(), &one, 1);
    let new = with(&old, &other, 2);
    assert!(old.is_before(&new) && !old.is_before(&old) && !new.is_before(&old));
    assert!(old.is_before(&open(&old, "two")) && !open(&old, "two").is_before(&new));
    // It went another way.
    let apart = with(&book(), &other, 1);
    assert!(!apart.is_before(&new));
    assert!(!open(&apart, "two").is_before(&open(&with(&new, &one, 3), "two")));
    // It is further in one case, and not so far in another.
    let (far, near) = (open(&new, "two"), open(&with(&with(&book(), &one, 1), &other, 2), "two"));
    let mut two = open(&old, "two");
    for name in ["a", "b", "c"] {
        two.record(&Id::new("two"), Change::Label(name.into()), at(10)).expect("records");
    }
    assert!(!far.is_before(&two) && !near.is_before(&two));
    // What the newer one has was undone here.
    let mut undone = new.clone();
    undone.undo(&kl()).expect("undoes");
    assert!(!undone.is_before(&new) && undone.is_before(&with(&old, &one_more(), 3)));
    // A case that the newer one has was taken back here.
    let mut taken = open(&old, "two");
    taken.undo(&Id::new("two")).expect("undoes");
    assert!(!taken.is_before(&open(&old, "two")) && taken.is_before(&new));
    // Somebody has gone back to it.
    let mut restored = new.clone();
    restored.restored.push("0".repeat(16));
    assert!(!old.is_before(&restored));
}

fn one_more() -> Change {
    Change::Search(Some(TODAY))
}

#[test]
fn what_two_sides_add_is_there_twice() {
    let base = book();
    for (one, other) in things("one").iter().zip(&things("other")) {
        let (ours, theirs) = (with(&base, one, 1), with(&base, other, 2));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let mut merged = Book::merge(&base, ours, theirs);
            // Whether a line was meant to be asked about twice is asked.
            let asked = if let Change::Application(_) = one { 2 } else { 0 };
            assert_eq!(merged.conflicts, asked, "{one:?}");
            assert_eq!(told(case(&merged.book)), both(&base, one, other), "{one:?}");
            for _ in 0..2 {
                merged.book.undo(&kl()).expect("undoes");
            }
            assert_eq!(told(case(&merged.book)), told(case(&base)), "{one:?}");
            for _ in 0..2 {
                merged.book.redo(&kl()).expect("does it again");
            }
            assert_eq!(told(case(&merged.book)), both(&base, one, other), "{one:?}");
        }
    }
}

#[test]
fn of_two_facts_one_counts_and_the_other_waits() {
    let base = book();
    let pairs = facts("one", TODAY, Route::Lapse);
    for (one, other) in pairs.iter().zip(&facts("other", date(2026, 11, 6), Route::Port)) {
        let (ours, theirs) = (with(&base, one, 1), with(&base, other, 2));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = Book::merge(&base, ours, theirs);
            assert_eq!(merged.conflicts, 1, "{one:?}");
            assert_eq!(told(case(&merged.book)), told(case(ours)), "{one:?}");
            // Whoever takes that in has nothing new to settle.
            let again = Book::merge(&base, &merged.book, theirs);
            assert_eq!(case(&again.book).conflicts.len(), 1, "{one:?}");
        }
        let same = Book::merge(&base, &ours, &with(&base, one, 2));
        assert_eq!((same.conflicts, told(case(&same.book))), (0, told(case(&ours))), "{one:?}");
    }
}

/// What a window does while another one saves something: it is done there as well.
#[test]
fn a_change_is_brought_onto_what_somebody_else_saved() {
    let base = book();
    for (one, other) in things("one").iter().zip(&things("other")) {
        let inverse = one.apply(&mut case(&base).clone()).expect("applies");
        let theirs = with(&base, other, 1);
        let waits = matches!(one, Change::Application(_));
        match one.merged(&inverse, case(&theirs)) {
            Ok(merged) if !waits => {
                let now = with(&theirs, &merged, 2);
                assert_eq!(told(case(&now)), both(&base, one, other), "{one:?}");
            }
            Err(Refusal::AlreadyPending(_)) if waits => {}
            wrong => panic!("{one:?}: {wrong:?}"),
        }
        // They have done the same.
        let theirs = with(&base, one, 1);
        match (one, one.merged(&inverse, case(&theirs))) {
            (Change::Account(_) | Change::Document(_), Err(Refusal::Duplicate(_)))
            | (Change::Application(_), Err(Refusal::AlreadyPending(_))) => {}
            (Change::Contact(_), Ok(Change::Contact(edit))) => assert_eq!(edit.id.as_str(), "2"),
            (Change::Obstacle(_), Ok(Change::Obstacle(edit))) => {
                assert_eq!(edit.id.as_str(), "one-2");
            }
            (_, Ok(merged)) => {
                let mut book = theirs.clone();
                assert_eq!(book.record(&kl(), merged, at(2)), Ok(false), "{one:?}");
            }
            wrong => panic!("{wrong:?}"),
        }
        // They have removed what is changed here.
        if let Change::Accounts(_) | Change::Found { .. } | Change::Dismissed(_) = one {
            let there = with(&base, one, 1);
            let back = inverse.apply(&mut case(&there).clone()).expect("applies");
            let merged = inverse.merged(&back, case(&base)).expect("is nothing");
            assert_eq!(base.clone().record(&kl(), merged, at(2)), Ok(false), "{one:?}");
        }
    }
}

/// What was undone is done again where somebody else has taken its name or number.
#[test]
fn what_is_redone_leaves_what_somebody_else_has_added() {
    let base = book();
    for (one, other) in things("one").iter().zip(&things("other")) {
        let mut undone = with(&base, one, 1);
        undone.undo(&kl()).expect("undoes");
        let entry = case(&undone).undone.last().expect("there").clone();
        let Entry { change, inverse, .. } = &entry;
        assert_eq!(change.again(inverse, case(&undone)).as_ref(), Ok(change));
        // Theirs has the same name or number, and says something else.
        let theirs = renamed(other, one);
        let theirs = with(&base, &theirs, 2);
        let again = change.again(inverse, case(&theirs));
        match one {
            Change::Account(_) | Change::Document(_) => {
                assert!(matches!(again, Err(Refusal::Duplicate(_))), "{again:?}");
            }
            Change::Application(_) => {
                assert!(matches!(again, Err(Refusal::AlreadyPending(_))), "{again:?}");
            }
            Change::Contact(_) | Change::Obstacle(_) => {
                let now = with(&theirs, &again.expect("finds a place"), 3);
                let count = case(&now).contacts.len() + case(&now).obstacles.len();
                assert_eq!((count, now.repeated_id()), (2, None), "{one:?}");
            }
            _ => assert_eq!(again.as_ref(), Ok(change)),
        }
    }
}

/// A change with the id of another one of its kind.
fn renamed(change: &Change, like: &Change) -> Change {
    let mut change = change.clone();
    match (&mut change, like) {
        (Change::Account(one), Change::Account(like)) => put(one, &like.id, |one, id| one.id = id),
        (Change::Document(one), Change::Document(like)) => {
            put(one, &like.id, |one, id| one.id = id);
        }
        (Change::Obstacle(one), Change::Obstacle(like)) => {
            put(one, &like.id, |one, id| one.id = id);
        }
        _ => {}
    }
    change
}

fn put<T>(edit: &mut Edit<T>, id: &Id, set: impl Fn(&mut T, Id)) {
    edit.id = id.clone();
    set(edit.value.as_mut().expect("adds"), id.clone());
}

/// What somebody else has gone on with is not undone with what brought it.
#[test]
fn what_somebody_has_added_to_is_not_undone() {
    let base = book();
    for (one, other) in things("one").iter().zip(&things("other")) {
        let entry = case(&with(&base, one, 1)).history.last().expect("there").clone();
        // Somebody did something else since.
        let mut apart = with(&with(&base, one, 1), &one_more(), 2);
        apart.undo_entry(&kl(), &entry).expect("undoes");
        assert_eq!(told(case(&apart)), told(case(&with(&base, &one_more(), 2))), "{one:?}");
        // Somebody went on with the same thing.
        let more = match renamed(other, one) {
            Change::Contact(edit) => Change::Contact(Edit::replace(*edit.value.expect("adds"))),
            Change::Application(edit) => {
                Change::Application(Edit::replace(*edit.value.expect("adds")))
            }
            Change::Account(edit) => Change::Account(Edit::replace(*edit.value.expect("adds"))),
            Change::Document(edit) => Change::Document(Edit::replace(*edit.value.expect("adds"))),
            Change::Obstacle(edit) => Change::Obstacle(Edit::replace(*edit.value.expect("adds"))),
            _ => continue,
        };
        let before = with(&with(&base, one, 1), &more, 2);
        let mut more = before.clone();
        assert_eq!((more.undo_entry(&kl(), &entry), more), (Err(Refusal::NothingToUndo), before));
    }
}
