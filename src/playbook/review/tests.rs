//! Which promises and reviews still count, and what was seen to.

use super::*;
use crate::{
    domain::{AgendaKind, Application, Book, Contact, Id, Item, Next, Outcome, Verdict},
    playbook::{
        Library,
        tests::{OPENED, hotlink, later, record},
    },
};

/// A change that a case allows.
type Made<'a> = &'a dyn Fn(&Case) -> Change;

fn line_case(playbook: &str, route: Route) -> Case {
    Case::new(Id::new("kl"), "KL".into(), Id::new(playbook), route, OPENED)
}

#[test]
fn an_answer_about_the_confirmation_is_waited_for_until_it_comes() {
    let playbook = hotlink();
    let procedure = playbook.procedure();
    let mut case = line_case("hotlink", Route::Apply);
    let draft = Application { anyway: Some("so".into()), ..Application::on(OPENED) };
    let sent = case.submit(&playbook.status(&case, OPENED).gate, draft, OPENED);
    record(&mut case, sent);
    let yes = case.decide(&procedure, Outcome::on(Verdict::Approved, later(3)), later(3));
    record(&mut case, yes);
    let answer_by = Some(later(12));
    let draft = Contact { promised: Some(later(9)), answer_by, ..Contact::on(later(4), "hotline") };
    let logged = case.log_contact(draft, later(4));
    record(&mut case, logged);
    let open = |case: &Case, kind| {
        let agenda = playbook.status(case, later(10)).agenda;
        agenda.iter().any(|one| one.kind == kind && one.is_open())
    };
    assert!(open(&case, AgendaKind::Promise) && open(&case, AgendaKind::AnswerBy));
    assert!(matches!(playbook.status(&case, later(10)).next, Next::Promise(..)));
    let known =
        Outcome { reference: Some("C-1".into()), ..Outcome::on(Verdict::Approved, later(3)) };
    let confirmed = case.decide(&procedure, known, later(10));
    record(&mut case, confirmed);
    assert!(!open(&case, AgendaKind::Promise) && !open(&case, AgendaKind::AnswerBy));
    let agenda = playbook.status(&case, later(10)).agenda;
    let missing = agenda.iter().find(|one| one.kind == AgendaKind::Confirmation);
    assert!(missing.is_none_or(|one| one.dropped), "nothing is missing any more");
}

#[test]
fn what_was_promised_after_a_rejection_of_that_day_is_waited_for() {
    let playbook = hotlink();
    let procedure = playbook.procedure();
    let promise = |case: &Case| {
        let draft = Contact { promised: Some(later(9)), ..Contact::on(later(3), "hotline") };
        case.log_contact(draft, later(3)).expect("allowed")
    };
    let no = |case: &Case| {
        let reason = Some("illegible".into());
        let no = Outcome { reason, ..Outcome::on(Verdict::Rejected, later(3)) };
        case.decide(&procedure, no, later(3)).expect("allowed")
    };
    for after in [true, false] {
        let mut book = Book::default();
        let id = Id::new("kl");
        let at = |second: i64| jiff::Timestamp::from_second(second).expect("a moment");
        book.open(line_case("hotlink", Route::Apply), at(1)).expect("opens");
        let case = |book: &Book| book.case(&id).expect("there").clone();
        let draft = Application { anyway: Some("so".into()), ..Application::on(OPENED) };
        let gate = playbook.status(&case(&book), OPENED).gate;
        let sent = case(&book).submit(&gate, draft, OPENED).expect("allowed");
        book.record(&id, sent, at(2)).expect("applies");
        let order: [Made<'_>; 2] = if after { [&no, &promise] } else { [&promise, &no] };
        for (at_second, made) in order.iter().enumerate() {
            let change = made(&case(&book));
            book.record(&id, change, at(3 + i64::try_from(at_second).expect("small")))
                .expect("applies");
        }
        let agenda = playbook.status(&case(&book), later(5)).agenda;
        let open = agenda.iter().any(|one| one.kind == AgendaKind::Promise && one.is_open());
        assert_eq!(open, after);
    }
}

#[test]
fn a_promise_that_was_kept_moves_no_day_any_more() {
    let playbook = hotlink();
    let mut case = line_case("hotlink", Route::Apply);
    let draft = Application { anyway: Some("so".into()), ..Application::on(OPENED) };
    let sent = case.submit(&playbook.status(&case, OPENED).gate, draft, OPENED);
    record(&mut case, sent);
    let latest = |case: &Case| {
        let review = playbook.review(case, later(5)).expect("waits");
        (review.latest, review.late)
    };
    let by_window = latest(&case);
    let promise = |case: &Case, on: i32, by: i32| {
        case.log_contact(
            Contact { promised: Some(later(by)), ..Contact::on(later(on), "hotline") },
            later(on),
        )
    };
    let older = promise(&case, 1, 30);
    record(&mut case, older);
    assert_eq!(latest(&case), (later(30), later(30)));
    let newer = promise(&case, 2, 20);
    record(&mut case, newer);
    assert_eq!(latest(&case), (later(20), later(20)));
    let kept = case.keep_promise(&Id::new("2"), later(3), later(3));
    record(&mut case, kept);
    assert_eq!(latest(&case), by_window, "nobody waits for it, nor for an older one");
}

#[test]
fn what_no_rule_of_the_carrier_names_was_never_on_the_agenda() {
    let library = Library::default();
    for (carrier, route) in
        [("united-kingdom", Route::Port), ("hotlink", Route::Port), ("generic", Route::Apply)]
    {
        let playbook = library.find(&Id::new(carrier)).expect("built in");
        let mut case = line_case(carrier, route);
        let draft = Application { anyway: Some("so".into()), ..Application::on(OPENED) };
        let reckoned = playbook.reckon(&case, &case.terms, OPENED);
        let gate = playbook.status(&case, OPENED).gate;
        let sent = case.submit(&gate, Application { reckoned, ..draft }, OPENED);
        record(&mut case, sent);
        for day in 0..40 {
            let agenda = playbook.status(&case, later(day)).agenda;
            let chased = agenda
                .iter()
                .any(|one| matches!(one.kind, AgendaKind::Complaint | AgendaKind::Reminder));
            assert!(!chased, "{carrier} {day}: {agenda:?}");
        }
    }
}

#[test]
fn what_was_seen_to_is_done_and_not_merely_over() {
    let playbook = hotlink();
    let mut case = line_case("hotlink", Route::Apply);
    case.line.active_until = Some(later(50));
    case.line.credit = Some("RM 5".into());
    let credit: Item = "safeguard:credit".parse().expect("an item");
    let checked = case.check(&playbook.procedure(), &credit, false, OPENED);
    record(&mut case, checked);
    let agenda = playbook.status(&case, later(1)).agenda;
    let entry = agenda.iter().find(|one| one.kind == AgendaKind::CreditAtRisk).expect("told");
    assert!(!entry.is_open() && entry.marked);
}
