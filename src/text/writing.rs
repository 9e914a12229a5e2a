//! Writes RON as ringoff's own files have it, some times faster than a writer of all
//! RON can, byte for byte as `ron` does; tests make sure of it.
//!
//! Owns: what such text looks like. Must not know: what the text is about.

use std::fmt::{self, Display, Write};

use ron::Error;
use serde::{
    Serialize, Serializer,
    ser::{
        Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct,
        SerializeStructVariant, SerializeTuple,
    },
};

/// Words that stand for a value where they stand alone.
const VALUES: [&str; 10] =
    ["true", "false", "Some", "None", "inf", "inff32", "inff64", "NaN", "NaNf32", "NaNf64"];

/// Adds a value to a text: fields and items of a list get a line each down to a depth,
/// what lies deeper stays on one line.
pub(crate) fn write_lines(
    value: &impl Serialize,
    lined: usize,
    text: &mut String,
) -> Result<(), Error> {
    value.serialize(&mut Writer { text, lined, depth: 0, optional: 0 })
}

struct Writer<'a> {
    text: &'a mut String,
    lined: usize,
    depth: usize,
    /// How many optional values the next one stands in: only of nothing that is said.
    optional: usize,
}

impl<'a> Writer<'a> {
    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
    }

    /// The name of a field or a variant.
    fn word(&mut self, name: &str) -> Result<(), Error> {
        let first = name.bytes().next();
        let is_begun = first.is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
        if !is_begun || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return Err(Error::InvalidIdentifier(name.to_owned()));
        }
        if name.len() < 7 && VALUES.contains(&name) {
            self.text.push_str("r#");
        }
        self.text.push_str(name);
        Ok(())
    }

    /// A piece of a text that stands in quotes.
    fn quoted(&mut self, mut rest: &str) {
        let is_plain = |c: &u8| matches!(c, b' '..=b'~') && ![b'\x22', b'\'', b'\\'].contains(c);
        loop {
            let end = rest.as_bytes().iter().position(|byte| !is_plain(byte));
            let end = end.unwrap_or(rest.len());
            let (plain, after) = rest.split_at_checked(end).unwrap_or_default();
            self.text.push_str(plain);
            let mut signs = after.chars();
            let Some(sign) = signs.next() else { return };
            self.text.extend(sign.escape_debug());
            rest = signs.as_str();
        }
    }

    fn displayed(&mut self, value: impl Display) -> Result<(), Error> {
        write!(self.text, "{value}").map_err(Error::from)
    }

    /// What lies between brackets, each in a line of its own as far as that goes.
    fn lines(&mut self, open: char, close: char, len: Option<usize>) -> Items<'_, 'a> {
        self.optional = 0;
        self.text.push(open);
        self.depth += 1;
        let is_lined = self.depth <= self.lined;
        let is_empty = len == Some(0);
        if is_lined && !is_empty {
            self.text.push('\n');
        }
        Items { writer: self, close, is_lined, is_empty, deeper: 1, first: true }
    }

    /// What lies between brackets on one line.
    fn line(&mut self) -> Items<'_, 'a> {
        self.optional = 0;
        self.text.push('(');
        Items { writer: self, close: ')', is_lined: false, is_empty: false, deeper: 0, first: true }
    }
}

/// Writes what a value displays as a text in quotes.
struct Quoted<'w, 'a>(&'w mut Writer<'a>);

impl fmt::Write for Quoted<'_, '_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.0.quoted(piece);
        Ok(())
    }
}

/// What lies between two brackets.
struct Items<'w, 'a> {
    writer: &'w mut Writer<'a>,
    close: char,
    is_lined: bool,
    is_empty: bool,
    /// How much deeper it lies than the brackets.
    deeper: usize,
    first: bool,
}

impl Items<'_, '_> {
    /// Another item follows.
    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.writer.text.push_str(if self.is_lined { ",\n" } else { ", " });
        }
        if self.is_lined {
            self.writer.indent(self.writer.depth);
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        self.next();
        self.writer.word(name)?;
        self.writer.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        if self.is_lined {
            if !self.first {
                self.writer.text.push_str(",\n");
            }
            if !self.is_empty {
                self.writer.indent(self.writer.depth - 1);
            }
        }
        self.writer.depth -= self.deeper;
        self.writer.text.push(self.close);
    }
}

/// Integers are written as they are displayed.
macro_rules! displayed {
    ($($name:ident $kind:ty)*) => {
        $(fn $name(self, value: $kind) -> Result<(), Error> {
            self.displayed(value)
        })*
    };
}

impl<'w, 'a> Serializer for &'w mut Writer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'w, 'a>;
    type SerializeTuple = Items<'w, 'a>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Items<'w, 'a>;
    type SerializeStruct = Items<'w, 'a>;
    type SerializeStructVariant = Items<'w, 'a>;

    displayed! {
        serialize_bool bool serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64
    }

    /// No file of ringoff has one.
    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        Err(Error::custom(value))
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        Err(Error::custom(value))
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        Err(Error::custom(value))
    }

    fn serialize_bytes(self, _value: &[u8]) -> Result<(), Error> {
        Err(Error::custom("bytes"))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text.push('"');
        self.quoted(value);
        self.text.push('"');
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.text.push('"');
        write!(Quoted(self), "{value}")?;
        self.text.push('"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        let around = std::mem::take(&mut self.optional);
        (0..around).for_each(|_| self.text.push_str("Some("));
        self.text.push_str("None");
        (0..around).for_each(|_| self.text.push(')'));
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.optional += 1;
        value.serialize(&mut *self)?;
        self.optional = 0;
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.text.push_str("()");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _at: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.word(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.optional = 0;
        self.text.push('(');
        value.serialize(&mut *self)?;
        self.text.push(')');
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _at: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.word(variant)?;
        self.serialize_newtype_struct(variant, value)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Items<'w, 'a>, Error> {
        Ok(self.lines('[', ']', len))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Items<'w, 'a>, Error> {
        Ok(self.line())
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error::custom(name))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _at: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error::custom(variant))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Items<'w, 'a>, Error> {
        Ok(self.lines('{', '}', len))
    }

    fn serialize_struct(self, _name: &'static str, len: usize) -> Result<Items<'w, 'a>, Error> {
        Ok(self.lines('(', ')', Some(len)))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _at: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Items<'w, 'a>, Error> {
        self.word(variant)?;
        Ok(self.lines('(', ')', Some(len)))
    }
}

/// What has elements, one after another.
/// Nothing comes of what is written but that it is there.
macro_rules! results {
    () => {
        type Ok = ();
        type Error = Error;
    };
}

macro_rules! elements {
    ($($kind:ident)*) => {
        $(impl $kind for Items<'_, '_> {
            results!();

            fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

elements! { SerializeSeq SerializeTuple }

/// What has fields with names.
macro_rules! fields {
    ($($kind:ident)*) => {
        $(impl $kind for Items<'_, '_> {
            results!();

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for Items<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
