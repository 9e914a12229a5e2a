use jiff::{
    Timestamp,
    civil::{Date, date},
};

use crate::domain::{
    AccountKind, AccountState, Application, Attachment, Book, Case, Change, Contact, DayOverrides,
    Edit, Id, Item, Line, Mark, MarkState, Outcome, Refusal, Route, Terms,
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
    let change = Change::Line(Line { credit: Some("RM 1".into()), ..Line::default() });
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
    let change = Change::Mark { item: item.clone(), mark: Some(mark("/ours")) };
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
    let more = ours.extend(date(2026, 12, 1), "busy", date(2026, 11, 17)).expect("allowed");
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
