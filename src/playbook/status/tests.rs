//! What the agenda, *next* and the warnings say of one case on many days.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        AgendaKind, AgendaState, Application, Change, Class, Contact, Id, Item, ItemKind, Line,
        Next, Refusal, Route, Warning,
    },
    playbook::{BUILT_IN, Words},
    text::{Lang, Text},
};

const OPENED: Date = date(2026, 3, 2);

fn hotlink() -> Playbook {
    let (_, source) = BUILT_IN.iter().find(|(id, _)| *id == "hotlink").expect("built in");
    Playbook::read(source).expect("sound")
}

fn later(days: i32) -> Date {
    OPENED.checked_add(days.days()).expect("a day")
}

fn record(case: &mut Case, change: Result<Change, Refusal>) {
    if let Ok(change) = change {
        change.apply(case).expect("applies");
    }
}

/// A case with some of everything that has a date. Nothing in it is real.
fn any_case() -> impl Strategy<Value = Case> {
    let contacts =
        prop::collection::vec((0..60_i32, 0..40_i32, any::<bool>(), any::<bool>()), 0..5);
    let line = (prop::option::of(0..400_i32), 0..90_i32, any::<bool>(), any::<bool>());
    let submitted = prop::option::of(0..60_i32);
    let follow_up = prop::option::of(0..90_i32);
    (contacts, line, submitted, follow_up, any::<bool>()).prop_map(
        |(contacts, (active, grace, credit, visitor), submitted, follow_up, lapse)| {
            let id = Id::new("kl");
            let route = if lapse { Route::Lapse } else { Route::Apply };
            let mut case = Case::new(id, "KL".into(), Id::new("hotlink"), route, OPENED);
            let procedure = hotlink().procedure();
            case.line = Line {
                active_until: active.map(later),
                grace_until: active.map(|days| later(days + grace)),
                credit: credit.then(|| "RM 3.20".to_owned()),
                class: visitor.then_some(Class::Tourist),
                registered: visitor.then_some(OPENED),
                ..Line::default()
            };
            for (on, after, promises, keeps) in contacts {
                let on = later(on);
                let promised = promises.then(|| on.checked_add(after.days()).expect("a day"));
                let answer_by = (after % 3 == 0).then_some(on);
                let draft = Contact { promised, answer_by, ..Contact::on(on, "hotline") };
                let logged = case.log_contact(draft, on);
                record(&mut case, logged);
                if let Some(one) = case.contacts.last().filter(|_| keeps) {
                    let kept = case.keep_promise(&one.id.clone(), on, on);
                    record(&mut case, kept);
                }
            }
            if let Some(days) = follow_up {
                let kind = Id::new("no-answer");
                let on = Some(later(days));
                let opened = case.open_obstacle(&procedure, &kind, None, on, OPENED);
                record(&mut case, opened);
            }
            if let Some(days) = submitted {
                let mut draft = Application::on(later(days));
                draft.anyway = Some("made up".into());
                let sent =
                    case.submit(&[Item::new(ItemKind::Line, &Id::new("x"))], draft, later(days));
                record(&mut case, sent);
            }
            case
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// On each of 400 days *next* says nothing that the agenda does not know,
    /// and each date on the agenda is one that the person gave or that a rule of
    /// the playbook computes.
    #[test]
    fn next_and_the_agenda_never_contradict_each_other(case in any_case()) {
        let playbook = hotlink();
        let text = Text::new(Lang::En);
        for day in 0..400 {
            let today = later(day);
            let status = playbook.status(&case, today);
            let open = |kind, on| {
                status.agenda.iter().any(|one| one.kind == kind && one.on == on && one.is_due(today))
            };
            let known = match &status.next {
                Next::Promise(_, on) => open(AgendaKind::Promise, *on),
                Next::AskAgain(_, on) => open(AgendaKind::AnswerBy, *on),
                Next::Complain(_, on) => open(AgendaKind::Complaint, *on),
                Next::Nudge(_, on) => open(AgendaKind::Reminder, *on),
                Next::SaveCredit(_, on) => open(AgendaKind::CreditAtRisk, *on),
                Next::FollowUp(item, _) => {
                    status.agenda.iter().any(|one| one.item == *item && one.is_due(today))
                }
                _ => !status.agenda.iter().any(|one| {
                    one.is_due(today) && matches!(one.kind, AgendaKind::Promise | AgendaKind::FollowUp)
                }),
            };
            prop_assert!(known, "{today}: {:?} and {:?}", status.next, status.agenda);
            let words = Words { case: &case, playbook: &playbook, text: &text, today };
            for one in &status.agenda {
                let line = &case.line;
                let given = [line.active_until, line.grace_until].contains(&Some(one.on))
                    || case.contacts.iter().any(|contact| [contact.promised, contact.answer_by].contains(&Some(one.on)))
                    || case.obstacles.iter().any(|obstacle| obstacle.follow_up == Some(one.on));
                // The checks of the watch are advice, counted from the end of the line.
                let advice = matches!(one.kind, AgendaKind::SignIn | AgendaKind::Recovery);
                let computed = words.source(one).is_some();
                prop_assert!(given || computed || advice, "{one:?} comes from nowhere");
                prop_assert!(!words.rule(one, status.review.as_ref()).is_empty(), "{one:?}");
                let told = words.dated(one);
                prop_assert!(!told.contains("say-") && !told.is_empty(), "{told}");
                if one.state == AgendaState::Open && one.kind.is_of_the_line() {
                    prop_assert!(one.on >= today, "{one:?} has passed");
                }
            }
        }
    }
}

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
