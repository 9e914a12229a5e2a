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
