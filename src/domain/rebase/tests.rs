use jiff::civil::{Date, date};

use super::*;
use crate::domain::{MarkState, Route, ServiceKind, ServiceState};

const TODAY: Date = date(2026, 11, 5);

fn case() -> Case {
    Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, TODAY)
}

fn contact(case: &Case, reference: &str) -> Change {
    let draft = Contact {
        id: Id::new(""),
        on: TODAY,
        channel: "hotline".into(),
        agent: None,
        reference: Some(reference.into()),
        note: None,
        promised: None,
    };
    case.log_contact(draft, TODAY).expect("allowed")
}

#[test]
fn two_first_contacts_are_two_contacts() {
    let (mut ours, mut theirs) = (case(), case());
    let change = contact(&ours, "OURS");
    let inverse = change.apply(&mut ours).expect("applies");
    contact(&theirs, "THEIRS").apply(&mut theirs).expect("applies");
    change.onto(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    let told: Vec<_> =
        theirs.contacts.iter().map(|one| (one.id.as_str(), one.reference.as_deref())).collect();
    assert_eq!(told, [("1", Some("THEIRS")), ("2", Some("OURS"))]);
}

#[test]
fn the_same_account_added_twice_is_one() {
    let (mut ours, mut theirs) = (case(), case());
    let add = |case: &Case| {
        case.add_service("Maybank", ServiceKind::Bank, ServiceState::Linked, None, TODAY)
    };
    let change = add(&ours).expect("allowed");
    let inverse = change.apply(&mut ours).expect("applies");
    add(&theirs).expect("allowed").apply(&mut theirs).expect("applies");
    assert!(change.onto(&inverse, &theirs).is_err());
}

#[test]
fn facts_and_files_of_both_sides_stay() {
    let (mut ours, mut theirs) = (case(), case());
    let change = Change::Line(Line { credit: Some("RM 1".into()), ..Line::default() });
    let inverse = change.apply(&mut ours).expect("applies");
    theirs.line.number = Some("+60 12-345 6789".into());
    change.onto(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
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
    change.onto(&inverse, &theirs).expect("fits").apply(&mut theirs).expect("applies");
    let paths: Vec<_> = theirs.mark(&item).files.into_iter().map(|file| file.path).collect();
    assert_eq!(paths, ["/ours", "/theirs"]);
}
