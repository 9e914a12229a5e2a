use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::*;
use crate::{
    domain::{Case, Change, Holder, Item, Line, MarkState, Outcome, Route, Verdict},
    playbook::{
        Library, Playbook, Words,
        tests::{sources, tries},
    },
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
        "document:authorisation",
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
        1 => proptest::sample::select(Route::ALL.to_vec()).prop_map(Deed::Take),
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
    let about = vec!["document:identity".parse().expect("an item")];
    Outcome { reason: Some("illegible".into()), about, ..Outcome::on(Verdict::Rejected, on) }
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
        DateOrigin::Extended(id) => Some(application(id)?.extension.as_ref()?.until),
        DateOrigin::Contact(id) => Some(case.contact(id).ok()?.on),
        DateOrigin::Promise(id) => case.contact(id).ok()?.promised,
        DateOrigin::Kept(id) => case.contact(id).ok()?.kept,
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
            let about = case.latest_application().expect("a contact is about an application");
            let contact = case.contact(contact).expect("a contact");
            assert!(
                contact.on >= about.on && (contact.channel != "forum" || no_forum),
                "{id}: {told}"
            );
        }
    }
    // What the window gives is nobody's word.
    if let Some(review) = words.playbook.review(case, words.today) {
        let facts = || {
            let applications = case.applications.iter().flat_map(|one| {
                let decided = one.outcome.as_ref().map(|outcome| outcome.on);
                let more = one.extension.as_ref();
                [Some(one.on), decided, more.map(|more| more.until), more.and_then(|more| more.on)]
            });
            let contacts =
                case.contacts.iter().flat_map(|one| [Some(one.on), one.promised, one.kept]);
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
    let abroad = [
        "I'm abroad",
        "I am abroad",
        "outside Malaysia",
        "Saya berada di luar",
        "我在国外",
        "不在马来西亚",
    ];
    let says = abroad.iter().any(|word| told.contains(word));
    assert!(!says || case.line.abroad, "{id}: {told}");
    assert!(!told.contains("SOS") || is_done(case, "precondition:arrears"), "{id}: {told}");
    signed_by_who_says_it(case, id, told);
    asks_who_was_asked(words, id, told);
    let identity: Item = "document:identity".parse().expect("an item");
    let title = words.title(&identity);
    let attached = told
        .lines()
        .any(|line| ATTACHED.iter().any(|word| line.starts_with(word)) && line.contains(&title));
    assert!(!attached || case.criticised(&identity).is_none(), "{id}: {told}");
    let questions: Vec<&str> = told.lines().filter(|line| line.contains('?')).collect();
    for (at, one) in questions.iter().enumerate() {
        assert!(!questions.iter().skip(at + 1).any(|other| other == one), "{id}: {told}");
    }
    assert!(!told.contains("#."), "{id}: {told}");
}

const ATTACHED: [&str; 3] = ["Attached:", "附件：", "Lampiran:"];

/// Whoever signs a letter can say what stands in it.
fn signed_by_who_says_it(case: &Case, id: &Id, told: &str) {
    let of_holder = [
        "I asked",
        "I am the holder",
        "我在2",
        "我的销号",
        "saya memohon",
        "no longer need",
        "my prepaid",
    ];
    let says = |words: &[&str]| words.iter().any(|word| told.contains(word));
    let others = case.line.holder != Holder::Me;
    assert!(!others || !says(&of_holder), "{id}: {told}");
    let behalf = ["on the holder's behalf", "on behalf of", "代机主", "bagi pihak pemilik"];
    // The holder alone authorises.
    let for_holder = says(&behalf) && id.as_str() != "authorisation";
    let authorised = is_done(case, "document:authorisation");
    assert!(!for_holder || (case.line.authorised().is_some() && authorised), "{id}: {told}");
    // Who is not authorised asks, and asks for nothing to be done.
    let requests =
        ["I'd like to", "Please terminate", "我想注销", "请注销以下", "saya ingin", "Saya ingin"];
    assert!(!others || authorised || !says(&requests), "{id}: {told}");
    if others && case.line.authorised().is_none() {
        assert!(
            !says(&["I'm abroad", "I am abroad", "I am outside", "Saya berada", "我不在"]),
            "{id}: {told}"
        );
    }
}

/// Nobody is told that they were asked what was asked of somebody else.
fn asks_who_was_asked(words: &Words<'_>, id: &Id, told: &str) {
    let elsewhere = words.playbook.application.elsewhere && words.case.pending().is_some();
    let asked_you = ["asked you", "was requested", "申请注销", "memohon penamatan", "dimohon"];
    let says = asked_you.iter().any(|word| told.contains(word));
    assert!(!elsewhere || !says, "{id}: {told}");
}

fn is_done(case: &Case, item: &str) -> bool {
    case.mark(&item.parse().expect("an item")).state == MarkState::Done
}

proptest! {
    #![proptest_config(tries(64))]

    #[test]
    fn a_letter_says_nothing_but_what_the_book_holds(
        deeds in proptest::collection::vec(deed(), 0..24),
        carrier in proptest::sample::select(sources().map(|(id, _)| id).collect::<Vec<_>>()),
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
