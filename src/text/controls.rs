//! Text without what is said to a terminal in it: colours and titles of a log that was
//! copied.
//!
//! Must not know: where a text comes from.

use std::{borrow::Cow, iter::Peekable, str::Chars};

/// The text without the sequences that steer a terminal and without other control
/// characters: blanks and the ends of lines stay. Borrowed where there is none.
pub(crate) fn without_controls(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_control) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\u{1b}' => escaped(&mut rest),
            '\u{9b}' => skip_parameters(&mut rest),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => skip_text(&mut rest),
            // Bold letters of a page of a manual are struck twice.
            '\u{8}' => _ = out.pop(),
            c if is_control(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Skips what belongs to an Esc. Before anything else it stands alone.
fn escaped(rest: &mut Peekable<Chars<'_>>) {
    match rest.peek() {
        Some('[') => {
            rest.next();
            skip_parameters(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            rest.next();
            skip_text(rest);
        }
        Some('O' | 'N') => {
            rest.next();
            rest.next_if(|c| ('\u{20}'..='\u{7e}').contains(c));
        }
        Some(' '..='/') => {
            while rest.next_if(|c| (' '..='/').contains(c)).is_some() {}
            rest.next_if(|c| ('0'..='~').contains(c));
        }
        Some('7' | '8' | '=' | '>' | 'c' | 'D' | 'E' | 'H' | 'M' | 'Z' | '\\') => _ = rest.next(),
        _ => {}
    }
}

/// Skips numbers and the sign that ends them.
fn skip_parameters(rest: &mut Peekable<Chars<'_>>) {
    while rest.next_if(|c| (' '..='?').contains(c)).is_some() {}
    rest.next_if(|c| ('@'..='~').contains(c));
}

/// Skips a text for the terminal. One that does not end goes to the end of its line.
fn skip_text(rest: &mut Peekable<Chars<'_>>) {
    while let Some(c) = rest.next_if(|c| !matches!(c, '\n' | '\r')) {
        match c {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                rest.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_of_a_sequence_is_left() {
        for (pasted, left) in [
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("a\u{1b}[1;38;5;12mb\u{9b}2Kc", "abc"),
            ("\u{1b}]0;title\u{7}a\u{1b}]8;;x\u{1b}\\b", "ab"),
            ("\u{1b}Pq#0\u{1b}\\a\u{1b}(Bb\u{1b}OAc\u{1b}7", "abc"),
            ("\u{1b}]0;open\nnext", "\nnext"),
            ("a\u{1b}", "a"),
            ("a\u{1b}[31", "a"),
            ("a\u{1b}解", "a解"),
            ("B\u{8}Bold\u{0}\u{7f}", "Bold"),
            ("a\tb\r\nc", "a\tb\r\nc"),
        ] {
            assert_eq!(without_controls(pasted), left, "{pasted:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_steers_nothing(text in "(\\PC|\u{1b}|\u{9b}|[\\[\\]0-9;mP]|.)*") {
            let left = without_controls(&text).into_owned();
            prop_assert!(!left.chars().any(is_control));
            prop_assert_eq!(without_controls(&left), left.as_str());
        }
    }
}
