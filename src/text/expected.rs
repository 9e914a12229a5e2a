//! What a reader would have taken in the place of a value that it did not take.
//!
//! A reader says only that a value is wrong, or quotes the library that tried it. Here
//! other values are tried in its place: what is taken tells what was expected. Must not
//! know: what a file is about.

use ron::Error;
use serde::de::DeserializeOwned;

use super::ron::{DATE, ITEM, PAGE_DATE, Position, RonError, TIME, read_ron};

/// What a text stands in.
const QUOTE: char = '\u{22}';

/// Values, and what was expected where one of them is taken and those before it are not.
const KINDS: [(&str, &str); 4] = [
    ("\"08:00\"", TIME),
    ("\"2026\"", PAGE_DATE),
    ("\"2026-01-01\"", DATE),
    ("\"precondition:arrears\"", ITEM),
];

/// The error of reading `text` as a `T`, with what was expected where that can be told.
pub(super) fn explained<T: DeserializeOwned>(text: &str, error: RonError) -> RonError {
    let unclear = matches!(
        *error.cause,
        Error::ExpectedIdentifier
            | Error::ExpectedString
            | Error::Message(_)
            | Error::InvalidValueForType { .. }
    );
    let Some((from, to)) = value_at(text, error.place.offset(text)).filter(|_| unclear) else {
        return error;
    };
    let parts = (text.get(..from), text.get(from..to), text.get(to..));
    let (Some(before), Some(found), Some(behind)) = parts else { return error };
    let tried = |value: &str| {
        let made = [before, value, behind].concat();
        let failed = read_ron::<T>(&made).err()?;
        let here = (from..from + value.len()).contains(&failed.place.offset(&made));
        // What is missing behind the value says nothing of it.
        let unknown =
            matches!(&*failed.cause, Error::NoSuchEnumVariant { found, .. } if found == value);
        (here || unknown).then_some(*failed.cause)
    };
    let expected = match tried("stand_in") {
        Some(Error::NoSuchEnumVariant { expected, outer, .. }) => {
            Some(Error::NoSuchEnumVariant { expected, found: found.to_owned(), outer })
        }
        // Any text would do: then the quotes are missing.
        _ if tried("\"stand-in\"").is_none() => None,
        _ => {
            let kind = KINDS.iter().find(|(value, _)| tried(value).is_none());
            kind.map(|(_, kind)| Error::InvalidValueForType {
                expected: (*kind).to_owned(),
                found: found.trim_matches(QUOTE).to_owned(),
            })
        }
    };
    let begins = Position::of(text, from);
    match expected {
        Some(cause) => RonError { place: begins, cause: Box::new(cause) },
        None => error,
    }
}

/// Where the value begins and ends that stands at this byte, or whose opening quote
/// stands before it.
fn value_at(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text.get(..at)?;
    let from = if before.ends_with(QUOTE) { at - 1 } else { at };
    let from = from + text.get(from..)?.find(|c: char| !c.is_whitespace())?;
    let rest = text.get(from..)?;
    let length = match rest.strip_prefix(QUOTE) {
        Some(inside) => inside.find(QUOTE)? + 2,
        None => rest.find(|c: char| ",()[]{}".contains(c) || c.is_whitespace())?,
    };
    (length > 0).then_some((from, from + length))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, Time};
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Word {
        One,
        Two,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Line {
        day: Date,
        at: Time,
        word: Word,
        text: String,
    }

    fn told(change: (&str, &str)) -> (usize, String) {
        let sound = "(day: \"2026-11-05\", at: \"08:30\", word: one, text: \"a\")";
        let text = sound.replace(change.0, change.1);
        let error = explained::<Line>(&text, read_ron::<Line>(&text).expect_err("wrong"));
        let said = match *error.cause {
            Error::InvalidValueForType { expected, found } => format!("{expected} {found}"),
            Error::NoSuchEnumVariant { expected, found, .. } => format!("{expected:?} {found}"),
            other => other.to_string(),
        };
        (error.place.column, said)
    }

    #[test]
    fn a_wrong_value_is_told_with_what_stands_there_else() {
        assert_eq!(told(("2026-11-05", "2026-13-05")), (7, "date 2026-13-05".into()));
        assert_eq!(told(("\"2026-11-05\"", "20261105")), (7, "date 20261105".into()));
        assert_eq!(told(("08:30", "8")), (25, "time 8".into()));
        // What is missing beside it is another fault.
        let alone = (", word: one, text: \"a\"", "");
        let last = "(at: \"8\")";
        let error = explained::<Line>(last, read_ron::<Line>(last).expect_err("wrong"));
        assert!(
            matches!(*error.cause, Error::InvalidValueForType { expected, .. } if expected == TIME)
        );
        assert!(told(alone).1.contains("word"), "{:?}", told(alone));
        let words = "[\"one\", \"two\"] \"two\"".to_owned();
        assert_eq!(told(("word: one", "word: \"two\"")), (40, words));
        assert_eq!(told(("\"a\"", "5")), (50, "Expected string".into()));
    }
}
