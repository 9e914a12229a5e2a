//! One thing that two sides have changed, each in its own way: both count, whatever kind
//! it is of.

use std::sync::Arc;

use jiff::civil::date;

use super::every_kind::{TODAY, account, at, book, case, facts, finding, kl, obstacle, told, with};
use crate::domain::{
    AccountKind, AccountState, AgendaMark, Application, Book, Change, Class, Conflict, Contact,
    DayOverrides, Edit, Entry, ExtraDocument, Id, Line, Mark, MarkState, Route, Terms,
};

/// A change that makes a thing, two that each change something about it, and the one that
/// changes both.
type Sides = [Change; 4];

/// The four of a thing in a list.
fn of<T: Clone>(
    add: &Edit<T>,
    one: impl Fn(&mut T),
    other: impl Fn(&mut T),
    make: impl Fn(Edit<T>) -> Change,
) -> Sides {
    let edit = |sets: &[&dyn Fn(&mut T)]| {
        let mut value = add.value.clone().expect("adds");
        for set in sets {
            set(&mut value);
        }
        make(Edit { id: add.id.clone(), at: 0, value: Some(value) })
    };
    [make(add.clone()), edit(&[&one]), edit(&[&other]), edit(&[&one, &other])]
}

/// The four of a fact.
fn fact<T: Clone>(
    first: &T,
    one: impl Fn(&mut T),
    other: impl Fn(&mut T),
    make: impl Fn(T) -> Change,
) -> Sides {
    let edit = |sets: &[&dyn Fn(&mut T)]| {
        let mut value = first.clone();
        for set in sets {
            set(&mut value);
        }
        make(value)
    };
    [make(first.clone()), edit(&[&one]), edit(&[&other]), edit(&[&one, &other])]
}

fn every_kind() -> Vec<Sides> {
    let some = |text: &str| Some(text.to_owned());
    let document = ExtraDocument { id: Id::new("form"), title: "Form".into(), required: false };
    let contact = Contact { id: Id::new("1"), ..Contact::on(TODAY, "hotline") };
    let application = Application { id: Id::new("1"), ..Application::on(TODAY) };
    let mark = Mark { note: some("first"), ..Mark::default() };
    let line = Line { name: some("first"), ..Line::default() };
    let terms = Terms { region: some("MY-10"), ..Terms::default() };
    let agenda = AgendaMark { on: Some(TODAY), ..AgendaMark::default() };
    let day = date(2026, 12, 1);
    vec![
        of(
            &account("Grab"),
            |one| one.state = AccountState::Started,
            |one| one.note = some("theirs"),
            Change::Account,
        ),
        of(
            &account("Steam"),
            |one| one.kind = AccountKind::Other,
            |one| one.also.push("Valve".into()),
            Change::Account,
        ),
        of(
            &finding("Lazada"),
            |one| one.also.push("ours".into()),
            |one| one.kind = AccountKind::Other,
            |edit| Change::found([edit], [], []),
        ),
        of(
            &Edit::add(&[], document),
            |one| one.title = "The form".into(),
            |one| one.required = true,
            Change::Document,
        ),
        of(
            &Edit::add(&[], contact.clone()),
            |one| one.note = some("ours"),
            |one| one.reference = some("theirs"),
            Change::Contact,
        ),
        of(
            &Edit::add(&[], contact),
            |one| one.promised = Some(day),
            |one| one.agent = some("theirs"),
            Change::Contact,
        ),
        of(
            &Edit::add(&[], obstacle("registration")),
            |one| one.note = some("ours"),
            |one| one.follow_up = Some(day),
            Change::Obstacle,
        ),
        of(
            &Edit::add(&[], application),
            |one| one.reference = some("ours"),
            |one| one.channel = some("store"),
            Change::Application,
        ),
        fact(
            &mark,
            |one| one.note = some("ours"),
            |one| one.state = MarkState::Done,
            |mark| Change::Mark {
                item: "safeguard:made-up".parse().expect("an item"),
                mark: Some(Box::new(mark)),
            },
        ),
        fact(
            &line,
            |one| one.credit = some("ours"),
            |one| one.class = Some(Class::Work),
            |line| Change::Line(Box::new(line)),
        ),
        fact(
            &terms,
            |one| one.region = some("MY-01"),
            |one| {
                one.days = DayOverrides {
                    closed: [(day, "theirs".into())].into(),
                    ..DayOverrides::default()
                }
            },
            |terms| Change::Terms { terms: Box::new(terms), told: None },
        ),
        fact(
            &agenda,
            |one| one.done = Some(day),
            |one| one.snoozed = Some(day),
            |mark| Change::Agenda { id: Id::new("made-up"), mark: Some(mark) },
        ),
    ]
}

/// Undoes so many changes, and does them again.
fn back_and_forth(book: &Book, count: usize, before: &Book) -> Book {
    let mut book = book.clone();
    for _ in 0..count {
        book.undo(&kl()).expect("undoes");
    }
    assert_eq!(told(case(&book)), told(case(before)));
    for _ in 0..count {
        book.redo(&kl()).expect("does it again");
    }
    book
}

#[test]
fn what_each_side_changes_about_one_thing_counts() {
    for [add, one, other, both] in every_kind() {
        let base = with(&book(), &add, 1);
        let (ours, theirs) = (with(&base, &one, 2), with(&base, &other, 3));
        let wanted = told(case(&with(&base, &both, 2)));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = Book::merge(&base, ours, theirs);
            assert_eq!(
                (merged.conflicts, told(case(&merged.book))),
                (0, wanted.clone()),
                "{one:?}"
            );
            let again = back_and_forth(&merged.book, 2, &base);
            assert_eq!(told(case(&again)), wanted, "{one:?}");
        }
    }
}

/// Each side made the thing by itself, and says something else of it.
#[test]
fn what_each_side_says_of_what_both_have_made_waits_for_an_answer() {
    for [add, one, _, _] in every_kind() {
        // What has a number is two things, and what is empty so far is filled in.
        let is_one = match &add {
            Change::Account(edit) => edit.id.as_str() == "grab",
            other => matches!(other, Change::Document(_) | Change::Mark { .. }),
        };
        let (ours, theirs) = (with(&book(), &add, 2), with(&book(), &one, 3));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)].into_iter().filter(|_| is_one) {
            let merged = Book::merge(&book(), ours, theirs);
            assert_eq!(
                (merged.conflicts, told(case(&merged.book))),
                (1, told(case(ours))),
                "{add:?}"
            );
        }
    }
}

/// A window does something to a thing that another one has changed meanwhile.
#[test]
fn a_change_leaves_what_somebody_else_changed_about_the_thing() {
    for [add, one, other, both] in every_kind() {
        let base = with(&book(), &add, 1);
        let inverse = one.apply(&mut case(&base).clone()).expect("applies");
        let theirs = with(&base, &other, 2);
        let merged = one.merged(&inverse, case(&theirs)).expect("fits");
        // What a scan found, and the agenda, are said anew as a whole.
        if matches!(one, Change::Found { .. } | Change::Agenda { .. }) {
            assert_eq!(merged, one);
            continue;
        }
        let now = with(&theirs, &merged, 3);
        assert_eq!(told(case(&now)), told(case(&with(&base, &both, 2))), "{one:?}");
    }
}

/// What changes nothing is no entry of the history.
#[test]
fn what_is_so_already_is_not_written_down() {
    for [add, one, ..] in every_kind() {
        let base = with(&book(), &add, 1);
        let same = |change: &Change| base.clone().record(&kl(), change.clone(), at(2));
        assert_eq!((same(&add), same(&one)), (Ok(false), Ok(true)), "{add:?}");
        assert_eq!(same(&Change::ByHand(vec![add.clone()])), Ok(false), "{add:?}");
        assert_eq!(same(&Change::ByHand(vec![add.clone(), one.clone()])), Ok(true), "{add:?}");
    }
    let (one, two) = (account("One"), account("Two"));
    let base = with(&book(), &Change::Accounts(vec![one.clone(), two.clone()]), 1);
    let mut moved = two.clone();
    moved.value.as_mut().expect("adds").state = AccountState::Moved;
    let other = Change::found([finding("Lazada")], [], []);
    let found = with(&base, &other, 1);
    let says = |book: &Book, change| book.clone().record(&kl(), change, at(2));
    assert_eq!(says(&base, Change::Accounts(vec![one.clone(), two.clone()])), Ok(false));
    assert_eq!(says(&base, Change::Accounts(vec![one.clone(), moved.clone()])), Ok(true));
    for (findings, accounts, is_news) in [
        (vec![finding("Lazada")], vec![one.clone()], false),
        (vec![finding("Lazada")], vec![moved.clone()], true),
        (vec![finding("Shopee")], vec![one.clone()], true),
    ] {
        assert_eq!(says(&found, Change::found(findings, accounts, [])), Ok(is_news));
    }
}

/// What was undone here and went on elsewhere: only what nobody changed is brought back.
#[test]
fn an_entry_is_undone_by_what_it_brought() {
    for [add, one, ..] in every_kind() {
        let base = with(&book(), &add, 1);
        let ours = with(&base, &one, 2);
        let Entry { change, inverse, .. } = case(&ours).history.last().expect("there");
        assert_eq!((change, inverse.apply(&mut case(&ours).clone()).as_ref()), (&one, Ok(&one)));
        let mut undone = ours.clone();
        undone.undo_entry(&kl(), case(&ours).history.last().expect("there")).expect("undoes");
        assert_eq!(told(case(&undone)), told(case(&base)), "{one:?}");
        assert_eq!(case(&undone).undone.len(), 1);
    }
}

/// Whatever somebody changes in the file itself becomes an entry that can be undone.
#[test]
fn what_a_hand_changes_is_found_of_every_kind() {
    let made = every_kind().into_iter().flat_map(|[add, one, ..]| {
        let base = with(&book(), &add, 1);
        [(book(), add), (base, one)]
    });
    let set = facts("made up", TODAY, Route::Lapse).into_iter().map(|fact| (book(), fact));
    for (before, change) in made.chain(set) {
        let mut edited = before.clone();
        change.apply(Arc::make_mut(&mut edited.cases[0])).expect("applies");
        let found = (edited.changed_by_hand(&before), before.changed_by_hand(&before));
        assert_eq!(found, (1, 0), "{change:?}");
        assert!(edited.has_history_of(&before));
        let mut taken = edited.with_hand_edits(&before, at(9)).expect("was edited");
        assert_eq!(told(case(&taken)), told(case(&edited)), "{change:?}");
        assert!(!taken.has_history_of(&before));
        taken.undo(&kl()).expect("undoes");
        assert_eq!(told(case(&taken)), told(case(&before)), "{change:?}");
    }
}

#[test]
fn a_conflict_is_the_same_whichever_side_was_kept() {
    let [one, two, three] = ["one", "two", "three"].map(|name| Change::Label(name.into()));
    let of = |kept: &Change, other: &Change| Conflict { kept: kept.clone(), other: other.clone() };
    let conflict = of(&one, &two);
    assert!(conflict.is_like(&conflict) && conflict.is_like(&of(&two, &one)));
    for (kept, other) in [(&one, &three), (&three, &two), (&two, &three), (&three, &one)] {
        assert!(!conflict.is_like(&of(kept, other)), "{kept:?} {other:?}");
    }
}

/// One side says that the carrier works on a day, the other one that it does not.
#[test]
fn a_day_that_is_off_for_one_side_is_off() {
    let day = date(2026, 12, 1);
    let named = || [(day, "made up".to_owned())].into();
    let [closed, open] = [true, false].map(|is_off| {
        let mut days = DayOverrides::default();
        if is_off {
            days.closed = named();
        } else {
            days.open = named();
        }
        let terms = Terms { days, ..Terms::default() };
        Change::Terms { terms: Box::new(terms), told: None }
    });
    let (ours, theirs) = (with(&book(), &closed, 1), with(&book(), &open, 2));
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let days = case(&Book::merge(&book(), ours, theirs).book).terms.days.clone();
        assert_eq!((days.closed, days.open), (named(), [].into()));
    }
}

/// Of a thing that both have changed only what the last one did is taken back with it. What a
/// scan found, and the agenda, are said anew as a whole.
#[test]
fn what_is_undone_after_a_merge_leaves_what_the_other_side_changed() {
    for [add, one, other, _] in every_kind() {
        let base = with(&book(), &add, 1);
        let (ours, theirs) = (with(&base, &one, 2), with(&base, &other, 3));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            if matches!(one, Change::Found { .. } | Change::Agenda { .. }) {
                continue;
            }
            let mut merged = Book::merge(&base, ours, theirs).book;
            merged.undo(&kl()).expect("undoes");
            let left = told(case(&with(&base, &one, 2)));
            assert_eq!(told(case(&merged)), left, "{other:?}");
        }
    }
}

/// What one side removed and the other one changed stays until somebody says what is right.
#[test]
fn what_is_removed_here_and_changed_there_stays_and_waits() {
    for [add, one, ..] in every_kind() {
        let base = with(&book(), &add, 1);
        let mut removed = base.clone();
        removed.undo(&kl()).expect("undoes");
        let is_listed = !matches!(
            add,
            Change::Line(_) | Change::Terms { .. } | Change::Agenda { .. } | Change::Mark { .. }
        );
        let changed = with(&base, &one, 2);
        for (ours, theirs) in [(&removed, &changed), (&changed, &removed)] {
            let merged = Book::merge(&base, ours, theirs);
            if is_listed {
                assert_eq!(told(case(&merged.book)), told(case(&changed)), "{one:?}");
                assert_eq!(merged.conflicts, 1, "{one:?}");
            }
        }
    }
}

/// A conflict that both sides know is one.
#[test]
fn a_question_that_both_sides_know_is_asked_once() {
    let [one, other] = ["one", "other"].map(|name| Change::Label(name.into()));
    let (ours, theirs) = (with(&book(), &one, 1), with(&book(), &other, 2));
    let base = Book::merge(&book(), &ours, &theirs).book;
    let known = Book::merge(&book(), &theirs, &ours).book;
    for base in [&base, &book()] {
        let ours = with(&known, &Change::Search(Some(TODAY)), 3);
        let theirs =
            with(&Book::merge(&book(), &ours, &theirs).book, &Change::Route(Route::Lapse), 4);
        let merged = Book::merge(base, &ours, &theirs).book;
        assert_eq!(case(&merged).conflicts.len(), 1);
    }
}
