//! A name without what is none: a phone number, and what steers a terminal.

use super::{clean_line, mask::without_numbers};

/// Marks that are left over at the ends of a name once a number is taken out.
const LEFT_OVER: [char; 14] =
    [' ', '(', '（', '[', '-', '–', ':', '：', '+', '/', '·', ',', '|', '#'];

/// A name as it may be kept and shown: in one line, without the phone numbers and the
/// sequences for a terminal that were written into it. Empty where nothing else was.
pub(crate) fn bare_name(written: &str) -> String {
    let clean = clean_line(&without_sequences(written));
    let whole = clean.trim_end_matches('.');
    let bare = without_numbers(whole);
    if bare == whole {
        return clean.trim().to_owned();
    }
    let bare = ["(+)", "（+）", "()", "（）", "[]", "( )"]
        .iter()
        .fold(bare, |left, empty| left.replace(empty, " "));
    let words: Vec<&str> = bare.split_whitespace().collect();
    words.join(" ").trim_matches(LEFT_OVER).to_owned()
}

/// A text without what begins with an escape: `ESC ] … BEL` sets a title, `ESC [ … m` a
/// colour. What was cleaned before has a stand-in for each control.
pub(crate) fn without_sequences(text: &str) -> String {
    const STARTS: [char; 2] = ['\u{1b}', '\u{fffd}'];
    const ENDS: [char; 3] = ['\u{7}', '\u{1b}', '\u{fffd}'];
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(STARTS) {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let mut chars = escape.chars();
        let start = chars.next().map_or(0, char::len_utf8);
        let behind = escape.get(start..).unwrap_or_default();
        let end = match chars.next() {
            Some(']') => behind.find(ENDS).map(|end| {
                let ending = behind.get(end..).unwrap_or_default();
                let mark = ending.chars().next().map_or(0, char::len_utf8);
                let closing = ending.get(mark..).unwrap_or_default();
                end + mark + usize::from(closing.starts_with('\\'))
            }),
            Some('[') => behind.get(1..).and_then(|arguments| {
                let end = arguments.find(|c: char| !c.is_ascii_digit() && !";?".contains(c))?;
                let last = arguments.get(end..)?.chars().next()?;
                last.is_ascii_alphabetic().then_some(1 + end + 1)
            }),
            _ => None,
        };
        // What is no sequence stays: its controls are seen to where it is cleaned.
        let (kept, behind) = match end.and_then(|end| behind.get(end..)) {
            Some(behind) => ("", behind),
            None => (escape.get(..start).unwrap_or_default(), behind),
        };
        out.push_str(kept);
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_no_part_of_a_name() {
        for (written, name) in [
            ("Shopee (012-345 6789)", "Shopee"),
            ("Shopee 012-345 6789", "Shopee"),
            ("Shopee（012-345 6789）", "Shopee"),
            ("Shopee (+60 12-345 6789) old", "Shopee old"),
            ("+60 12-345 6789 - Shopee", "Shopee"),
            ("Shopee: 0123456789", "Shopee"),
            ("012-345 6789", ""),
            ("Judo hall (Monday)", "Judo hall (Monday)"),
            ("Shopee 0123456789.", "Shopee"),
            ("Harbour Inc.", "Harbour Inc."),
            ("1234567.com.cn", "1234567.com.cn"),
            ("12306", "12306"),
            ("Yahoo!", "Yahoo!"),
        ] {
            assert_eq!(bare_name(written), name, "{written}");
        }
    }

    #[test]
    fn what_steers_a_terminal_is_no_part_of_a_name() {
        for written in [
            "\u{1b}]0;pwn\u{7}EvilCo",
            "\u{1b}]0;pwn\u{1b}\\EvilCo",
            "\u{1b}[31mEvilCo\u{1b}[0m",
            "\u{fffd}]0;pwn\u{fffd}EvilCo",
        ] {
            assert_eq!(bare_name(written), "EvilCo", "{written:?}");
        }
        assert_eq!(bare_name("a\u{fffd}b"), "a\u{fffd}b");
        assert_eq!(bare_name("a\u{1b}"), "a\u{fffd}");
    }
}
