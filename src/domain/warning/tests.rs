use super::*;
use crate::domain::{
    Application, Case, Class, Document, Id, LineEndRule, Mark, MarkState, Period, Procedure,
    Prolonging, RegistrationTerm, Status,
};

const TODAY: Date = jiff::civil::date(2026, 11, 5);

fn day(away: i32) -> Date {
    TODAY.checked_add(away.days()).expect("a day")
}

fn case(route: Route) -> Case {
    let id = Id::new("kl");
    Case::new(id.clone(), "KL".into(), id, route, day(-4))
}

fn with_account(mut case: Case, name: &str, state: AccountState) -> Case {
    let kind = crate::domain::AccountKind::Bank;
    let added = case.add_account(name, kind, state, None, TODAY).expect("allowed");
    added.apply(&mut case).expect("applies");
    case
}

fn receives_until(route: Route, away: i32) -> Case {
    let mut case = case(route);
    case.line.grace_until = Some(day(away));
    case
}

/// The warnings; `latest` is so many days away.
fn warnings(case: &Case, procedure: &Procedure, latest: Option<i32>) -> Vec<Warning> {
    Status::of(case, procedure, None, latest.map(day), TODAY).warnings
}

/// Lines of visitors end so many days after today.
fn registration(away: i32) -> (Procedure, Class, Date) {
    let (class, since) = (Class::Tourist, day(-300));
    let lasts = Period::Days(u16::try_from(away + 100).expect("few days"));
    let rule = RegistrationTerm { class, lasts, since };
    (Procedure { registrations: vec![rule], ..Procedure::default() }, class, day(-100))
}

#[test]
fn the_end_of_a_line_is_told_once_and_by_what_it_meets() {
    let procedure = Procedure::default();
    let end = |away| LineEnd { on: day(away), by: LineEndRule::GraceUntil };
    let used = |route, away| with_account(receives_until(route, away), "Bank", AccountState::ToDo);
    let free = receives_until;
    let asked = |away| {
        let mut case = free(Route::Apply, away);
        case.applications.push(Application { id: Id::new("1"), ..Application::on(TODAY) });
        case
    };
    let soon = |away| vec![Warning::Soon(AgendaKind::GraceUntil, day(away))];
    let extend = Warning::Soon(AgendaKind::ExtendBy, day(5));
    let kept = soon(5).into_iter().chain([extend]).collect();
    let linked = |away| vec![Warning::LapsesLinked(end(away))];
    let before = |away, latest| Warning::LapsesBeforeAnswer { until: end(away), latest };
    let during = |away, latest| Warning::LapsesInReview { until: end(away), latest };
    let rows = [
        ("it has ended", used(Route::Apply, -1), Some(10), vec![Warning::Ended(end(-1))]),
        ("asked, and it has ended", asked(-1), Some(10), vec![Warning::Ended(end(-1))]),
        ("its last day", free(Route::Apply, 0), None, soon(0)),
        ("accounts on its last day", used(Route::Apply, 0), None, linked(0)),
        ("accounts, a month before", used(Route::Apply, 30), None, linked(30)),
        ("accounts, earlier", used(Route::Apply, 31), None, vec![]),
        ("no account", free(Route::Lapse, 20), None, vec![]),
        ("accounts of one that lapses", used(Route::Lapse, 20), None, linked(20)),
        ("accounts of one that is kept", used(Route::Keep, 5), None, kept),
        ("before an answer", free(Route::Apply, 5), Some(6), vec![before(5, day(6))]),
        ("an answer on the last day", free(Route::Apply, 5), Some(5), soon(5)),
        ("nobody is asked", free(Route::Lapse, 5), Some(6), soon(5)),
        ("in a review", asked(5), Some(6), vec![during(5, day(6))]),
        ("today, in a review", asked(0), Some(6), vec![during(0, day(6))]),
        ("after a review", asked(5), Some(5), soon(5)),
    ];
    for (what, case, latest, told) in rows {
        assert_eq!(warnings(&case, &procedure, latest), told, "{what}");
    }
}

#[test]
fn what_credit_holds_is_told_up_to_its_last_day() {
    let prolonging = Prolonging {
        precondition: Id::new("refusal"),
        lasts: Period::Days(90),
        refuse_before: 1,
        since: day(-300),
        except: Vec::new(),
    };
    let procedure = Procedure { prolonging: Some(prolonging), ..Procedure::default() };
    let told = |away: i32| {
        let mut case = case(Route::Apply);
        case.line.active_until = Some(day(away));
        warnings(&case, &procedure, None)
    };
    let end = |away| LineEnd { on: day(away), by: LineEndRule::Prolonged };
    assert_eq!(told(-90), [Warning::Held(end(0))]);
    assert_eq!(told(-91), [Warning::Ended(end(-1))]);
}

#[test]
fn the_last_chance_is_that_of_a_line_that_is_kept_and_hides_no_other_day() {
    let of = |route, registered| {
        let (procedure, class, on) = registration(registered);
        let mut case = receives_until(route, 5);
        case.line.active_until = Some(day(-1));
        (case.line.class, case.line.registered) = (Some(class), Some(on));
        warnings(&case, &procedure, None)
    };
    let chance = Warning::LastChance(day(-1), day(5));
    let ends = |away| Warning::Soon(AgendaKind::RegistrationEnd, day(away));
    assert_eq!(of(Route::Keep, 60), std::slice::from_ref(&chance));
    assert_eq!(of(Route::Keep, 7), [chance, ends(7)]);
    // What its registration ends first has no chance after that.
    assert_eq!(of(Route::Keep, 0), [ends(0)]);
    assert_eq!(of(Route::Apply, 60), [Warning::Soon(AgendaKind::GraceUntil, day(5))]);
}

#[test]
fn credit_and_the_line_are_told_apart_only_where_both_are_lost_on_one_day() {
    let (registered, class, on) = registration(3);
    let procedure = Procedure { credit: Some(Id::new("credit")), ..registered };
    let mut case = case(Route::Apply);
    case.line.credit = Some("RM 3".into());
    let credit = Warning::Soon(AgendaKind::CreditAtRisk, day(3));
    case.line.active_until = Some(day(3));
    assert_eq!(warnings(&case, &procedure, None), std::slice::from_ref(&credit));
    case.line.active_until = None;
    (case.line.class, case.line.registered) = (Some(class), Some(on));
    let ends = Warning::Soon(AgendaKind::RegistrationEnd, day(3));
    assert_eq!(warnings(&case, &procedure, None), [credit, ends]);
}

#[test]
fn who_is_not_the_holder_is_told_until_the_holder_has_authorised_them() {
    let document = |id: &str, needed| Document { id: Id::new(id), needed };
    let documents =
        vec![document("identity", Needed::Always), document("authority", Needed::OnBehalf)];
    let procedure = Procedure { documents, ..Procedure::default() };
    let other = || Holder::Other("Another".into());
    let rows = [
        (Route::Apply, other(), None, true),
        (Route::Apply, other(), Some("identity"), true),
        (Route::Apply, other(), Some("authority"), false),
        (Route::Apply, Holder::Me, None, false),
        (Route::Lapse, other(), None, false),
    ];
    for (route, holder, there, told) in rows {
        let mut case = case(route);
        case.line.holder = holder;
        if let Some(id) = there {
            let mark = Mark { state: MarkState::Done, ..Mark::default() };
            case.marks.insert(Item::new(ItemKind::Document, &Id::new(id)), mark);
        }
        let seen = warnings(&case, &procedure, None);
        assert_eq!(seen.contains(&Warning::NotTheHolder), told, "{route:?} {there:?}");
    }
}

#[test]
fn what_is_unsure_and_what_is_unsaved_is_counted() {
    let mut case = case(Route::Apply);
    for many in 0..3 {
        let safeguards: Vec<Id> = (0..many).map(|at| Id::new(format!("save-{at}"))).collect();
        let procedure = Procedure { safeguards, ..Procedure::default() };
        let told = match many {
            0 => vec![],
            _ => vec![Warning::Unsure(many), Warning::Unsaved(many)],
        };
        assert_eq!(warnings(&case, &procedure, None), told, "{many}");
        case = with_account(case, &format!("Account {many}"), AccountState::Unsure);
    }
}
