//! RON as every file of ringoff writes it: its options, the place of a piece in
//! its file, and what is wrong with it in words.
//!
//! A file of settings is cut into its entries first, each as it is written, so
//! that a wrong one spoils no other.

use std::fmt;

use ron::{Error, Options, error::SpannedError, extensions::Extensions, value::RawValue};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

use super::{Text, clean_line};

/// An optional value is written without `Some`.
pub(crate) fn ron_options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// A place in a file, as editors count it: from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl Position {
    /// The place of the byte `offset` of `source`.
    pub fn of(source: &str, offset: usize) -> Self {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }

    /// The byte of `source` at this place.
    pub(super) fn offset(self, source: &str) -> usize {
        let lines = source.split_inclusive('\n').take(self.line.saturating_sub(1));
        let start: usize = lines.map(str::len).sum();
        let line = source.get(start..).unwrap_or_default();
        let column = self.column.saturating_sub(1);
        start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
    }

    /// The place of a piece, or of the first `needle` in it. A piece is a slice
    /// of its source.
    pub(crate) fn in_piece(source: &str, piece: &RawValue, needle: &str) -> Self {
        let text = piece.get_ron();
        let start = text.as_ptr().addr().saturating_sub(source.as_ptr().addr());
        let text_begins = text.len() - text.trim_start().len();
        let inside = text.trim_start().find(needle).unwrap_or(0);
        Self::of(source, start + text_begins + inside)
    }

    /// The place in the file of a place in a piece that begins here.
    pub(super) fn plus(self, inner: Self) -> Self {
        if inner.line <= 1 {
            Self { line: self.line, column: self.column + inner.column.saturating_sub(1) }
        } else {
            Self { line: self.line + inner.line - 1, column: inner.column }
        }
    }
}

/// Text that is not RON, or not of the shape that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RonError {
    /// Where in the file.
    pub place: Position,
    /// What is wrong there; `Text::ron_error` has the words.
    pub cause: Box<Error>,
}

impl fmt::Display for RonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.place;
        write!(f, "{line}:{column}: {}", self.cause)
    }
}

impl std::error::Error for RonError {}

impl From<SpannedError> for RonError {
    fn from(error: SpannedError) -> Self {
        let start = error.span.start;
        let place = Position { line: start.line, column: start.col };
        Self { place, cause: Box::new(error.code) }
    }
}

/// What a value should have been, as `Error::InvalidValueForType` names it.
pub(super) const DATE: &str = "date";
/// The date of a page: a day, a month or a year.
pub(super) const PAGE_DATE: &str = "page-date";
/// A time of the day.
pub(super) const TIME: &str = "time";
/// Something of a case, by its kind and id.
pub(super) const ITEM: &str = "item";

/// The entries of `(name: value, …)`, in their order.
#[derive(Debug)]
pub(crate) struct Entries<'a>(pub Vec<(String, &'a RawValue)>);

/// The name of an entry.
#[derive(Deserialize)]
#[serde(field_identifier)]
enum Name {
    Any(String),
}

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("settings")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries<'de>, M::Error> {
                let mut entries = Vec::new();
                while let Some(Name::Any(name)) = map.next_key()? {
                    entries.push((name, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_struct("Config", &["settings"], Fields)
    }
}

/// Reads a whole file.
pub(crate) fn read_ron<'a, T: Deserialize<'a>>(source: &'a str) -> Result<T, RonError> {
    Ok(ron_options().from_str(source)?)
}

/// Reads a piece of a file. The place of an error is that in the file.
pub(crate) fn read_piece<'a, T: Deserialize<'a>>(
    source: &str,
    piece: &'a RawValue,
) -> Result<T, RonError> {
    read_ron(piece.get_ron().trim_start()).map_err(|error: RonError| RonError {
        place: Position::in_piece(source, piece, "").plus(error.place),
        ..error
    })
}

impl Text {
    /// What is wrong, in words. Only what one of our own readers says of a value is
    /// quoted.
    pub(crate) fn ron_error(&self, error: &Error) -> String {
        let list = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            names.join(&self.get("word-comma"))
        };
        let one_of = |fields: &str| list(&fields.split('|').collect::<Vec<_>>());
        let sign = |sign: &'static str| ("fault-expected-sign", vec![("sign", sign.into())]);
        let (key, args) = match error {
            // Of several fields of which one is given they stand in a row: "days|months".
            Error::MissingStructField { field, .. } if field.contains('|') => {
                ("fault-missing-one-of", vec![("fields", one_of(field).into())])
            }
            Error::DuplicateStructField { field, .. } if field.contains('|') => {
                ("fault-one-of", vec![("fields", one_of(field).into())])
            }
            Error::InvalidValueForType { expected, found } => {
                let key = match expected.as_str() {
                    DATE => "fault-expected-date",
                    PAGE_DATE => "fault-expected-page-date",
                    TIME => "fault-expected-time",
                    ITEM => "fault-expected-item",
                    _ => "fault-not-understood",
                };
                (key, vec![("found", clean_line(found).into())])
            }
            Error::NoSuchStructField { expected, found, .. } => (
                "fault-unknown-field",
                vec![("found", found.as_str().into()), ("expected", list(expected).into())],
            ),
            Error::NoSuchEnumVariant { expected, found, .. } => (
                "fault-unknown-variant",
                vec![("found", found.as_str().into()), ("expected", list(expected).into())],
            ),
            Error::MissingStructField { field, .. } => {
                ("fault-missing-field", vec![("field", (*field).into())])
            }
            Error::DuplicateStructField { field, .. } => {
                ("fault-duplicate-field", vec![("field", (*field).into())])
            }
            Error::Eof => ("fault-cut-short", Vec::new()),
            Error::ExpectedString => ("fault-expected-text", Vec::new()),
            Error::ExpectedInteger
            | Error::IntegerOutOfBounds
            | Error::InvalidIntegerDigit { .. }
            | Error::UnderscoreAtBeginning => ("fault-expected-number", Vec::new()),
            Error::ExpectedComma => sign(","),
            Error::ExpectedMapColon => sign(":"),
            Error::ExpectedArrayEnd => sign("]"),
            Error::ExpectedMap => sign("{"),
            Error::ExpectedMapEnd => sign("}"),
            Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => sign(")"),
            Error::ExpectedStringEnd => sign("\u{22}"),
            Error::UnclosedBlockComment => sign("*/"),
            Error::ExpectedBoolean => ("fault-expected-yes-no", Vec::new()),
            Error::ExpectedArray => ("fault-expected-list", Vec::new()),
            Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
                ("fault-expected-fields", Vec::new())
            }
            Error::ExpectedIdentifier => ("fault-expected-word", Vec::new()),
            Error::Message(said) => ("fault-parser", vec![("said", clean_line(said).into())]),
            _ => ("fault-not-understood", Vec::new()),
        };
        self.with(key, &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        assert_eq!(Position::of("a\n解b", 5), Position { line: 2, column: 2 });
        let base = Position { line: 3, column: 5 };
        let inner = |line, column| Position { line, column };
        assert_eq!(base.plus(inner(1, 4)), Position { line: 3, column: 8 });
        assert_eq!(base.plus(inner(2, 4)), Position { line: 4, column: 4 });
    }

    #[test]
    fn each_entry_reads_by_itself() {
        let source = "(\n  one: 1,\n  two: [1, x],\n)";
        let Entries(entries) = read_ron(source).expect("reads");
        let read = |at: usize| {
            let (name, raw) = entries.get(at).expect("an entry");
            (name.as_str(), read_piece::<Vec<u8>>(source, raw))
        };
        let (name, error) = read(0);
        assert_eq!(name, "one");
        assert_eq!(error.expect_err("no list").place, Position { line: 2, column: 8 });
        let (name, error) = read(1);
        assert_eq!(name, "two");
        assert_eq!(error.expect_err("no number").place, Position { line: 3, column: 12 });
    }
}
