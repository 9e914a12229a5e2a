//! What two machines do apart and nobody has to choose between: what their scans saw, the
//! dates that each reckons, the order in which things stand, and the numbers they get.

use std::sync::Arc;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::every_kind::{TODAY, account, at, book, case, finding, kl, obstacle, with};
use crate::domain::{
    Account, Application, Attachment, Book, Case, Change, Conflict, Contact, Edit, Evidence,
    EvidenceKind, Id, KeptFinding, Mark, MarkState, Obstacle, Outcome, Reckoned, Reckoning,
    Verdict,
};

fn october(day: u8) -> Date {
    date(2026, 10, i8::try_from(day).expect("a day"))
}

/// Something else that is done on a machine to things of every kind, so that neither its
/// book nor one of its lists is an older copy.
fn busy(book: &Book) -> Book {
    let found = Change::found([finding("Busy")], [account("Busy")], []);
    let mut book = with(book, &found, 9);
    if let Some(one) = case(&book).applications.first().cloned() {
        let one = Application { reference: Some("busy".into()), ..one };
        book = with(&book, &Change::Application(Edit::replace(one)), 10);
    }
    book
}

/// What becomes of two books that go back to one, whoever merges them. Nothing waits for an
/// answer.
fn merged<T>(base: &Book, ours: &Book, theirs: &Book, of: impl Fn(&Case) -> T) -> T
where
    T: PartialEq + std::fmt::Debug,
{
    let [one, other] = [(ours, theirs), (theirs, ours)].map(|(ours, theirs)| {
        let merged = Book::merge(base, ours, theirs);
        assert_eq!(merged.conflicts, 0);
        of(case(&merged.book))
    });
    assert_eq!(one, other);
    one
}

/// An account of which a scan saw the last message on that day, and so many codes.
fn seen(day: u8, codes: u64) -> Account {
    Account {
        last_seen: Some(october(day)),
        seen_in: Some(if day.is_multiple_of(2) { "csv".into() } else { "json".into() }),
        codes: Some(codes),
        ..*account("Grab").value.expect("adds")
    }
}

fn grab(case: &Case) -> Account {
    case.accounts.iter().find(|one| one.name == "Grab").expect("there").clone()
}

fn grabs(case: &Case) -> KeptFinding {
    case.findings.iter().find(|one| one.name == "Grab").expect("there").clone()
}

/// The case where a scan saw it so.
fn scanned(book: &Book, account: Account, second: i64) -> Book {
    let accounts = vec![Edit::replace(account)];
    let mut book = book.clone();
    let scan = Change::found([], accounts, []);
    book.record(&kl(), scan, at(second)).expect("applies");
    book
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A message that one machine has seen is not forgotten because the other one has
    /// scanned an older export.
    #[test]
    fn the_last_message_that_either_machine_saw_stays(
        (day, codes) in (1_u8..20, 1_u64..9),
        ours in (0_u8..4, 0_u64..4),
        theirs in (0_u8..4, 0_u64..4),
    ) {
        let base = with(&book(), &Change::Account(account("Grab")), 1);
        let base = scanned(&base, seen(day, codes), 2);
        let one = busy(&scanned(&base, seen(day + ours.0, codes + ours.1), 3));
        let two = scanned(&base, seen(day + theirs.0, codes + theirs.1), 4);
        let most = seen(day + ours.0.max(theirs.0), codes + ours.1.max(theirs.1));
        prop_assert_eq!(merged(&base, &one, &two, grab), most);
    }
}

#[test]
fn a_scan_that_one_machine_undid_stays_undone() {
    let before = with(&book(), &Change::Account(account("Grab")), 1);
    let base = scanned(&before, seen(5, 2), 2);
    let mut undone = base.clone();
    undone.undo(&kl()).expect("undoes");
    let account = merged(&base, &busy(&base), &undone, grab);
    assert_eq!(account, case(&before).accounts[0]);
}

/// A finding with one kind of evidence: so many messages, from one day to another.
fn found(all: &[(EvidenceKind, u64, u8, u8)], seen_in: &str) -> KeptFinding {
    let evidence = all.iter().map(|(kind, count, first, last)| {
        let (first, last) = (Some(october(*first)), Some(october(*last)));
        (*kind, Evidence { count: *count, first, last })
    });
    let seen_in = Some(seen_in.to_owned());
    KeptFinding { evidence: evidence.collect(), seen_in, ..*finding("Grab").value.expect("adds") }
}

#[test]
fn what_two_machines_found_of_an_account_adds_up_as_two_scans_do() {
    use EvidenceKind::{Code, Login, Welcome};
    let scan = |one: &KeptFinding| Change::found([Edit::replace(one.clone())], [], []);
    let first = found(&[(Code, 1, 1, 1)], "json");
    let base = with(&book(), &Change::found([Edit::add(&[], first)], [], []), 1);
    let both = |ours: &KeptFinding, theirs: &KeptFinding| {
        let (ours, theirs) = (with(&base, &scan(ours), 2), with(&base, &scan(theirs), 3));
        merged(&base, &ours, &theirs, grabs)
    };
    // Days apart: those of one are not those of the other. What only one saw stays.
    let early = found(&[(Code, 3, 1, 10), (Welcome, 1, 2, 2)], "csv");
    let late = found(&[(Code, 2, 11, 12), (Login, 1, 12, 12)], "xml");
    let all = found(&[(Code, 5, 1, 12), (Welcome, 1, 2, 2), (Login, 1, 12, 12)], "xml");
    assert_eq!(both(&early, &late), all);
    // The same days: perhaps the same messages, and counted once.
    let same = found(&[(Code, 4, 5, 12)], "xml");
    assert_eq!(both(&early, &same), found(&[(Code, 4, 1, 12), (Welcome, 1, 2, 2)], "xml"));
    // What only one has scanned again is as it saw it.
    let base = with(&base, &scan(&early), 2);
    let again = with(&base, &scan(&late), 3);
    assert_eq!(merged(&base, &busy(&base), &again, grabs), late);
}

type DaysTold = fn(&Case) -> Vec<Date>;

/// The newest application is the last one, and people read a log by its days: what was
/// logged first, of a later day, comes after it.
#[test]
fn what_two_machines_add_stands_in_the_order_of_its_days() {
    let contact = |on| Contact { id: Id::new("1"), ..Contact::on(on, "hotline") };
    let rejected = Some(Outcome::on(Verdict::Rejected, october(6)));
    let application =
        |on| Application { id: Id::new("1"), outcome: rejected.clone(), ..Application::on(on) };
    let named = |on| if on == october(5) { "a" } else { "b" };
    let hurdle = |on| Obstacle { opened: on, ..obstacle(named(on)) };
    let moved = |on| Account { since: Some(on), ..*account(named(on)).value.expect("adds") };
    let kinds: [(&dyn Fn(Date) -> Change, DaysTold); 4] = [
        (&|on| Change::Contact(Edit::add(&[], contact(on))), |case| {
            case.contacts.iter().map(|one| one.on).collect()
        }),
        (&|on| Change::Application(Edit::add(&[], application(on))), |case| {
            case.applications.iter().map(|one| one.on).collect()
        }),
        (&|on| Change::Obstacle(Edit::add(&[], hurdle(on))), |case| {
            case.obstacles.iter().map(|one| one.opened).collect()
        }),
        (&|on| Change::Account(Edit::add(&[], moved(on))), |case| {
            case.accounts.iter().filter_map(|one| one.since).collect()
        }),
    ];
    for (add, days) in kinds {
        let (ours, theirs) =
            (with(&book(), &add(october(5)), 1), with(&book(), &add(october(3)), 2));
        assert_eq!(merged(&book(), &ours, &theirs, days), [october(3), october(5)]);
    }
}

/// Holidays came to be known: each machine reckons the dates anew when it learns of them.
#[test]
fn the_dates_that_were_told_last_count_and_nobody_has_to_choose() {
    let application = Application { id: Id::new("1"), ..Application::on(TODAY) };
    let base = with(&book(), &Change::Application(Edit::add(&[], application)), 1);
    let dates = |earliest, latest, off: &str| Reckoning {
        earliest: october(earliest),
        latest: october(latest),
        off: [(october(2), off.to_owned())].into(),
        worked: [].into(),
    };
    let told = |book: &Book, dates: &Reckoning, second| {
        let dates = Some(dates.clone());
        let told = Reckoned { application: Id::new("1"), dates };
        with(book, &Change::Reckoned(Box::new(told)), second)
    };
    let of = |case: &Case| case.applications[0].reckoned.clone();
    let first = dates(5, 20, "");
    let base = told(&base, &first, 2);
    for (one, last) in [
        (dates(6, 22, ""), dates(5, 24, "")),
        (dates(5, 24, ""), dates(6, 24, "")),
        (dates(6, 24, "deepavali"), dates(6, 24, "election")),
    ] {
        let (ours, theirs) = (told(&base, &one, 3), told(&base, &last, 4));
        assert_eq!(merged(&base, &ours, &theirs, of), Some(last));
    }
    // Only one machine has reckoned: a day off was struck from the tables.
    let sooner = dates(4, 18, "");
    assert_eq!(merged(&base, &busy(&base), &told(&base, &sooner, 3), of), Some(sooner));
}

/// Files and names that both have added are there once, and what one has removed is gone.
#[test]
fn of_files_and_names_what_either_machine_removed_is_gone() {
    let file =
        |name: &str| Attachment { path: name.into(), size: 1, sha256: "00".into(), on: TODAY };
    let with_files = |book: &Book, files: &[&str], second| {
        let files = files.iter().map(|name| file(name)).collect();
        let mark = Some(Box::new(Mark { state: MarkState::Done, files, ..Mark::default() }));
        let item = "document:usage".parse().expect("an item");
        with(book, &Change::Mark { item, mark }, second)
    };
    let base = with_files(&book(), &["a", "b", "c"], 1);
    let ours = with_files(&base, &["b", "c", "both", "ours"], 2);
    let theirs = with_files(&base, &["a", "c", "both", "theirs"], 3);
    let files = |case: &Case| {
        let marks = case.marks.values().flat_map(|mark| &mark.files);
        marks.map(|file| file.path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(merged(&base, &ours, &theirs, files), ["c", "both", "ours", "theirs"]);
}

/// One machine was told yes, the other one no: what belongs to one answer is not mixed into
/// the other.
#[test]
fn two_answers_are_not_made_one() {
    let application = Application { id: Id::new("1"), ..Application::on(TODAY) };
    let answered = |book: &Book, outcome: &Outcome, second| {
        let one = Application { outcome: Some(outcome.clone()), ..application.clone() };
        with(book, &Change::Application(Edit::replace(one)), second)
    };
    let base = with(&book(), &Change::Application(Edit::add(&[], application.clone())), 1);
    let yes = Outcome::on(Verdict::Approved, TODAY);
    let base = answered(&base, &yes, 2);
    let proof = Outcome { reference: Some("MADE-UP".into()), ..yes };
    let no = Outcome { reason: Some("a mistake".into()), ..Outcome::on(Verdict::Rejected, TODAY) };
    let (ours, theirs) = (answered(&base, &no, 3), answered(&base, &proof, 4));
    for (ours, theirs, kept) in [(&ours, &theirs, no), (&theirs, &ours, proof)] {
        let merged = Book::merge(&base, ours, theirs);
        assert_eq!(merged.conflicts, 1);
        assert_eq!(case(&merged.book).applications[0].outcome, Some(kept));
    }
}

/// The number of a contact is in every entry that is about it, however it came about: what
/// is undone later is undone where it was done.
#[test]
fn what_was_done_to_a_contact_follows_it_to_its_new_number() {
    let logged = |note: &str| {
        let note = Some(note.to_owned());
        Contact { id: Id::new("1"), note, ..Contact::on(TODAY, "hotline") }
    };
    let notes = |case: &Case| -> Vec<(String, String)> {
        let all = case.contacts.iter();
        all.map(|one| (one.id.to_string(), one.note.clone().unwrap_or_default())).collect()
    };
    let pair = |number: &str, note: &str| (number.to_owned(), note.to_owned());
    let ours = with(&book(), &Change::Contact(Edit::add(&[], logged("ours"))), 1);
    // Somebody wrote it into the file.
    let add = Change::ByHand(vec![Change::Contact(Edit::add(&[], logged("theirs")))]);
    let theirs = with(&book(), &add, 2);
    // A merge there has left a question about it, and the other answer was chosen.
    let edit = |note| Change::Contact(Edit::replace(logged(note)));
    let mut settled = theirs.clone();
    let question = Conflict { kept: edit("theirs"), other: edit("chosen") };
    let more = Conflict { kept: edit("theirs"), other: edit("third") };
    Arc::make_mut(&mut settled.cases[0]).conflicts = vec![question, more];
    let chosen = case(&settled).settle(0, true).expect("is there");
    let settled = with(&settled, &chosen, 3);
    for (ours, theirs) in [(&ours, &settled), (&settled, &ours)] {
        let mut both = Book::merge(&book(), ours, theirs).book;
        assert_eq!(notes(case(&both)), [pair("1", "ours"), pair("2", "chosen")]);
        let about = |case: &Case| {
            let all = case.conflicts.iter().flat_map(|one| [&one.kept, &one.other]);
            let number = |change: &Change| match change {
                Change::Contact(edit) => edit.id.to_string(),
                other => panic!("{other:?}"),
            };
            all.map(number).collect::<Vec<_>>()
        };
        assert_eq!(about(case(&both)), ["2", "2"]);
        both.undo(&kl()).expect("undoes");
        assert_eq!(notes(case(&both)), [pair("1", "ours"), pair("2", "theirs")]);
        assert_eq!(about(case(&both)), ["2", "2", "2", "2"]);
        both.redo(&kl()).expect("does it again");
        assert_eq!(notes(case(&both)), [pair("1", "ours"), pair("2", "chosen")]);
        assert_eq!(about(case(&both)), ["2", "2"]);
    }
    let mut both = Book::merge(&book(), &ours, &theirs).book;
    both.undo(&kl()).expect("undoes");
    assert_eq!(notes(case(&both)), [pair("1", "ours")]);
}

/// The dates of a submission that gets another number are still its own.
#[test]
fn dates_follow_an_application_to_its_new_number() {
    let submit = |day, verdict: Option<Verdict>| {
        let outcome = verdict.map(|verdict| Outcome::on(verdict, day));
        let one = Application { id: Id::new("1"), outcome, ..Application::on(day) };
        Change::Application(Edit::add(&[], one))
    };
    let dates =
        Reckoning { earliest: october(20), latest: october(22), off: [].into(), worked: [].into() };
    let told = Reckoned { application: Id::new("1"), dates: Some(dates) };
    let ours = with(&book(), &submit(october(5), Some(Verdict::Rejected)), 1);
    let theirs = with(&book(), &submit(october(6), None), 2);
    let theirs = with(&theirs, &Change::Reckoned(Box::new(told)), 3);
    let about = |case: &Case| match &case.history.last().expect("there").change {
        Change::Reckoned(told) => told.application.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(merged(&book(), &ours, &theirs, about), "2");
}

/// A clock was set back: each machine's own order stays all the same.
#[test]
fn what_a_machine_did_stays_in_the_order_in_which_it_was_done() {
    let label = |name: &str| Change::Label(name.into());
    let shared = with(&book(), &label("shared"), 5);
    let theirs = case(&shared).history.clone();
    let entry = case(&with(&book(), &label("late"), 10)).history[1].clone();
    let ours = vec![theirs[0].clone(), entry.clone(), theirs[1].clone()];
    let base = vec![theirs[0].clone()];
    let more = [theirs.clone(), vec![case(&with(&book(), &label("more"), 20)).history[1].clone()]];
    let theirs = more.concat();
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let three = crate::domain::merge::fields::Three { base: &base, ours, theirs };
        let all = crate::domain::merge::events::united(&three);
        let seconds: Vec<i64> = all.iter().map(|one| one.at.as_second()).collect();
        assert_eq!(seconds, [0, 10, 5, 20]);
    }
}

/// What was removed, and is brought back after something else was done, is the same thing.
#[test]
fn a_removal_that_is_undone_later_brings_back_the_same_number() {
    let contact = Contact { id: Id::new("1"), ..Contact::on(TODAY, "hotline") };
    let base = with(&book(), &Change::Contact(Edit::add(&[], contact)), 1);
    let removed = with(&base, &Change::Contact(Edit::remove(&Id::new("1"))), 2);
    let entry = case(&removed).history.last().expect("there").clone();
    let mut later = with(&removed, &Change::Label("later".into()), 3);
    later.undo_entry(&kl(), &entry).expect("undoes");
    assert_eq!(case(&later).contacts, case(&base).contacts);
}
