//! Lines that are kept, and lines that their credit keeps, day by day.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, date},
    tz::TimeZone,
};

use crate::{
    domain::{
        AccountKind, AccountState, AgendaEntry, AgendaKind, Application, Case, Class, Id, Item,
        ItemKind, Keyed as _, LineEndRule, Next, Outcome, Route, Stage, Status, Verdict, Warning,
    },
    playbook::{
        Ending, Library, Playbook, Words,
        tests::{OPENED, built_in, hotlink, later, record},
    },
    text::{Lang, Text},
};

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

/// A made-up carrier whose lines end by this rule, and may be prolonged by their credit.
fn made_up(rule: &str) -> Playbook {
    let source = format!(
        r#"(
        id: "made-up", extends: "generic", verified: "2026-11-26", zone: "Europe/London",
        name: {{"en": "Made Up"}}, about: {{"en": "A test."}}, routes: [lapse],
        sources: [(id: "terms", confidence: high, date: "2026-11-01", title: {{"en": "Terms"}})],
        preconditions: [(id: "refusal", title: {{"en": "Refused"}}, means: {{"en": "Refuse."}},
            check: {{"en": "Ask."}}, routes: [lapse])],
        ends: (
            rule: {rule}, means: {{"en": "It ends."}}, counts: {{"en": "Use it."}},
            stops_itself: false, stop: {{"en": "Refuse it."}},
            prolonging: (precondition: "refusal", days: 90, refuse_before: 2, since: "2026-01-01"),
            sources: ["terms"],
        ),
    )"#
    );
    Playbook::read(&source).expect("sound")
}

/// The rules by which a line can end. Each gives the same days here.
const RULES: [&str; 5] = [
    "read_off",
    "noted",
    "after_use(months: 6)",
    "after_top_up(months: 6)",
    "after_use(days: 180)",
];

/// What a person notes of a line that they see to on this day.
fn seen_to(case: &mut Case, playbook: &Playbook, on: Date) {
    let counted = playbook.ends.as_ref().and_then(|ends| ends.rule.counted());
    match counted {
        Some(_) => case.line.last_used = Some(on),
        None => case.line.active_until = Some(on.checked_add(6.months()).expect("a day")),
    }
}

#[test]
fn a_kept_line_is_reminded_of_in_time_by_every_rule_and_what_credit_does_is_told() {
    for rule in RULES {
        for credit in [Some("GBP 5"), None, Some("0")] {
            let playbook = made_up(rule);
            let (id, start) = (Id::new("made-up"), date(2027, 8, 31));
            let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Keep, start);
            case.line.credit = credit.map(str::to_owned);
            seen_to(&mut case, &playbook, start);
            let mut now: Timestamp = "2027-08-31T23:30:00Z".parse().expect("a moment");
            let (mut seen, mut leap_day, mut last) = (0, false, start);
            for _ in 0..2 * 366 {
                let today = playbook.today(now, &TimeZone::UTC);
                leap_day |= today == date(2028, 2, 29);
                let status = playbook.status(&case, today);
                let clock = status.clock().expect("its clock is known").clone();
                let near = (0..=14).contains(&(clock.on - today).get_days());
                let told = match &status.next {
                    Next::KeepAlive(_, on) => near && *on == clock.on,
                    Next::Kept(_, on) => !near && *on == clock.on,
                    _ => false,
                };
                assert!(told, "{rule} {credit:?} {today}: {:?}", status.next);
                let held = status.agenda.iter().find(|one| one.kind == AgendaKind::ProlongedUntil);
                let until = held.map(|one| (one.on - clock.on).get_days());
                assert_eq!(until, (credit != Some("0")).then_some(90), "{rule} {credit:?}");
                let refuses = |one: &AgendaEntry| one.kind == AgendaKind::RefuseBy && one.is_open();
                assert!(!status.agenda.iter().any(refuses), "whoever keeps it refuses nothing");
                if clock.on == today {
                    seen_to(&mut case, &playbook, today);
                    (seen, last) = (seen + 1, today);
                }
                now = now.checked_add(24.hours()).expect("a moment");
            }
            assert!(leap_day && (3..=4).contains(&seen), "{rule}: {seen}");
            // Nobody sees to it any more.
            let ended = playbook.status(&case, last).clock().expect("known").on;
            let next = |days: i32| {
                playbook.status(&case, ended.checked_add(days.days()).expect("a day")).next
            };
            let held = |next: &Next| matches!(next, Next::KeepHeld(_, on, _) if *on == ended);
            assert_eq!(held(&next(90)), credit != Some("0"), "{rule} {credit:?}: {:?}", next(90));
            assert!(matches!(next(91), Next::KeepLate(..)), "{rule}: {:?}", next(91));
        }
    }
}

#[test]
fn what_credit_prolongs_ends_later_by_every_rule_unless_that_is_refused_in_time() {
    for rule in RULES {
        let playbook = made_up(rule);
        let (id, start) = (Id::new("made-up"), date(2027, 8, 31));
        let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Lapse, start);
        case.line.credit = Some("GBP 5".into());
        case.search_over = Some(start);
        seen_to(&mut case, &playbook, start);
        let on = |case: &Case, kind| {
            let agenda = playbook.status(case, start).agenda;
            agenda.into_iter().find(|one| one.kind == kind && one.is_open()).map(|one| one.on)
        };
        let expires = playbook.procedure().expires(&case.line).expect("known");
        let day = |days: i32| expires.checked_add(days.days()).expect("a day");
        assert_eq!(on(&case, AgendaKind::RefuseBy), Some(day(-2)), "{rule}");
        assert_eq!(on(&case, AgendaKind::ProlongedUntil), Some(day(90)), "{rule}");
        let stage = |case: &Case, day| playbook.status(case, day).stage;
        let refuse = |on| {
            let agenda = playbook.status(&case, on).agenda;
            case.finish(&agenda, &Id::new("line.refuse"), on)
        };
        assert!(matches!(playbook.status(&case, day(-2)).next, Next::Refuse(..)), "{rule}");
        let item = Item::new(ItemKind::Precondition, &Id::new("refusal"));
        let mut patient = case.clone();
        record(&mut patient, case.waive(&playbook.procedure(), &item, "never mind", start));
        assert_eq!(stage(&patient, day(90)), Stage::Lapsing, "{rule}");
        assert_eq!(stage(&patient, day(91)), Stage::Lapsed, "{rule}");
        let held = playbook.status(&patient, day(30)).warnings;
        assert!(held.iter().any(|one| matches!(one, Warning::Held(end) if end.on == day(90))));
        let mut refused = case.clone();
        record(&mut refused, refuse(day(-2)));
        assert_eq!(stage(&refused, day(0)), Stage::Lapsing, "{rule}");
        assert_eq!(stage(&refused, day(1)), Stage::Lapsed, "{rule}");
        let gone = playbook.gone_on(&refused, start).expect("known");
        assert!(gone < playbook.gone_on(&patient, start).expect("known"), "{rule}");
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &patient, playbook: &playbook, text, today: day(30) };
            let end = playbook.procedure().last_end(&patient).expect("known");
            assert_eq!(end.by, LineEndRule::Prolonged, "{rule}");
            let told = words.ground_of(end);
            assert!(told.contains(&text.full_date(expires)), "{rule}: {told}");
        }
    }
}

#[test]
fn credit_of_a_number_that_was_taken_along_is_nothing_to_use_up() {
    let playbook = built_in("giffgaff");
    let (id, start) = (Id::new("giffgaff"), date(2026, 11, 5));
    let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Port, start);
    for safeguard in ["contacts", "messages"] {
        let item = Item::new(ItemKind::Safeguard, &Id::new(safeguard));
        let done = case.check(&playbook.procedure(), &item, false, start);
        record(&mut case, done);
    }
    let asked = Application { anyway: Some("made up".into()), ..Application::on(start) };
    let sent = case.submit(&[], Application { ports: true, ..asked }, start);
    record(&mut case, sent);
    let yes = Outcome { reference: Some("R".into()), ..Outcome::on(Verdict::Approved, start) };
    let decided = case.decide(&playbook.procedure(), yes, start);
    record(&mut case, decided);
    let next = playbook.status(&case, start).next;
    assert!(matches!(next, Next::Archive(..)), "{next:?}");
}

fn line_case(playbook: &str, route: Route) -> Case {
    Case::new(Id::new("kl"), "KL".into(), Id::new(playbook), route, OPENED)
}

#[test]
fn no_day_counts_on_which_the_line_has_ended_already() {
    let playbook = hotlink();
    for route in [Route::Lapse, Route::Apply, Route::Keep] {
        let mut case = line_case("hotlink", route);
        case.line.class = Some(Class::Tourist);
        case.line.registered = Some(OPENED);
        case.line.active_until = Some(later(120));
        case.line.grace_until = Some(later(170));
        case.line.credit = Some("RM 5".into());
        case.search_over = Some(OPENED);
        let end = OPENED.checked_add(jiff::Span::new().months(3)).expect("a day");
        let status = playbook.status(&case, OPENED);
        let open = status.agenda.iter().filter(|one| one.is_open() && one.kind.is_of_the_line());
        let open: Vec<_> = open.map(|one| (one.kind, one.on)).collect();
        assert!(open.contains(&(AgendaKind::RegistrationEnd, end)), "{route:?}: {open:?}");
        assert!(open.iter().all(|(_, on)| *on <= end), "{route:?}: {open:?}");
        // The credit is lost with the line, not with the validity that was read off.
        let credit = open.contains(&(AgendaKind::CreditAtRisk, end));
        assert_eq!(credit, route != Route::Keep, "{open:?}");
        case.line.credit = None;
        let next = playbook.status(&case, end).next;
        let (Next::LastDay(_, told) | Next::LetLapse(_, told)) = &next else {
            panic!("{route:?}: {next:?}")
        };
        assert_eq!((told.on, told.by), (end, LineEndRule::Registration));
        if route == Route::Keep {
            let next = playbook.status(&case, OPENED).next;
            assert!(matches!(&next, Next::KeptUntil(_, told) if told.on == end), "{next:?}");
        }
    }
}

#[test]
fn next_and_reminders_tell_the_last_day_of_a_line_that_nobody_asked_to_end() {
    let playbook = hotlink();
    for route in [Route::Apply, Route::Port] {
        let mut case = line_case("hotlink", route);
        case.line.grace_until = Some(later(20));
        let at = |case: &Case, day| playbook.status(case, later(day));
        let told = |status: &Status, day| {
            let mut all = status.agenda.iter().filter(|one| one.matters(later(day), 0));
            all.any(|one| one.kind == AgendaKind::GraceUntil)
        };
        let today = at(&case, 20);
        assert!(matches!(today.next, Next::LastDay(..)) && told(&today, 20), "{:?}", today.next);
        let past = at(&case, 23);
        assert!(matches!(past.next, Next::SeeLine(..)) && told(&past, 23), "{:?}", past.next);
        let soon = past.warnings.iter().any(|one| matches!(one, Warning::Soon(..)));
        assert!(!soon, "a day that has passed does not come soon: {:?}", past.warnings);
        case.line.grace_until = Some(later(90));
        assert!(!told(&at(&case, 23), 23), "it was topped up");
    }
}

#[test]
fn a_case_is_not_closed_while_an_account_uses_the_number() {
    let playbook = hotlink();
    let mut case = line_case("hotlink", Route::Lapse);
    case.line.grace_until = Some(later(5));
    let added = case.add_account("Maybank", AccountKind::Bank, AccountState::ToDo, None, OPENED);
    record(&mut case, added);
    let rested = later(400);
    let status = playbook.status(&case, rested);
    assert_eq!(status.stage, Stage::Lapsed);
    assert!(matches!(status.next, Next::Rescue(_)), "{:?}", status.next);
    let mut due = status.agenda.iter().filter(|one| one.matters(rested, 0));
    assert!(due.any(|one| one.kind == AgendaKind::StillUsed && one.on == later(5)), "reminded of");
    assert!(case.archive(status.stage, status.watch, rested).is_err());
    let moved = case.set_account(&Id::new("maybank"), AccountState::Moved, rested);
    record(&mut case, moved);
    let status = playbook.status(&case, rested);
    assert_eq!(status.stage, Stage::Closed);
    assert!(status.agenda.iter().all(|one| one.kind != AgendaKind::StillUsed));
}

#[test]
fn of_a_kept_line_that_credit_holds_one_day_is_told_everywhere() {
    let library = Library::default();
    let playbook = library.find(&Id::new("thailand")).expect("built in");
    let mut case = line_case("thailand", Route::Keep);
    case.line.active_until = Some(later(100));
    case.line.credit = Some("THB 40".into());
    let held = later(280);
    let status = playbook.status(&case, later(110));
    assert_eq!(
        status.next,
        Next::KeepHeld("line:active-until".parse().expect("an item"), later(100), held)
    );
    assert_eq!(status.clock().map(|one| one.on), Some(held));
    assert_eq!(status.next_dated().map(|one| one.on), Some(held));
    let late = status.agenda.iter().any(|one| one.is_open() && one.on < later(110));
    assert!(!late, "nothing is late: {:?}", status.agenda);
    let open = status.agenda.iter().filter(|one| one.is_open() && one.on == held).count();
    assert_eq!(open, 1, "it is told once");
}

#[test]
fn where_a_rule_and_a_noted_day_disagree_every_place_tells_the_earlier_day_and_both_are_kept() {
    let playbook = hotlink();
    let id = Id::new("kl");
    let today = date(2026, 11, 5);
    let mut case = Case::new(id, "KL".into(), Id::new("hotlink"), Route::Lapse, today);
    case.line.class = Some(Class::Tourist);
    case.line.registered = Some(date(2026, 3, 1));
    case.line.active_until = Some(date(2026, 12, 16));
    case.line.grace_until = Some(date(2027, 2, 4));
    let status = playbook.status(&case, today);
    let open = |kind| status.agenda.iter().find(|one| one.kind == kind && one.is_open());
    let on = |kind| open(kind).map(|one| one.on);
    assert_eq!(on(AgendaKind::ActiveUntil), case.line.active_until);
    assert_eq!(on(AgendaKind::GraceUntil), case.line.grace_until);
    let gone = playbook.gone_on(&case, today);
    assert!(gone.is_some() && gone == on(AgendaKind::WatchEnd), "{gone:?}");
    let ends = playbook.procedure().last_end(&case).map(|end| end.on);
    let text = &Text::new(Lang::En);
    let told = Words { case: &case, playbook: &playbook, text, today }.ending(&status);
    assert_eq!(
        (on(AgendaKind::RegistrationEnd), told),
        (ends, Ending::After(ends.expect("known")))
    );
    // Once both have passed the watch counts from the later one.
    let over = date(2027, 2, 5);
    let watch = playbook.status(&case, over).watch.expect("it lapsed");
    assert_eq!(playbook.gone_on(&case, over), Some(watch.until));
    // Without the noted days only a rule says that it has ended: so it is told.
    (case.line.active_until, case.line.grace_until) = (None, None);
    let kind = AccountKind::Bank;
    let added = case.add_account("Maybank", kind, AccountState::ToDo, None, today);
    record(&mut case, added);
    let words = Words { case: &case, playbook: &playbook, text, today };
    let rescue = words.next(&playbook.status(&case, today).next);
    assert!(rescue.contains("see whether it still lives"), "{rescue}");
    let status = playbook.status(&case, today);
    let still = status.agenda.iter().find(|one| one.kind == AgendaKind::StillUsed);
    let rule = words.rule(still.expect("it is late"), None);
    assert!(rule.contains("visitor registration"), "{rule}");
}

#[test]
fn a_line_that_was_used_after_a_day_that_was_read_off_goes_on() {
    let (noted, today) = (date(2026, 11, 20), date(2026, 11, 21));
    for carrier in ["ee", "google-voice"] {
        let playbook = built_in(carrier);
        let id = Id::new(carrier);
        let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Lapse, OPENED);
        case.line.active_until = Some(noted);
        case.line.last_used = Some(date(2026, 5, 31));
        let stage = |case: &Case| playbook.status(case, today).stage;
        assert_eq!(stage(&case), Stage::Lapsed, "{carrier}");
        case.line.last_used = Some(today);
        assert_ne!(stage(&case), Stage::Lapsed, "{carrier}: it was used today");
        case.route = Route::Keep;
        let status = playbook.status(&case, today);
        assert!(status.agenda.iter().all(|one| !one.is_of_keeping() || one.on > today));
        assert!(!matches!(status.next, Next::KeepLate(..)), "{carrier}: {:?}", status.next);
    }
    // Where a rule counts from the use, the line goes on until the day that this gives.
    let giffgaff = built_in("giffgaff");
    let id = Id::new("giffgaff");
    let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Keep, OPENED);
    case.line.active_until = Some(noted);
    case.line.last_used = Some(today);
    let by = giffgaff.status(&case, today).clock().map(|clock| clock.on);
    assert_eq!(by, Some(date(2027, 5, 21)));
}

#[test]
fn debts_are_not_cleared_while_a_charge_is_disputed() {
    let playbook = hotlink();
    let procedure = playbook.procedure();
    let today = OPENED;
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, today);
    let debts = Item::new(ItemKind::Precondition, &Id::new("arrears"));
    let checked = case.check(&procedure, &debts, false, today);
    record(&mut case, checked);
    let gates = |case: &Case| playbook.status(case, today).gate.contains(&debts);
    let text = &Text::new(Lang::En);
    assert!(!gates(&case));
    let met = case.open_obstacle(&procedure, &Id::new("disputed-amount"), None, None, today);
    record(&mut case, met);
    assert!(gates(&case));
    let dispute = case.dispute().expect("it is open").item();
    let status = playbook.status(&case, today);
    assert_eq!(status.next, Next::Overcome(dispute));
    assert!(!Words { case: &case, playbook: &playbook, text, today }.is_in_order(&debts));
}

#[test]
fn within_a_day_says_by_when_a_number_moves_and_not_from_when_on() {
    let playbook = built_in("giffgaff");
    let id = Id::new("giffgaff");
    let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Port, OPENED);
    let application = Application { id: Id::new("1"), ports: true, ..Application::on(OPENED) };
    case.applications.push(application);
    let next = playbook.status(&case, OPENED).next;
    assert!(matches!(next, Next::Expect(..)), "{next:?}");
}
