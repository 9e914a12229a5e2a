//! Made-up cases with some of everything that has a date, for property tests.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{BUILT_IN, Playbook};
use crate::domain::{
    AccountDraft, AccountKind, AccountState, Application, Asked, Case, Change, Class, Contact, Id,
    Item, ItemKind, Line, Outcome, Refusal, Route, Verdict,
};

/// The day on which all of them were opened.
pub(crate) const OPENED: Date = date(2026, 3, 2);

/// Id and text of every built-in playbook.
pub(crate) fn sources() -> impl Iterator<Item = (&'static str, String)> {
    BUILT_IN.iter().map(|id| {
        let path = format!("{}/assets/playbooks/{id}.ron", env!("CARGO_MANIFEST_DIR"));
        (*id, std::fs::read_to_string(path).expect("a playbook of that id"))
    })
}

/// How many made-up cases a property is tried on: so many, unless `PROPTEST_CASES` says
/// otherwise.
pub(crate) fn tries(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|many| many.parse().ok());
    let cases = asked.unwrap_or(usual);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// The playbook that all of them follow.
pub(crate) fn hotlink() -> Playbook {
    built_in("hotlink")
}

/// The built-in playbook with this id.
pub(crate) fn built_in(id: &str) -> Playbook {
    let (_, source) = sources().find(|(known, _)| *known == id).expect("built in");
    Playbook::read(&source).expect("sound")
}

/// So many days after they were opened.
pub(crate) fn later(days: i32) -> Date {
    OPENED.checked_add(days.days()).expect("a day")
}

/// Does what a rule has allowed; what it refused is not done.
pub(crate) fn record(case: &mut Case, change: Result<Change, Refusal>) {
    if let Ok(change) = change {
        change.apply(case).expect("applies");
    }
}

/// Something that the person says about an entry of the agenda: on which day, of
/// which entry, and for how many days it is put off; none means that it is done.
type Said = (i32, usize, Option<i32>);

fn say(case: &mut Case, playbook: &Playbook, (day, at, snooze): Said) {
    let today = later(day);
    let agenda = playbook.status(case, today).agenda;
    let Some(entry) = agenda.get(at % agenda.len().max(1)) else { return };
    let made = match snooze {
        Some(days) => Case::snooze(&agenda, &entry.id, later(day + days), today),
        None => case.finish(&agenda, &entry.id, today),
    };
    record(case, made);
}

fn account(case: &mut Case, (name, state, until): (&str, usize, Option<i32>)) {
    let state = AccountState::ALL.into_iter().cycle().nth(state).expect("a state");
    let draft = AccountDraft {
        name: name.to_owned(),
        kind: AccountKind::Bank,
        state,
        until: until.map(later).filter(|_| state == AccountState::Waiting),
        ..AccountDraft::default()
    };
    let made = case.new_account(draft, OPENED);
    record(case, made);
}

fn contacts(case: &mut Case, all: Vec<(i32, i32, bool, bool)>) {
    for (on, after, promises, keeps) in all {
        let on = later(on);
        let promised = promises.then(|| on.checked_add(after.days()).expect("a day"));
        let answer_by = (after % 3 == 0).then_some(on);
        // Of some nobody knows more than that they were about something else.
        let asked = Asked::ALL[usize::from(after % 5 == 0) + usize::from(after % 10 == 0)];
        let draft = Contact { asked, promised, answer_by, ..Contact::on(on, "hotline") };
        let logged = case.log_contact(draft, on);
        record(case, logged);
        if let Some(one) = case.contacts.last().filter(|_| keeps) {
            let kept = case.keep_promise(&one.id.clone(), on, on);
            record(case, kept);
        }
    }
}

/// An application submitted on a day, and the answer to it so many days later.
fn application(
    case: &mut Case,
    playbook: &Playbook,
    (on, answer): (i32, Option<(i32, bool, bool)>),
) {
    let on = later(on);
    let mut draft = Application::on(on);
    draft.anyway = Some("made up".into());
    let sent = case.submit(&[Item::new(ItemKind::Line, &Id::new("x"))], draft, on);
    record(case, sent);
    let Some((days, approved, confirmed)) = answer else {
        // Of some the carrier has asked for more time.
        let (until, said) = (on.checked_add(40.days()), on.checked_add(9.days()));
        if let (0, Ok(until), Ok(said)) = (on.day() % 3, until, said) {
            let extended = case.extend(until, "busy", on, said);
            record(case, extended);
        }
        return;
    };
    let day = on.checked_add(days.days()).expect("a day");
    let outcome = if approved {
        let reference = confirmed.then(|| "MADE-UP".to_owned());
        Outcome { reference, ..Outcome::on(Verdict::Approved, day) }
    } else {
        Outcome { reason: Some("illegible".into()), ..Outcome::on(Verdict::Rejected, day) }
    };
    let decided = case.decide(&playbook.procedure(), outcome, day);
    record(case, decided);
}

/// A case with some of everything that has a date. Nothing in it is real.
pub(crate) fn any_case() -> impl Strategy<Value = Case> {
    let contact = (0..60_i32, 0..40_i32, any::<bool>(), any::<bool>());
    let line = (prop::option::of(0..400_i32), 0..90_i32, any::<bool>(), any::<bool>());
    let answer = prop::option::of((0..40_i32, any::<bool>(), any::<bool>()));
    let submitted = prop::option::of((0..60_i32, answer));
    let said = (0..200_i32, 0..8_usize, prop::option::of(1..40_i32));
    (
        prop::collection::vec(contact, 0..5),
        line,
        submitted,
        prop::option::of(0..90_i32),
        prop::sample::select(vec![Route::Apply, Route::Apply, Route::Lapse, Route::Port]),
        prop::collection::vec((0..6_usize, prop::option::of(0..120_i32)), 0..3),
        prop::collection::vec(said, 0..5),
    )
        .prop_map(|(called, line, submitted, follow_up, route, accounts, said)| {
            let (active, grace, credit, visitor) = line;
            let playbook = hotlink();
            let id = Id::new("kl");
            let mut case = Case::new(id, "KL".into(), Id::new("hotlink"), route, OPENED);
            case.line = Line {
                active_until: active.map(later),
                grace_until: active.map(|days| later(days + grace)),
                credit: credit.then(|| "RM 3.20".to_owned()),
                class: visitor.then_some(Class::Tourist),
                registered: visitor.then_some(OPENED),
                ..Line::default()
            };
            for (name, (state, until)) in ["Maybank", "Grab", "Steam"].into_iter().zip(accounts) {
                account(&mut case, (name, state, until));
            }
            contacts(&mut case, called);
            if let Some(days) = follow_up {
                let kind = Id::new("no-answer");
                let on = Some(later(days));
                let opened = case.open_obstacle(&playbook.procedure(), &kind, None, on, OPENED);
                record(&mut case, opened);
            }
            if let Some(submitted) = submitted {
                application(&mut case, &playbook, submitted);
            }
            for one in said {
                say(&mut case, &playbook, one);
            }
            case
        })
}
