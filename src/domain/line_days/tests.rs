use jiff::{ToSpan as _, civil::date};

use super::*;
use crate::domain::{
    Application, Case, EndRule, Ending, Id, Outcome, Period, Prolonging, RefundFrom, RefundTerm,
    Status, Verdict,
};
use AgendaKind::{
    ActiveUntil, ExtendBy, GraceUntil, ProlongedUntil, RefundBy, RefuseBy, UseBy, WatchEnd,
};

const TODAY: Date = date(2026, 11, 5);

fn day(away: i32) -> Date {
    TODAY.checked_add(away.days()).expect("a day")
}

/// How a day of the line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// It is to come, or late.
    Open,
    /// It is over.
    Over,
    /// It is named for calendars only.
    Dropped,
}
use Told::{Dropped, Open, Over};

fn case(route: Route) -> Case {
    let id = Id::new("kl");
    Case::new(id.clone(), "KL".into(), id, route, day(-4))
}

fn line(route: Route, active: Option<i32>, grace: Option<i32>) -> Case {
    let mut case = case(route);
    (case.line.active_until, case.line.grace_until) = (active.map(day), grace.map(day));
    case
}

fn used(route: Route, away: i32) -> Case {
    let mut case = case(route);
    case.line.last_used = Some(day(away));
    case
}

fn given_up(case: Case) -> Case {
    Case { ending: Some(Ending { on: TODAY, reason: None }), ..case }
}

fn approved(mut case: Case) -> Case {
    let outcome = Some(Outcome::on(Verdict::Approved, TODAY));
    case.applications.push(Application { id: Id::new("1"), outcome, ..Application::on(TODAY) });
    case
}

/// The days of the line: what each is, how many days away, and how it stands.
fn days(case: &Case, procedure: &Procedure) -> Vec<(AgendaKind, i32, Told)> {
    let agenda = Status::of(case, procedure, None, None, TODAY).agenda;
    let own = agenda.into_iter().filter(|one| one.item.kind != ItemKind::Application);
    own.map(|one| {
        let told = match (one.is_open(), one.dropped) {
            (true, false) => Open,
            (false, false) => Over,
            (open, true) => {
                assert!(!open, "{one:?}");
                Dropped
            }
        };
        (one.kind, one.days_from(TODAY), told)
    })
    .collect()
}

#[test]
fn the_days_that_were_read_off_are_told_until_they_are_over() {
    let procedure = Procedure::default();
    let rows = [
        (
            line(Route::Apply, Some(20), Some(50)),
            vec![(ActiveUntil, 20, Open), (GraceUntil, 50, Open)],
        ),
        // To keep it is told instead of the day itself.
        (
            line(Route::Keep, Some(20), Some(50)),
            vec![(ActiveUntil, 20, Dropped), (ExtendBy, 20, Open), (GraceUntil, 50, Open)],
        ),
        (
            line(Route::Apply, Some(-1), Some(5)),
            vec![(ActiveUntil, -1, Over), (GraceUntil, 5, Open)],
        ),
        // What nothing follows stays.
        (line(Route::Apply, Some(-1), None), vec![(ActiveUntil, -1, Open)]),
        (line(Route::Apply, None, Some(-1)), vec![(GraceUntil, -1, Open)]),
        (
            approved(line(Route::Apply, Some(20), Some(50))),
            vec![(ActiveUntil, 20, Over), (GraceUntil, 50, Over)],
        ),
        (
            given_up(line(Route::Apply, Some(20), Some(50))),
            vec![(ActiveUntil, 20, Over), (GraceUntil, 50, Over)],
        ),
    ];
    for (case, told) in rows {
        assert_eq!(days(&case, &procedure), told, "{:?} {:?}", case.route, case.line);
    }
}

/// Lines end after 30 days without use, and credit keeps them for 90 more.
fn prolonging() -> Procedure {
    let prolonging = Prolonging {
        precondition: Id::new("refusal"),
        lasts: Period::Days(90),
        refuse_before: 2,
        since: day(-300),
        except: Vec::new(),
    };
    let rule = EndRule::AfterUse(Period::Days(30));
    Procedure { rule, prolonging: Some(prolonging), ..Procedure::default() }
}

#[test]
fn the_use_of_a_line_is_told_unless_credit_keeps_it() {
    let held = prolonging();
    let plain = Procedure { prolonging: None, ..prolonging() };
    let rows = [
        (&plain, used(Route::Keep, -20), vec![(UseBy, 10, Open)]),
        (&plain, used(Route::Keep, -31), vec![(UseBy, -1, Open)]),
        (&plain, used(Route::Apply, -20), vec![(UseBy, 10, Open)]),
        (&plain, given_up(used(Route::Apply, -20)), vec![(UseBy, 10, Over)]),
        (
            &held,
            used(Route::Apply, -31),
            vec![(RefuseBy, -3, Dropped), (UseBy, -1, Over), (ProlongedUntil, 89, Open)],
        ),
        (
            &held,
            used(Route::Keep, -31),
            vec![
                (RefuseBy, -3, Dropped),
                (UseBy, -1, Dropped),
                (ExtendBy, 89, Open),
                (ProlongedUntil, 89, Dropped),
            ],
        ),
        // On its last day it can still be used.
        (
            &held,
            used(Route::Keep, -30),
            vec![(RefuseBy, -2, Dropped), (UseBy, 0, Open), (ProlongedUntil, 90, Open)],
        ),
    ];
    for (procedure, case, told) in rows {
        assert_eq!(days(&case, procedure), told, "{:?} {:?}", case.route, case.line);
    }
}

#[test]
fn what_would_keep_a_line_that_lapses_is_told_until_it_is_refused_in_vain() {
    let held = prolonging();
    let of = |away: i32| line(Route::Lapse, Some(away), None);
    let rows = [
        (of(10), [(RefuseBy, 8, Open), (ActiveUntil, 10, Open), (ProlongedUntil, 100, Open)]),
        (of(2), [(RefuseBy, 0, Open), (ActiveUntil, 2, Open), (ProlongedUntil, 92, Open)]),
        (of(1), [(RefuseBy, -1, Over), (ActiveUntil, 1, Open), (ProlongedUntil, 91, Open)]),
        (
            given_up(of(10)),
            [(RefuseBy, 8, Over), (ActiveUntil, 10, Over), (ProlongedUntil, 100, Over)],
        ),
    ];
    for (case, told) in rows {
        assert_eq!(days(&case, &held), told, "{:?} {:?}", case.line, case.ending);
    }
}

#[test]
fn credit_is_asked_back_also_of_a_line_that_has_ended_and_not_of_one_that_is_kept() {
    let refund = Some(RefundTerm { lasts: Period::Days(14), after: RefundFrom::Registered });
    let procedure = Procedure { refund, ..Procedure::default() };
    let of = |route, away: i32| {
        let mut case = case(route);
        case.line.registered = Some(day(away));
        case
    };
    let rows = [
        (of(Route::Apply, -14), 0, Open),
        (of(Route::Lapse, -10), 4, Open),
        (of(Route::Apply, -15), -1, Over),
        (of(Route::Keep, -10), 4, Over),
        (given_up(of(Route::Apply, -10)), 4, Over),
        (approved(of(Route::Apply, -10)), 4, Open),
    ];
    for (case, away, told) in rows {
        assert_eq!(days(&case, &procedure), [(RefundBy, away, told)], "{case:?}");
    }
}

#[test]
fn a_number_rests_after_a_line_that_is_left_to_lapse() {
    let procedure = Procedure { rest: Some(Period::Days(180)), ..Procedure::default() };
    let rows = [
        (line(Route::Lapse, None, Some(5)), vec![(GraceUntil, 5, Open), (WatchEnd, 185, Open)]),
        (line(Route::Apply, None, Some(5)), vec![(GraceUntil, 5, Open)]),
        (
            given_up(line(Route::Lapse, None, Some(-180))),
            vec![(GraceUntil, -180, Over), (WatchEnd, 0, Open)],
        ),
        (
            given_up(line(Route::Lapse, None, Some(-181))),
            vec![(GraceUntil, -181, Over), (WatchEnd, -1, Over)],
        ),
    ];
    for (case, told) in rows {
        assert_eq!(days(&case, &procedure), told, "{:?} {:?}", case.route, case.line);
    }
}
