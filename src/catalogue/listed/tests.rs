//! Lists as people type and paste them, and the accounts in them.

use super::*;
use crate::text::Lang;

fn names(list: &str) -> Vec<String> {
    listed_names(list, &Text::new(Lang::En)).into_iter().map(|one| one.name).collect()
}

#[test]
fn known_names_that_are_joined_are_several_and_nothing_is_lost() {
    for (written, several) in [
        ("Netflix / TikTok", vec!["Netflix", "TikTok"]),
        ("Grab/Maybank", vec!["Grab", "Maybank"]),
        ("微信/支付宝", vec!["微信", "支付宝"]),
        ("Netflix+TikTok & Spotify", vec!["Netflix", "TikTok", "Spotify"]),
        ("Disney+ / Netflix", vec!["Disney+", "Netflix"]),
        ("Netflix/Foo", vec!["Netflix/Foo"]),
        ("Foo / Netflix", vec!["Foo / Netflix"]),
        ("Grab: Kedai", vec!["Grab: Kedai"]),
        ("M&S", vec!["M&S"]),
        ("AT&T", vec!["AT&T"]),
        ("https://www.netflix.com/my/login", vec!["https://www.netflix.com/my/login"]),
    ] {
        assert_eq!(names(written), several, "{written}");
    }
    let drafted = |typed: &str| known().draft(typed, Lang::En).name;
    for kept in ["Netflix/Foo", "Grab: Kedai", "Netflix?Foo", "netflix.com: Foo"] {
        assert_eq!(drafted(kept), kept);
    }
    for address in ["https://www.netflix.com/my/login", "netflix.com/my", "netflix.com:443/x"] {
        assert_eq!(drafted(address), "Netflix");
    }
}

#[test]
fn the_marks_of_a_list_are_no_part_of_the_names() {
    for (line, name) in [
        ("- Maybank", "Maybank"),
        ("  2. Grab ", "Grab"),
        ("3、支付宝", "支付宝"),
        ("2）抖音", "抖音"),
        ("（3）抖音", "抖音"),
        ("①美团", "美团"),
        ("⑵ 美团", "美团"),
        ("❸ 美团", "美团"),
        ("三、美团", "美团"),
        ("• [ ] Grab", "Grab"),
        ("12) Grab", "Grab"),
        ("51job", "51job"),
        ("1.1.1.1", "1.1.1.1"),
        ("12306", "12306"),
        ("一触即通", "一触即通"),
    ] {
        assert_eq!(names(line), [name], "{line}");
    }
    assert_eq!(names("* "), Vec::<String>::new());
}

#[test]
fn a_list_has_lines_or_signs_between() {
    assert_eq!(names("Maybank, Grab, WeChat"), ["Maybank", "Grab", "WeChat"]);
    assert_eq!(names("支付宝、微信\r农行"), ["支付宝", "微信", "农行"]);
    assert_eq!(names("- Grab, Steam\n2. Luno"), ["Grab", "Steam", "Luno"]);
    assert_eq!(names("Netflix | TikTok | Kedai"), ["Netflix", "TikTok", "Kedai"]);
    assert_eq!(names("A & B, Inc."), ["A & B, Inc."]);
    assert_eq!(names("A & B, Inc.\nGrab,\nFoo, Bar"), ["A & B, Inc.", "Grab", "Foo, Bar"]);
    assert_eq!(names("Netflix, Spotify and Dropbox"), ["Netflix", "Spotify", "Dropbox"]);
    assert_eq!(names("微信和支付宝"), ["微信", "支付宝"]);
    assert_eq!(names("Grab dan Shopee"), ["Grab", "Shopee"]);
    assert_eq!(names("Salt and Kedai"), ["Salt and Kedai"]);
    assert_eq!(names(r#""Netflix","Spotify""#), ["Netflix", "Spotify"]);
    assert_eq!(names("\u{22}Kedai\u{22}\nGrab"), ["Kedai", "Grab"]);
    assert_eq!(names(" , "), Vec::<String>::new());
    assert_eq!(names("\u{1b}[1;31mGrab\u{1b}[0m\nSteam"), ["Grab", "Steam"]);
}

#[test]
fn the_second_column_is_a_kind_or_a_note_and_a_heading_is_no_account() {
    let all = |list: &str| {
        let all = listed_names(list, &Text::new(Lang::En)).into_iter();
        all.map(|one| (one.name, one.kind, one.note.unwrap_or_default())).collect::<Vec<_>>()
    };
    let one = |name: &str, kind, note: &str| (name.to_owned(), kind, note.to_owned());
    assert_eq!(
        all("Name\tKind\nNetflix\tstreaming\nKedai\tShopping\told card"),
        [one("Netflix", None, "streaming"), one("Kedai", Some(AccountKind::Shopping), "old card")]
    );
    let markdown = "| Account | Note |\n|---|---|\n| Grab | on both phones |";
    assert_eq!(all(markdown), [one("Grab", None, "on both phones")]);
    let passwords = "Name\tUsername\tPassword\nGrab\tsomebody\tcorrect horse";
    assert_eq!(all(passwords), [one("Grab", None, "")]);
    assert_eq!(
        all("Grab\thunter2\nSteam\ty z"),
        [one("Grab", None, ""), one("Steam", None, "y z")]
    );
    assert_eq!(all("Accounts:\nGrab"), [one("Grab", None, "")]);
    assert_eq!(all("Grab\tSteam"), [one("Grab", None, ""), one("Steam", None, "")]);
}
