//! Every fault of a piece of RON at once, where a reader stops at the first one.
//!
//! The piece is cut into the entries of its structs and lists. Each is read alone,
//! with blanks in the place of all others, so that no fault hides another and every
//! place is that in the file. Must not know: what a piece is about.

use std::ops::Range;

use ron::{Error, value::RawValue};
use serde::{Deserialize, de::DeserializeOwned};

use super::{
    expected::explained,
    ron::{Entries, Position, RonError, read_ron},
};

/// The text that stands where one is wrong or missing, so that the rest can be read.
pub(crate) const STAND_IN: &str = "stand-in";

/// What may stand for a field of which only the name is known.
const STAND_INS: [&str; 8] = [
    "\"stand-in\"",
    "{\"en\": \"stand-in\"}",
    "[]",
    "1",
    "false",
    "\"2026-01-01\"",
    "\"08:00\"",
    "(1, 1)",
];

/// No struct has more fields.
const MOST_FIELDS: usize = 40;

/// An entry of a struct or a list, or the whole piece.
struct Entry {
    name: Option<String>,
    /// From its name to the comma behind it.
    span: Range<usize>,
    /// Its opening bracket, where it is a struct.
    fields: Option<usize>,
    inside: Vec<Self>,
}

/// Every fault of a piece that is no `T`, in places of the file; and what it would be
/// with something in the place of what is wrong. Looks into the structs of the piece
/// if `deep`, else only at its own fields.
pub(crate) fn every_fault<T: DeserializeOwned>(
    source: &str,
    piece: &RawValue,
    deep: bool,
) -> (Option<T>, Vec<RonError>) {
    let text = piece.get_ron().trim_start();
    let (fields, inside) = cut(text, 0, if deep { usize::MAX } else { 1 });
    let root = Entry { name: None, span: 0..text.len(), fields, inside };
    let mut found = Faults { text, ..Faults::default() };
    found.wrong::<T>(&root.inside, &[]);
    found.missing::<T>(&root, &[]);
    let made = found.made(&found.wrong, &found.stands);
    let read = read_ron(&made).map_err(|error: RonError| {
        let error = explained::<T>(&made, error);
        let place =
            Position::of(text, found.original(&made, &found.wrong, error.place.offset(&made)));
        // For what nothing can stand in for, it was told already.
        if missing(&error).is_none() || found.errors.is_empty() {
            found.errors.push(RonError { place, ..error });
        }
    });
    let place = Position::in_piece(source, piece, "");
    let errors = found.errors.into_iter();
    (read.ok(), errors.map(|one| RonError { place: place.plus(one.place), ..one }).collect())
}

/// The opening bracket of what stands at `from`, if it is a struct, and the entries of
/// it or of a list.
fn cut(text: &str, from: usize, depth: usize) -> (Option<usize>, Vec<Entry>) {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    // The word of an enum may stand before its fields.
    let open = behind_blanks(text, from);
    let open = open + rest(open).find(|c| !word(c)).unwrap_or(0);
    let body = rest(open);
    let pieces: Vec<(Option<String>, &RawValue)> = if depth == 0 {
        return (None, Vec::new());
    } else if body.starts_with('(') {
        let Some(Entries(entries)) = beginning(body) else { return (None, Vec::new()) };
        entries.into_iter().map(|(name, value)| (Some(name), value)).collect()
    } else {
        let list: Vec<&RawValue> = beginning(body).unwrap_or_default();
        list.into_iter().map(|value| (None, value)).collect()
    };
    let mut start = open + 1;
    let entry = |(name, value): (Option<String>, &RawValue)| {
        let at = value.get_ron().as_ptr().addr().saturating_sub(text.as_ptr().addr());
        let end = behind_blanks(text, at + value.get_ron().len());
        let span = start..end + usize::from(rest(end).starts_with(','));
        start = span.end;
        let (fields, inside) = cut(text, at, depth - 1);
        Entry { name, span, fields, inside }
    };
    (body.starts_with('(').then_some(open), pieces.into_iter().map(entry).collect())
}

/// What a text begins with.
fn beginning<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    // What stands behind it is an error at its end.
    let end = read_ron::<&RawValue>(text).err().map(|error| error.place.offset(text));
    read_ron(text.get(..end.unwrap_or(text.len()))?).ok()
}

/// The first byte from there on that is neither a blank nor in a comment.
fn behind_blanks(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let here = rest.trim_start();
    let begins = from + rest.len() - here.len();
    let comment = match here.get(..2) {
        Some("//") => here.find('\n'),
        Some("/*") => here.find("*/").map(|at| at + 2),
        _ => None,
    };
    comment.map_or(begins, |length| behind_blanks(text, begins + length))
}

/// What was found so far.
#[derive(Default)]
struct Faults<'a> {
    text: &'a str,
    errors: Vec<RonError>,
    /// Entries that cannot be read.
    wrong: Vec<Range<usize>>,
    /// What stands behind a byte for a field that is missing there or wrong.
    stands: Vec<(usize, String)>,
}

impl Faults<'_> {
    /// The text with blanks in place of these spans, and with what stands in. What is
    /// not blank keeps its line, and its column before the first that stands in.
    fn made(&self, blank: &[Range<usize>], stands: &[(usize, String)]) -> String {
        let hidden = |at: &usize| blank.iter().any(|span| span.contains(at));
        let mut made = String::with_capacity(self.text.len());
        for (at, c) in self.text.char_indices() {
            made.push(if c != '\n' && hidden(&at) { ' ' } else { c });
            let here = stands.iter().filter(|(place, _)| *place == at && !hidden(place));
            made.extend(here.map(|(_, said)| said.as_str()));
        }
        made
    }

    /// The byte of the text that a byte of what was made of it stands for.
    fn original(&self, made: &str, blank: &[Range<usize>], byte: usize) -> usize {
        // A blank may be shorter than what it stands for: characters are counted.
        let before = made.get(..byte).unwrap_or(made).chars().count();
        let mut so_far = 0;
        let hidden = |at: &usize| blank.iter().any(|span| span.contains(at));
        for (at, _) in self.text.char_indices() {
            if so_far >= before {
                return at;
            }
            let here = self.stands.iter().filter(|(place, _)| *place == at && !hidden(place));
            so_far += 1 + here.map(|(_, said)| said.chars().count()).sum::<usize>();
        }
        self.text.len()
    }

    /// Finds the entries that cannot be read, each alone; the spans `around` are blank.
    fn wrong<T: DeserializeOwned>(&mut self, entries: &[Entry], around: &[Range<usize>]) {
        for (at, entry) in entries.iter().enumerate() {
            let blank = others(entries, at, around);
            let made = self.made(&blank, &[]);
            let Err(error) = read_ron::<T>(&made) else { continue };
            let before = self.errors.len();
            self.wrong::<T>(&entry.inside, &blank);
            let here = entry.span.contains(&error.place.offset(self.text));
            if before == self.errors.len() && here && missing(&error).is_none() {
                self.wrong.push(entry.span.clone());
                let error = explained::<T>(&made, error);
                // A reader may stop before the blank in front of a value.
                let at = behind_blanks(self.text, error.place.offset(self.text));
                self.errors.push(RonError { place: Position::of(self.text, at), ..error });
            }
        }
    }

    /// Finds the fields that are missing in a struct and in those inside of it.
    fn missing<T: DeserializeOwned>(&mut self, entry: &Entry, around: &[Range<usize>]) {
        for (at, inner) in entry.inside.iter().enumerate() {
            if !self.wrong.contains(&inner.span) {
                self.missing::<T>(inner, &others(&entry.inside, at, around));
            }
        }
        let Some(open) = entry.fields else { return };
        let wrong = entry.inside.iter().filter(|one| self.wrong.contains(&one.span));
        let known: Vec<&str> = wrong.filter_map(|one| one.name.as_deref()).collect();
        let blank = [self.wrong.as_slice(), around].concat();
        for _ in 0..MOST_FIELDS {
            let made = self.made(&blank, &self.stands);
            let Err(error) = read_ron::<T>(&made) else { return };
            let within = self.original(&made, &blank, error.place.offset(&made));
            // What is missing further inside, and nothing can stand in for, was told there.
            let inside = entry.inside.iter().any(|one| {
                let open = one.fields.is_some() || !one.inside.is_empty();
                open && one.span.contains(&within) && !self.wrong.contains(&one.span)
            });
            let within = entry.span.contains(&within) && !inside;
            let Some(field) = missing(&error).filter(|_| within) else { return };
            // Where one of several would do, all are named, unless one of them is wrong.
            let one_of = field.contains('|') && !known.is_empty();
            if !known.contains(&field) && !one_of {
                let place = Position::of(self.text, behind_blanks(self.text, entry.span.start));
                self.errors.push(RonError { place, cause: error.cause.clone() });
            }
            let name = field.split('|').next().unwrap_or(field);
            let Some(stand) = self.stand_in::<T>(&blank, open, name) else { return };
            self.stands.push((open, stand));
        }
    }

    /// Something that can stand for a field.
    fn stand_in<T: DeserializeOwned>(
        &self,
        blank: &[Range<usize>],
        open: usize,
        name: &str,
    ) -> Option<String> {
        let tried = |value: &str| {
            let stand = format!("{name}: {value}, ");
            let stands = [self.stands.as_slice(), &[(open, stand.clone())]].concat();
            let made = self.made(blank, &stands);
            let error = read_ron::<T>(&made).err();
            let begins = made.find(&stand).unwrap_or_default();
            let fits = error.as_ref().is_none_or(|error| {
                !(begins..begins + stand.len()).contains(&error.place.offset(&made))
            });
            if fits { Ok(stand) } else { Err(error) }
        };
        STAND_INS.iter().find_map(|value| tried(value).ok()).or_else(|| {
            // An enum says which words it knows.
            let Err(Some(error)) = tried("stand_in") else { return None };
            match *error.cause {
                Error::NoSuchEnumVariant { expected, .. } => tried(expected.first()?).ok(),
                _ => None,
            }
        })
    }
}

/// The field that is missing, where that is the fault.
fn missing(error: &RonError) -> Option<&'static str> {
    match *error.cause {
        Error::MissingStructField { field, .. } => Some(field),
        _ => None,
    }
}

/// The spans of all entries but one, and of what stands around them.
fn others(entries: &[Entry], at: usize, around: &[Range<usize>]) -> Vec<Range<usize>> {
    let others = entries.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, one)| one.span.clone()).chain(around.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "snake_case")]
    enum Rule {
        Never,
        After { days: u16 },
    }

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        rule: Rule,
        text: String,
    }

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        id: String,
        inner: Inner,
        list: Vec<Inner>,
        flag: bool,
    }

    fn found(source: &str) -> Vec<(usize, usize, String)> {
        let piece: &RawValue = read_ron(source).expect("well formed");
        let (_, errors) = every_fault::<Outer>(source, piece, true);
        let told = |one: RonError| (one.place.line, one.place.column, one.cause.to_string());
        let mut told: Vec<_> = errors.into_iter().map(told).collect();
        told.sort();
        told
    }

    #[test]
    fn every_fault_is_found_where_it_stands_and_none_is_made_up() {
        let sound = "(\n id: \"a\", // one, two\n inner: (rule: after(days: 3), text: \"解\"),\n list: [],\n flag: true)";
        let piece: &RawValue = read_ron(sound).expect("well formed");
        assert_eq!(every_fault::<Outer>(sound, piece, true).1, []);
        let told = found(
            "(\n id: 5, // one, (two\n inner: (rule: after(day: 3, dais: 4), text: \"解\", more: 1),\n \
             list: [(rule: never, text: true), (rule: ever), (rule: never, text: \"\")],\n flug: true)",
        );
        let places: Vec<_> = told.iter().map(|(line, column, _)| (*line, *column)).collect();
        assert_eq!(
            places,
            [(1, 1), (2, 6), (3, 10), (3, 22), (3, 30), (3, 51), (4, 29), (4, 36), (4, 43), (5, 2)],
            "{told:#?}"
        );
        assert!(told[0].2.contains("flag"), "{told:#?}");
        assert!(told[2].2.contains("days"), "{told:#?}");
        assert!(told[7].2.contains("text"), "{told:#?}");
    }

    #[test]
    fn what_is_missing_is_named_as_often_as_it_is_missing() {
        let told = found("(inner: (), list: [()])");
        let names: Vec<_> =
            told.iter().map(|one| one.2.split('`').nth(1).expect("named")).collect();
        assert_eq!(names, ["flag", "id", "rule", "text", "rule", "text"], "{told:#?}");
    }

    #[test]
    fn the_rest_is_read_with_something_in_the_place_of_what_is_wrong() {
        let source = "(id: \"a\", inner: (rule: 5, text: \"b\"), lists: [])";
        let piece: &RawValue = read_ron(source).expect("well formed");
        let (read, errors) = every_fault::<Outer>(source, piece, true);
        let read: Outer = read.expect("read");
        assert_eq!((read.id.as_str(), read.inner.text.as_str()), ("a", "b"));
        assert_eq!(errors.len(), 4, "{errors:#?}");
    }
}
