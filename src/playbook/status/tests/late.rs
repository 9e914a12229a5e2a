//! What is told while an answer is late, or a day is put off.

use super::*;
use crate::domain::Refusal;

/// A case that was submitted, of which somebody asked by hotline so many days later.
fn asked_about(playbook: &Playbook, route: Route, day: i32) -> Case {
    let mut case = case_of(playbook.id.as_str(), route);
    let draft = Application { anyway: Some("made up".into()), ..Application::on(OPENED) };
    let gate = playbook.status(&case, OPENED).gate;
    let sent = case.submit(&gate, draft, OPENED);
    record(&mut case, sent);
    let logged = case.log_contact(Contact::on(later(day), "hotline"), later(day));
    record(&mut case, logged);
    case
}

#[test]
fn who_asked_is_told_to_ask_again_also_where_no_rule_says_when() {
    for (id, route) in [
        ("celcomdigi", Route::Apply),
        ("united-kingdom", Route::Apply),
        ("ee", Route::Apply),
        ("xox", Route::Port),
    ] {
        let playbook = built_in(id);
        let case = asked_about(&playbook, route, 40);
        let status = |day| playbook.status(&case, later(day));
        let Next::Await(_, again) = status(41).next else { panic!("{id}: {:?}", status(41).next) };
        let seen = status(100);
        assert!(matches!(&seen.next, Next::Nudge(_, on) if *on == again), "{id}: {:?}", seen.next);
        let due =
            |one: &&AgendaEntry| one.kind == AgendaKind::Reminder && one.matters(later(100), 0);
        let entry = seen.agenda.iter().find(due).expect("remind tells the same");
        assert_eq!(entry.on, again, "{id}");
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today: later(100) };
            let told = words.next(&seen.next);
            assert!(told.contains(&words.near(again)), "{id}: {told}");
            let here = route == Route::Apply && !playbook.application.elsewhere;
            let plain = text.with("say-next-nudge", &[("date", words.near(again).into())]);
            assert_eq!(told == plain, here, "{id}: nobody writes to the new carrier: {told}");
        }
    }
}

#[test]
fn after_a_complaint_the_case_waits_for_its_day_and_the_complaint_stays_as_done() {
    for (id, channel) in [("hotlink", "forum"), ("hotlink", "social")] {
        let playbook = built_in(id);
        let mut case = asked_about(&playbook, Route::Apply, 40);
        let complaint = Contact {
            letter: Some(Id::new("complaint")),
            answer_by: Some(later(140)),
            ..Contact::on(later(120), channel)
        };
        let sent = case.log_contact(complaint, later(120));
        record(&mut case, sent);
        let status = playbook.status(&case, later(121));
        assert!(matches!(status.next, Next::Await(_, on) if on == later(140)), "{:?}", status.next);
        let entry = status.agenda.iter().find(|one| one.kind == AgendaKind::Complaint);
        let entry = entry.expect("it stays");
        assert!(entry.marked && !entry.dropped && !entry.is_open(), "{id}: {entry:?}");
        let after = playbook.status(&case, later(141)).next;
        assert!(matches!(after, Next::AskAgain(..)), "{id}: {after:?}");
    }
}

#[test]
fn a_port_of_which_nobody_knows_how_long_it_takes_waits_for_the_day_that_was_noted() {
    let playbook = built_in("celcomdigi");
    let mut case = asked_about(&playbook, Route::Port, 1);
    let next = playbook.status(&case, later(2)).next;
    assert!(matches!(next, Next::Asked(..)), "{next:?}");
    for lang in Lang::ALL {
        let text = &Text::new(lang);
        let words = Words { case: &case, playbook: &playbook, text, today: later(2) };
        assert!(words.next(&next).contains("contact add --answer-by"));
    }
    let draft = Contact { answer_by: Some(later(9)), ..Contact::on(later(2), "hotline") };
    let logged = case.log_contact(draft, later(2));
    record(&mut case, logged);
    let next = playbook.status(&case, later(3)).next;
    assert!(matches!(next, Next::Await(_, on) if on == later(9)), "{next:?}");
    let next = playbook.status(&case, later(9)).next;
    assert!(matches!(next, Next::AskAgain(..)), "{next:?}");
}

#[test]
fn what_is_looked_at_in_the_watch_is_done_on_its_day_and_put_off_to_its_end_at_most() {
    let playbook = hotlink();
    let mut case = case_of("hotlink", Route::Lapse);
    case.line.grace_until = Some(later(5));
    case.search_over = Some(OPENED);
    let status = playbook.status(&case, later(60));
    let watch = status.watch.expect("it has ended");
    let look = |due: bool| {
        let is_it = move |one: &&AgendaEntry| {
            one.kind == AgendaKind::Recovery && one.is_open() && (one.on <= later(60)) == due
        };
        status.agenda.iter().find(is_it).expect("there is one").clone()
    };
    let (now, then) = (look(true), look(false));
    let finish = |id| case.finish(&status.agenda, id, later(60)).map(|_| ());
    assert_eq!(finish(&then.id), Err(Refusal::NotYet(then.on)));
    assert_eq!(finish(&now.id), Ok(()));
    let last = watch.until.yesterday().expect("a day");
    let off = |until| Case::snooze(&status.agenda, &now.id, until, later(60)).map(|_| ());
    assert_eq!(off(last), Ok(()));
    let beyond = Refusal::SnoozeWatch { given: watch.until, limit: last };
    assert_eq!(off(watch.until), Err(beyond.clone()));
    for lang in Lang::ALL {
        let text = &Text::new(lang);
        let words = Words { case: &case, playbook: &playbook, text, today: later(60) };
        assert!(words.refusal(&beyond).contains(&text.full_date(last)));
    }
}

#[test]
fn the_usual_complaint_is_one_with_each_carrier_whatever_way_it_took() {
    for id in ["celcomdigi", "hotlink", "generic", "thailand"] {
        let playbook = built_in(id);
        let mut case = asked_about(&playbook, Route::Apply, 40);
        let letter = Some(Id::new("complaint"));
        let sent =
            case.log_contact(Contact { letter, ..Contact::on(later(120), "post") }, later(120));
        record(&mut case, sent);
        let review = playbook.review(&case, later(121)).expect("it waits");
        assert!(review.is_complained_of(), "{id}");
    }
}
