//! What the agenda, *next* and the warnings say of one case on many days.

use super::*;
use crate::{
    domain::{
        AccountKind, AccountState, AgendaEntry, AgendaKind, Application, Case, Class, Contact,
        Ending, Evidence, EvidenceKind, Finding, Id, Item, ItemKind, ItemState, KeptFinding, Next,
        Outcome, Route, Verdict, Warning,
    },
    playbook::{
        Playbook, Words,
        tests::{OPENED, built_in, hotlink, later, record, sources},
    },
    text::{Lang, Text},
};

mod kinds;
mod late;
mod so;

#[test]
fn a_late_answer_outweighs_a_promise_made_before_the_application() {
    let playbook = hotlink();
    let procedure = playbook.procedure();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    let draft = Contact { promised: Some(later(1)), ..Contact::on(OPENED, "hotline") };
    let logged = case.log_contact(draft, OPENED);
    record(&mut case, logged);
    let gate = playbook.status(&case, OPENED).gate;
    let mut draft = Application::on(later(2));
    draft.anyway = Some("made up".into());
    let sent = case.submit(&gate, draft, later(2));
    record(&mut case, sent);
    let status = playbook.status(&case, later(40));
    assert!(matches!(status.next, Next::Chase(..)), "{:?}", status.next);
    assert!(procedure.credit.is_some(), "the playbook says which safeguard is about credit");
}

#[test]
fn credit_is_warned_of_two_weeks_before_it_is_lost() {
    let playbook = hotlink();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    case.line.active_until = Some(later(20));
    case.line.credit = Some("RM 0.00".into());
    let warns = |case: &Case, day| {
        let warnings = playbook.status(case, later(day)).warnings;
        warnings.contains(&Warning::Soon(AgendaKind::CreditAtRisk, later(20)))
    };
    assert!(!warns(&case, 10), "there is none");
    case.line.credit = Some("RM 3.20".into());
    assert!(!warns(&case, 5) && warns(&case, 6) && warns(&case, 20) && !warns(&case, 21));
    assert!(matches!(playbook.status(&case, later(20)).next, Next::SaveCredit(..)));
}

#[test]
fn an_account_that_is_waited_for_is_asked_about_on_its_day_and_not_before() {
    let playbook = hotlink();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    let added = case.add_account("Maybank", AccountKind::Bank, AccountState::ToDo, None, OPENED);
    record(&mut case, added);
    let id = Id::new("maybank");
    let wait = |case: &Case, day| {
        case.set_account_to(&id, AccountState::Waiting, None, Some(later(day)), OPENED)
    };
    let made = wait(&case, 10);
    record(&mut case, made);
    let sees = |case: &Case, day| matches!(playbook.status(case, later(day)).next, Next::SeeAccount(_, on) if on == later(10));
    assert!(!sees(&case, 9) && sees(&case, 10) && sees(&case, 12));
    // Put off, it is silent; with another day, what was said of the old one is void.
    let agenda = playbook.status(&case, later(10)).agenda;
    let done = case.finish(&agenda, &Id::new("account-maybank.wait"), later(10));
    record(&mut case, done);
    assert!(!sees(&case, 12));
    let made = wait(&case, 20);
    record(&mut case, made);
    let next = playbook.status(&case, later(20)).next;
    assert!(matches!(next, Next::SeeAccount(_, on) if on == later(20)), "{next:?}");
}

#[test]
fn what_has_been_due_longer_comes_first() {
    let playbook = hotlink();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    let draft = Contact { promised: Some(later(5)), ..Contact::on(OPENED, "hotline") };
    let logged = case.log_contact(draft, OPENED);
    record(&mut case, logged);
    let kind = Id::new("no-answer");
    let on = Some(later(8));
    let opened = case.open_obstacle(&playbook.procedure(), &kind, None, on, OPENED);
    record(&mut case, opened);
    let next = |case: &Case, day| playbook.status(case, later(day)).next;
    assert!(matches!(next(&case, 9), Next::Promise(..)), "the older one");
    let kept = case.keep_promise(&Id::new("1"), later(9), later(9));
    record(&mut case, kept);
    assert!(matches!(next(&case, 9), Next::FollowUp(..)));
}

#[test]
fn a_refusal_comes_before_an_obstacle_that_is_to_be_looked_at_again() {
    let playbook = hotlink();
    let procedure = playbook.procedure();
    let mut case = all_but(Route::Apply, [false; 3]);
    let kind = Id::new("no-answer");
    let opened = case.open_obstacle(&procedure, &kind, None, Some(later(3)), OPENED);
    record(&mut case, opened);
    let sent = case.submit(&playbook.status(&case, OPENED).gate, Application::on(OPENED), OPENED);
    record(&mut case, sent);
    let next = |case: &Case| playbook.status(case, later(5)).next;
    assert!(matches!(next(&case), Next::FollowUp(..)), "{:?}", next(&case));
    let refused = Outcome {
        reason: Some("not readable".into()),
        about: vec![Item::new(ItemKind::Document, &Id::new("identity"))],
        ..Outcome::on(Verdict::Rejected, later(4))
    };
    let decided = case.decide(&procedure, refused, later(4));
    record(&mut case, decided);
    assert!(matches!(next(&case), Next::Mend(..)), "{:?}", next(&case));
}

#[test]
fn in_the_watch_next_names_the_check_whose_day_has_come() {
    let playbook = hotlink();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    let mut draft = Application::on(OPENED);
    draft.anyway = Some("made up".into());
    let sent = case.submit(&playbook.status(&case, OPENED).gate, draft, OPENED);
    record(&mut case, sent);
    let approved =
        Outcome { reference: Some("MADE-UP".into()), ..Outcome::on(Verdict::Approved, later(5)) };
    let decided = case.decide(&playbook.procedure(), approved, later(5));
    record(&mut case, decided);
    let check = |case: &Case, day| match playbook.status(case, later(day)).next {
        Next::Check(entry) => Some((entry.kind, entry.id)),
        _ => None,
    };
    assert_eq!(check(&case, 20), None, "no account was moved, so none is signed in to");
    let Some((AgendaKind::Recovery, id)) = check(&case, 40) else { panic!("after one month") };
    let agenda = playbook.status(&case, later(40)).agenda;
    let done = case.finish(&agenda, &id, later(40));
    record(&mut case, done);
    assert_eq!(check(&case, 40), None);
    assert!(check(&case, 100).is_some(), "after three months");
}

/// A hotlink case of which all is done, but for what the three flags say.
fn all_but(route: Route, [unsaved, unsure, undecided]: [bool; 3]) -> Case {
    let procedure = hotlink().procedure();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), route, OPENED);
    let rules = procedure.preconditions.iter().map(|one| (ItemKind::Precondition, &one.id));
    let papers = procedure.documents.iter().map(|one| (ItemKind::Document, &one.id));
    let saved = procedure.safeguards.iter().map(|id| (ItemKind::Safeguard, id));
    for (kind, id) in rules.chain(papers).chain(saved.skip(usize::from(unsaved))) {
        let item = Item::new(kind, id);
        let done = case.check(&procedure, &item, false, OPENED);
        record(&mut case, done);
    }
    let state = if unsure { AccountState::Unsure } else { AccountState::Moved };
    let listed = case.add_account("Kopi Bank", AccountKind::Bank, state, None, OPENED);
    record(&mut case, listed);
    if undecided {
        let seen = Evidence { count: 1, first: Some(OPENED), last: Some(OPENED) };
        let found = Finding {
            name: "Teh Wallet".into(),
            evidence: [(EvidenceKind::Code, seen)].into(),
            ..Finding::default()
        };
        case.findings.extend(KeptFinding::of(&found));
    }
    case
}

#[test]
fn nothing_is_said_to_be_over_while_something_is_open() {
    let playbook = hotlink();
    let approved = |case: &mut Case| {
        let draft = Application { anyway: Some("made up".into()), ..Application::on(OPENED) };
        let sent = case.submit(&[], draft, OPENED);
        record(case, sent);
        let yes =
            Outcome { reference: Some("R-1".into()), ..Outcome::on(Verdict::Approved, later(3)) };
        let decided = case.decide(&playbook.procedure(), yes, later(3));
        record(case, decided);
    };
    for flags in 0..8_u8 {
        let flags = [1, 2, 4].map(|bit| flags & bit != 0);
        let open = flags.contains(&true);
        let mut seen: Vec<(&str, Case, Date)> = Vec::new();
        let mut closed = all_but(Route::Apply, flags);
        approved(&mut closed);
        seen.push(("closed", closed.clone(), later(400)));
        let put_away = Case { archived: Some(later(401)), ..closed };
        seen.push(("archived", put_away, later(402)));
        let ending = Some(Ending { on: OPENED, reason: None });
        let given_up = Case { ending, ..all_but(Route::Apply, flags) };
        seen.push(("abandoned", given_up, later(1)));
        let mut lapsing = all_but(Route::Lapse, flags);
        lapsing.line.grace_until = Some(later(90));
        seen.push(("lapsing", lapsing.clone(), later(1)));
        seen.push(("lapsed", lapsing, later(400)));
        for (what, case, day) in seen {
            let next = playbook.status(&case, day).next;
            let over = match &next {
                Next::LetLapse(..) | Next::Discard(_) => true,
                Next::Archive(_, left) | Next::Archived(left) | Next::Nothing(left) => {
                    left.is_none()
                }
                _ => false,
            };
            assert_eq!(over, !open, "{what} {flags:?}: {next:?}");
            for lang in Lang::ALL {
                let text = &Text::new(lang);
                let words = Words { case: &case, playbook: &playbook, text, today: day };
                let told = words.next(&next);
                let (Next::Archive(_, left) | Next::Archived(left) | Next::Nothing(left)) = &next
                else {
                    continue;
                };
                for item in &left.items {
                    assert!(told.contains(&words.title(item)), "{what} {flags:?}: {told}");
                }
                assert_eq!(left.findings, usize::from(flags[2]));
                assert_eq!(left.items.len(), flags[..2].iter().filter(|on| **on).count());
            }
        }
    }
    // Whatever was waived: an account that uses the line keeps it from being let go.
    let mut linked = all_but(Route::Lapse, [false; 3]);
    linked.line.grace_until = Some(later(90));
    let item = Item::new(ItemKind::Precondition, &Id::new("accounts"));
    let waived = linked.waive(&playbook.procedure(), &item, "made up", OPENED);
    record(&mut linked, waived);
    let used = linked.set_account(&Id::new("kopi-bank"), AccountState::ToDo, OPENED);
    record(&mut linked, used);
    let next = playbook.status(&linked, later(1)).next;
    assert!(matches!(next, Next::Move(_)), "{next:?}");
}

fn case_of(playbook: &str, route: Route) -> Case {
    Case::new(Id::new("kl"), "KL".into(), Id::new(playbook), route, OPENED)
}

#[test]
fn a_validity_that_has_passed_is_told_until_somebody_says_what_became_of_the_line() {
    for (id, source) in sources() {
        let playbook = Playbook::read(&source).expect("sound");
        let procedure = playbook.procedure();
        for route in [Route::Lapse, Route::Apply, Route::Port] {
            let mut case = case_of(id, route);
            case.search_over = Some(OPENED);
            case.line.active_until = Some(later(26));
            if procedure.line_end(&case.line).is_some() {
                continue;
            }
            let status = |case: &Case, day| playbook.status(case, later(day));
            let open = |case: &Case, day| {
                let agenda = status(case, day).agenda;
                let is_it = |one: &&AgendaEntry| one.kind == AgendaKind::ActiveUntil;
                agenda.iter().find(is_it).is_some_and(|one| one.matters(later(day), 0))
            };
            let warned = |case: &Case, day| {
                status(case, day).warnings.contains(&Warning::Expired(later(26)))
            };
            assert!(open(&case, 26) && !warned(&case, 26), "{id} {route:?}");
            assert!(open(&case, 410) && warned(&case, 410), "{id} {route:?}");
            let seen = status(&case, 410);
            assert!(matches!(seen.next, Next::SeeValidity(..)), "{id}: {:?}", seen.next);
            for lang in Lang::ALL {
                let text = &Text::new(lang);
                let words = Words { case: &case, playbook: &playbook, text, today: later(410) };
                let entry = seen.agenda.iter().find(|one| one.kind == AgendaKind::ActiveUntil);
                let told = words.dated(entry.expect("it is there"));
                assert_eq!(told, text.get("say-agenda-active_until-passed"), "{id}");
                let date = text.full_date(later(26));
                assert!(words.next(&seen.next).contains(&date), "{id}");
                assert!(words.warning(&Warning::Expired(later(26))).contains(&date), "{id}");
            }
            // Who has seen that it still receives looks again later.
            let put_off =
                Case::snooze(&seen.agenda, &Id::new("line.active"), later(440), later(410));
            let mut patient = case.clone();
            record(&mut patient, put_off);
            assert!(!matches!(status(&patient, 439).next, Next::SeeValidity(..)), "{id}");
            assert!(matches!(status(&patient, 440).next, Next::SeeValidity(..)), "{id}");
            case.line.grace_until = Some(later(420));
            assert!(!open(&case, 410) && !warned(&case, 410), "{id} {route:?}");
        }
    }
}

#[test]
fn a_kept_line_that_goes_is_seen_to_before_what_was_promised_about_it() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Keep);
    case.line.active_until = Some(later(30));
    case.line.grace_until = Some(later(80));
    let promised = Contact { promised: Some(later(3)), ..Contact::on(OPENED, "hotline") };
    let logged = case.log_contact(promised, OPENED);
    record(&mut case, logged);
    let next = |day| playbook.status(&case, later(day)).next;
    assert!(matches!(next(10), Next::Promise(_, on) if on == later(3)));
    assert!(matches!(next(30), Next::KeepAlive(_, by) if by == later(30)));
    assert!(matches!(next(50), Next::KeepLast(..)));
    assert!(matches!(next(300), Next::KeepLate(_, on) if on == later(30)));
}

#[test]
fn a_kept_line_is_late_since_its_validity_ended_and_has_one_last_chance() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Keep);
    case.line.active_until = Some(later(30));
    case.line.grace_until = Some(later(80));
    let status = |day| playbook.status(&case, later(day));
    let late = |day: i32| {
        let agenda = status(day).agenda;
        let is_it = |one: &&AgendaEntry| one.kind == AgendaKind::ExtendBy && one.is_open();
        agenda.iter().find(is_it).map(|one| one.days_from(later(day)))
    };
    assert_eq!((late(30), late(31), late(80), late(81)), (Some(0), Some(-1), Some(-50), Some(-51)));
    let next = status(50).next;
    assert!(
        matches!(&next, Next::KeepLast(_, on, until) if (*on, *until) == (later(30), later(80)))
    );
    let warning = Warning::LastChance(later(30), later(80));
    assert!(!status(30).warnings.contains(&warning) && status(80).warnings.contains(&warning));
    assert!(matches!(status(81).next, Next::KeepLate(_, on) if on == later(30)));
    for lang in Lang::ALL {
        let text = &Text::new(lang);
        let words = Words { case: &case, playbook: &playbook, text, today: later(50) };
        let until = text.full_date(later(80));
        assert!(words.next(&next).contains(&until) && words.warning(&warning).contains(&until));
        let seen = status(50);
        let grace =
            seen.agenda.iter().find(|one| one.kind == AgendaKind::GraceUntil && one.is_open());
        let told = words.dated(grace.expect("the last chance is told"));
        assert_eq!(told, text.get("say-agenda-grace_until-last"));
    }
}

#[test]
fn a_kept_line_whose_registration_has_ended_is_looked_at_and_no_older_day_is_named() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Keep);
    case.line.class = Some(Class::Tourist);
    case.line.registered = Some(OPENED);
    case.line.active_until = Some(later(30));
    case.line.grace_until = Some(later(60));
    let end = OPENED.checked_add(jiff::Span::new().months(3)).expect("a day");
    let status = |case: &Case, today| playbook.status(case, today);
    assert!(matches!(status(&case, later(70)).next, Next::KeepLate(_, on) if on == later(30)));
    let ends = |next: &Next| match next {
        Next::LastDay(_, one) | Next::SeeLine(_, one) | Next::KeptUntil(_, one) => Some(one.on),
        _ => None,
    };
    assert_eq!(ends(&status(&case, end).next), Some(end));
    let past = end.tomorrow().expect("a day");
    let seen = status(&case, past).next;
    assert!(matches!(seen, Next::SeeLine(..)) && ends(&seen) == Some(end), "{seen:?}");
    // What it receives after that is no last chance.
    case.line.grace_until = end.checked_add(jiff::Span::new().days(20)).ok();
    let seen = status(&case, later(70));
    assert!(matches!(seen.next, Next::KeptUntil(..)), "{:?}", seen.next);
    let chance = seen.warnings.iter().any(|one| matches!(one, Warning::LastChance(..)));
    assert!(!chance, "{:?}", seen.warnings);
}

#[test]
fn the_last_day_for_calls_is_told_on_that_day() {
    for (id, route, told) in [
        ("hotlink", Route::Apply, true),
        ("hotlink", Route::Port, true),
        ("hotlink", Route::Keep, false),
        // Credit goes on to keep it, or it ends on that day.
        ("thailand", Route::Apply, false),
        ("google-voice", Route::Apply, false),
    ] {
        let playbook = built_in(id);
        let mut case = case_of(id, route);
        case.line.active_until = Some(later(30));
        let next = |day| playbook.status(&case, later(day)).next;
        let last = Next::LastCalls(Item::of_line("active-until"), later(30));
        assert_eq!([29, 30, 31].map(|day| next(day) == last), [false, told, false], "{id}");
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today: later(30) };
            assert_eq!(words.next(&last), text.get("say-next-last-calls"));
        }
    }
}

#[test]
fn nothing_is_to_be_saved_of_credit_that_is_spent() {
    for (id, _) in sources() {
        let playbook = built_in(id);
        let named = |one: &&Id| one.as_str() == "credit";
        let Some(credit) = playbook.procedure().safeguards.iter().find(named).cloned() else {
            continue;
        };
        let mut case = case_of(id, Route::Apply);
        let item = Item::new(ItemKind::Safeguard, &credit);
        for (left, state) in [
            (None, ItemState::Open),
            (Some("0"), ItemState::NotNeeded),
            (Some("3"), ItemState::Open),
        ] {
            case.line.credit = left.map(str::to_owned);
            let status = playbook.status(&case, OPENED);
            assert_eq!(status.item(&item).map(|one| one.state), Some(state), "{id}: {left:?}");
        }
    }
}

#[test]
fn a_line_that_use_keeps_alive_is_not_told_to_be_topped_up() {
    for (id, used) in [
        ("google-voice", true),
        ("united-kingdom", true),
        ("ee", true),
        ("vodafone-uk", true),
        ("giffgaff", true),
        ("hotlink", false),
        ("singtel-hi", false),
    ] {
        let playbook = built_in(id);
        let mut case = case_of(id, Route::Keep);
        case.line.active_until = Some(later(10));
        let status = playbook.status(&case, OPENED);
        let entry = status.agenda.iter().find(|one| one.kind == AgendaKind::ExtendBy);
        let entry = entry.expect("it is told");
        let end = if used { "-use" } else { "" };
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today: OPENED };
            assert_eq!(words.dated(entry), text.get(&format!("say-agenda-extend_by{end}")), "{id}");
            let brief = text.get(&format!("say-agenda-brief-extend_by{end}"));
            assert_eq!(words.dated_briefly(entry), brief, "{id}");
            let date = [("date", text.full_date(later(10)).into())];
            let soon = text.with(&format!("say-warn-soon-extend_by{end}"), &date);
            let warning = Warning::Soon(AgendaKind::ExtendBy, later(10));
            assert_eq!(words.warning(&warning), soon, "{id}");
        }
    }
}

#[test]
fn the_last_day_of_a_line_is_told_once() {
    for id in ["ee", "united-kingdom", "vodafone-uk", "google-voice"] {
        let playbook = built_in(id);
        let mut case = case_of(id, Route::Lapse);
        case.line.active_until = Some(later(10));
        let text = &Text::new(Lang::En);
        let told = |case: &Case| -> Vec<String> {
            let words = Words { case, playbook: &playbook, text, today: OPENED };
            let status = playbook.status(case, OPENED);
            let days = [AgendaKind::ActiveUntil, AgendaKind::GraceUntil];
            let days = status.agenda.iter().filter(|one| days.contains(&one.kind));
            days.map(|one| words.dated(one)).collect()
        };
        let ends = "active until: last day of the line";
        assert!(told(&case).iter().any(|one| one.starts_with(ends)), "{id}: {:?}", told(&case));
        case.line.grace_until = Some(later(40));
        assert!(!told(&case).iter().any(|one| one.starts_with(ends)), "{id}: {:?}", told(&case));
    }
}

#[test]
fn a_line_that_shall_lapse_is_not_told_to_be_used() {
    let playbook = built_in("giffgaff");
    for (route, key) in [(Route::Lapse, "-lapse"), (Route::Keep, "")] {
        let mut case = case_of("giffgaff", route);
        case.line.last_used = Some(OPENED);
        let end = playbook.procedure().use_end(&case.line).expect("it is counted");
        let today = end.yesterday().expect("a day");
        let status = playbook.status(&case, today);
        let entry = status.agenda.iter().find(|one| one.kind == AgendaKind::UseBy);
        let entry = entry.expect("it is there");
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today };
            assert_eq!(words.dated(entry), text.get(&format!("say-agenda-use_by{key}")));
            let brief = text.get(&format!("say-agenda-brief-use_by{key}"));
            assert_eq!(words.dated_briefly(entry), brief);
        }
    }
}

#[test]
fn an_account_that_sends_a_code_after_it_was_moved_is_told_of_until_it_is_dismissed() {
    let playbook = hotlink();
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    let added = case.add_account("Grab", AccountKind::Travel, AccountState::Moved, None, OPENED);
    record(&mut case, added);
    let seen = Evidence { count: 1, first: Some(later(3)), last: Some(later(3)) };
    let evidence = [(EvidenceKind::Code, seen)].into();
    let found = Finding { name: "Grab".to_owned(), evidence, ..Finding::default() };
    let kept = case.keep_findings([&found]);
    kept.apply(&mut case).expect("applies");
    let grab = Item::new(ItemKind::Account, &Id::new("grab"));
    let warning = Warning::StillUsed(grab.clone(), later(3));
    let told = |case: &Case| {
        let status = playbook.status(case, later(5));
        let next = Lang::ALL.map(|lang| {
            let text = &Text::new(lang);
            let words = Words { case, playbook: &playbook, text, today: later(5) };
            let standing = words.account_standing(&case.accounts[0]);
            let warned = words.warning(&warning);
            assert!(!warned.contains("say-") && warned.contains("Grab"), "{warned}");
            (words.next(&Next::Move(grab.clone())), standing)
        });
        (status.warnings.contains(&warning), next)
    };
    let (warned, before) = told(&case);
    assert!(warned);
    // One that was closed is not told of as moved.
    let mut closed = case.clone();
    closed.accounts[0].state = AccountState::Closed;
    for ((next, standing), (next_closed, standing_closed)) in before.iter().zip(told(&closed).1) {
        assert!(*next != next_closed && *standing != standing_closed, "{next} {standing}");
    }
    case.dismiss(["Grab".to_owned()]).apply(&mut case).expect("applies");
    let (warned, after) = told(&case);
    assert!(!warned);
    for ((next, standing), (next_after, standing_after)) in before.iter().zip(&after) {
        assert!(next != next_after && standing != standing_after, "{next} {standing}");
    }
}
