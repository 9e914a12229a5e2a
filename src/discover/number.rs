//! The phone number of the line, in any common spelling.

/// How much of the number a text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NumberMatch {
    /// A part is hidden, and the rest fits.
    Partial,
    /// All of it.
    Whole,
}

/// A phone number to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Country code and the rest.
    whole: String,
    /// Without the country code.
    national: String,
}

/// Country codes of one and of two digits; all others have three.
const SHORT: [&str; 46] = [
    "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45",
    "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
    "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

impl Number {
    /// Reads a number. With `+` or `00` in front, its country code is known.
    /// None when it has fewer than seven digits.
    pub fn new(written: &str) -> Option<Self> {
        let folded = super::fold::fold(written);
        let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
        let (abroad, digits) = match digits.strip_prefix("00") {
            Some(rest) => (true, rest.to_owned()),
            None => (folded.trim_start().starts_with('+'), digits),
        };
        if digits.len() < 7 {
            return None;
        }
        if !abroad {
            let national = digits.trim_start_matches('0').to_owned();
            return Some(Self { whole: national.clone(), national });
        }
        let code =
            SHORT.iter().find(|code| digits.starts_with(**code)).map_or(3, |code| code.len());
        let national = digits.get(code..)?.trim_start_matches('0').to_owned();
        Some(Self { whole: digits, national })
    }

    /// How much of the number `text` shows, if any.
    pub(super) fn find(&self, text: &str) -> Option<NumberMatch> {
        if text.len() < 4 || !text.chars().any(char::is_numeric) {
            return None;
        }
        let folded = super::fold::fold(text);
        let mut best = None;
        let (mut run, mut abroad) = (String::new(), false);
        // Blanks, dashes, dots and brackets belong to a number; a letter ends it.
        for c in folded.chars().chain(['\n']) {
            match c {
                '0'..='9' | '*' | '•' => run.push(if c == '•' { '*' } else { c }),
                'x' => run.push('*'),
                '+' if run.is_empty() => abroad = true,
                '+' | ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' => {}
                _ => {
                    best = best.max(self.fits(&run, abroad));
                    run.clear();
                    abroad = false;
                }
            }
        }
        best
    }

    /// Whether a run of digits is the number; `abroad` says that a `+` stands before it.
    fn fits(&self, run: &str, abroad: bool) -> Option<NumberMatch> {
        if run.contains('*') {
            return self.fits_hidden(run).then_some(NumberMatch::Partial);
        }
        if run.len() < 7 {
            return None;
        }
        let country = self.whole.strip_suffix(self.national.as_str()).unwrap_or_default();
        let Some(before) = run.strip_suffix(self.national.as_str()) else {
            let inside = !country.is_empty() && run.contains(&self.whole);
            return inside.then_some(NumberMatch::Whole);
        };
        let whole = run == self.whole
            || ["", "0"].contains(&before)
            || (country.is_empty() && is_country(before, abroad))
            || (!country.is_empty()
                && [country.to_owned(), format!("00{country}"), format!("{country}0")]
                    .iter()
                    .any(|start| start == before));
        whole.then_some(NumberMatch::Whole)
    }

    /// Whether the digits before and behind the hidden part fit.
    fn fits_hidden(&self, run: &str) -> bool {
        let (Some(first), Some(last)) = (run.find('*'), run.rfind('*')) else { return false };
        let (front, end) = (run.get(..first), run.get(last + 1..));
        let (Some(front), Some(end)) = (front, end) else { return false };
        let front = front.trim_start_matches("00");
        let fits_front = front.is_empty()
            || self.whole.starts_with(front)
            || format!("0{}", self.national).starts_with(front);
        (3..=9).contains(&end.len()) && self.whole.ends_with(end) && fits_front
    }
}

/// Whether what stands before a number whose country nobody has said is the code of one,
/// with or without the zero that is dialled inside it. Without a `+` or `00` only a code
/// of two digits is taken for that: other digits can be anything.
fn is_country(before: &str, abroad: bool) -> bool {
    let (abroad, code) = before.strip_prefix("00").map_or((abroad, before), |code| (true, code));
    let is_code = |code: &str| match code.len() {
        2 => SHORT.contains(&code),
        _ if !abroad => false,
        length => length == 3 || SHORT.contains(&code),
    };
    is_code(code) || code.strip_suffix('0').is_some_and(is_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_in_every_common_spelling() {
        let number = Number::new("+60 12-345 6789").expect("a number");
        for text in [
            "+60123456789",
            "+60 12-345 6789",
            "0060 12 345 6789",
            "012-3456789",
            "12 345 6789",
            "＋６０１２３４５６７８９",
            "call 012.345.6789 now",
            "(012) 345-6789",
            "60123456789",
            "٦٠١٢٣٤٥٦٧٨٩",
        ] {
            assert_eq!(number.find(text), Some(NumberMatch::Whole), "{text}");
        }
        for text in ["*****6789", "60****789", "012-***-6789", "XXXX6789", "•••• 6789"] {
            assert_eq!(number.find(text), Some(NumberMatch::Partial), "{text}");
        }
        for text in [
            "",
            "12345",
            "+60 12-345 6780",
            "9912345678 9",
            "somebody@example.org",
            "*****6780",
            "61****789",
            "id 1123456789",
        ] {
            assert_eq!(number.find(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_without_its_country_is_known_with_it() {
        for written in ["012-345 6789", "0123456789"] {
            let number = Number::new(written).expect("a number");
            for text in [
                "+60123456789",
                "+60 12-345 6789",
                "+60 (0)12-345 6789",
                "0060123456789",
                "60123456789",
                "012-3456789",
                "123456789",
            ] {
                assert_eq!(number.find(text), Some(NumberMatch::Whole), "{written} {text}");
            }
            for text in ["id 1123456789", "+60 12-345 6780", "9990123456789", "123456789012"] {
                assert_eq!(number.find(text), None, "{written} {text}");
            }
        }
    }

    #[test]
    fn what_is_too_short_is_no_number() {
        assert_eq!(Number::new("12345"), None);
        assert_eq!(Number::new("hello"), None);
    }
}
