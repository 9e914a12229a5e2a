use jiff::civil::date;

use super::*;

#[test]
fn each_language_writes_a_date_its_own_way() {
    let day = date(2026, 11, 5);
    assert_eq!(Text::new(Lang::En).day(day), "Thu 5 Nov");
    assert_eq!(Text::new(Lang::ZhCn).full_date(day), "2026年11月5日周四");
    assert_eq!(Text::new(Lang::Ms).full_date(day), "Kha 5 Nov 2026");
}

#[test]
fn plurals_follow_the_language() {
    let say = |lang, n: usize| Text::new(lang).with("say-warn-unsure", &[("count", n.into())]);
    assert!(say(Lang::En, 1).starts_with("One account is"));
    assert!(say(Lang::En, 3).starts_with("3 accounts are"));
    assert!(say(Lang::ZhCn, 1).starts_with("有 1 个账户"));
}

#[test]
fn commands_in_messages_name_the_file_in_every_language() {
    let text = Text::new(Lang::En).on_book(Some("mine.ron".to_owned()));
    for lang in Lang::ALL {
        let text = text.speaking(lang);
        assert!(text.get("cli-hint-new").contains("`ringoff --file mine.ron new`"));
        let told = text.with("say-warn-conflicts", &[("count", 2.into())]);
        assert!(told.contains("`ringoff --file mine.ron conflict`"), "{told}");
    }
}

#[test]
fn a_key_without_a_message_is_shown_as_itself() {
    assert_eq!(Text::new(Lang::Ms).get("word-nothing-like-it"), "word-nothing-like-it");
    assert_eq!(Text::new(Lang::Ms).get("nowhere"), "nowhere");
}
