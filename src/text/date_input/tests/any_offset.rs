//! Any distance from any day, and what the program prints of days.

use super::{offsets::ahead, *};

/// A day as people write it, in each language, and what it is.
fn written(day: Date, lang: Lang, form: usize) -> String {
    let text = Text::new(lang);
    match form {
        0 => day.to_string(),
        1 => text.full_date(day),
        2 => text.letter_date(day),
        _ => text.date_near(day, date(2000, 1, 1)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_distance_from_any_day_is_that_day(
        days in -300_i32..300, count in 1_i32..60, form in 0_usize..4, ahead in any::<bool>(),
        lean in 0_usize..3,
    ) {
        let from = TODAY.checked_add(days.days()).expect("a day");
        let away = if ahead { count } else { -count };
        let meant = from.checked_add(away.days()).expect("a day");
        for lang in Lang::ALL {
            let lean = [Lean::Near, Lean::Past, Lean::Future].get(lean).copied().unwrap_or_default();
            let rule = DateRule::leaning(TODAY, lean).in_language(lang);
            let day = written(from, lang, form);
            let typed = match (lang, ahead) {
                (Lang::En, true) => [format!("{count} days from {day}"), format!("{day} + {count}d")],
                (Lang::En, false) => [format!("{count} days before {day}"), format!("{day} -{count} days")],
                (Lang::ZhCn, true) => [format!("从{day}起{count}天"), format!("{day}{count}天后")],
                (Lang::ZhCn, false) => [format!("{day}前{count}天"), format!("{day}之前{count}天")],
                (Lang::Ms, true) => [format!("{count} hari dari {day}"), format!("{count} hari selepas {day}")],
                (Lang::Ms, false) => [format!("{count} hari sebelum {day}"), format!("{day} - {count} hari")],
            };
            for typed in typed {
                // A sign right behind a number of a day belongs to that day.
                if day.ends_with(|c: char| c.is_ascii_digit()) && typed.starts_with(&format!("{day}{count}")) {
                    continue;
                }
                prop_assert_eq!(rule.read(&typed), Ok(meant), "{}", typed);
            }
        }
    }

    #[test]
    fn what_is_read_is_echoed_as_the_same_day(
        words in proptest::collection::vec(0_usize..WORDS.len(), 1..6), lean in 0_usize..3,
    ) {
        let words: Vec<&str> = words.iter().filter_map(|at| WORDS.get(*at).copied()).collect();
        let lean = [Lean::Near, Lean::Past, Lean::Future].get(lean).copied().unwrap_or_default();
        for (lang, between) in [(Lang::En, " "), (Lang::Ms, " "), (Lang::ZhCn, "")] {
            let rule = DateRule::leaning(TODAY, lean).in_language(lang).at_place(in_kuala_lumpur());
            let text = Text::new(lang);
            if let Ok(day) = rule.read(&words.join(between)) {
                for echo in [text.full_date(day), text.letter_date(day), day.to_string()] {
                    prop_assert_eq!(rule.read(&echo), Ok(day), "{} of {:?}", echo, words);
                }
            }
        }
    }
}

/// Pieces of dates in every language.
const WORDS: [&str; 46] = [
    "2",
    "9",
    "16",
    "2027",
    "+",
    "-",
    "/",
    ",",
    "days",
    "weeks",
    "a",
    "the",
    "from",
    "after",
    "before",
    "of",
    "until",
    "tomorrow",
    "Monday",
    "Nov",
    "next",
    "month",
    "last day of",
    "end of",
    "mid",
    "h",
    "wd",
    "hari",
    "bulan",
    "depan",
    "dari",
    "sebelum",
    "esok",
    "Jumaat",
    "hingga",
    "天",
    "日",
    "月",
    "年",
    "从",
    "起",
    "前",
    "后",
    "下个月",
    "周一",
    "明天",
];

#[test]
fn what_the_program_tells_of_days_is_read() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let rule = ahead().in_language(lang);
        for count in [0_i32, 1, 2, 22] {
            let key = if count == 0 { "cli-due-today" } else { "cli-due-in" };
            let told = text.with(key, &[("count", i64::from(count).into())]);
            let day = TODAY.checked_add(count.days()).expect("a day");
            assert_eq!(rule.read(&told), Ok(day), "{told}");
            let told = text.with("cli-due-since", &[("count", i64::from(count).into())]);
            let day = TODAY.checked_sub(count.days()).expect("a day");
            assert!(count == 0 || rule.read(&told) == Ok(day), "{told}: {:?}", rule.read(&told));
        }
        // The forms that a refusal and a hint offer.
        for key in ["say-not-a-date", "ui-hint-date"] {
            let told = text.with(key, &[("typed", "?".into())]);
            let told = told.rsplit(['；', ';']).next_back().unwrap_or_default();
            let listed = told.rsplit(['：', ':']).next().unwrap_or_default();
            let plain = listed.replace(['。', '.'], "");
            for one in plain.split([',', '、']) {
                let one = one.split(['(', '（']).next().unwrap_or_default().trim();
                let one = ["write it as ", "or ", "tulis seperti ", "atau ", "请写成"]
                    .iter()
                    .fold(one, |one, word| one.strip_prefix(word).unwrap_or(one));
                for one in one.split('或') {
                    assert!(rule.read(one).is_ok(), "{one} of {told}");
                }
            }
        }
    }
}
