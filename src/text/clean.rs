//! Cleaning of text that comes from outside: files, arguments, the clipboard.

use std::fmt::Write as _;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::width::plain_cells;

/// Most combining marks kept on one letter; more is an attack on the reader's
/// terminal, not writing.
const MARKS: usize = 8;

/// Makes one line of text from outside fit for a terminal and for the file:
/// composed (NFC), tabs and line breaks as blanks, controls and invisible
/// steering characters replaced.
pub fn clean_line(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte))
        || text.chars().all(|c| plain_cells(c).is_some())
    {
        return text.to_owned();
    }
    clean_with(text, |c| if matches!(c, '\t' | '\n' | '\r') { Some(' ') } else { None })
}

/// The same for text of several lines: line breaks stay.
pub(crate) fn clean(text: &str) -> String {
    clean_with(&text.replace("\r\n", "\n"), |c| match c {
        '\n' => Some('\n'),
        '\t' | '\r' => Some(' '),
        _ => None,
    })
}

fn clean_with(text: &str, blank: impl Fn(char) -> Option<char>) -> String {
    let composed: String;
    let text = if is_nfc(text) {
        text
    } else {
        composed = text.nfc().collect();
        &composed
    };
    let mut marks = 0;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_mark = unicode_normalization::char::is_combining_mark(c);
        marks = if is_mark { marks + 1 } else { 0 };
        if let Some(blank) = blank(c) {
            out.push(blank);
        } else if steers(c) {
            out.push('\u{FFFD}');
        } else if marks <= MARKS {
            out.push(c);
        }
    }
    out
}

/// JSON as it may be shown on a terminal: what would steer it is written as an
/// escape, so that a program reads the same text.
pub(crate) fn escape_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if steers(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a text cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Characters that steer a terminal or a reader's eye instead of being read:
/// controls, bidi overrides and isolates, invisible operators and tags. The
/// joiners that Persian, Indic scripts and emoji need stay.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escapes_and_overrides_are_replaced_and_scripts_stay() {
        assert_eq!(clean_line("\u{1b}[31mred\u{202e}"), "\u{fffd}[31mred\u{fffd}");
        assert_eq!(clean_line("a\tb\r\nc"), "a b  c");
        assert_eq!(clean("a\r\nb"), "a\nb");
        assert_eq!(clean_line("e\u{301} नमस्ते 👨\u{200d}👩"), "é नमस्ते 👨\u{200d}👩");
    }

    #[test]
    fn json_means_the_same_with_its_steering_escaped() {
        let json = "{\"a\":\"x\u{202e}y\u{e0041}z\"}";
        let escaped = escape_json(json);
        assert_eq!(escaped, "{\"a\":\"x\\u202ey\\udb40\\udc41z\"}");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("json");
        assert_eq!(read(&escaped), read(json));
    }

    proptest! {
        #[test]
        fn nothing_that_steers_comes_through(text in "\\PC*|.*") {
            let clean = clean_line(&text);
            prop_assert!(!clean.chars().any(steers));
            prop_assert_eq!(clean_line(&clean), clean);
        }
    }
}
