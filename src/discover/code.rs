//! The parts of a text that can be a one-time code.
//!
//! Owns: the shapes of codes, and of what looks like one: amounts, dates, card
//! and phone numbers. Must not know: what the message is about.

use serde::Deserialize;

use super::fold::is_unspaced;

/// A part of a folded text that can be a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) from: usize,
    pub(super) to: usize,
    /// It has no letter, or one in front. A voucher looks different.
    pub(super) plain: bool,
    /// It has no digit: a word in capitals, which often is a name.
    pub(super) worded: bool,
    /// It is a word with a number behind it, as the names of vouchers are.
    pub(super) promoting: bool,
}

/// Where the text itself begins: behind the price that Malaysian gateways put in
/// front (`RM0.00`), and behind the six-digit signature that may follow it.
pub(super) fn behind_price(text: &str) -> usize {
    let trimmed = text.trim_start();
    let start = text.len() - trimmed.len();
    // A Korean gateway says that the message was sent from the web.
    let webbed = trimmed.strip_prefix("[web발신]").map_or(trimmed, str::trim_start);
    let Some(rest) = webbed.strip_prefix("rm0.00").or_else(|| webbed.strip_prefix("rm0 ")) else {
        return start + trimmed.len() - webbed.len();
    };
    let rest = rest.trim_start_matches([' ', ':', '.', '-']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..).unwrap_or_default();
    // More words follow a signature. A code may end the message.
    let signed = (5..=6).contains(&digits)
        && behind.starts_with(' ')
        && !["is", "ialah", "adalah", "-", "as"]
            .iter()
            .any(|word| behind.trim_start().split([' ', ',']).next() == Some(word));
    let rest = if signed { behind.trim_start() } else { rest };
    text.len() - rest.len()
}

/// Every part of `text` from `start` on that can be a code: four to eight
/// digits, also in groups, with a letter and a hyphen in front, or mixed with
/// letters. Amounts, dates, times, card and phone numbers are left out.
/// `in_capitals` says whether a part of the original is written in capitals.
pub(super) fn tokens(
    signs: &Signs,
    text: &str,
    start: usize,
    in_capitals: impl Fn(usize, usize) -> bool,
) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = start;
    while let Some(from) = next(bytes, at, |b| b.is_ascii_alphanumeric()) {
        let to = next(bytes, from, |b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
        at = to;
        let (from, to) = grouped(bytes, from, to);
        at = at.max(to);
        let Some(word) = bytes.get(from..to) else { break };
        let count = |test: fn(&u8) -> bool| word.iter().filter(|b| test(b)).count();
        let (digits, letters) = (count(u8::is_ascii_digit), count(u8::is_ascii_alphabetic));
        let fits = match (digits, letters) {
            (4..=8, 0) => true,
            (4..=8, 1) => word.first().is_some_and(u8::is_ascii_alphabetic),
            (1.., 2..) | (2.., 1) => {
                (4..=10).contains(&(digits + letters)) && in_capitals(from, to)
            }
            (0, 5..=8) => in_capitals(from, to),
            _ => false,
        };
        if fits && !signs.is_else(text, from, to) {
            let begins = word.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            let promoting = begins >= 3 && begins == letters && digits <= 3;
            let worded = digits == 0;
            found.push(Token { from, to, plain: letters <= 1, worded, promoting });
        }
    }
    found
}

fn next(bytes: &[u8], from: usize, test: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|b| test(*b)).map(|at| from + at)
}

/// Extends a part to the whole code, when the code is written in groups: `123-456`, `123 456`, `1 2 3 4`, `G-123456`.
fn grouped(bytes: &[u8], from: usize, to: usize) -> (usize, usize) {
    let run = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count()
    };
    let digits = |from: usize, to: usize| {
        bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let (mut end, size) = (to, to - from);
    let letter = size == 1 && bytes.get(from).is_some_and(u8::is_ascii_alphabetic);
    if letter && bytes.get(to) == Some(&b'-') {
        let more = run(to + 1);
        return if (4..=8).contains(&more) && digits(to + 1, to + 1 + more) {
            (from, to + 1 + more)
        } else {
            (from, to)
        };
    }
    // `QX7-M2B`, `A7-4410-K`
    let mut mixed = to;
    while bytes.get(mixed) == Some(&b'-') && (1..=5).contains(&run(mixed + 1)) {
        mixed += 1 + run(mixed + 1);
    }
    let word = bytes.get(from..mixed).unwrap_or_default();
    let letters = word.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let numbers = word.iter().filter(|b| b.is_ascii_digit()).count();
    if mixed > to && letters > 0 && numbers > 1 && (5..=10).contains(&(letters + numbers)) {
        return (from, mixed);
    }
    if !digits(from, to) || size > 4 {
        return (from, to);
    }
    // Groups of one size, by one separator.
    let separator = bytes.get(to).copied().filter(|b| matches!(b, b' ' | b'-'));
    let Some(separator) = separator else { return (from, to) };
    let other = run(to + 1);
    if size + other == 5 && size >= 2 && other >= 2 && digits(to + 1, to + 1 + other) {
        return (from, to + 1 + other);
    }
    while bytes.get(end) == Some(&separator)
        && run(end + 1) == size
        && digits(end + 1, end + 1 + size)
    {
        end += 1 + size;
    }
    let all =
        bytes.get(from..end).unwrap_or_default().iter().filter(|b| b.is_ascii_digit()).count();
    if (4..=9).contains(&all) && (size <= 4) { (from, end) } else { (from, to) }
}

/// Words and signs beside which digits are no code.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signs {
    /// Before a number to call.
    call: Vec<String>,
    /// Before an amount, or the end of a card.
    before: Vec<String>,
    /// Behind an amount or a count.
    behind: Vec<String>,
}

impl Signs {
    /// Whether it is an amount, a date, a time, the end of a card number or a
    /// part of a longer number.
    fn is_else(&self, text: &str, from: usize, to: usize) -> bool {
        let before = text.get(..from).unwrap_or_default();
        let behind = text.get(to..).unwrap_or_default();
        is_in_writing(before, behind, to - from) || self.is_counted(before, behind)
    }

    /// Whether a word or a unit beside it says so.
    fn is_counted(&self, before: &str, behind: &str) -> bool {
        let said = before.trim_end();
        let last = said.rsplit([' ', '\n']).next().unwrap_or_default();
        let open = last.rsplit(['(', ':']).next().unwrap_or_default();
        let calls =
            |word: &String| last == word || (said.ends_with(word) && word.chars().all(is_unspaced));
        let counts = |word: &String| open == word;
        let unit = behind.trim_start();
        let measures = |mark: &String| {
            unit.strip_prefix(mark.as_str()).is_some_and(|rest| {
                let next = rest.chars().next();
                mark.chars().any(is_unspaced) || !next.is_some_and(char::is_alphanumeric)
            })
        };
        self.call.iter().any(calls)
            || self.before.iter().any(counts)
            || self.behind.iter().any(measures)
    }
}

/// Whether the characters right beside it say so: `1250.00`, `12500,00`, `12/11/2026`,
/// `10:30`, `a@b`, `x.com`, `+60…`.
fn is_in_writing(before: &str, behind: &str, length: usize) -> bool {
    const FRONT: &str = "*+/$€£¥₹₺@&=?•₩฿₫₽_";
    let (last, first) = (before.chars().next_back(), behind.chars().next());
    let second = behind.chars().nth(1);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let decimals = behind.get(1..).unwrap_or_default();
    let two = length <= 5 && decimals.bytes().take_while(u8::is_ascii_digit).count() == 2;
    let unit = decimals.chars().nth(2).is_some_and(is_unspaced);
    matches!(first, Some('.' | '/' | ':')) && digit(second)
        || first == Some(',') && two && !unit
        || matches!(first, Some('@' | '%' | '°'))
        || first == Some('.') && second.is_some_and(|c| c.is_ascii_alphabetic())
        || last.is_some_and(|c| FRONT.contains(c))
        || matches!(last, Some('.' | ',' | ':' | '-')) && digit(before.chars().rev().nth(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let start = behind_price(text);
        let signs = &super::super::phrases::Phrases::read().expect("reads").signs;
        let all = tokens(signs, text, start, |_, _| true);
        all.iter().map(|token| &text[token.from..token.to]).collect()
    }

    #[test]
    fn codes_come_in_many_shapes() {
        assert_eq!(found("1234 is it"), ["1234"]);
        assert_eq!(found("it: 123-456."), ["123-456"]);
        assert_eq!(found("g-123456"), ["g-123456"]);
        assert_eq!(found("1 2 3 4 5 6"), ["1 2 3 4 5 6"]);
        assert_eq!(found("12 34 56"), ["12 34 56"]);
        assert_eq!(found("验证码123456,请"), ["123456"]);
        assert_eq!(found("use ab12cd"), ["ab12cd"]);
    }

    #[test]
    fn what_is_something_else_is_no_code() {
        for text in [
            "rm0.00 hi",
            "rm1,250.00",
            "usd 5000",
            "12/11/2026",
            "call +60123456789",
            "x 4821",
            "at 10:30",
            "*4821",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn the_signature_of_a_gateway_is_no_code() {
        assert!(found("rm0.00 567892 here it is").is_empty());
        assert_eq!(found("rm0.00 567892 your tac is 112233"), ["112233"]);
        assert_eq!(found("rm0.00 567892 is your tac"), ["567892"]);
    }
}
