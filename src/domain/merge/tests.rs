mod answers;
mod both_sides;
mod every_kind;
mod two_machines;
mod undoing;
mod whole_cases;

use jiff::{
    Timestamp,
    civil::{Date, date},
};

use crate::domain::{
    AccountKind, AccountState, AgendaMark, Application, Attachment, Book, Case, Change, Contact,
    DayOverrides, Edit, Id, Item, Line, Mark, MarkState, Outcome, Refusal, Route, Terms,
};

const TODAY: Date = date(2026, 11, 5);

fn case() -> Case {
    Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, TODAY)
}

fn contact(case: &Case, reference: &str) -> Change {
    let draft = Contact { reference: Some(reference.into()), ..Contact::on(TODAY, "hotline") };
    case.log_contact(draft, TODAY).expect("allowed")
}

#[test]
fn two_first_contacts_are_two_contacts() {
    let (mut ours, mut theirs) = (case(), case());
    let change = contact(&ours, "OURS");
    let inverse = change.apply(&mut ours).expect("applies");
    contact(&theirs, "THEIRS").apply(&mut theirs).expect("applies");
    change.merged(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    let told: Vec<_> =
        theirs.contacts.iter().map(|one| (one.id.as_str(), one.reference.as_deref())).collect();
    assert_eq!(told, [("1", Some("THEIRS")), ("2", Some("OURS"))]);
}

#[test]
fn a_number_of_a_contact_that_was_removed_is_not_given_again() {
    let (mut ours, mut theirs) = (case(), Book::default());
    let change = contact(&ours, "OURS");
    let inverse = change.apply(&mut ours).expect("applies");
    theirs.open(case(), Timestamp::UNIX_EPOCH).expect("opens");
    for change in [contact(&case(), "THEIRS"), Change::Contact(Edit::remove(&Id::new("1")))] {
        theirs.record(&Id::new("kl"), change, Timestamp::UNIX_EPOCH).expect("applies");
    }
    let merged = change.merged(&inverse, &theirs.cases[0]).expect("fits");
    assert!(matches!(&merged, Change::Contact(edit) if edit.id == Id::new("2")), "{merged:?}");
}

#[test]
fn a_number_that_was_free_again_on_both_sides_means_two_contacts() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut base = Book::default();
    base.open(case(), at(0)).expect("opens");
    base.record(&id, contact(&case(), "BASE"), at(1)).expect("applies");
    let side = |reference: &str, second| {
        let mut book = base.clone();
        book.undo(&id).expect("undoes");
        let change = contact(&book.cases[0], reference);
        book.record(&id, change, at(second)).expect("applies");
        book
    };
    let (ours, theirs) = (side("OURS", 2), side("THEIRS", 3));
    assert_eq!(ours.cases[0].contacts[0].id, theirs.cases[0].contacts[0].id);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = Book::merge(&base, ours, theirs);
        assert_eq!(merged.conflicts, 0);
        let contacts = merged.book.cases[0].contacts.iter();
        let told: Vec<_> =
            contacts.map(|one| (one.id.as_str(), one.reference.as_deref())).collect();
        assert_eq!(told, [("2", Some("OURS")), ("3", Some("THEIRS"))]);
        // A merge that was cut short and is done again.
        let again = Book::merge(&base, &merged.book, theirs);
        assert_eq!(again.book, merged.book);
    }
}

#[test]
fn what_was_said_about_an_entry_follows_it_to_its_new_number() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut base = Book::default();
    base.open(case(), at(0)).expect("opens");
    let side = |reference: &str, second| {
        let mut book = base.clone();
        let change = contact(&book.cases[0], reference);
        book.record(&id, change, at(second)).expect("applies");
        book
    };
    let (ours, mut theirs) = (side("OURS", 1), side("THEIRS", 2));
    let promise = |number: u8| Id::new(format!("contact-{number}.promise"));
    let mark = Some(AgendaMark { done: Some(TODAY), ..AgendaMark::default() });
    let change = Change::Agenda { id: promise(1), mark: mark.clone() };
    theirs.record(&id, change, at(3)).expect("applies");
    let mut merged = Book::merge(&base, &ours, &theirs).book;
    let case = &merged.cases[0];
    assert_eq!(case.contacts[1].reference.as_deref(), Some("THEIRS"));
    assert_eq!(case.agenda.keys().collect::<Vec<_>>(), [&promise(2)]);
    merged.undo(&id).expect("undoes");
    assert!(merged.cases[0].agenda.is_empty());
}

#[test]
fn a_number_of_what_somebody_removed_is_not_given_to_what_another_logged() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut base = Book::default();
    base.open(case(), at(0)).expect("opens");
    let side = |reference: &str, second| {
        let mut book = base.clone();
        let change = contact(&book.cases[0], reference);
        book.record(&id, change, at(second)).expect("applies");
        book
    };
    let (mut ours, theirs) = (side("OURS", 1), side("THEIRS", 2));
    // In the file itself it is removed as well as by a key.
    for by_hand in [false, true] {
        let remove = Change::Contact(Edit::remove(&Id::new("1")));
        let change = if by_hand { Change::ByHand(vec![remove]) } else { remove };
        ours.record(&id, change, at(3)).expect("applies");
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = Book::merge(&base, ours, theirs).book;
            let contacts = merged.cases[0].contacts.iter();
            let told: Vec<_> =
                contacts.map(|one| (one.id.as_str(), one.reference.as_deref())).collect();
            assert_eq!(told, [("2", Some("THEIRS"))]);
        }
        ours.undo(&id).expect("undoes");
    }
}

#[test]
fn an_older_copy_settles_nothing() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut base = Book::default();
    base.open(case(), at(0)).expect("opens");
    let side = |label: &str, second| {
        let mut book = base.clone();
        book.record(&id, Change::Label(label.into()), at(second)).expect("applies");
        book
    };
    let merged = Book::merge(&base, &side("OURS", 1), &side("THEIRS", 2)).book;
    assert_eq!(merged.count_conflicts(), 1);
    let common = merged.common_with(&base, &[]);
    assert_eq!(Book::merge(&common, &merged, &base).book.count_conflicts(), 1);
}

#[test]
fn what_is_redone_after_a_merge_takes_nobody_elses_place() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut base = Book::default();
    base.open(case(), at(0)).expect("opens");
    let side = |reference: &str, second| {
        let mut book = base.clone();
        book.record(&id, contact(&case(), reference), at(second)).expect("applies");
        book
    };
    let (mut ours, theirs) = (side("OURS", 1), side("THEIRS", 2));
    ours.undo(&id).expect("undoes");
    let mut merged = Book::merge(&base, &ours, &theirs).book;
    merged.redo(&id).expect("redoes");
    let told: Vec<_> = merged.cases[0].contacts.iter().map(|one| one.reference.clone()).collect();
    assert_eq!(told, [Some("THEIRS".to_owned()), Some("OURS".to_owned())]);
    assert_eq!(merged.repeated_id(), None);
    // The history tells of it by its new number, and by that it is undone again.
    let last = merged.cases[0].history.last().expect("there");
    assert!(matches!(&last.change, Change::Contact(edit) if edit.id == Id::new("2")));
    merged.undo(&id).expect("undoes");
    let told: Vec<_> = merged.cases[0].contacts.iter().map(|one| one.reference.clone()).collect();
    assert_eq!(told, [Some("THEIRS".to_owned())]);
}

#[test]
fn a_number_of_what_only_one_side_undid_is_not_given_again() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut base = Book::default();
    base.open(case(), at(0)).expect("opens");
    for (reference, second) in [("ONE", 1), ("TWO", 2)] {
        let change = contact(&base.cases[0], reference);
        base.record(&id, change, at(second)).expect("applies");
    }
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.undo(&id).expect("undoes");
    ours.undo(&id).expect("undoes");
    let change = contact(&ours.cases[0], "OURS");
    ours.record(&id, change, at(3)).expect("applies");
    theirs.undo(&id).expect("undoes");
    let merged = Book::merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, 0);
    let told: Vec<_> =
        merged.book.cases[0].contacts.iter().map(|one| one.reference.clone()).collect();
    assert_eq!(told, [Some("OURS".to_owned())]);
    assert_eq!(Book::merge(&base, &merged.book, &theirs).book, merged.book);
}

#[test]
fn an_older_copy_does_not_bring_back_what_was_undone_for_good() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let account = |name: &str, book: &Book| {
        let kind = AccountKind::Bank;
        book.cases[0].add_account(name, kind, AccountState::ToDo, None, TODAY).expect("allowed")
    };
    let mut older = Book::default();
    older.open(case(), at(0)).expect("opens");
    let change = account("Maybank", &older);
    older.record(&id, change, at(1)).expect("applies");
    let mut newer = older.clone();
    newer.undo(&id).expect("undoes");
    let change = account("Grab", &newer);
    newer.record(&id, change, at(2)).expect("applies");
    let forgotten = older.forgotten_in(&newer);
    let base = newer.common_with(&older, &forgotten);
    assert_eq!(Book::merge(&base, &newer, &older).book, newer);
}

#[test]
fn what_somebody_undid_while_another_went_on_is_undone() {
    let (id, at) = (Id::new("kl"), |second| Timestamp::from_second(second).expect("a moment"));
    let mut book = Book::default();
    book.open(case(), at(0)).expect("opens");
    book.record(&id, contact(&case(), "OURS"), at(1)).expect("applies");
    let ours = book.cases[0].history[1].clone();
    book.record(&id, Change::Label("Other".into()), at(2)).expect("applies");
    book.undo_entry(&id, &ours).expect("undoes");
    let case = &book.cases[0];
    assert!(case.contacts.is_empty() && case.label == "Other", "{case:?}");
    assert_eq!((case.history.len(), case.undone.len()), (2, 1));
    // What somebody changed in it stays.
    book.redo(&id).expect("redoes");
    let mine = Contact { id: Id::new("1"), ..Contact::on(TODAY, "store") };
    book.record(&id, Change::Contact(Edit::replace(mine)), at(3)).expect("applies");
    assert_eq!(book.undo_entry(&id, &ours), Err(Refusal::NothingToUndo));
}

#[test]
fn the_same_account_added_twice_is_one() {
    let (mut ours, mut theirs) = (case(), case());
    let add = |case: &Case| {
        case.add_account("Maybank", AccountKind::Bank, AccountState::ToDo, None, TODAY)
    };
    let change = add(&ours).expect("allowed");
    let inverse = change.apply(&mut ours).expect("applies");
    add(&theirs).expect("allowed").apply(&mut theirs).expect("applies");
    assert!(change.merged(&inverse, &theirs).is_err());
}

#[test]
fn facts_and_files_of_both_sides_stay() {
    let (mut ours, mut theirs) = (case(), case());
    let change = Change::Line(Box::new(Line { credit: Some("RM 1".into()), ..Line::default() }));
    let inverse = change.apply(&mut ours).expect("applies");
    theirs.line.number = Some("+60 12-345 6789".into());
    change.merged(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    assert_eq!(theirs.line.number.as_deref(), Some("+60 12-345 6789"));
    assert_eq!(theirs.line.credit.as_deref(), Some("RM 1"));

    let item: Item = "document:usage".parse().expect("an item");
    let file =
        |path: &str| Attachment { path: path.into(), size: 1, sha256: "00".into(), on: TODAY };
    let mark =
        |path: &str| Mark { state: MarkState::Done, files: vec![file(path)], ..Mark::default() };
    let change = Change::Mark { item: item.clone(), mark: Some(Box::new(mark("/ours"))) };
    let inverse = change.apply(&mut ours).expect("applies");
    theirs.marks.insert(item.clone(), mark("/theirs"));
    change.merged(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    let paths: Vec<_> = theirs.mark(&item).files.into_iter().map(|file| file.path).collect();
    assert_eq!(paths, ["/ours", "/theirs"]);
}

#[test]
fn an_answer_given_elsewhere_is_not_undone_by_more_time() {
    use crate::domain::{Extension, Procedure, Verdict};
    let submitted = || {
        let mut case = case();
        let change = case.submit(&[], Application::on(TODAY), TODAY).expect("allowed");
        change.apply(&mut case).expect("applies");
        case
    };
    let (mut ours, mut theirs) = (submitted(), submitted());
    let more = ours.extend(date(2026, 12, 1), "busy", date(2026, 11, 17), TODAY).expect("allowed");
    let inverse = more.apply(&mut ours).expect("applies");
    let yes = Outcome::on(Verdict::Approved, TODAY);
    let said = theirs.decide(&Procedure::default(), yes, TODAY).expect("allowed");
    said.apply(&mut theirs).expect("applies");
    assert_eq!(more.merged(&inverse, &theirs), Err(Refusal::NothingPending));

    let mut theirs = submitted();
    theirs.applications[0].reference = Some("THEIRS".into());
    more.merged(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    let one = &theirs.applications[0];
    assert_eq!(one.reference.as_deref(), Some("THEIRS"));
    let until = one.extension.as_ref().map(|Extension { until, .. }| *until);
    assert_eq!(until, Some(date(2026, 12, 1)));
}

#[test]
fn terms_are_merged_setting_by_setting() {
    use crate::domain::Window;
    let (mut ours, mut theirs) = (case(), case());
    let window = Window::parse("3..9");
    let mine = ours.set_terms(Terms { window, ..Terms::default() }, None).expect("allowed");
    let inverse = mine.apply(&mut ours).expect("applies");
    let days =
        DayOverrides { closed: [(TODAY, "moving".to_owned())].into(), ..DayOverrides::default() };
    let region = Some("MY-03".to_owned());
    theirs.terms = Terms { region: region.clone(), days: days.clone(), window: None };
    mine.merged(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    assert_eq!(theirs.terms, Terms { window, region, days });
}

#[test]
fn two_may_add_to_the_same_confirmation() {
    use crate::domain::{Procedure, Verdict};
    let approved = Outcome::on(Verdict::Approved, TODAY);
    let mut base = case();
    let draft = Application { outcome: Some(approved.clone()), ..Application::on(TODAY) };
    base.applications.push(Application { id: Id::new("1"), ..draft });
    let (mut ours, mut theirs) = (base.clone(), base);
    let reference = Some("DEMO-9".to_owned());
    let mine = Outcome { reference: reference.clone(), ..approved.clone() };
    let mine = ours.decide(&Procedure::default(), mine, TODAY).expect("allowed");
    let inverse = mine.apply(&mut ours).expect("applies");
    let file = Attachment { path: "/yes.pdf".into(), size: 1, sha256: String::new(), on: TODAY };
    let file = Some(Box::new(file));
    theirs.applications[0].outcome = Some(Outcome { file: file.clone(), ..approved.clone() });
    mine.merged(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    let both = Outcome { reference, file, ..approved };
    assert_eq!(theirs.applications[0].outcome, Some(both));
}
