//! Who may write what, and what a letter can still say once something has changed.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};

use super::*;
use crate::{
    domain::{
        Application, Attachment, Book, Case, Change, Class, Contact, ExtraDocument, ItemState,
        Outcome, Refusal, Route, Verdict,
    },
    playbook::Library,
    text::{Lang, Text},
};

const FIRST: Date = date(2026, 11, 5);

fn later(days: i32) -> Date {
    FIRST.checked_add(days.days()).expect("a day")
}

fn case(playbook: &str, route: Route) -> Case {
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new(playbook), route, FIRST);
    case.line.number = Some("+60 12-345 6789".into());
    case.line.name = Some("Someone Made Up".into());
    case
}

fn of_another(playbook: &str) -> Case {
    let mut case = case(playbook, Route::Apply);
    case.line.holder = Holder::Other("Another".into());
    case
}

fn in_lang(case: &Case, id: &str, today: Date, lang: Lang) -> Result<String, Refusal> {
    let (library, text) = (Library::default(), Text::new(lang));
    let playbook = library.find(&case.playbook).expect("built in");
    let letters = library.letters(playbook);
    let letter = letters.into_iter().find(|one| one.id.as_str() == id).expect("a letter");
    let words = Words { case, playbook, text: &text, today };
    Ok(words.letter(letter)?.text)
}

fn written(case: &Case, id: &str, today: Date) -> Result<String, Refusal> {
    in_lang(case, id, today, Lang::En)
}

fn signed(case: &mut Case) -> Item {
    let library = Library::default();
    let procedure = library.find(&case.playbook).expect("built in").procedure();
    let item: Item = "document:authorisation".parse().expect("an item");
    let file = Attachment { path: "/made/up.pdf".into(), size: 1, sha256: "0".into(), on: FIRST };
    let change = case.attach(&procedure, &item, file).expect("there is such a document");
    change.apply(case).expect("applies");
    item
}

#[test]
fn nobody_asks_for_anything_in_the_name_of_a_holder_who_has_not_authorised_them() {
    for carrier in ["hotlink", "generic", "thailand", "celcomdigi"] {
        let mut case = of_another(carrier);
        case.applications.push(Application { id: Id::new("1"), ..Application::on(FIRST) });
        let missing: Item = "document:authorisation".parse().expect("an item");
        let blocked = Err(Refusal::Unauthorised(missing.clone()));
        for id in ["chaser", "complaint", "dispute"] {
            assert_eq!(written(&case, id, later(30)), blocked, "{carrier}: {id}");
        }
        case.applications.clear();
        assert_eq!(written(&case, "application", FIRST), blocked, "{carrier}");
        let library = Library::default();
        let playbook = library.find(&case.playbook).expect("built in");
        let gate = playbook.status(&case, FIRST).gate;
        assert!(gate.contains(&missing), "the gate agrees: {gate:?}");
        for lang in Lang::ALL {
            for id in ["call", "message"] {
                let told = in_lang(&case, id, FIRST, lang).expect("a question can be put");
                let wants = ["I'd like to", "我想注销", "ingin menamatkan", "outstanding"];
                assert!(wants.iter().all(|word| !told.contains(word)), "{carrier}: {told}");
                let asks = ["authorise", "书面委托", "wakil kuasa"];
                assert!(asks.iter().any(|word| told.contains(word)), "{carrier}: {told}");
            }
        }
        assert!(written(&case, "authorisation", FIRST).is_ok(), "the holder is asked for it");
        assert_eq!(signed(&mut case), missing);
        let gate = playbook.status(&case, FIRST).gate;
        assert!(!gate.contains(&missing), "{gate:?}");
        let told = written(&case, "application", FIRST).expect("can be written");
        let behalf = "Yours faithfully,\nSomeone Made Up\non behalf of Another";
        assert!(told.ends_with(behalf), "{told}");
        assert!(told.contains("The authorisation that the holder signed is attached"), "{told}");
        assert!(told.contains("Attached: Authorisation by the holder"), "{told}");
        let told = written(&case, "call", FIRST).expect("can be said");
        assert!(told.contains("I'd like to terminate") && told.contains("holder signed"), "{told}");
    }
}

#[test]
fn nobody_authorises_the_holder_of_the_line() {
    for carrier in ["hotlink", "generic", "thailand"] {
        let own = case(carrier, Route::Apply);
        assert_eq!(written(&own, "authorisation", FIRST), Err(Refusal::OwnLine), "{carrier}");
        assert!(written(&of_another(carrier), "authorisation", FIRST).is_ok(), "{carrier}");
    }
    for (lang, label) in [(Lang::En, "Line"), (Lang::ZhCn, "号码信息"), (Lang::Ms, "Talian")] {
        let text = Text::new(lang);
        let told = text.refusal(&Refusal::OwnLine, |_| String::new());
        let holder = text.get("word-line-holder");
        assert!(told.contains(&*holder) && told.contains(label), "{told}");
    }
}

#[test]
fn a_message_does_not_ask_what_the_playbook_knows() {
    let asks = |carrier: &str, day, lang| {
        let mut one = case(carrier, Route::Lapse);
        one.line.active_until = Some(later(20));
        one.line.credit = Some("40".into());
        in_lang(&one, "message", later(day), lang).unwrap_or_default()
    };
    let rows = [
        (Lang::En, "is left lost", "left paid out then?", "refuse the automatic retention"),
        (Lang::ZhCn, "作废", "余额怎样退还", "怎样拒绝自动保留"),
        (Lang::Ms, "akan luput", "dibayar balik ketika itu", "menolak pengekalan automatik"),
    ];
    for (lang, lost, paid, refuse) in rows {
        let (thai, other) = (asks("thailand", 0, lang), asks("generic", 0, lang));
        assert!(thai.contains(paid) && thai.contains(refuse) && !thai.contains(lost), "{thai}");
        assert!(other.contains(lost) && !other.contains(paid), "{other}");
        assert!(!other.contains(refuse), "{other}");
        // Once its day has passed nobody is asked how to refuse it.
        let late = asks("thailand", 20, lang);
        assert!(!late.contains(refuse) && late.contains(paid), "{late}");
        // What is paid back only soon after a purchase or the start is still asked about.
        for carrier in ["giffgaff", "google-voice"] {
            let told = asks(carrier, 0, lang);
            assert!(!told.contains(paid), "{carrier}: {told}");
        }
    }
}

#[test]
fn a_holder_who_asks_in_person_signs_what_they_ask() {
    let mut case = of_another("hotlink");
    case.line.abroad = true;
    let library = Library::default();
    let playbook = library.find(&case.playbook).expect("built in");
    let item: Item = "document:authorisation".parse().expect("an item");
    let made = case.waive(&playbook.procedure(), &item, "the holder signs", FIRST);
    made.expect("allowed").apply(&mut case).expect("applies");
    let told = written(&case, "application", FIRST).expect("can be written");
    assert!(told.ends_with("Yours faithfully,\nAnother"), "{told}");
    assert!(!told.contains("Someone") && !told.contains("outside Malaysia"), "{told}");
    assert!(!playbook.status(&case, FIRST).gate.contains(&item));
}

#[test]
fn who_helps_a_holder_that_asks_in_person_does_not_speak_as_the_holder() {
    for (carrier, route) in [("hotlink", Route::Apply), ("united-kingdom", Route::Port)] {
        let mut case = Case { route, ..of_another(carrier) };
        let library = Library::default();
        let procedure = library.find(&case.playbook).expect("built in").procedure();
        let item: Item = "document:authorisation".parse().expect("an item");
        let made = case.waive(&procedure, &item, "the holder asks", FIRST);
        made.expect("allowed").apply(&mut case).expect("applies");
        for lang in Lang::ALL {
            for id in ["call", "message", "comment"] {
                let told = in_lang(&case, id, FIRST, lang).expect("a question can be put");
                let wants = ["I'd like to", "我想注销", "我想把", "saya ingin"];
                assert!(wants.iter().all(|word| !told.contains(word)), "{carrier}: {told}");
                let missing = ["don't have a", "我还没有", "belum mempunyai surat"];
                assert!(missing.iter().all(|word| !told.contains(word)), "{carrier}: {told}");
                let says = ["not the holder", "不是机主", "bukan pemiliknya"];
                let says = says.iter().any(|word| told.contains(word));
                assert!(says || id == "comment", "{carrier}: {told}");
            }
        }
    }
}

#[test]
fn a_refused_authorisation_is_not_said_to_be_missing() {
    let mut case = of_another("hotlink");
    let item = signed(&mut case);
    let mut last = Application { id: Id::new("1"), ..Application::on(FIRST) };
    let about = vec![item.clone()];
    last.outcome = Some(Outcome { about, ..Outcome::on(Verdict::Rejected, later(4)) });
    case.applications.push(last);
    let next = Application { id: Id::new("2"), ..Application::on(later(5)) };
    for submitted in [None, Some(next)] {
        case.applications.extend(submitted);
        for lang in Lang::ALL {
            for id in ["call", "message"] {
                let told = in_lang(&case, id, later(6), lang).expect("a question can be put");
                let denies = ["don't have a", "我还没有", "belum mempunyai surat"];
                assert!(denies.iter().all(|word| !told.contains(word)), "{told}");
                let says = ["was refused, so I'm only", "未被接受", "telah ditolak, jadi"];
                assert!(says.iter().any(|word| told.contains(word)), "{told}");
            }
        }
        let why = Err(Refusal::AuthorisationRefused(item.clone()));
        assert_eq!(written(&case, "dispute", later(6)), why);
    }
    // That there was none at all can be refused as well.
    case.marks.clear();
    let told = written(&case, "call", later(6)).expect("a question can be put");
    assert!(told.contains("don't have a written authorisation"), "{told}");
}

#[test]
fn the_holder_authorises_what_is_asked_on_each_way_out() {
    for (carrier, route, says) in [
        ("hotlink", Route::Lapse, "to ask about this line and to dispute charges on it"),
        ("thailand", Route::Lapse, "to ask about this line and to dispute charges on it"),
        ("hotlink", Route::Port, "to have this number moved to another carrier"),
        ("united-kingdom", Route::Port, "to have this number moved to another carrier"),
        ("united-kingdom", Route::Apply, "to have this line ended through another carrier"),
    ] {
        let case = Case { route, ..of_another(carrier) };
        let told = written(&case, "authorisation", FIRST).expect("the holder can be asked");
        assert!(told.contains(&format!("I authorise Someone Made Up {says}")), "{told}");
        assert!(!told.contains("termination"), "{told}");
        for lang in Lang::ALL {
            let told = in_lang(&case, "authorisation", FIRST, lang).expect("in each language");
            let parts = told.split("\n\n").count();
            assert_eq!(parts, 6, "{told}");
        }
    }
}

#[test]
fn only_where_papers_are_asked_for_does_the_authorisation_gate() {
    let library = Library::default();
    let item: Item = "document:authorisation".parse().expect("an item");
    let state = |case: &Case| {
        let playbook = library.find(&case.playbook).expect("built in");
        let status = playbook.status(case, FIRST);
        (status.item(&item).map(|one| one.state), status.gate.contains(&item))
    };
    assert_eq!(state(&of_another("united-kingdom")), (Some(ItemState::Open), false));
    let lapses = Case { route: Route::Lapse, ..of_another("hotlink") };
    assert_eq!(state(&lapses), (Some(ItemState::Open), false));
    assert_eq!(state(&case("hotlink", Route::Apply)), (None, false));
}

#[test]
fn a_document_of_that_name_in_an_old_book_is_the_same_one() {
    let mut case = of_another("hotlink");
    let title = "Authorisation".to_owned();
    case.documents.push(ExtraDocument { id: Id::new("authorisation"), title, required: true });
    signed(&mut case);
    let library = Library::default();
    let playbook = library.find(&case.playbook).expect("built in");
    let items = playbook.status(&case, FIRST).items;
    let same = items.iter().filter(|one| one.item.id.as_str() == "authorisation").count();
    assert_eq!(same, 1);
    let told = written(&case, "application", FIRST).expect("can be written");
    assert_eq!(told.matches("Attached: Authorisation by the holder").count(), 1, "{told}");
    assert!(!told.contains("; Authorisation"), "{told}");
}

#[test]
fn what_another_carrier_refused_is_not_asked_as_if_it_were_new() {
    for (carrier, route, ports) in [
        ("united-kingdom", Route::Apply, false),
        ("united-kingdom", Route::Port, true),
        ("hotlink", Route::Port, true),
    ] {
        let mut case = case(carrier, route);
        let mut last = Application { id: Id::new("1"), ports, ..Application::on(FIRST) };
        let no = Outcome {
            reason: Some("code expired".into()),
            ..Outcome::on(Verdict::Rejected, later(1))
        };
        last.outcome = Some(no);
        case.applications.push(last);
        for id in ["call", "message"] {
            let told = written(&case, id, later(2)).expect("can be said");
            assert!(!told.contains("I'd like to"), "{carrier}: {told}");
            assert!(told.contains("another carrier was asked to"), "{carrier}: {told}");
            assert!(
                told.contains("refused on 6 November 2026. The reason given: code expired."),
                "{told}"
            );
        }
        // A no on one way out says nothing of another.
        case.route = Route::Lapse;
        let told = written(&case, "call", later(2)).expect("can be said");
        assert!(!told.contains("refused"), "{told}");
    }
}

#[test]
fn nobody_asks_to_end_a_line_that_has_ended() {
    let mut case = case("hotlink", Route::Apply);
    case.line.grace_until = Some(later(10));
    assert!(written(&case, "application", later(10)).is_ok(), "its last day");
    for id in ["application", "comment", "dispute", "authorisation"] {
        assert_eq!(written(&case, id, later(11)), Err(Refusal::Ended(later(10))), "{id}");
    }
    for id in ["call", "message"] {
        let told = written(&case, id, later(11)).expect("can be said");
        assert!(told.contains("seems to have ended") && !told.contains("terminate"), "{told}");
        assert!(told.contains("Receiving until: 15 November 2026."), "{told}");
    }
    case.applications.push(Application { id: Id::new("1"), ..Application::on(later(1)) });
    assert!(written(&case, "chaser", later(20)).is_ok(), "what was asked is still asked about");
}

#[test]
fn a_letter_names_no_day_after_the_end_of_the_line() {
    let mut case = case("hotlink", Route::Lapse);
    case.line.class = Some(Class::Tourist);
    case.line.registered = Some(FIRST);
    case.line.active_until = Some(date(2027, 2, 1));
    case.line.grace_until = Some(date(2027, 4, 1));
    for id in ["call", "message", "question"] {
        let told = written(&case, id, later(1)).expect("can be said");
        assert!(told.contains("1 February 2027") && !told.contains("1 April 2027"), "{told}");
    }
    case.line.active_until = None;
    for id in ["call", "message", "question"] {
        let told = written(&case, id, later(1)).expect("can be said");
        assert!(told.contains("ntil when") && !told.contains("these dates"), "{told}");
    }
}

#[test]
fn retention_is_asked_about_only_while_it_can_be_refused() {
    let mut case = case("thailand", Route::Lapse);
    case.line.active_until = Some(later(10));
    case.line.credit = Some("THB 40".into());
    let asks = |case: &Case, day| {
        let told = written(case, "call", later(day)).expect("can be said");
        assert_eq!(
            told.contains("refuse"),
            written(case, "question", later(day)).expect("so").contains("refuse")
        );
        told.contains("refuse")
    };
    assert!(asks(&case, 9) && !asks(&case, 10), "until the day before");
    case.line.credit = Some("0".into());
    assert!(!asks(&case, 5), "nothing is left");
    case.line.credit = Some("THB 40".into());
    case.line.class = Some(Class::Tourist);
    assert!(!asks(&case, 5), "not for visitors");
    case.line.class = None;
    case.route = Route::Apply;
    let told = written(&case, "call", later(5)).expect("can be said");
    assert!(!told.contains("refuse"), "{told}");
}

#[test]
fn the_reference_of_a_refusal_stands_in_the_letters_about_it() {
    let mut case = case("hotlink", Route::Apply);
    let mut last = Application { id: Id::new("1"), ..Application::on(FIRST) };
    let (reason, reference) = (Some("illegible".into()), Some("NO-77".into()));
    last.outcome = Some(Outcome { reason, reference, ..Outcome::on(Verdict::Rejected, later(4)) });
    case.applications.push(last);
    for lang in Lang::ALL {
        for id in ["call", "message", "application"] {
            let told = in_lang(&case, id, later(5), lang).expect("can be written");
            assert!(told.contains("NO-77"), "{lang:?} {id}: {told}");
        }
    }
    case.applications.push(Application { id: Id::new("2"), ..Application::on(later(5)) });
    case.contacts.push(Contact { id: Id::new("1"), ..Contact::on(later(20), "hotline") });
    let told = written(&case, "complaint", later(100)).expect("can be written");
    assert!(told.contains("refused on 9 November 2026: illegible; reference NO-77"), "{told}");
}

#[test]
fn what_the_carrier_said_stands_in_its_order() {
    let mut case = case("hotlink", Route::Apply);
    case.applications.push(Application { id: Id::new("1"), ..Application::on(FIRST) });
    let promise = |day: i32, by: i32| Contact {
        id: Id::new("1"),
        promised: Some(later(by)),
        ..Contact::on(later(day), "hotline")
    };
    case.contacts = vec![promise(2, 9)];
    let more = case.extend(later(30), "busy", later(12), later(5)).expect("allowed");
    more.apply(&mut case).expect("applies");
    let at =
        |told: &str, words: &str| told.find(words).unwrap_or_else(|| panic!("{words}: {told}"));
    // On which day that was, the book does not hold.
    let asked = "asked for more time, until 5 December 2026, because: busy.";
    let told = written(&case, "chaser", later(31)).expect("can be written");
    assert!(at(&told, "On 7 November 2026 your agent") < at(&told, asked), "{told}");
    case.contacts = vec![promise(8, 29)];
    let told = written(&case, "chaser", later(31)).expect("can be written");
    assert!(at(&told, asked) < at(&told, "On 13 November 2026 your agent"), "{told}");
}

#[test]
fn an_application_is_printed_again_as_it_was_sent() {
    let (library, text) = (Library::default(), Text::new(Lang::Ms));
    let id = Id::new("kl");
    let playbook = library.find(&Id::new("hotlink")).expect("built in");
    let letters = library.letters(playbook);
    let letter = letters.into_iter().find(|one| one.submits).expect("a letter");
    let mut book = Book::default();
    let at = |second: i64| jiff::Timestamp::from_second(1_800_000_000 + second).expect("a moment");
    book.open(case("hotlink", Route::Apply), at(0)).expect("opens");
    let now = |book: &Book| book.case(&id).expect("there").clone();
    let before = written(&now(&book), "application", FIRST).expect("can be written");
    let sent = {
        let case = now(&book);
        let words = Words { case: &case, playbook, text: &text, today: FIRST };
        let sent = words.sent(letter);
        let change = case.log_contact(sent.clone(), FIRST).expect("allowed");
        book.record(&id, change, at(1)).expect("applies");
        let draft = Application { anyway: Some("so".into()), ..words.submitted_by(&sent) };
        let gate = playbook.status(&case, FIRST).gate;
        let change: Change = now(&book).submit(&gate, draft, FIRST).expect("allowed");
        book.record(&id, change, at(2)).expect("applies");
        now(&book).contacts.first().cloned().expect("logged")
    };
    let usage: Item = "document:usage".parse().expect("an item");
    let change = now(&book).check(&playbook.procedure(), &usage, false, later(1)).expect("allowed");
    book.record(&id, change, at(3)).expect("applies");
    let case = now(&book);
    assert_eq!(written(&case, "application", later(2)), Ok(before), "{:?}", case.documents);
    // The log names it in the language of whoever reads.
    let noted = |lang: Lang| {
        let text = Text::new(lang);
        Words { case: &case, playbook, text: &text, today: FIRST }.contact_note(&sent)
    };
    assert_eq!(noted(Lang::En).as_deref(), Some("Application"));
    assert_eq!(noted(Lang::ZhCn).as_deref(), Some("销号申请"));
    let text = Text::new(Lang::En);
    let words = Words { case: &case, playbook, text: &text, today: FIRST };
    let old = Contact { note: Some("Permohonan penamatan".into()), ..sent.clone() };
    assert_eq!(words.contact_note(&old).as_deref(), Some("Application"), "from an older book");
    let own = Contact { note: Some("by post".into()), ..sent };
    assert_eq!(words.contact_note(&own).as_deref(), Some("Application; by post"));
}
