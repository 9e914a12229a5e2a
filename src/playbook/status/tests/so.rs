//! What is told only where it is so: of refusals, of days that nobody saw, and of what is
//! still to be done.

use super::*;
use crate::domain::{Change, Class, ItemState, Refusal, Stage};

fn item(text: &str) -> Item {
    text.parse().expect("an item")
}

fn does(case: &mut Case, change: Result<Change, Refusal>) {
    change.expect("allowed").apply(case).expect("applies");
}

fn submitted(playbook: &Playbook, route: Route) -> Case {
    let mut case = case_of(playbook.id.as_str(), route);
    let draft = Application { anyway: Some("made up".into()), ..Application::on(OPENED) };
    let gate = playbook.status(&case, OPENED).gate;
    let sent = case.submit(&gate, draft, OPENED);
    does(&mut case, sent);
    case
}

#[test]
fn what_was_refused_gates_whoever_was_asked_and_comes_first() {
    for (id, route) in [("united-kingdom", Route::Port), ("hotlink", Route::Apply)] {
        let playbook = built_in(id);
        let mut case = submitted(&playbook, route);
        let about = vec![item("precondition:accounts")];
        let no = Outcome {
            reason: Some("name differs".into()),
            about,
            ..Outcome::on(Verdict::Rejected, later(2))
        };
        let decided = case.decide(&playbook.procedure(), no, later(2));
        does(&mut case, decided);
        let status = playbook.status(&case, later(3));
        assert!(status.gate.contains(&item("precondition:accounts")), "{id}: {:?}", status.gate);
        let mend = Next::Mend(item("precondition:accounts"), "name differs".into());
        assert_eq!(status.next, mend, "{id}");
    }
}

#[test]
fn a_refused_document_holds_again_only_with_a_file_that_a_letter_can_name() {
    let playbook = hotlink();
    let usage = item("document:usage");
    let mut case = case_of("hotlink", Route::Apply);
    let ticked = case.check(&playbook.procedure(), &usage, false, OPENED);
    does(&mut case, ticked);
    let draft = Application { anyway: Some("made up".into()), ..Application::on(OPENED) };
    let sent = case.submit(&playbook.status(&case, OPENED).gate, draft, OPENED);
    does(&mut case, sent);
    let no = Outcome { about: vec![usage.clone()], ..Outcome::on(Verdict::Rejected, later(2)) };
    let no = Outcome { reason: Some("incomplete".into()), ..no };
    let decided = case.decide(&playbook.procedure(), no, later(2));
    does(&mut case, decided);
    let ticked = case.check(&playbook.procedure(), &usage, false, later(3));
    assert_eq!(ticked, Err(Refusal::NeedsNewFile(usage)));
}

#[test]
fn a_confirmation_that_is_missing_comes_before_what_can_wait_also_after_a_port() {
    let playbook = built_in("united-kingdom");
    let mut case = submitted(&playbook, Route::Port);
    let yes = Outcome::on(Verdict::Approved, later(2));
    let decided = case.decide(&playbook.procedure(), yes, later(2));
    does(&mut case, decided);
    let status = playbook.status(&case, later(7));
    let late = status.agenda.iter().find(|one| one.is_due(later(7))).expect("it is missing");
    assert_eq!(late.kind, AgendaKind::Confirmation);
    assert!(matches!(status.next, Next::Confirm(_, None)), "{:?}", status.next);
}

#[test]
fn two_days_that_disagree_are_a_question_and_no_end() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Lapse);
    case.line.class = Some(Class::Tourist);
    case.line.registered = Some(OPENED);
    case.line.grace_until = Some(later(200));
    let by_rule = playbook.procedure().registration_end(&case.line).expect("three months");
    let after = by_rule.tomorrow().expect("a day");
    let status = playbook.status(&case, after);
    assert!(!status.stage.is_over(), "{:?}", status.stage);
    assert!(matches!(status.next, Next::SeeLine(..)), "{:?}", status.next);
    for lang in Lang::ALL {
        let text = &Text::new(lang);
        let words = Words { case: &case, playbook: &playbook, text, today: after };
        let told = words.next(&status.next);
        let rule = ["By the rule", "按规定", "Mengikut peraturan"];
        assert!(rule.iter().any(|rule| told.contains(rule)), "{told}");
    }
    let status = playbook.status(&case, later(201));
    assert_eq!(status.stage, Stage::Lapsed);
    assert_eq!(status.watch.expect("it rests").from, later(200));
}

#[test]
fn the_latest_day_up_to_which_credit_lasts_is_none_on_which_the_line_was_seen_to_end() {
    let playbook = built_in("thailand");
    let mut case = case_of("thailand", Route::Lapse);
    case.search_over = Some(OPENED);
    case.line.active_until = Some(later(90));
    case.line.credit = Some("THB 4".into());
    let end = playbook.procedure().gone_after(&case).expect("180 days more");
    let after = end.tomorrow().expect("a day");
    let status = playbook.status(&case, after);
    for lang in Lang::ALL {
        let text = &Text::new(lang);
        let words = Words { case: &case, playbook: &playbook, text, today: after };
        let told: Vec<String> = status.warnings.iter().map(|one| words.warning(one)).collect();
        let told = format!("{told:?} {:?}", words.closing(&status, "", " "));
        let latest = ["at the latest", "最多", "selewat-lewatnya"];
        assert!(latest.iter().any(|word| told.contains(word)), "{told}");
        let seen = ["stopped receiving", "已不能接收", "berhenti menerima"];
        assert!(seen.iter().all(|word| !told.contains(word)), "{told}");
    }
}

#[test]
fn credit_that_is_frozen_is_not_lost_before_the_line_is() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Lapse);
    case.line.active_until = Some(later(20));
    case.line.grace_until = Some(later(80));
    case.line.credit = Some("RM 4.20".into());
    let asks = |day| {
        let items = playbook.status(&case, later(day)).items;
        let credit = item("safeguard:credit");
        items.iter().any(|one| one.item == credit && one.state == ItemState::Open)
    };
    assert!(asks(20) && asks(80) && !asks(81), "a top-up frees it until then");
}

#[test]
fn once_the_number_has_rested_the_case_can_be_put_away_whatever_was_left() {
    let playbook = hotlink();
    let mut case = submitted(&playbook, Route::Apply);
    let yes =
        Outcome { reference: Some("MADE-UP".into()), ..Outcome::on(Verdict::Approved, later(5)) };
    let decided = case.decide(&playbook.procedure(), yes, later(5));
    does(&mut case, decided);
    let status = playbook.status(&case, later(300));
    assert_eq!(status.stage, Stage::Closed);
    assert!(matches!(status.next, Next::Archive(..)), "{:?}", status.next);
    assert!(case.archive(status.stage, status.watch, later(300)).is_ok());
}

#[test]
fn what_follows_from_a_question_that_nobody_has_put_is_not_done() {
    let playbook = hotlink();
    let case = submitted(&playbook, Route::Apply);
    let agenda = playbook.status(&case, later(60)).agenda;
    for id in ["application-1.nudge", "application-1.complaint"] {
        let entry = agenda.iter().find(|one| one.id.as_str() == id).expect("there");
        assert!(entry.if_asked.is_some());
        let done = case.finish(&agenda, &entry.id, later(60));
        assert_eq!(done, Err(Refusal::NotYet(entry.given)), "{id}");
    }
}

#[test]
fn an_entry_that_was_put_off_stands_on_its_new_day_and_is_not_late_before() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Apply);
    let draft = Contact { promised: Some(later(3)), ..Contact::on(OPENED, "hotline") };
    let logged = case.log_contact(draft, OPENED);
    does(&mut case, logged);
    let id = Id::new("contact-1.promise");
    let on = |case: &Case, day| {
        let agenda = playbook.status(case, later(day)).agenda;
        let entry = agenda.into_iter().find(|one| one.id == id).expect("there");
        (entry.on, entry.given, entry.matters(later(day), 0))
    };
    assert_eq!(on(&case, 5), (later(3), later(3), true));
    let agenda = playbook.status(&case, later(5)).agenda;
    let off = Case::snooze(&agenda, &id, later(9), later(5));
    does(&mut case, off);
    assert_eq!(on(&case, 6), (later(9), later(3), false));
    assert_eq!(on(&case, 9), (later(9), later(3), true), "it does not fall back");
    assert_eq!(on(&case, 12), (later(9), later(3), true));
    let Next::Promise(_, by) = playbook.status(&case, later(12)).next else { panic!("a promise") };
    assert_eq!(by, later(3), "what was promised is told as it was");
}
