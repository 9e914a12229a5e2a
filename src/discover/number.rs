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
        // Written in full but for the sign: no number at home begins so and is as long.
        let in_full = digits.len() >= 11
            && SHORT.iter().any(|code| code.len() == 2 && digits.starts_with(code));
        if !abroad && !in_full {
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
        let mut run = String::new();
        // Blanks, dashes, dots and brackets belong to a number; a letter ends it.
        for c in folded.chars().chain(['\n']) {
            match c {
                '0'..='9' | '*' | '•' => run.push(if c == '•' { '*' } else { c }),
                'x' => run.push('*'),
                '+' | ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' => {}
                _ => {
                    best = best.max(self.fits(&run));
                    run.clear();
                }
            }
        }
        best
    }

    fn fits(&self, run: &str) -> Option<NumberMatch> {
        if run.contains('*') {
            return self.fits_hidden(run).then_some(NumberMatch::Partial);
        }
        if run.len() < 7 || !run.ends_with(&self.national) && !run.contains(&self.whole) {
            return None;
        }
        let before = run.strip_suffix(self.national.as_str()).unwrap_or_default();
        let whole = run == self.whole || ["", "0"].contains(&before) || self.is_country(before);
        whole.then_some(NumberMatch::Whole)
    }

    /// The country code, when the number was written with it.
    fn country(&self) -> &str {
        self.whole.strip_suffix(self.national.as_str()).unwrap_or_default()
    }

    /// Whether these digits in front of the national number are its country code, with
    /// what is dialled around it. That of a number without one can be any.
    fn is_country(&self, before: &str) -> bool {
        let code = before.strip_prefix("00").unwrap_or(before);
        // The zero of the national number can stand behind it.
        let mut codes = [Some(code), code.strip_suffix('0')].into_iter().flatten();
        match self.country() {
            "" => codes.any(|code| self.can_be_country(code)),
            country => codes.any(|code| code == country),
        }
    }

    /// Whether a number that was written without its country code can have this one.
    fn can_be_country(&self, code: &str) -> bool {
        match code.len() {
            // Ten digits behind a 1: North America. Everywhere else it is another number.
            1 => code == "1" && self.national.len() == 10,
            2 => SHORT.contains(&code),
            3 => !SHORT.iter().any(|short| code.starts_with(short)),
            _ => false,
        }
    }

    /// Whether the digits before and behind the hidden part fit.
    fn fits_hidden(&self, run: &str) -> bool {
        let (Some(first), Some(last)) = (run.find('*'), run.rfind('*')) else { return false };
        let (front, end) = (run.get(..first), run.get(last + 1..));
        let (Some(front), Some(end)) = (front, end) else { return false };
        let front = front.trim_start_matches("00");
        let behind_any = || {
            let code = (2..=3.min(front.len())).filter_map(|at| front.split_at_checked(at));
            let fits = |(code, rest): (&str, &str)| {
                self.can_be_country(code) && self.national.starts_with(rest)
            };
            self.country().is_empty() && code.into_iter().any(fits)
        };
        let fits_front = front.is_empty()
            || self.whole.starts_with(front)
            || format!("0{}", self.national).starts_with(front)
            || behind_any();
        (3..=9).contains(&end.len()) && self.whole.ends_with(end) && fits_front
    }
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
    fn a_number_without_its_country_code_is_known_with_it() {
        let number = Number::new("012-345 6789").expect("a number");
        for text in [
            "+60123456789",
            "+60 12-345 6789",
            "0060 12 345 6789",
            "60123456789",
            "+60 (0)12-345 6789",
            "012-3456789",
            "12 345 6789",
        ] {
            assert_eq!(number.find(text), Some(NumberMatch::Whole), "{text}");
        }
        for text in ["*****6789", "60****789", "6012****789", "012-***-6789"] {
            assert_eq!(number.find(text), Some(NumberMatch::Partial), "{text}");
        }
        for text in ["+60 12-345 6780", "9912345678 9", "id 1123456789", "4412123456789"] {
            let found = number.find(text);
            assert_eq!(found, None, "{text}");
        }
        let in_full = Number::new("60123456789").expect("a number");
        assert_eq!(Some(in_full), Number::new("+60 12-345 6789"));
        let (american, english) = ("(212) 555-0100", "+1 212 555 0100");
        assert!(Number::new(american).is_some_and(|one| one.find(english).is_some()));
        let (hong_kong, whole) = ("5123 4567", "+852 5123 4567");
        assert!(Number::new(hong_kong).is_some_and(|one| one.find(whole).is_some()));
    }

    #[test]
    fn what_is_too_short_is_no_number() {
        assert_eq!(Number::new("12345"), None);
        assert_eq!(Number::new("hello"), None);
    }
}
