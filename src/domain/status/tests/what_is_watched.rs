//! What is looked at while the number rests, and what a calendar is told of it.

use super::*;
use crate::domain::{AgendaEntry, AgendaState, Period};

const APPROVED: Date = date(2026, 11, 12);

/// A line that the carrier has ended, whose number rests for six months.
fn ended() -> Case {
    let mut case = prepared();
    let change = case.add_account("Maybank", AccountKind::Bank, AccountState::Moved, None, TODAY);
    does(&mut case, change);
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let reference = Some("MADE-UP".to_owned());
    let yes = Outcome { reference, ..Outcome::on(Verdict::Approved, APPROVED) };
    let change = case.decide(&procedure(), yes, APPROVED);
    does(&mut case, change);
    case
}

fn agenda(case: &Case, today: Date) -> Vec<AgendaEntry> {
    let procedure = Procedure { rest: Some(Period::Months(6)), ..procedure() };
    Status::of(case, &procedure, None, None, today).agenda
}

/// The ids of what is open, soonest first.
fn open(case: &Case, today: Date) -> Vec<String> {
    let all = agenda(case, today).into_iter().filter(AgendaEntry::is_open);
    all.map(|one| one.id.to_string()).collect()
}

#[test]
fn of_looks_whose_day_has_come_only_the_last_one_is_asked_for() {
    let case = ended();
    let looks = ["line.sign-in", "watch-1.recovery", "watch-2.recovery", "watch-3.recovery"];
    let left = |from: usize| -> Vec<String> {
        let later = looks.iter().skip(from);
        ["line.sign-in"]
            .iter()
            .chain(later)
            .chain(&["line.gone"])
            .map(|id| (*id).to_owned())
            .collect()
    };
    assert_eq!(open(&case, APPROVED), left(1));
    assert_eq!(open(&case, date(2027, 2, 11)), left(1));
    assert_eq!(open(&case, date(2027, 2, 12)), left(2));
    assert_eq!(open(&case, date(2027, 5, 11)), left(3));
    // From that day on somebody else may have the number: there is nothing to look for.
    assert_eq!(open(&case, date(2027, 5, 12)), ["line.gone"]);
    assert!(open(&case, date(2027, 5, 13)).is_empty());
}

#[test]
fn nobody_is_asked_to_sign_in_where_no_account_has_moved() {
    let mut case = ended();
    case.accounts[0].state = AccountState::Closed;
    assert!(!open(&case, APPROVED).contains(&"line.sign-in".to_owned()));
    let dropped = |case: &Case| {
        let all = agenda(case, APPROVED).into_iter().filter(|one| one.dropped);
        all.map(|one| one.id.to_string()).collect::<Vec<_>>()
    };
    // A calendar that has the day drops it.
    assert!(dropped(&case).contains(&"line.sign-in".to_owned()));
    assert!(!dropped(&ended()).contains(&"line.sign-in".to_owned()));
}

#[test]
fn a_case_that_was_given_up_is_not_watched() {
    let mut case = ended();
    case.accounts[0].state = AccountState::ToDo;
    let still =
        |case: &Case, today| open(case, today).contains(&"account-maybank.still-used".into());
    assert!(
        still(&case, APPROVED) && still(&case, date(2027, 6, 1)),
        "it is late until it is moved"
    );
    case.ending = Some(crate::domain::Ending { on: APPROVED, reason: None });
    assert!(open(&case, APPROVED).is_empty());
}

/// The confirmation is missing as long as nothing shows it, and dropped once it is there.
#[test]
fn an_approval_without_a_confirmation_stays_open() {
    let mut case = ended();
    let is_it = |one: &&AgendaEntry| one.id.as_str() == "application-1.confirmation";
    let of = |case: &Case| {
        let all = agenda(case, APPROVED);
        all.iter().find(is_it).map(|one| (one.state, one.dropped))
    };
    assert_eq!(of(&case), Some((AgendaState::Done, true)));
    case.applications[0].outcome = Some(Outcome::on(Verdict::Approved, APPROVED));
    assert_eq!(of(&case), Some((AgendaState::Open, false)));
    case.applications[0].outcome = Some(Outcome::on(Verdict::Rejected, APPROVED));
    assert_eq!(of(&case), None);
}

/// What of the watch was never said to be done is told before the case is put away; a later
/// look for mails stands for the earlier ones.
#[test]
fn looks_that_nobody_took_are_counted_once_the_number_has_rested() {
    let mut case = ended();
    let today = date(2027, 5, 12);
    let procedure = Procedure { rest: Some(Period::Months(6)), ..procedure() };
    let missed = |case: &Case| match Status::of(case, &procedure, None, None, today).next {
        Next::Archive(missed, _) => missed,
        other => panic!("{other:?}"),
    };
    let done = |case: &mut Case, id: &str| {
        let mark = AgendaMark { done: Some(today), ..AgendaMark::default() };
        case.agenda.insert(Id::new(id), mark);
    };
    assert_eq!(missed(&case), 4);
    done(&mut case, "line.sign-in");
    assert_eq!(missed(&case), 3);
    done(&mut case, "watch-2.recovery");
    assert_eq!(missed(&case), 1);
    done(&mut case, "watch-3.recovery");
    assert_eq!(missed(&case), 0);
    let mut closed = ended();
    closed.accounts[0].state = AccountState::Closed;
    assert_eq!(missed(&closed), 3, "nobody signs in");
}

/// Who has said that no other account is expected is not asked to search once more, whatever
/// else was left open.
#[test]
fn nobody_is_asked_to_search_again_after_the_end() {
    let mut case = ended();
    case.search_over = Some(TODAY);
    case.marks.remove(&item("precondition:arrears"));
    let procedure = Procedure { rest: Some(Period::Months(6)), ..procedure() };
    let next = |case: &Case| Status::of(case, &procedure, None, None, APPROVED).next;
    assert_eq!(next(&case), Next::Discard(date(2027, 5, 12)));
    case.search_over = None;
    assert!(matches!(next(&case), Next::SearchLate(_)));
}
