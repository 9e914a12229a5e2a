//! What a person is told to do when an answer is late, and what is left alone meanwhile.

use super::*;
use crate::domain::Obstacle;

const EARLIEST: Date = date(2026, 11, 11);
const LATEST: Date = date(2026, 11, 17);
const LATE: Date = date(2026, 11, 20);

/// A second application, whose answer is late; the first one was refused.
fn late() -> Case {
    let mut case = prepared();
    let change = case.submit(&[], Application::on(date(2026, 11, 2)), TODAY);
    does(&mut case, change);
    case.applications[0].reckoned = Some(review(date(2026, 11, 3), date(2026, 11, 4)).reckoning());
    let no = Outcome { reason: Some("blurred".into()), ..Outcome::on(Verdict::Rejected, TODAY) };
    let change = case.decide(&procedure(), no, TODAY);
    does(&mut case, change);
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    case
}

fn put_off(case: &mut Case, id: &str, until: Date) {
    let mark = AgendaMark { snoozed: Some(until), ..AgendaMark::default() };
    case.agenda.insert(Id::new(id), mark);
}

fn next(case: &Case, review: Review, today: Date) -> Next {
    Status::of(case, &procedure(), Some(review), None, today).next
}

fn asked(nudge: Option<Date>) -> Review {
    Review { nudge, first_asked: Some(Id::new("1")), ..review(EARLIEST, LATEST) }
}

#[test]
fn who_put_off_asking_is_told_to_when() {
    let (mut case, until) = (late(), date(2026, 11, 24));
    let one = || item("application:2");
    assert_eq!(next(&case, review(EARLIEST, LATEST), LATE), Next::Chase(one(), LATEST));
    put_off(&mut case, "application-2.latest", until);
    assert_eq!(next(&case, review(EARLIEST, LATEST), LATE), Next::PutOff(one(), until));
    assert_eq!(next(&case, review(EARLIEST, LATEST), until), Next::Chase(one(), LATEST));
    // Once the carrier was asked it is the next reminder that is put off.
    let nudge = date(2026, 11, 19);
    assert_eq!(next(&case, asked(Some(nudge)), LATE), Next::Nudge(one(), nudge));
    put_off(&mut case, "application-2.nudge", until);
    assert_eq!(next(&case, asked(Some(nudge)), LATE), Next::Await(one(), until));
    assert_eq!(next(&case, asked(Some(nudge)), until), Next::Nudge(one(), nudge));
}

#[test]
fn what_was_promised_before_the_next_reminder_is_waited_for() {
    let one = || item("application:2");
    let (nudge, promised) = (date(2026, 11, 27), date(2026, 11, 23));
    let mut case = late();
    assert_eq!(next(&case, asked(Some(nudge)), LATE), Next::Await(one(), nudge));
    // The reminder was sent, and a day for another one is not known.
    let sent = Some(TODAY);
    let mark = AgendaMark { done: Some(LATE), ..AgendaMark::default() };
    case.agenda.insert(Id::new("application-2.nudge"), mark);
    assert_eq!(next(&case, asked(Some(LATE)), LATE), Next::Asked(one(), TODAY));
    assert_eq!(next(&case, asked(sent), LATE), Next::Asked(one(), TODAY));
    // A forum has the complaint: the carrier is not reminded any more.
    let complaint = Complaint { from: LATE, asked: LATEST, is_asked: true, is_made: true };
    let complained = Review { complaint: Some(complaint), ..asked(Some(nudge)) };
    assert_eq!(next(&case, complained.clone(), LATE), Next::Asked(one(), TODAY));
    let contact = Contact { promised: Some(promised), ..Contact::on(LATE, "hotline") };
    let change = case.log_contact(contact, LATE);
    does(&mut case, change);
    assert_eq!(next(&case, asked(Some(nudge)), LATE), Next::Await(one(), promised));
    assert_eq!(next(&case, complained, LATE), Next::Await(one(), promised));
    let due = Next::Promise(item("contact:1"), promised);
    assert_eq!(next(&case, asked(Some(nudge)), promised), due);
}

fn hurdle(id: &str) -> Obstacle {
    let (kind, id) = (Id::new(id), Id::new(id));
    Obstacle { id, kind, opened: TODAY, note: None, follow_up: None, resolved: None }
}

/// What is open is overcome first, in its order; what is looked at again on a day waits for
/// that day; what is behind the person is not told of.
#[test]
fn obstacles_are_told_of_until_they_are_behind_the_person() {
    let mut case = prepared();
    let follow_up = Some(date(2026, 11, 9));
    case.obstacles = vec![
        Obstacle { resolved: Some(TODAY), ..hurdle("behind") },
        Obstacle { follow_up, ..hurdle("later") },
        hurdle("first"),
        hurdle("second"),
    ];
    let next =
        |case: &Case, day| Status::of(case, &procedure(), None, None, date(2026, 11, day)).next;
    assert_eq!(next(&case, 8), Next::Overcome(item("obstacle:first")));
    let looked = Next::FollowUp(item("obstacle:later"), date(2026, 11, 9));
    assert_eq!((next(&case, 9), next(&case, 12)), (looked.clone(), looked));
    case.obstacles[1].resolved = Some(date(2026, 11, 9));
    assert_eq!(next(&case, 12), Next::Overcome(item("obstacle:first")));
    case.obstacles[2].resolved = Some(date(2026, 11, 12));
    assert_eq!(next(&case, 12), Next::Overcome(item("obstacle:second")));
    case.obstacles[3].resolved = Some(date(2026, 11, 12));
    assert_eq!(next(&case, 12), Next::Apply(item("application:1")));
    // What the carrier has refused comes before what was to be looked at again.
    case.obstacles[1].resolved = None;
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let no = Outcome { reason: Some("blurred".into()), ..Outcome::on(Verdict::Rejected, TODAY) };
    let change = case.decide(&procedure(), no, TODAY);
    does(&mut case, change);
    let again = Next::Resubmit(item("application:1"), "blurred".into());
    assert_eq!(next(&case, 12), again);
    // The agenda has it all the same, until the line has ended.
    let open = |case: &Case| {
        let seen = Status::of(case, &procedure(), None, None, date(2026, 11, 12));
        let is_it = |one: &&AgendaEntry| one.id.as_str() == "obstacle-later.follow-up";
        seen.agenda.iter().find(is_it).map(AgendaEntry::is_open)
    };
    assert_eq!(open(&case), Some(true));
    case.obstacles[1].resolved = Some(TODAY);
    assert_eq!(open(&case), Some(false));
    case.obstacles[1].resolved = None;
    case.applications[0].outcome = Some(Outcome::on(Verdict::Approved, TODAY));
    assert_eq!(open(&case), Some(false));
}

/// What has come comes first, whatever is open; what can wait, or ends by itself, does not.
#[test]
fn what_has_come_is_told_before_what_can_wait() {
    use crate::domain::{AgendaEntry, AgendaKind as K, AgendaState};
    let mut case = case();
    case.route = Route::Lapse;
    let about = item("line:facts");
    let day = date(2026, 11, 4);
    let entry = |kind: K, on: Date| AgendaEntry {
        id: Id::new(kind.word()),
        kind,
        item: about.clone(),
        from: about.clone(),
        on,
        given: on,
        state: AgendaState::Open,
        if_asked: None,
        marked: false,
        dropped: false,
    };
    let (procedure, items) = (procedure(), checklist(&case, &procedure(), TODAY));
    let facts = Facts {
        case: &case,
        procedure: &procedure,
        stage: Stage::Preparing,
        review: None,
        items: &items,
        watch: None,
        inbox: 0,
    };
    let next = |kind, on| facts.next(&[entry(kind, on)], TODAY);
    let waits = facts.next(&[], TODAY);
    let looked = |kind| Next::Check(entry(kind, day));
    for (kind, told) in [
        (K::FollowUp, Next::FollowUp(about.clone(), day)),
        (K::AccountWait, Next::SeeAccount(about.clone(), day)),
        (K::CreditAtRisk, Next::SaveCredit(about.clone(), day)),
        (K::ActiveUntil, Next::SeeValidity(about.clone(), day)),
        (K::RefuseBy, Next::Refuse(about.clone(), day)),
        (K::RefundBy, looked(K::RefundBy)),
        (K::SignIn, looked(K::SignIn)),
        (K::Recovery, looked(K::Recovery)),
        (K::Complaint, Next::Complain(about.clone(), day)),
        (K::Promise, Next::Promise(about.clone(), day)),
        (K::AnswerBy, Next::AskAgain(about.clone(), day)),
        (K::Latest, Next::Chase(about.clone(), day)),
        // The carrier was not asked yet, and there is nothing to be done about these.
        (K::Reminder, waits.clone()),
        (K::Earliest, waits.clone()),
        (K::GraceUntil, waits.clone()),
        (K::WatchEnd, waits.clone()),
    ] {
        assert_eq!(next(kind, day), told, "{kind:?}");
        assert_eq!(next(kind, date(2026, 11, 6)), waits, "{kind:?} is to come");
    }
    // On the day itself the line is valid, for the last time, and the answer may still come.
    let today = (next(K::ActiveUntil, TODAY), next(K::Latest, TODAY));
    assert_eq!(today, (Next::LastCalls(about, TODAY), waits));
}

/// Each day names the fact that gives it: the application, or what the carrier said since.
#[test]
fn a_day_of_an_application_names_who_gave_it() {
    use crate::domain::{AgendaKind as K, Moved};
    let case = late();
    let entry = |review: &Review, kind, today| {
        let agenda = Status::of(&case, &procedure(), Some(review.clone()), None, today).agenda;
        let is_it = |one: &&AgendaEntry| one.kind == kind && one.item == item("application:2");
        agenda.iter().find(is_it).cloned().expect("is there")
    };
    let complaint = |is_made| {
        Some(Complaint { from: date(2026, 12, 18), asked: LATEST, is_asked: true, is_made })
    };
    let said = Review {
        moved: Some(Moved::Promised(LATEST, Id::new("2"))),
        nudge_by: Some(Id::new("3")),
        complaint: complaint(false),
        complaint_by: Some(Id::new("4")),
        ..asked(Some(date(2026, 11, 27)))
    };
    for (kind, from) in [
        (K::Earliest, "application:2"),
        (K::Latest, "contact:2"),
        (K::Reminder, "contact:3"),
        (K::Complaint, "contact:4"),
    ] {
        assert_eq!(entry(&said, kind, LATE).from, item(from), "{kind:?}");
        let plain = Review { complaint: complaint(false), ..asked(Some(LATE)) };
        assert_eq!(entry(&plain, kind, LATE).from, item("application:2"), "{kind:?}");
    }
    // Once an answer can come, nobody waits for that day any more.
    let next = EARLIEST.tomorrow().expect("a day");
    let is_open = |today| entry(&said, K::Earliest, today).is_open();
    assert_eq!([EARLIEST, next].map(is_open), [true, false]);
    // The complaint is marked once it was made, and nothing else is.
    let made = Review { complaint: complaint(true), ..said.clone() };
    let marked = |review: &Review, kind| entry(review, kind, LATE).marked;
    assert_eq!([K::Complaint, K::Reminder].map(|kind| marked(&made, kind)), [true, false]);
    assert_eq!([K::Complaint, K::Reminder].map(|kind| marked(&said, kind)), [false, false]);
}

#[test]
fn what_nobody_has_seen_to_is_named_where_a_case_is_given_up() {
    let left = |case: &Case| match status(case).next {
        Next::Nothing(left) => left,
        other => panic!("{other:?}"),
    };
    let mut case = case();
    let change = case.add_account("Maybank", AccountKind::Bank, AccountState::Unsure, None, TODAY);
    does(&mut case, change);
    case.ending = Some(crate::domain::Ending { on: TODAY, reason: None });
    let safeguard = item("safeguard:contacts");
    assert_eq!(left(&case).items, [safeguard.clone(), item("account:maybank")]);
    assert!(!left(&case).is_none());
    case.route = Route::Port;
    assert_eq!(left(&case).items, [safeguard], "the number lives on");
    let ending = case.ending.clone();
    assert!(left(&Case { ending, ..prepared() }).is_none());
}

/// Step by step up to the application, each in its turn.
#[test]
fn what_gates_the_application_is_told_in_its_order() {
    let mut case = case();
    let next = |case: &Case| status(case).next;
    assert_eq!(next(&case), Next::Meet(item("precondition:arrears")));
    let change = case.check(&procedure(), &item("precondition:arrears"), false, TODAY);
    does(&mut case, change);
    assert_eq!(next(&case), Next::Search(item("precondition:accounts")));
    for (name, state) in [("Grab", AccountState::Unsure), ("Maybank", AccountState::ToDo)] {
        let change = case.add_account(name, AccountKind::Bank, state, None, TODAY);
        does(&mut case, change);
    }
    assert_eq!(next(&case), Next::Move(item("account:maybank")));
    case.accounts[1].state = AccountState::Moved;
    assert_eq!(next(&case), Next::FindOut(item("account:grab")));
    case.accounts[0].state = AccountState::Moved;
    assert_eq!(next(&case), Next::EndSearch(item("precondition:accounts")));
    let change = case.check(&procedure(), &item("precondition:accounts"), false, TODAY);
    does(&mut case, change);
    assert_eq!(next(&case), Next::Gather(item("document:identity")));
    let change = case.check(&procedure(), &item("document:identity"), false, TODAY);
    does(&mut case, change);
    assert_eq!(next(&case), Next::Save(item("safeguard:contacts")));
    let change = case.check(&procedure(), &item("safeguard:contacts"), false, TODAY);
    does(&mut case, change);
    assert_eq!(next(&case), Next::Apply(item("application:1")));
    // A no of the new carrier says nothing about cancelling here.
    case.route = Route::Port;
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let no = Outcome { reason: Some("barred".into()), ..Outcome::on(Verdict::Rejected, TODAY) };
    let change = case.decide(&procedure(), no, TODAY);
    does(&mut case, change);
    assert_eq!(next(&case), Next::Resubmit(item("application:1"), "barred".into()));
    case.route = Route::Apply;
    assert_eq!(next(&case), Next::Apply(item("application:2")));
}

/// A precondition of one way out is none of another.
#[test]
fn what_is_asked_depends_on_the_way_out() {
    let mut procedure = procedure();
    procedure.preconditions[0].routes = vec![Route::Apply];
    let asked = |route| {
        let case = Case { route, ..case() };
        let seen = Status::of(&case, &procedure, None, None, TODAY);
        let of = seen.gate.into_iter().filter(|one| one.kind == ItemKind::Precondition);
        of.map(|one| one.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(asked(Route::Apply), ["arrears", "accounts"]);
    assert_eq!(asked(Route::Lapse), ["accounts"]);
    assert!(asked(Route::Port).is_empty(), "the number lives on");
    procedure.preconditions[0].routes = vec![Route::Port];
    let case = Case { route: Route::Port, ..case() };
    let seen = Status::of(&case, &procedure, None, None, TODAY);
    assert_eq!(seen.gate.first(), Some(&item("precondition:arrears")));
}
