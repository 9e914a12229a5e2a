//! Lines that are kept, and lines that their credit keeps, day by day.

use jiff::{Timestamp, ToSpan as _, civil::date, tz::TimeZone};

use crate::{
    domain::{AgendaKind, Case, Id, Item, ItemKind, LineEndRule, Next, Route, Stage, Warning},
    playbook::{
        Playbook,
        tests::{record, sources},
    },
};

fn built_in(id: &str) -> Playbook {
    let (_, source) = sources().find(|(known, _)| *known == id).expect("built in");
    Playbook::read(&source).expect("sound")
}

#[test]
fn a_kept_line_is_reminded_of_in_time_for_years() {
    let giffgaff = built_in("giffgaff");
    let id = Id::new("giffgaff");
    let start = date(2026, 11, 26);
    let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Keep, start);
    case.line.last_used = Some(start);
    let home = TimeZone::UTC;
    let (mut uses, mut leap_day, mut late_at_night) = (Vec::new(), false, 0);
    // Half an hour before midnight by the clock of Greenwich: in summer it is the
    // next day in London.
    let mut now: Timestamp = "2026-11-26T23:30:00Z".parse().expect("a moment");
    for _ in 0..2 * 366 + 120 {
        let today = giffgaff.today(now, &home);
        late_at_night += i32::from(today != now.to_zoned(home.clone()).date());
        leap_day |= today == date(2028, 2, 29);
        let status = giffgaff.status(&case, today);
        assert_eq!(status.stage, Stage::Kept);
        let clock = status.clock().expect("its clock is known");
        let used = case.line.last_used.expect("noted");
        assert_eq!(clock.on, used.checked_add(6.months()).expect("a day"), "{today}");
        assert!(clock.on >= today, "the line lived on {today}");
        let near = (clock.on - today).get_days() <= 14;
        assert_eq!(clock.matters(today, 0), near, "{today}: told for two weeks, not before");
        match status.next {
            Next::KeepAlive(_, on) => assert!(near && on == clock.on),
            Next::Kept(_, on) => assert!(!near && on == clock.on),
            other => panic!("{today}: {other:?}"),
        }
        // The person waits until the very last day.
        if clock.on == today {
            let done = case.finish(&status.agenda, &clock.id.clone(), today).expect("allowed");
            done.apply(&mut case).expect("applies");
            uses.push(today);
        }
        now = now.checked_add(24.hours()).expect("a moment");
    }
    assert!(leap_day && late_at_night > 300, "both clock changes and a leap day: {late_at_night}");
    assert_eq!(uses.len(), 4, "{uses:?}");
    // Nobody notes a use: it is said for as long as it takes.
    let after = case.line.last_used.expect("noted").checked_add(7.months()).expect("a day");
    let status = giffgaff.status(&case, after);
    assert!(matches!(status.next, Next::KeepLate(..)), "{:?}", status.next);
    assert!(
        status
            .warnings
            .iter()
            .any(|one| matches!(one, Warning::Ended(end) if end.by == LineEndRule::Use))
    );
}

#[test]
fn credit_prolongs_a_thai_line_and_a_refusal_ends_it_in_time() {
    let thailand = built_in("thailand");
    let id = Id::new("thailand");
    let opened = date(2026, 11, 26);
    let mut case = Case::new(id.clone(), "BKK".into(), id, Route::Lapse, opened);
    case.line.active_until = Some(date(2026, 12, 31));
    case.line.credit = Some("THB 40".into());
    case.search_over = Some(opened);
    let find = |case: &Case, day, kind| {
        let agenda = thailand.status(case, day).agenda;
        agenda.into_iter().find(|one| one.kind == kind && one.is_open()).map(|one| one.on)
    };
    assert_eq!(find(&case, opened, AgendaKind::RefuseBy), Some(date(2026, 12, 30)));
    assert_eq!(find(&case, opened, AgendaKind::ProlongedUntil), Some(date(2027, 6, 29)));
    let last_day = thailand.status(&case, date(2026, 12, 30));
    assert!(matches!(last_day.next, Next::Refuse(..)), "{:?}", last_day.next);
    // The person lets it: nothing says that the line is gone while credit may
    // keep it.
    let let_it = case.waive(
        &thailand.procedure(),
        &Item::new(ItemKind::Precondition, &Id::new("prolonging")),
        "never mind",
        opened,
    );
    let mut patient = case.clone();
    record(&mut patient, let_it);
    let stage = |case: &Case, day| thailand.status(case, day).stage;
    assert_eq!(stage(&patient, date(2027, 6, 29)), Stage::Lapsing);
    assert_eq!(stage(&patient, date(2027, 6, 30)), Stage::Lapsed);
    // The same with the credit refused, from the agenda.
    let agenda = thailand.status(&case, opened).agenda;
    let refused = case.finish(&agenda, &Id::new("line.refuse"), opened);
    record(&mut case, refused);
    assert_eq!(find(&case, opened, AgendaKind::RefuseBy), None);
    assert_eq!(stage(&case, date(2026, 12, 31)), Stage::Lapsing);
    assert_eq!(stage(&case, date(2027, 1, 1)), Stage::Lapsed);
}

#[test]
fn a_day_that_was_noted_for_a_kept_line_has_its_place_whatever_the_rule() {
    let giffgaff = built_in("giffgaff");
    let (id, start) = (Id::new("giffgaff"), date(2026, 11, 5));
    let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Keep, start);
    case.line.active_until = Some(date(2026, 12, 1));
    let status = giffgaff.status(&case, start);
    let open = status.agenda.iter().filter(|one| one.is_open());
    let dated: Vec<_> = open.map(|one| (one.kind, one.on)).collect();
    assert_eq!(dated, [(AgendaKind::ExtendBy, date(2026, 12, 1))]);
    assert!(matches!(status.next, Next::AskUse(_)), "its carrier counts from the last use");
    let near = giffgaff.status(&case, date(2026, 11, 25));
    assert!(matches!(near.next, Next::KeepAlive(..)), "{:?}", near.next);
}
