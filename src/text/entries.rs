//! The entries of a file of settings, each as it is written, so that one that
//! is wrong spoils no other.

use std::fmt;

use ron::{Options, error::SpannedError, extensions::Extensions, value::RawValue};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

use super::Position;

/// The entries of `(name: value, …)`, in their order.
#[derive(Debug)]
pub struct Entries<'a>(pub Vec<(String, &'a RawValue)>);

/// The name of an entry.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Letters;
        impl Visitor<'_> for Letters {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("name")
            }
            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Letters)
    }
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
                while let Some(Name(name)) = map.next_key()? {
                    entries.push((name, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_struct("Config", &["settings"], Fields)
    }
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a whole file, or says where it does not read.
pub fn read_settings<'a, T: Deserialize<'a>>(source: &'a str) -> Result<T, SpannedError> {
    options().from_str(source)
}

/// Where a piece of a source stands in it.
pub fn place_in(source: &str, piece: &RawValue) -> Position {
    let text = piece.get_ron();
    let offset = text.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    Position::of(source, offset + (text.len() - text.trim_start().len()))
}

/// Reads a piece of a source, or says where in the source it does not read.
pub fn read_piece<'a, T: Deserialize<'a>>(
    source: &str,
    piece: &'a RawValue,
) -> Result<T, (Position, ron::Error)> {
    options()
        .from_str(piece.get_ron().trim_start())
        .map_err(|error| (place_in(source, piece).plus(error.span.start), error.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_reads_by_itself() {
        let source = "(\n  one: 1,\n  two: [1, x],\n)";
        let Entries(entries) = read_settings(source).expect("reads");
        let read = |at: usize| {
            let (name, raw) = entries.get(at).expect("an entry");
            (name.as_str(), read_piece::<Vec<u8>>(source, raw))
        };
        let (name, error) = read(0);
        assert_eq!(name, "one");
        assert_eq!(error.expect_err("no list").0, Position { line: 2, column: 8 });
        let (name, error) = read(1);
        assert_eq!(name, "two");
        assert_eq!(error.expect_err("no number").0, Position { line: 3, column: 12 });
    }
}
