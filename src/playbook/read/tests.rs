use jiff::{ToSpan as _, civil::date};

use super::*;
use crate::{
    calendar::Calendar,
    domain::{Case, Caveat, Confidence, Id, Period, Route},
    playbook::{Reach, hours_told, tests::sources},
    shell::describe_faults,
    text::{Lang, Text},
};

const GENERIC: &str = include_str!("../../../assets/playbooks/generic.ron");

#[test]
fn every_built_in_playbook_reads_without_fault_and_speaks_every_language() {
    for (id, source) in sources() {
        let playbook = Playbook::read(&source).expect("no fault");
        assert_eq!(playbook.id.as_str(), id);
        let built_in = Playbook::read_built_in(id).expect("sound");
        assert_eq!(format!("{built_in:?}"), format!("{playbook:?}"), "{id}: both ways agree");
        for lang in Lang::ALL {
            let texts = source.matches(&format!("\"{}\": ", lang.tag())).count();
            let english = source.matches("\"en\": ").count();
            assert_eq!(texts, english, "{id}: texts in {lang}");
            assert!(texts >= 10, "{id}: {texts} in {lang}");
        }
    }
}

#[test]
fn what_is_sure_has_a_source_that_is_sure_and_bears_a_date() {
    let (mut dated, mut facts) = (0, 0);
    for (id, source) in sources() {
        let playbook = Playbook::read(&source).expect("no fault");
        for one in playbook.sources.iter().filter(|one| one.confidence == Confidence::High) {
            assert!(one.date.is_some(), "{id}: {} is sure but undated", one.id);
            dated += 1;
        }
        let channels = playbook.channels.iter();
        let channels = channels.map(|one| (one.id.as_str(), one.confidence, &one.sources));
        let review = &playbook.review;
        let review = [("review", review.confidence, &review.sources)];
        for (what, confidence, sources) in channels.chain(review) {
            assert!(!sources.is_empty(), "{id}: {what} has no source");
            let sure = playbook.sources(sources).any(|one| one.confidence == Confidence::High);
            assert!(sure || confidence != Confidence::High, "{id}: {what} is sure by no source");
            facts += usize::from(sure);
        }
        let ends = playbook.ends.as_ref().expect("says how a line ends");
        let refund = playbook.refund.iter().map(|one| ("refund", &one.sources));
        let porting = playbook.porting.iter().map(|one| ("porting", &one.sources));
        for (what, sources) in [("ends", &ends.sources)].into_iter().chain(refund).chain(porting) {
            assert!(!sources.is_empty(), "{id}: {what} has no source");
        }
        assert!(!playbook.routes.is_empty(), "{id}");
        let computes = ends.rule.counted().is_some() || ends.prolonging.is_some();
        let rules = playbook.sources(&ends.sources).map(|one| one.confidence).max();
        assert!(!computes || rules == Some(Confidence::High), "{id}: a day is computed");
    }
    assert!(dated >= 20 && facts >= 5, "there is something to look at: {dated}, {facts}");
}

#[test]
fn the_working_days_of_every_playbook_are_known_for_years_to_come() {
    for (id, source) in sources() {
        let playbook = Playbook::read(&source).expect("no fault");
        let region = &playbook.review.region;
        let calendar = Calendar::find(region).expect("a region");
        let from = playbook.verified;
        let until = from.checked_add(2.years()).expect("a day");
        let missing = calendar
            .caveats(from, until)
            .into_iter()
            .find(|one| matches!(one, Caveat::WeekendsOnly | Caveat::Uncovered(_)));
        // The one for any carrier knows no country.
        assert_eq!(missing.is_none(), id != "generic", "{id}: {region}: {missing:?}");
    }
}

#[test]
fn what_no_page_says_of_a_channel_from_abroad_is_asked() {
    for (id, source) in sources() {
        let playbook = Playbook::read(&source).expect("no fault");
        let mut own = playbook.channels.iter().filter(|one| !one.complaint);
        let works = own.any(|one| one.reach(true) == Reach::Yes);
        let asks = playbook.questions.iter().any(|one| one.id.as_str() == "abroad");
        assert!(asks || works, "{id}");
        for one in &playbook.channels {
            let said = one.abroad.as_ref().is_some_and(|said| said.reach != Reach::Unknown);
            let sources = one.abroad.as_ref().map(|said| said.sources.as_slice());
            assert!(!said || !sources.unwrap_or_default().is_empty(), "{id}: {}", one.id);
        }
    }
}

#[test]
fn a_day_is_computed_only_by_a_rule_of_which_somebody_is_sure() {
    let source = GENERIC.replacen("rule: noted,", "rule: after_use(months: 6),", 1);
    let faults = Playbook::read(&source).expect_err("has a fault");
    assert!(faults.iter().any(|fault| fault.problem == Problem::NotSure), "{faults:#?}");
    let source = GENERIC.replacen("[apply, lapse]", "[apply, port]", 1);
    let faults = Playbook::read(&source).expect_err("has a fault");
    let missing = Problem::Missing("porting".into());
    assert!(faults.iter().any(|fault| fault.problem == missing), "{faults:#?}");
}

#[test]
fn a_playbook_built_on_another_says_only_what_differs() {
    let small = r#"(
        id: "made-up", extends: "generic", without: ["usage"], verified: "2026-11-26",
        name: {"en": "Made Up"}, about: {"en": "A test."},
        channels: [(id: "hotline", title: {"en": "Hotline"}, value: "100", means: {"en": "Ask."}, confidence: low)],
    )"#;
    let playbook = Playbook::read(small).expect("no fault");
    let generic = Playbook::read(GENERIC).expect("no fault");
    assert_eq!(playbook.documents.len() + 1, generic.documents.len());
    assert_eq!(playbook.channels.len(), generic.channels.len());
    assert_eq!(playbook.channels[0].value.as_deref(), Some("100"));
    let unknown = small.replace("\"usage\"", "\"usages\"").replace("generic", "generics");
    let faults = Playbook::read(&unknown).expect_err("has faults");
    let has = |name: &str| faults.iter().any(|one| names(&one.problem, name));
    assert!(has("usages") && has("generics"), "{faults:#?}");
}

#[test]
fn the_guide_and_the_template_are_sound() {
    let guide = include_str!("../../../docs/playbooks.md");
    let block = guide.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let playbook = Playbook::read(block.expect("a block")).expect("no fault");
    assert_eq!(playbook.id.as_str(), "made-up");
    let template = include_str!("../../../assets/template.ron");
    Playbook::read(template).expect("no fault");
}

/// The span that a text names: "six months", "90 days".
fn named(text: &str) -> Option<Period> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    words.windows(2).find_map(|pair| {
        let number = ["one", "two", "three", "four", "five", "six"];
        let spelt = number.iter().zip(1..).find(|(word, _)| **word == pair[0].to_lowercase());
        let number = pair[0].parse().ok().or(spelt.map(|(_, number)| number))?;
        match pair[1] {
            "months" | "month" => Some(Period::Months(number)),
            "days" => Some(Period::Days(number)),
            _ => None,
        }
    })
}

#[test]
fn a_span_is_in_the_unit_of_the_words_that_explain_it() {
    let mut months = 0;
    for (id, source) in sources() {
        let playbook = Playbook::read(&source).expect("no fault");
        let rest = playbook.lapse.rest.iter().map(|rest| (rest.lasts, &rest.means));
        let terms = playbook.registrations.iter().map(|one| (one.rule.lasts, &one.means));
        let ends = playbook.ends.iter();
        let ends = ends.filter_map(|ends| Some((ends.rule.counted()?, &ends.means)));
        for (lasts, means) in rest.chain(terms).chain(ends) {
            let said = means.get(Lang::En);
            // "since 26 Feb 2026 ends after three months", not 26 of anything.
            if let Some(said) = named(said) {
                assert_eq!(lasts, said, "{id}: {means:?}");
            }
            months += usize::from(matches!(lasts, Period::Months(_)));
        }
    }
    assert!(months >= 5, "Hotlink twice, CelcomDigi, XOX, giffgaff: {months}");
}

#[test]
fn a_span_is_days_or_months_and_never_both_or_neither() {
    let rest = |span: &str| Playbook::read(&GENERIC.replacen("days: 90,", span, 1));
    let six = rest("months: 6,").expect("no fault").lapse.rest.expect("it has one");
    assert_eq!(six.lasts, Period::Months(6));
    let ten = rest("working_days: 10,").expect("no fault");
    let id = Id::new("made-up");
    let mut case = Case::new(id.clone(), "A".into(), id, Route::Lapse, date(2026, 11, 1));
    case.line.grace_until = Some(date(2026, 11, 5));
    assert_eq!(
        ten.gone_on(&case, date(2026, 11, 1)),
        Some(date(2026, 11, 19)),
        "weekends do not count"
    );
    for wrong in ["", "days: 90, months: 3,", "weeks: 6,", "months: -1,"] {
        let faults = rest(wrong).expect_err("a fault");
        let [fault] = faults.as_slice() else { panic!("{wrong}: {faults:#?}") };
        assert!(matches!(fault.problem, Problem::Schema(_)), "{wrong}: {fault:#?}");
    }
}

/// It says that there is nothing of this name.
fn names(problem: &Problem, wrong: &str) -> bool {
    matches!(problem, Problem::Unknown(name, _) if name == wrong)
}

fn faults(change: impl Fn(String) -> String) -> Vec<Fault> {
    let source = GENERIC;
    Playbook::read(&change(source.to_owned())).expect_err("has faults")
}

#[test]
fn all_faults_are_named_at_once_with_their_places() {
    let faults = faults(|source| {
        source
            .replacen("can_settle: true", "can_settel: true", 1)
            .replacen("sources: [\"recycled\"]", "sources: [\"recycle\"]", 1)
            .replacen("needed: always", "needed: sometimes", 1)
            .replacen("id: \"credit\"", "id: \"messages\"", 1)
            .replacen("latest: 10", "latest: 2", 1)
            .replacen("region: \"ZZ\"", "region: \"MY\"", 1)
            .replacen("\"en\": \"Store\"", "\"fr\": \"Magasin\"", 1)
    });
    let problems: Vec<&Problem> = faults.iter().map(|fault| &fault.problem).collect();
    let schema = problems.iter().filter(|one| matches!(one, Problem::Schema(_))).count();
    assert_eq!(schema, 2, "{problems:#?}");
    assert!(problems.iter().any(|one| names(one, "recycle")), "{problems:#?}");
    assert!(problems.contains(&&Problem::Twice("messages".into())), "{problems:#?}");
    assert!(problems.contains(&&Problem::Window(3, 2)), "{problems:#?}");
    assert!(problems.contains(&&Problem::NoRegion("MY".into())), "{problems:#?}");
    assert!(problems.contains(&&Problem::NoText("en".into())), "{problems:#?}");
    // The precondition with the misspelt field is not read, so the document
    // that depends on it has nothing to depend on.
    assert!(problems.iter().any(|one| names(one, "arrears")), "{problems:#?}");
}

#[test]
fn what_a_part_with_a_fault_is_referred_to_by_is_known_all_the_same() {
    let faults = faults(|source| {
        source
            .replacen("id: \"common\", confidence: low", "id: \"common\", confidence: lowly", 1)
            .replacen("can_settle: true,", "can_settle: true, colour: 1, means: 5,", 1)
    });
    let schema = faults.iter().filter(|one| matches!(one.problem, Problem::Schema(_))).count();
    assert_eq!((schema, faults.len()), (3, 3), "{faults:#?}");
}

#[test]
fn hours_are_one_run_of_days_or_several() {
    let hours = |hours: &str| {
        let with = format!("id: \"hotline\", hours: {hours},");
        Playbook::read(&GENERIC.replacen("id: \"hotline\",", &with, 1))
    };
    let week = "(days: (1, 5), opens: \"09:00\", closes: \"18:00\")";
    let saturday = "(days: (6, 6), opens: \"09:00\", closes: \"13:00\")";
    let of = |text: &str| {
        let playbook = hours(text).expect("no fault");
        let channel = playbook.channels.into_iter().find(|one| one.id.as_str() == "hotline");
        channel.expect("a hotline").hours
    };
    let days = |text: &str| of(text).iter().map(|run| run.days).collect::<Vec<_>>();
    assert_eq!(days(week), [(1, 5)]);
    assert_eq!(days(&format!("Some({week})")), [(1, 5)], "as 0.1.0 would have read it");
    assert_eq!(days(&format!("[{week}, {saturday}]")), [(1, 5), (6, 6)]);
    let runs = of(&format!("[{week}, {saturday}]"));
    let told = hours_told(&runs, &Text::new(Lang::En));
    let said = "Hours there: Mon to Fri, 09:00 to 18:00; Sat, 09:00 to 13:00";
    assert_eq!(told.as_deref(), Some(said));
    assert_eq!(hours_told(&[], &Text::new(Lang::En)), None);
    for (wrong, right) in [("(1, 5)", "(5, 1)"), ("(6, 6)", "(6, 8)"), ("13:00", "08:00")] {
        let faults = hours(&format!("[{week}, {saturday}]").replace(wrong, right));
        let faults = faults.expect_err("a fault");
        assert_eq!(faults.len(), 1, "{right}: {faults:#?}");
        assert_eq!(faults[0].problem, Problem::Hours, "{right}");
    }
    // A fault inside a run is the only one, and stands where it is.
    let faults = hours(&format!("[{week}, {}]", saturday.replace("opens", "open")));
    let faults = faults.expect_err("a fault");
    assert!(faults.iter().all(|one| matches!(one.problem, Problem::Schema(_))), "{faults:#?}");
}

#[test]
fn what_was_expected_is_told_in_our_words() {
    let told = |from: &str, to: &str, lang: Lang| {
        let faults = Playbook::read(&GENERIC.replacen(from, to, 1)).expect_err("a fault");
        describe_faults(&Text::new(lang), "f", &faults)
    };
    let date = ("verified: \"2026-11-01\"", "verified: \"2026-13-01\"");
    let page = ("date: \"2021-05-19\"", "date: \"May 2021\"");
    let word = ("confidence: low", "confidence: \"low\"");
    let number = ("earliest: 3", "earliest: 3.5");
    let letters = ("letter_languages: [\"en\"]", "letter_languages: [\"fr\"]");
    let zone = ("several: true,", "several: true, zone: \"Mars\",");
    let part = ("sources: [\"recycled\"]", "sources: [\"recycle\"]");
    for (change, says) in [
        (date, "`2026-13-01` is not a date"),
        (page, "`May 2021` is not the date of a page"),
        (word, "`\"low\"`; known here: `low`, `medium`, `high`"),
        (number, "`,` is expected here"),
        (letters, "`fr` here; known here: `en`, `zh-CN`, `ms`"),
        (zone, "there is no time zone `Mars`"),
        (part, "`recycle`; known here: `common`, `recycled`"),
    ] {
        let english = told(change.0, change.1, Lang::En);
        assert!(english.contains(says), "{english}");
        for lang in [Lang::ZhCn, Lang::Ms] {
            let other = told(change.0, change.1, lang);
            assert!(other.contains("f:") && !other.contains(says), "{other}");
        }
    }
}

#[test]
fn what_is_listed_as_a_way_out_is_one() {
    let faults = faults(|source| source.replacen("[apply, lapse]", "[keep, apply]", 1));
    let [Fault { problem: Problem::Schema(error), .. }] = faults.as_slice() else {
        panic!("{faults:#?}")
    };
    let ron::Error::NoSuchEnumVariant { expected, .. } = error.as_ref() else {
        panic!("{error:?}")
    };
    assert_eq!(*expected, ["apply", "lapse", "port"]);
}

#[test]
fn a_refund_that_is_not_given_has_no_last_day() {
    let refund = |given: &str| {
        let until = format!("given: {given}, until: (working_days: 5, after: ended),");
        Playbook::read(&GENERIC.replacen("given: unknown,", &until, 1))
    };
    let until = refund("on_request").expect("no fault").refund.expect("says so").until;
    assert_eq!(until.map(|term| term.lasts), Some(Period::WorkingDays(5)));
    let faults = refund("none").expect_err("has a fault");
    assert!(matches!(faults[0].problem, Problem::Needless(..)), "{faults:#?}");
}

#[test]
fn a_fault_stands_where_an_editor_would_put_the_cursor() {
    let source = GENERIC;
    let changed = source.replacen("follows_accounts: true", "follow_accounts: true", 1);
    let faults = Playbook::read(&changed).expect_err("has a fault");
    let line = changed.lines().position(|line| line.contains("follow_accounts: true"));
    let place = faults.iter().map(|fault| (fault.place.line, fault.place.column)).next();
    assert_eq!(place, line.map(|at| (at + 1, 13)), "{faults:#?}");
}

#[test]
fn text_that_is_no_playbook_at_all_is_one_fault() {
    for source in ["", "(", "[]", "{\"id\": 1}", "\0\0\0"] {
        let faults = Playbook::read(source).expect_err("is refused");
        assert!(!faults.is_empty(), "{source:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    #[test]
    fn any_damage_is_named_and_placed_inside_the_file(
        at in 0_usize..18_000,
        cut in 0_usize..40,
        put in "[(){}\\[\\]\":,a-z0-9解\\n/*]{0,12}",
    ) {
        let source = GENERIC;
        let inside = |at: usize| (0..=at.min(source.len())).rev().find(|at| source.is_char_boundary(*at));
        let (from, to) = (inside(at).unwrap_or(0), inside(at + cut).unwrap_or(0));
        let damaged = [&source[..from], &put, &source[to.max(from)..]].concat();
        if let Err(faults) = Playbook::read(&damaged) {
            proptest::prop_assert!(!faults.is_empty());
            let lines = damaged.lines().count() + 1;
            for fault in faults {
                proptest::prop_assert!((1..=lines).contains(&fault.place.line), "{:?}", fault);
            }
        }
    }
}
