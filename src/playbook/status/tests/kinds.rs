//! Words that fit the kind of line, the way out and what is left on it.

use super::*;
use crate::{
    domain::{AgendaState, EndRule, ItemState, Stage, Status},
    playbook::{Confidence, Library, OverviewColumn},
};

/// A line that nobody uses any more and that is left to lapse.
fn left(playbook: &Playbook) -> Case {
    let id = playbook.id.clone();
    let mut case = Case::new(id.clone(), "Spare".into(), id, Route::Lapse, OPENED);
    case.search_over = Some(OPENED);
    let procedure = playbook.procedure();
    let rules = procedure.preconditions.iter().filter(|one| !one.follows_accounts);
    let rules = rules.filter(|one| one.routes.is_empty() || one.routes.contains(&Route::Lapse));
    let rules = rules.map(|one| Item::new(ItemKind::Precondition, &one.id));
    let saved = procedure.safeguards.iter().map(|id| Item::new(ItemKind::Safeguard, id));
    for item in rules.chain(saved) {
        let checked = case.check(&procedure, &item, false, OPENED);
        record(&mut case, checked);
    }
    case
}

/// Every letter that can be written of the case on that day, in that language.
fn letters(case: &Case, playbook: &Playbook, lang: Lang, days: i32) -> Vec<String> {
    let (library, text) = (Library::default(), &Text::new(lang));
    let words = Words { case, playbook, text, today: later(days) };
    let all = library.letters(playbook).into_iter();
    all.filter_map(|letter| words.letter(letter).ok()).map(|one| one.text).collect()
}

#[test]
fn one_day_is_asked_for_by_one_name_where_no_source_tells_of_another() {
    for id in ["google-voice", "ee", "vodafone-uk", "united-kingdom"] {
        let playbook = built_in(id);
        assert_eq!(
            playbook.procedure().rule,
            EndRule::Noted,
            "{id}: no source says that it is shown"
        );
        let mut case = left(&playbook);
        let asked = playbook.status(&case, later(1)).next;
        let item = Item::new(ItemKind::Line, &Id::new("active-until"));
        assert_eq!(asked, Next::AskDates(item.clone()), "{id}");
        let kept = Case { route: Route::Keep, ..case.clone() };
        assert_eq!(playbook.status(&kept, later(1)).next, Next::AskValidity(item), "{id}");
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today: later(1) };
            let (told, label) = (words.next(&asked), words.line_label("active-until"));
            assert!(told.to_lowercase().contains(&label.to_lowercase()), "{id}: {told}");
        }
        case.line.active_until = Some(later(30));
        let stage = |day| playbook.status(&case, later(day)).stage;
        assert_eq!((stage(30), stage(31)), (Stage::Lapsing, Stage::Lapsed), "{id}");
    }
}

#[test]
fn letters_call_a_line_what_its_playbook_calls_it_and_ask_only_what_can_be() {
    let of = |id: &str, lang| {
        let playbook = built_in(id);
        let mut case = left(&playbook);
        case.line.active_until = Some(later(30));
        [10, 31].map(|day| letters(&case, &playbook, lang, day)).concat().join("\n")
    };
    let prepaid = [(Lang::En, "prepaid"), (Lang::ZhCn, "预付费"), (Lang::Ms, "prabayar")];
    let top_up = [(Lang::En, "top-up"), (Lang::ZhCn, "充值"), (Lang::Ms, "tambah nilai")];
    for ((lang, prepaid), (_, top_up)) in prepaid.into_iter().zip(top_up) {
        let (plain, other) = (of("google-voice", lang), of("singtel-hi", lang));
        assert!(!plain.contains(prepaid) && other.contains(prepaid), "{lang}: {plain}");
        assert!(!plain.contains(top_up) && other.contains(top_up), "{lang}: {plain}");
    }
}

#[test]
fn a_day_that_has_passed_is_no_day_on_which_a_line_will_end() {
    let playbook = built_in("xox");
    let mut case = left(&playbook);
    case.line.active_until = Some(later(30));
    let told = |day| letters(&case, &playbook, Lang::En, day).join("\n");
    let asks = "end by itself on these dates";
    assert!(told(30).contains(asks) && !told(31).contains(asks), "{}", told(31));
    assert!(told(31).contains("until when does it receive"), "{}", told(31));
}

#[test]
fn nobody_asks_about_credit_where_none_is_left() {
    let credit = [(Lang::En, "redit"), (Lang::ZhCn, "余额"), (Lang::Ms, "kredit")];
    for (id, _) in sources() {
        let playbook = built_in(id);
        for route in playbook.routes.clone() {
            let mut case = Case { route, ..left(&playbook) };
            case.line.active_until = Some(later(30));
            case.line.credit = Some("0".into());
            for (lang, credit) in credit {
                for day in [0, 31, 400] {
                    let all = letters(&case, &playbook, lang, day).join("\n");
                    assert!(!all.contains(credit), "{id} {route:?} {lang}: {all}");
                }
            }
            case.marks.clear();
            let status = playbook.status(&case, OPENED);
            let item = playbook.procedure().credit.map(|id| Item::new(ItemKind::Safeguard, &id));
            let state = item.and_then(|item| status.item(&item).map(|one| one.state));
            assert!(state.is_none_or(|state| state == ItemState::NotNeeded), "{id}: {state:?}");
        }
    }
}

#[test]
fn one_confidence_has_one_word() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let low = text.get("word-confidence-low");
        let one = text.get("word-confidence-medium");
        assert!(one.contains(&*low), "{lang}: {one}");
        let hedged = text.with("say-unverified", &[("what", "X".into())]);
        assert!(hedged.contains(&*low), "{lang}: {hedged}");
        for id in ["hotlink", "generic", "hong-kong", "t-mobile-prepaid"] {
            let playbook = built_in(id);
            let case = Case::new(Id::new("x"), "X".into(), Id::new(id), Route::Apply, OPENED);
            let words = Words { case: &case, playbook: &playbook, text: &text, today: OPENED };
            let told = words.window().to_lowercase();
            assert!(told.contains(&low.to_lowercase()), "{lang} {id}: {told}");
            let said = playbook.sources(&playbook.review.sources).map(|one| one.confidence).max();
            assert_eq!(said, Some(playbook.review.confidence), "{id}: as sure as its source");
        }
    }
    assert_eq!(built_in("hong-kong").review.confidence, Confidence::Medium);
}

#[test]
fn the_table_of_cases_says_what_is_next_in_the_words_of_next() {
    let playbook = hotlink();
    let text = &Text::new(Lang::En);
    let mut case = left(&playbook);
    case.line.active_until = Some(later(10));
    case.line.grace_until = Some(later(60));
    for day in 0..120 {
        let words = Words { case: &case, playbook: &playbook, text, today: later(day) };
        let status: Status = playbook.status(&case, words.today);
        let cells = words.overview(&status, "", true);
        let of = |column: OverviewColumn| cells.get(column as usize).map(String::as_str);
        assert_eq!(of(OverviewColumn::Next), Some(words.next(&status.next).as_str()), "{day}");
        let dated = status.next_dated().map(|one| words.dated_briefly(one)).unwrap_or_default();
        assert_eq!(of(OverviewColumn::Due), Some(dated.as_str()), "{day}");
    }
}

#[test]
fn what_is_done_is_not_called_unverified() {
    let playbook = hotlink();
    let text = &Text::new(Lang::En);
    let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, OPENED);
    let mut sent = Application { id: Id::new("1"), ..Application::on(OPENED) };
    sent.outcome = Some(Outcome::on(Verdict::Approved, later(20)));
    sent.reckoned = playbook.reckon(&case, &case.terms, OPENED);
    case.applications.push(sent);
    let words = Words { case: &case, playbook: &playbook, text, today: later(21) };
    let agenda = playbook.status(&case, words.today).agenda;
    let done: Vec<&AgendaEntry> =
        agenda.iter().filter(|one| one.state == AgendaState::Done).collect();
    assert!(done.iter().any(|one| one.kind == AgendaKind::Latest), "{agenda:#?}");
    for one in done {
        assert!(!words.dated_title(one).contains("unverified"), "{}", words.dated_title(one));
    }
}

#[test]
fn a_line_that_has_ended_by_itself_is_not_ready_to_apply_for() {
    let playbook = hotlink();
    let mut case = Case { route: Route::Apply, ..left(&playbook) };
    case.line.grace_until = Some(later(30));
    for lang in Lang::ALL {
        let text = &Text::new(lang);
        let told = |day| Words { case: &case, playbook: &playbook, text, today: later(day) };
        for stage in [Stage::Preparing, Stage::Ready] {
            let word = |day| told(day).stage(stage);
            assert_ne!(word(30), word(31), "{lang}");
            assert_eq!(word(31), *text.get("word-stage-stopped"), "{lang}");
        }
        let lapsing = Case { route: Route::Lapse, ..case.clone() };
        let words = Words { case: &lapsing, ..told(31) };
        assert_ne!(words.stage(Stage::Lapsing), *text.get("word-stage-stopped"), "{lang}");
    }
}
