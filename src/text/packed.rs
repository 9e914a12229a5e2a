//! Reads the RON files that the program brings along, from the form that the
//! build script gives them: nothing is parsed, and a text is not copied.
//!
//! Owns: what the marks of that form mean; `build/pack.rs` writes them. Must not
//! know: what a file is about. Tests compare every file with its RON.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{
        self, DeserializeSeed, EnumAccess, IntoDeserializer as _, MapAccess, SeqAccess,
        VariantAccess, Visitor, value::StrDeserializer,
    },
    forward_to_deserialize_any,
};

use super::prepared::Table;

/// The names of the files, sorted, and their values in the same order.
const NAMES: Table = Table(include_bytes!(concat!(env!("OUT_DIR"), "/packed.names")));
const FILES: Table = Table(include_bytes!(concat!(env!("OUT_DIR"), "/packed.files")));

/// What does not have the shape that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct PackedError(String);

impl de::Error for PackedError {
    fn custom<T: fmt::Display>(said: T) -> Self {
        Self(said.to_string())
    }
}

/// It is not what the build script writes.
fn broken() -> PackedError {
    PackedError("broken".to_owned())
}

/// Reads a file of `assets`, which is named from there.
pub(crate) fn read_packed<T: Deserialize<'static>>(name: &str) -> Result<T, PackedError> {
    let at = NAMES.find(name.as_bytes()).and_then(|at| FILES.place(at));
    let at = at.ok_or_else(|| PackedError(format!("no file {name}")))?;
    T::deserialize(&mut Packed { at })
}

/// A text by language in the program's own files.
pub(super) fn texts_at(place: usize) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut packed = Packed { at: place };
    let count = packed.map().unwrap_or_default();
    (0..count).map_while(move |_| Some((packed.said().ok()?, packed.said().ok()?)))
}

/// A place in the files.
struct Packed {
    at: usize,
}

impl Packed {
    fn byte(&mut self) -> Result<u8, PackedError> {
        let byte = FILES.0.get(self.at).copied().ok_or_else(broken)?;
        self.at += 1;
        Ok(byte)
    }

    /// A mark, which stays if it is another one.
    fn mark(&mut self, wanted: u8) -> bool {
        let is = FILES.0.get(self.at) == Some(&wanted);
        self.at += usize::from(is);
        is
    }

    fn number(&mut self) -> Result<u64, PackedError> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = u64::from(self.byte()?);
            value |= (byte & 0x7f).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if byte < 0x80 {
                return Ok(value);
            }
        }
    }

    fn count(&mut self) -> Result<usize, PackedError> {
        self.number()?.try_into().map_err(|_| broken())
    }

    fn text(&mut self) -> Result<&'static str, PackedError> {
        let length = self.count()?;
        let end = self.at.checked_add(length).ok_or_else(broken)?;
        let bytes = FILES.0.get(self.at..end).ok_or_else(broken)?;
        self.at = end;
        std::str::from_utf8(bytes).map_err(|_| broken())
    }

    /// A text with its mark.
    fn said(&mut self) -> Result<&'static str, PackedError> {
        if self.mark(b's') { self.text() } else { Err(broken()) }
    }

    /// The entries of a map.
    fn map(&mut self) -> Result<usize, PackedError> {
        if !self.mark(b'm') {
            return Err(broken());
        }
        self.number()?;
        self.count()
    }
}

impl Deserializer<'static> for &mut Packed {
    type Error = PackedError;

    /// Where a map stands is asked for instead of what it holds: see `Localized`.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, PackedError> {
        match self.byte()? {
            b'w' | b's' => visitor.visit_borrowed_str(self.text()?),
            b'n' => {
                self.text()?;
                self.deserialize_any(visitor)
            }
            b'f' => {
                let left = self.count()?;
                visitor.visit_map(Inside { packed: self, left, fields: true })
            }
            b't' | b'l' => {
                let left = self.count()?;
                visitor.visit_seq(Inside { packed: self, left, fields: false })
            }
            b'm' => {
                self.number()?;
                let left = self.count()?;
                visitor.visit_map(Inside { packed: self, left, fields: false })
            }
            b'i' => {
                let number = self.number()?;
                let sign = if number & 1 == 0 { 0 } else { -1 };
                visitor.visit_i64((number >> 1).cast_signed() ^ sign)
            }
            b'0' => visitor.visit_bool(false),
            b'1' => visitor.visit_bool(true),
            _ => Err(broken()),
        }
    }

    /// An optional value is written without `Some`.
    fn deserialize_option<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, PackedError> {
        let before = self.at;
        if self.mark(b'w') && self.text()? == "None" {
            return visitor.visit_none();
        }
        self.at = before;
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PackedError> {
        visitor.visit_enum(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'static>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, PackedError> {
        visitor.visit_newtype_struct(self)
    }

    /// Where a map stands. It is passed over.
    fn deserialize_u64<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, PackedError> {
        let place = self.at;
        if !self.mark(b'm') {
            return self.deserialize_any(visitor);
        }
        let length = self.count()?;
        self.at = self.at.checked_add(length).ok_or_else(broken)?;
        visitor.visit_u64(place.try_into().map_err(|_| broken())?)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'static>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// What stands in a list, a map or between round brackets.
struct Inside<'a> {
    packed: &'a mut Packed,
    left: usize,
    /// Names stand without marks.
    fields: bool,
}

impl Inside<'_> {
    fn next(&mut self) -> bool {
        let more = self.left > 0;
        self.left = self.left.saturating_sub(1);
        more
    }
}

impl SeqAccess<'static> for Inside<'_> {
    type Error = PackedError;

    fn next_element_seed<T: DeserializeSeed<'static>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, PackedError> {
        if self.next() { seed.deserialize(&mut *self.packed).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl MapAccess<'static> for Inside<'_> {
    type Error = PackedError;

    fn next_key_seed<K: DeserializeSeed<'static>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, PackedError> {
        if !self.next() {
            return Ok(None);
        }
        if self.fields {
            let name = de::value::BorrowedStrDeserializer::new(self.packed.text()?);
            return seed.deserialize(name).map(Some);
        }
        seed.deserialize(&mut *self.packed).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'static>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, PackedError> {
        seed.deserialize(&mut *self.packed)
    }
}

impl<'a> EnumAccess<'static> for &'a mut Packed {
    type Error = PackedError;
    type Variant = Variant<'a>;

    fn variant_seed<T: DeserializeSeed<'static>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Variant<'a>), PackedError> {
        let holds = match self.byte()? {
            b'w' => false,
            b'n' => true,
            _ => return Err(broken()),
        };
        let name: StrDeserializer<'static, PackedError> = self.text()?.into_deserializer();
        Ok((seed.deserialize(name)?, Variant { packed: self, holds }))
    }
}

/// A variant whose name was read.
struct Variant<'a> {
    packed: &'a mut Packed,
    holds: bool,
}

impl VariantAccess<'static> for Variant<'_> {
    type Error = PackedError;

    fn unit_variant(self) -> Result<(), PackedError> {
        if self.holds { Err(broken()) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'static>>(
        self,
        seed: T,
    ) -> Result<T::Value, PackedError> {
        // One value in round brackets; the brackets of a struct are its own.
        let before = self.packed.at;
        if !self.packed.mark(b't') || self.packed.count()? != 1 {
            self.packed.at = before;
        }
        seed.deserialize(self.packed)
    }

    fn tuple_variant<V: Visitor<'static>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, PackedError> {
        self.packed.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'static>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PackedError> {
        self.packed.deserialize_any(visitor)
    }
}
