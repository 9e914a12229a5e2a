//! Letters of made-up cases, one situation each.

use jiff::civil::{Date, date};

use super::*;
use crate::{
    domain::{Asked, Case, Next, Outcome, Procedure, Route, Stage, Verdict},
    playbook::{Library, Words, words::letter::WrittenLetter},
    text::{Lang, Text},
};

const FIRST: Date = date(2026, 11, 5);

/// What Hotlink asks.
fn procedure() -> Procedure {
    Library::default().find(&Id::new("hotlink")).expect("built in").procedure()
}

/// A no, because of the identity document.
fn refusal(on: Date) -> Outcome {
    let about = vec!["document:identity".parse().expect("an item")];
    Outcome { reason: Some("illegible".into()), about, ..Outcome::on(Verdict::Rejected, on) }
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
    assert!(told.contains("\n- 20 November 2026: Hotline; agent 7; reference CALL-7\n"), "{told}");
    assert!(!told.contains("17 November"), "{told}");
}

#[test]
fn where_no_source_gives_the_carrier_a_time_a_complaint_waits_for_a_day_that_was_named() {
    for carrier in ["thailand", "generic"] {
        let mut case = Case { playbook: Id::new(carrier), ..submitted() };
        let late = date(2027, 3, 1);
        let complaint = |case: &Case, day| written(case, "complaint", day).map(|_| ());
        assert_eq!(complaint(&case, late), Err(Refusal::AskFirst(None)), "nobody asked");
        contact(&mut case, date(2026, 11, 10), None);
        contact(&mut case, date(2026, 12, 1), None);
        // The window is a placeholder: nobody is late by it.
        assert_eq!(complaint(&case, late), Err(Refusal::NoTerm), "{carrier}");
        contact(&mut case, date(2027, 3, 1), Some(date(2027, 3, 5)));
        let over = date(2027, 3, 6);
        assert_eq!(complaint(&case, late), Err(Refusal::TooEarly(over)), "an answer is promised");
        assert_eq!(complaint(&case, over), Ok(()));
    }
}

#[test]
fn only_a_letter_about_the_application_asks_for_the_answer() {
    let (case, text) = (submitted(), Text::new(Lang::En));
    let library = Library::default();
    for id in library.ids() {
        let playbook = library.find(id).expect("built in");
        let words = Words { case: &case, playbook, text: &text, today: FIRST };
        for letter in library.letters(playbook) {
            let other = ["dispute", "authorisation", "comment"].contains(&letter.id.as_str());
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
    let promise = "On 10 November 2026 your agent (agent 7) promised an answer by \
                   16 November 2026 (reference CALL-7). I have had no decision so far.";
    assert!(told.contains(promise), "{told}");
    contact(&mut case, date(2026, 11, 18), None);
    let told = written(&case, "chaser", today).expect("an application waits");
    let last = "The last contact was on 18 November 2026 (Hotline). Its reference: CALL-7. \
                Your agent: agent 7.";
    assert!(told.contains(last), "{told}");
}

#[test]
fn a_reminder_waits_until_the_answer_is_late() {
    let mut case = submitted();
    let reminder = |case: &Case, day| written(case, "chaser", day).map(|_| ());
    let late = date(2026, 11, 18);
    assert_eq!(reminder(&case, date(2026, 11, 17)), Err(Refusal::TooEarly(late)));
    assert_eq!(reminder(&case, late), Ok(()));
    contact(&mut case, date(2026, 11, 19), Some(date(2026, 12, 24)));
    let late = date(2026, 12, 25);
    assert_eq!(reminder(&case, date(2026, 12, 24)), Err(Refusal::TooEarly(late)), "promised");
    assert_eq!(reminder(&case, late), Ok(()));
}

#[test]
fn who_keeps_a_line_after_all_asks_the_carrier_to_stop() {
    let case = Case { route: Route::Keep, ..submitted() };
    let library = Library::default();
    let playbook = library.find(&case.playbook).expect("built in");
    let late = date(2027, 3, 1);
    let next = playbook.status(&case, late).next;
    assert_eq!(next, Next::Withdraw("application:1".parse().expect("an item")));
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let words = Words { case: &case, playbook, text: &text, today: late };
        for letter in library.letters(playbook) {
            let asks = ["call", "message"].contains(&letter.id.as_str());
            let told = words.letter(letter);
            assert_eq!(told.is_ok(), asks, "{}: {told:?}", letter.id);
            let stops = ["Please stop that request", "请撤回这个申请", "Mohon hentikan permohonan"];
            let says = |told: &WrittenLetter| stops.iter().any(|stop| told.text.contains(stop));
            assert!(told.as_ref().is_ok_and(says) == asks, "{}: {told:?}", letter.id);
        }
    }
}

#[test]
fn a_letter_printed_again_does_not_quote_itself() {
    let (library, text) = (Library::default(), Text::new(Lang::En));
    let mut case = submitted();
    contact(&mut case, date(2026, 11, 18), None);
    let today = date(2026, 11, 20);
    let before = written(&case, "chaser", today).expect("can be written");
    assert!(before.contains("18 November 2026 (Hotline)"), "{before}");
    let playbook = library.find(&case.playbook).expect("built in");
    let chaser = library.letters(playbook).into_iter().find(|one| one.id.as_str() == "chaser");
    let words = Words { case: &case, playbook, text: &text, today };
    let sent = words.sent(chaser.expect("a letter"));
    let logged = case.log_contact(sent, today).expect("allowed");
    logged.apply(&mut case).expect("applies");
    assert_eq!(written(&case, "chaser", today), Ok(before));
    let told = written(&case, "message", today).expect("can be written");
    assert!(told.contains("I asked you"), "{told}");
    let later = written(&case, "chaser", date(2026, 12, 1)).expect("can be written");
    assert!(
        later.contains("20 November 2026 (Website and live chat)"),
        "by then it is the last contact: {later}"
    );
}

#[test]
fn a_complaint_tells_the_whole_history() {
    let mut case = submitted();
    let refused = case.decide(&procedure(), refusal(date(2026, 11, 12)), date(2026, 11, 12));
    refused.expect("allowed").apply(&mut case).expect("applies");
    let again = Application { id: Id::new("2"), ..Application::on(date(2026, 11, 13)) };
    case.applications.push(again);
    contact(&mut case, date(2026, 11, 30), Some(date(2026, 12, 4)));
    contact(&mut case, date(2026, 12, 7), Some(date(2026, 12, 14)));
    let (until, latest, said) = (date(2026, 12, 11), date(2026, 11, 25), date(2026, 12, 8));
    let more = case.extend(until, "The office is moving.", latest, said);
    more.expect("allowed").apply(&mut case).expect("applies");
    contact(&mut case, date(2026, 12, 16), None);
    let told = written(&case, "complaint", date(2027, 3, 1)).expect("can be written");
    for line in [
        "I asked the provider to terminate this line on 13 November 2026.",
        "asked for more time, until 11 December 2026, because: The office is moving.",
        "- 5 November 2026: refused on 12 November 2026: illegible",
        "- 30 November 2026: Hotline; agent 7; reference CALL-7; answer promised by 4 December 2026",
        "- 7 December 2026: Hotline; agent 7; reference CALL-7; answer promised by 14 December 2026",
        "- 16 December 2026: Hotline; agent 7; reference CALL-7",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
}

#[test]
fn after_a_line_has_lapsed_letters_ask_about_what_was() {
    let mut case = submitted();
    case.applications.clear();
    case.route = Route::Lapse;
    case.line.grace_until = Some(date(2026, 11, 19));
    let last_day = written(&case, "question", date(2026, 11, 19));
    assert!(last_day.is_ok_and(|told| told.contains("is being left to expire")));
    let today = date(2026, 11, 20);
    for id in ["question", "comment", "dispute"] {
        assert_eq!(written(&case, id, today), Err(Refusal::Over(Stage::Lapsed)), "{id}");
    }
    for id in ["call", "message"] {
        let told = written(&case, id, today).expect("can be said");
        assert!(told.contains("was left to expire") && !told.contains("Will"), "{told}");
        let rested = written(&case, id, date(2027, 8, 1));
        assert_eq!(rested, Err(Refusal::Over(Stage::Closed)), "{id}");
    }
}

#[test]
fn where_a_new_carrier_ends_the_line_this_one_is_told_so() {
    for carrier in ["united-kingdom", "ee", "vodafone-uk"] {
        let mut case = submitted();
        case.playbook = Id::new(carrier);
        for id in ["chaser", "complaint"] {
            assert_eq!(
                written(&case, id, date(2026, 11, 20)),
                Err(Refusal::AskedElsewhere),
                "{id}"
            );
        }
        let told = written(&case, "message", date(2026, 11, 20)).expect("can be written");
        assert!(
            told.contains("on 5 November 2026 another carrier was asked to have the"),
            "{told}"
        );
        case.applications.clear();
        assert_eq!(written(&case, "application", FIRST), Err(Refusal::AskedElsewhere));
        // On a way on which nobody is asked to end the line, that is the reason.
        for (route, why) in [(Route::Lapse, Refusal::Lapsing), (Route::Port, Refusal::Porting)] {
            case.route = route;
            assert_eq!(written(&case, "application", FIRST), Err(why), "{carrier}");
        }
    }
}

#[test]
fn a_question_stands_once() {
    for carrier in ["thailand", "united-kingdom", "giffgaff", "hong-kong", "philippines"] {
        for route in [Route::Lapse, Route::Apply] {
            let mut case = submitted();
            (case.playbook, case.route) = (Id::new(carrier), route);
            case.applications.clear();
            let Ok(told) = written(&case, "call", FIRST) else { continue };
            for word in ["How long", "credit", "How do I apply", "Which documents"] {
                let count = told.lines().filter(|line| line.contains(word)).count();
                let days = told.contains("How long does it take");
                assert!(count <= 1 + usize::from(days), "{carrier}: {word}: {told}");
            }
            let numbers: Vec<&str> =
                told.lines().filter_map(|line| Some(line.split_once(". ")?.0)).collect();
            let numbers: Vec<usize> =
                numbers.into_iter().filter_map(|one| one.parse().ok()).collect();
            assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{told}");
        }
    }
}

#[test]
fn after_an_outcome_no_reminder_is_written() {
    let mut case = submitted();
    let rejected = case.decide(&procedure(), refusal(FIRST), FIRST);
    rejected.expect("allowed").apply(&mut case).expect("applies");
    assert_eq!(written(&case, "chaser", FIRST), Err(Refusal::NothingPending));
    let about: Item = "document:identity".parse().expect("an item");
    let open = Err(Refusal::Blocked(vec![about.clone()]));
    assert_eq!(written(&case, "application", FIRST), open, "what was refused is put right first");
    assert!(written(&case, "call", FIRST).is_ok_and(|told| told.contains("has to be put right")));
    let made = case.waive(&procedure(), &about, "it is legible", FIRST);
    made.expect("allowed").apply(&mut case).expect("applies");
    assert!(written(&case, "call", FIRST).is_ok_and(|told| told.contains("is put right")));
    let told = written(&case, "application", FIRST).expect("can be written");
    let replaces = "This replaces the application of 5 November 2026, which was refused on \
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
    assert!(told.contains("The last contact was on 10 November 2026 (Hotline)."), "{told}");
}

#[test]
fn letters_fit_the_way_out_or_say_why_not() {
    let mut case = submitted();
    case.applications.clear();
    case.line.grace_until = Some(date(2027, 2, 4));
    let ids = ["application", "chaser", "complaint"];
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
    assert!(told.contains("on 5 November 2026 another carrier was asked"), "{told}");
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
