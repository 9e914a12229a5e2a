//! Breaking text into lines, in any script.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{graphemes, width};

/// Breaks `text` into lines of at most `cells` cells where its script allows
/// (UAX 14: between words, between Chinese characters, never before a full
/// stop). A word that is longer than a line is cut between characters; a
/// character wider than a line is left out. ratatui's own wrapping panics on
/// text of mixed width (its issue 2679), so nothing in ringoff uses it.
pub(crate) fn wrap(text: &str, cells: usize) -> Vec<String> {
    if cells == 0 {
        return Vec::new();
    }
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, cells)).collect()
}

/// After these a line ends, however short it is.
const ENDS_A_LINE: [char; 6] = ['\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

fn wrap_paragraph(text: &str, cells: usize) -> Vec<String> {
    // Most texts fit, and to look for places to break costs most.
    if width(text) <= cells && !has_any(text, &ENDS_A_LINE) {
        return vec![text.trim_end().to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    // The cells of the line, as wide as its pieces are: side by side they are no wider.
    let mut used = 0;
    let mut start = 0;
    let brackets = has_any(text, &OPENS);
    for (end, kind) in linebreaks(text) {
        let together = || {
            is_in_date(text, end)
                || is_in_flag(text, end)
                || (brackets && is_in_brackets(text, end, cells))
        };
        if kind == BreakOpportunity::Allowed && together() {
            continue;
        }
        let Some(piece) = text.get(start..end) else { continue };
        start = end;
        let bare = piece.trim_end();
        let wide = width(bare);
        let fits = used + wide <= cells || line.is_empty() || width(&line) + wide <= cells;
        if !fits {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        if wide <= cells {
            line.push_str(piece);
            used += wide + width(piece.get(bare.len()..).unwrap_or_default());
        } else {
            cut(piece, cells, &mut line, &mut lines);
            used = width(&line);
        }
        if kind == BreakOpportunity::Mandatory && end < text.len() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Whether one of these signs is in the text. Each is looked for by itself, which costs
/// less than to look at every sign.
fn has_any(text: &str, signs: &[char]) -> bool {
    signs.iter().any(|sign| text.contains(*sign))
}

/// Whether a place is inside a date such as 2026年11月5日: it is read as one word.
fn is_in_date(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let ends = before.chars().next_back().map(|sign| (sign.is_ascii_digit(), sign));
    match (ends, after.chars().next()) {
        (Some((true, _)), Some('年' | '月' | '日' | '号')) => true,
        (Some((_, '年' | '月')), Some(after)) => after.is_ascii_digit(),
        _ => false,
    }
}

/// What opens and what closes a remark in brackets.
const OPENS: [char; 2] = ['(', '（'];
const CLOSES: [char; 2] = [')', '）'];

/// Most cells of a remark in brackets that is kept on one line.
const REMARK: usize = 16;
/// No such remark has more bytes.
const REMARK_BYTES: usize = 4 * REMARK;

/// Whether a place is inside a short remark in brackets that has room on one line: a line
/// ends before it rather than in it.
fn is_in_brackets(text: &str, at: usize, cells: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    // A longer one is not looked for: a note may have thousands of words.
    let after = after.get(..after.floor_char_boundary(REMARK_BYTES)).unwrap_or_default();
    let from = before.ceil_char_boundary(before.len().saturating_sub(REMARK_BYTES));
    let before = before.get(from..).unwrap_or_default();
    let Some((outside, opened)) =
        before.rfind(OPENS).and_then(|from| before.split_at_checked(from))
    else {
        return false;
    };
    let ends = after.char_indices().find(|(_, sign)| CLOSES.contains(sign));
    let rest = ends.and_then(|(end, sign)| after.get(..end + sign.len_utf8()));
    // A bracket that belongs to a word, as in "code(s)", is no remark.
    let begins = outside.chars().next_back().is_none_or(|sign| !sign.is_ascii_alphanumeric());
    let whole = rest.map(|rest| width(opened) + width(rest));
    begins && !opened.contains(CLOSES) && whole.is_some_and(|wide| wide <= REMARK.min(cells))
}

/// Whether a place is behind the hyphens that a word begins with, as in `--lang`.
fn is_in_flag(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let bare = before.trim_end_matches('-');
    bare.len() < before.len() && !bare.ends_with(char::is_alphanumeric)
}

/// Cuts a piece that is longer than a line between characters.
fn cut(piece: &str, cells: usize, line: &mut String, lines: &mut Vec<String>) {
    for (grapheme, wide) in graphemes(piece).filter(|(_, wide)| *wide <= cells) {
        if width(line) + wide > cells {
            lines.push(std::mem::take(line));
        }
        line.push_str(grapheme);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_and_han_break_where_they_may() {
        assert_eq!(wrap("nothing is owed here", 10), ["nothing is", "owed here"]);
        assert_eq!(wrap("先结清欠费，再申请。", 8), ["先结清欠", "费，再申", "请。"]);
        assert_eq!(wrap("b解b", 2), ["b", "解", "b"]);
        assert_eq!(wrap("日子（11月5日热线）", 10), ["日子", "（11月5日", "热线）"]);
        assert_eq!(wrap("到（11月5日热线）", 16), ["到", "（11月5日热线）"]);
        assert_eq!(wrap("ask again (if you ask)", 14), ["ask again", "(if you ask)"]);
        assert_eq!(wrap("it is (unverified) yet", 12), ["it is", "(unverified)", "yet"]);
        assert_eq!(wrap("到2026年11月5日", 14), ["到", "2026年11月5日"]);
        assert_eq!(wrap("or by --lang", 8), ["or by", "--lang"]);
        assert_eq!(wrap("add-all", 5), ["add-", "all"]);
        assert_eq!(wrap("one\n\ntwo", 9), ["one", "", "two"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "[a-z解銀ｱ ,。👩\\n\u{301}]*", cells in 1_usize..30) {
            for line in wrap(&text, cells) {
                prop_assert!(width(&line) <= cells, "{line:?}");
            }
        }

        #[test]
        fn no_short_remark_is_torn(
            before in "[a-z解]{1,9}", told in "[a-z]{1,4}( [a-z]{1,4}){0,2}|[解数]{1,6}", after in "[a-z ]{0,9}",
            cells in 16_usize..30,
        ) {
            for (open, close) in [('(', ')'), ('（', '）')] {
                let remark = format!("{open}{told}{close}");
                prop_assume!(width(&remark) <= REMARK);
                let lines = wrap(&format!("{before} {remark}{after}"), cells);
                prop_assert!(lines.iter().any(|line| line.contains(&remark)), "{lines:?}");
            }
        }

        #[test]
        fn no_letter_is_lost(text in "[a-z解 ]*", cells in 2_usize..30) {
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&wrap(&text, cells).concat()), letters(&text));
        }
    }
}
