use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::*;
use crate::{
    domain::{Application, Asked, Case, Change, Holder, Line, Procedure, Route},
    playbook::{Library, Playbook, Words},
    text::{Lang, Text},
};

const FIRST: Date = date(2026, 11, 5);

/// One thing that happens to a made-up case.
#[derive(Clone, Debug)]
enum Deed {
    Wait(i64),
    Submit(bool),
    Decide(bool),
    Extend(i64),
    Contact { channel: &'static str, named: bool, promised: Option<i64>, expected: Option<i64> },
    Line { name: bool, reply_to: bool, abroad: bool, other: bool },
    Check(&'static str),
    Take(Route),
    Keep(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let channels = vec!["hotline", "website", "store", "forum"];
    let items = vec![
        "precondition:arrears",
        "precondition:activity",
        "safeguard:credit",
        "document:identity",
        "document:usage",
    ];
    let some = || proptest::option::of(0_i64..60);
    prop_oneof![
        4 => (1_i64..25).prop_map(Deed::Wait),
        3 => any::<bool>().prop_map(Deed::Submit),
        1 => any::<bool>().prop_map(Deed::Decide),
        1 => (1_i64..60).prop_map(Deed::Extend),
        4 => (proptest::sample::select(channels), any::<bool>(), some(), some()).prop_map(
            |(channel, named, promised, expected)| Deed::Contact {
                channel, named, promised, expected,
            }
        ),
        1 => any::<(bool, bool, bool, bool)>().prop_map(|(name, reply_to, abroad, other)| {
            Deed::Line { name, reply_to, abroad, other }
        }),
        1 => proptest::sample::select(items).prop_map(Deed::Check),
        1 => proptest::sample::select(vec![Route::Apply, Route::Lapse, Route::Port])
            .prop_map(Deed::Take),
        1 => (0_usize..4).prop_map(Deed::Keep),
    ]
}

fn later(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).expect("in range")
}

/// What the carrier decided on a day.
fn answer(approved: bool, on: Date) -> Outcome {
    if approved {
        return Outcome::on(Verdict::Approved, on);
    }
    Outcome { reason: Some("illegible".into()), ..Outcome::on(Verdict::Rejected, on) }
}

/// Does it by the rules; what they refuse is not done.
fn happen(case: &mut Case, playbook: &Playbook, today: &mut Date, deed: &Deed) {
    let say = |on: bool, text: &str| on.then(|| text.to_owned());
    let made: Result<Change, Refusal> = match deed {
        Deed::Wait(days) => {
            *today = later(*today, *days);
            return;
        }
        Deed::Submit(named) => {
            let reference = say(*named, "APP");
            case.submit(&[], Application { reference, ..Application::on(*today) }, *today)
        }
        Deed::Decide(approved) => {
            case.decide(&playbook.procedure(), answer(*approved, *today), *today)
        }
        Deed::Extend(days) => case.extend(later(*today, *days), "busy", FIRST, *today),
        Deed::Contact { channel, named, promised, expected } => {
            let draft = Contact {
                agent: say(*named, "agent 7"),
                reference: say(*named, "CALL"),
                promised: promised.map(|days| later(*today, days)),
                answer_by: expected.map(|days| later(*today, days)),
                ..Contact::on(*today, *channel)
            };
            case.log_contact(draft, *today)
        }
        Deed::Line { name, reply_to, abroad, other } => {
            let line = Line {
                number: Some("+60 12-345 6789".into()),
                name: say(*name, "Someone Made Up"),
                reply_to: say(*reply_to, "someone@example.org"),
                abroad: *abroad,
                active_until: reply_to.then_some(later(FIRST, 17)),
                grace_until: reply_to.then_some(later(FIRST, 67)),
                last_used: abroad.then_some(later(FIRST, -9)),
                holder: if *other { Holder::Other("Another".into()) } else { Holder::Me },
                ..Line::default()
            };
            case.set_line(line, *today)
        }
        Deed::Take(route) => case.take_route(&playbook.procedure(), *route),
        Deed::Keep(at) => match case.contacts.get(*at) {
            Some(one) => case.keep_promise(&one.id, *today, *today),
            None => return,
        },
        Deed::Check(item) => {
            let item = item.parse().expect("an item");
            case.check(&playbook.procedure(), &item, false, *today)
        }
    };
    if let Ok(change) = made {
        change.apply(case).expect("applies");
    }
}

/// Every day that a case can come to, as a letter writes it.
fn calendar(words: &Text) -> Vec<(Date, String)> {
    let days = (-60..800).map(|days| later(FIRST, days));
    days.map(|day| (day, words.letter_date(day))).collect()
}

/// Every date that stands in a text, however it got there.
fn dates_in(text: &str, calendar: &[(Date, String)]) -> Vec<Date> {
    let mut found = Vec::new();
    for (day, written) in calendar {
        for (at, _) in text.match_indices(written) {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            if before.is_none_or(|c| !c.is_ascii_digit()) {
                found.push(*day);
            }
        }
    }
    found
}

/// The date that the book holds under this origin.
fn fact(case: &Case, today: Date, origin: &DateOrigin) -> Option<Date> {
    let application = |id: &Id| case.applications.iter().find(|one| one.id == *id);
    match origin {
        DateOrigin::Today => Some(today),
        DateOrigin::Submitted(id) => Some(application(id)?.on),
        DateOrigin::Decided(id) => Some(application(id)?.outcome.as_ref()?.on),
        DateOrigin::Contact(id) => Some(case.contact(id).ok()?.on),
        DateOrigin::Promise(id) => case.contact(id).ok()?.promised,
        DateOrigin::Line("active-until") => case.line.active_until,
        DateOrigin::Line("grace-until") => case.line.grace_until,
        DateOrigin::Line(_) => case.line.last_used,
    }
}

/// That a letter says nothing but what the book holds.
fn holds(words: &Words<'_>, letter: &Letter, written: &WrittenLetter, days: &[(Date, String)]) {
    let no_forum = words.playbook.procedure().forums.is_empty();
    let (case, id, told) = (words.case, &letter.id, &written.text);
    let mut claimed: Vec<Date> = written.dates.iter().map(|(on, _)| *on).collect();
    claimed.sort();
    assert_eq!(dates_in(told, days), claimed, "{id}: {told}");
    let years = ["2026", "2027", "2028", "2029"].map(|year| told.matches(year).count());
    assert_eq!(years.iter().sum::<usize>(), claimed.len(), "{id}: {told}");
    for (on, origin) in &written.dates {
        assert_eq!(fact(case, words.today, origin), Some(*on), "{id}: {origin:?}: {told}");
        if let DateOrigin::Contact(contact) | DateOrigin::Promise(contact) = origin {
            let pending = case.pending().expect("a contact is quoted about an application");
            let contact = case.contact(contact).expect("a contact");
            assert!(
                contact.on >= pending.on && (contact.channel != "forum" || no_forum),
                "{id}: {told}"
            );
        }
    }
    // What the window gives is nobody's word.
    if let Some(review) = words.playbook.review(case, words.today) {
        let facts = || {
            let applications = case
                .applications
                .iter()
                .flat_map(|one| [Some(one.on), one.outcome.as_ref().map(|outcome| outcome.on)]);
            let contacts = case.contacts.iter().flat_map(|one| [Some(one.on), one.promised]);
            let line = [case.line.active_until, case.line.grace_until, case.line.last_used];
            applications.chain(contacts).chain(line).flatten().chain([words.today])
        };
        let computed = [Some(review.earliest), Some(review.by_window), Some(review.latest)];
        let computed = computed
            .into_iter()
            .chain([review.nudge, review.complaint.map(|one| one.from)])
            .flatten();
        for day in computed.filter(|day| facts().all(|fact| fact != *day)) {
            assert!(!dates_in(told, days).contains(&day), "{id}: {day}: {told}");
        }
    }
    // Nobody is asked to end a line that lapses by itself, or whose number moves.
    let ends = ["terminat", "注销", "penamatan", "menamatkan"];
    let asks = ends.iter().any(|word| told.contains(word));
    assert!(!asks || case.way() == Route::Apply, "{id}: {told}");
    for left in ['{', '}', '[', ']'] {
        assert!(!told.contains(left), "{id}: {told}");
    }
    assert!(!told.contains("\n ") || told.contains("\n  "), "{id}: {told}");
    let abroad = ["abroad", "outside Malaysia", "luar", "国外", "不在马来西亚"];
    let says = abroad.iter().any(|word| told.contains(word));
    assert!(!says || case.line.abroad, "{id}: {told}");
    assert!(!told.contains("SOS") || is_done(case, "precondition:arrears"), "{id}: {told}");
}

fn is_done(case: &Case, item: &str) -> bool {
    case.mark(&item.parse().expect("an item")).state == MarkState::Done
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_letter_says_nothing_but_what_the_book_holds(
        deeds in proptest::collection::vec(deed(), 0..24),
        carrier in proptest::sample::select(vec!["hotlink", "generic"]),
    ) {
        let library = Library::default();
        let playbook = library.find(&Id::new(carrier)).expect("built in");
        let mut case =
            Case::new(Id::new("kl"), "KL".into(), playbook.id.clone(), Route::Apply, FIRST);
        let mut today = FIRST;
        for deed in &deeds {
            happen(&mut case, playbook, &mut today, deed);
        }
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let words = Words { case: &case, playbook, text: &text, today };
            let days = calendar(&text);
            for letter in library.letters(playbook) {
                match words.letter(letter) {
                    Ok(written) => holds(&words, letter, &written, &days),
                    Err(Refusal::TooEarly(from)) => {
                        prop_assert!(from > today, "{}: {from}", letter.id);
                    }
                    Err(Refusal::AskFirst(Some(complaint))) => {
                        prop_assert!(complaint.from > today && complaint.asked >= today);
                    }
                    Err(_) => {}
                }
                let kept = case.contacts.iter().filter(|one| one.kept.is_some());
                let quoted = words.letter(letter).map(|written| written.dates).unwrap_or_default();
                for one in kept {
                    let promise = DateOrigin::Promise(one.id.clone());
                    prop_assert!(quoted.iter().all(|(_, origin)| *origin != promise));
                }
                let chased = letter.id.as_str() != "chaser" || case.pending().is_some();
                prop_assert!(chased || words.letter(letter).is_err());
            }
        }
    }
}

/// A case whose application was submitted on the first day.
fn submitted() -> Case {
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, FIRST);
    case.applications.push(Application { id: Id::new("1"), ..Application::on(FIRST) });
    case
}

fn contact(case: &mut Case, on: Date, promised: Option<Date>) {
    let id = Id::new((case.contacts.len() + 1).to_string());
    case.contacts.push(Contact {
        id,
        agent: Some("agent 7".into()),
        reference: Some("CALL-7".into()),
        promised,
        ..Contact::on(on, "hotline")
    });
}

fn written(case: &Case, id: &str, today: Date) -> Result<String, Refusal> {
    let (library, text) = (Library::default(), Text::new(Lang::En));
    let playbook = library.find(&case.playbook).expect("built in");
    let letters = library.letters(playbook);
    let letter = letters.into_iter().find(|one| one.id.as_str() == id).expect("a letter");
    let words = Words { case, playbook, text: &text, today };
    Ok(words.letter(letter)?.text)
}

#[test]
fn a_complaint_waits_for_the_carriers_time_and_says_from_when() {
    let mut case = submitted();
    let asked_today = written(&case, "complaint", date(2026, 11, 20));
    let Err(Refusal::AskFirst(Some(complaint))) = asked_today else { panic!("{asked_today:?}") };
    assert_eq!((complaint.asked, complaint.from), (date(2026, 11, 20), date(2027, 1, 6)));
    contact(&mut case, date(2026, 11, 20), None);
    let from = date(2027, 1, 6);
    assert_eq!(written(&case, "complaint", date(2027, 1, 5)), Err(Refusal::TooEarly(from)));
    assert_eq!(written(&case, "complaint", date(2026, 12, 1)), Err(Refusal::TooEarly(from)));
    let told = written(&case, "complaint", from).expect("can be written");
    assert!(told.contains("log of my later contacts begins on 20 November 2026."), "{told}");
    assert!(!told.contains("17 November"), "{told}");
}

#[test]
fn a_complaint_needs_an_earlier_question_that_is_unanswered() {
    let mut case = Case { playbook: Id::new("thailand"), ..submitted() };
    let late = date(2026, 12, 1);
    let complaint = |case: &Case, day| written(case, "complaint", day).map(|_| ());
    contact(&mut case, date(2026, 11, 10), None);
    assert_eq!(complaint(&case, late), Err(Refusal::AskFirst(None)), "it was not late then");
    contact(&mut case, late, None);
    let next = later(late, 1);
    assert_eq!(complaint(&case, late), Err(Refusal::TooEarly(next)), "asked this very day");
    assert_eq!(complaint(&case, next), Ok(()));
    contact(&mut case, next, Some(later(next, 5)));
    let over = later(next, 6);
    assert_eq!(complaint(&case, next), Err(Refusal::TooEarly(over)), "an answer is promised");
    assert_eq!(complaint(&case, over), Ok(()));
}

#[test]
fn only_a_letter_about_the_application_asks_for_the_answer() {
    let (case, text) = (submitted(), Text::new(Lang::En));
    let library = Library::default();
    for id in library.ids() {
        let playbook = library.find(id).expect("built in");
        let words = Words { case: &case, playbook, text: &text, today: FIRST };
        for letter in library.letters(playbook) {
            let other = ["dispute", "authorisation"].contains(&letter.id.as_str());
            let asked = words.sent(letter).asked;
            assert_eq!(asked == Asked::Other, other, "{}: {}", playbook.id, letter.id);
        }
    }
}

#[test]
fn a_reminder_quotes_the_promise_and_no_older_contact() {
    let mut case = submitted();
    contact(&mut case, date(2026, 11, 4), Some(date(2026, 11, 9)));
    let today = date(2026, 11, 20);
    let told = written(&case, "chaser", today).expect("an application waits");
    assert!(!told.contains("4 November") && !told.contains("agent 7"), "{told}");
    contact(&mut case, date(2026, 11, 10), Some(date(2026, 11, 16)));
    let told = written(&case, "chaser", today).expect("an application waits");
    let promise = "On 10 November 2026 your agent (agent 7) told me I would have an answer by \
                   16 November 2026 (reference CALL-7). I have had no decision so far.";
    assert!(told.contains(promise), "{told}");
    contact(&mut case, date(2026, 11, 18), None);
    let told = written(&case, "chaser", today).expect("an application waits");
    assert!(told.contains("I last contacted you on 18 November 2026."), "{told}");
}

#[test]
fn after_an_outcome_no_reminder_is_written() {
    let mut case = submitted();
    let rejected = case.decide(&Procedure::default(), answer(false, FIRST), FIRST);
    rejected.expect("allowed").apply(&mut case).expect("applies");
    assert_eq!(written(&case, "chaser", FIRST), Err(Refusal::NothingPending));
    let told = written(&case, "application", FIRST).expect("can be written");
    let replaces = "This replaces my application of 5 November 2026, which you refused on \
                    5 November 2026.";
    assert!(told.contains(replaces), "{told}");
}

#[test]
fn a_kept_promise_is_not_pressed() {
    let mut case = submitted();
    contact(&mut case, date(2026, 11, 10), Some(date(2026, 11, 16)));
    let today = date(2026, 11, 20);
    let kept = case.keep_promise(&Id::new("1"), date(2026, 11, 16), today);
    kept.expect("allowed").apply(&mut case).expect("applies");
    let told = written(&case, "chaser", today).expect("an application waits");
    assert!(!told.contains("16 November"), "{told}");
    assert!(told.contains("I last contacted you on 10 November 2026."), "{told}");
}

#[test]
fn letters_fit_the_way_out_or_say_why_not() {
    let mut case = submitted();
    case.applications.clear();
    case.line.grace_until = Some(date(2027, 2, 4));
    let ids = ["application", "authorisation", "chaser", "complaint"];
    for (route, why) in [(Route::Lapse, Refusal::Lapsing), (Route::Port, Refusal::Porting)] {
        case.route = route;
        for id in ids {
            let refused = written(&case, id, FIRST);
            let nothing = id == "complaint" && refused == Err(Refusal::NothingPending);
            assert!(nothing || refused == Err(why.clone()), "{id}: {refused:?}");
        }
    }
    assert_eq!(written(&case, "question", FIRST), Err(Refusal::Porting));
    let told = written(&case, "call", FIRST).expect("can be said");
    assert!(told.contains("to another carrier") && told.contains("give the new carrier"), "{told}");
    case.applications.push(Application { id: Id::new("1"), ports: true, ..Application::on(FIRST) });
    let told = written(&case, "message", FIRST).expect("can be written");
    assert!(told.contains("on 5 November 2026 I asked another carrier"), "{told}");
    assert_eq!(written(&case, "chaser", date(2026, 12, 1)), Err(Refusal::Porting));
    case.applications.clear();
    case.route = Route::Lapse;
    let told = written(&case, "question", FIRST).expect("can be written");
    assert!(told.contains("Receiving until: 4 February 2027.") && told.contains("lost"), "{told}");
    case.route = Route::Apply;
    assert_eq!(written(&case, "question", FIRST), Err(Refusal::Applying));
}

#[test]
fn only_a_sourced_day_is_expected_of_a_letter() {
    let case = submitted();
    let (library, text) = (Library::default(), Text::new(Lang::En));
    let playbook = library.find(&case.playbook).expect("built in");
    let words = Words { case: &case, playbook, text: &text, today: FIRST };
    for letter in library.letters(playbook) {
        let sent = words.sent(letter);
        // 15 working days to answer a complaint; the window itself is unverified.
        let sourced = (letter.id.as_str() == "chaser").then_some(date(2026, 11, 27));
        assert_eq!(sent.answer_by, sourced, "{}", letter.id);
        assert!(!sent.channel.is_empty(), "{}", letter.id);
    }
}
