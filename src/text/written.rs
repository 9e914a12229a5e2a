//! Reads RON as ringoff itself writes it, some times faster than a reader of all
//! RON can.
//!
//! Owns: what such text looks like. Whatever looks otherwise is refused without a
//! reason: then `ron` reads it, or says what is wrong. What is read here, `ron`
//! reads the same; tests make sure of it. Must not know: what the text is about.

#![expect(clippy::inline_always, reason = "every byte of a book goes through the small ones")]

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{
        self, DeserializeSeed, EnumAccess, IntoDeserializer as _, MapAccess, SeqAccess,
        VariantAccess, Visitor, value::StrDeserializer,
    },
    forward_to_deserialize_any,
};

/// Values lie so deep in one another at most.
const DEPTH: u8 = 60;

/// The letters and `_`, by their places behind `@`.
const LETTERS: u64 = ((1 << 26) - 1) << 1 | 1 << 31 | ((1 << 26) - 1) << 33;

/// What a text stands between.
const QUOTE: u8 = 0x22;

/// The text is not such as ringoff writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("written otherwise")]
pub(crate) struct Otherwise;

impl de::Error for Otherwise {
    fn custom<T: fmt::Display>(_said: T) -> Self {
        Self
    }
}

/// Reads one value and nothing behind it but blanks.
pub(crate) fn read_written<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Otherwise> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = T::deserialize(&mut reader)?;
    reader.skip();
    if reader.at == text.len() { Ok(value) } else { Err(Otherwise) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

impl<'a> Reader<'a> {
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline(always)]
    fn skip(&mut self) {
        while let Some(b' ' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes a sign if it comes next.
    #[inline(always)]
    fn take(&mut self, sign: u8) -> bool {
        self.skip();
        self.take_here(sign)
    }

    fn expect(&mut self, sign: u8) -> Result<(), Otherwise> {
        if self.take(sign) { Ok(()) } else { Err(Otherwise) }
    }

    /// The bytes from here on that are of a sort.
    #[inline(always)]
    fn while_of(&mut self, sort: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().position(|byte| !sort(*byte)).unwrap_or(rest.len());
        let begun = self.at;
        self.at += count;
        self.text.get(begun..self.at).unwrap_or_default()
    }

    /// A name: of a field, or of a variant. The names of numbers and truths are
    /// none.
    fn word(&mut self) -> Result<&'a str, Otherwise> {
        self.skip();
        // Half of a book is such words.
        let word = self.while_of(|byte| {
            let place = byte.wrapping_sub(b'@');
            place < 64 && LETTERS >> place & 1 == 1 || byte.is_ascii_digit()
        });
        let named = word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
        let is_value =
            word.len() <= 5 && matches!(word, "Some" | "None" | "true" | "false" | "inf" | "NaN");
        if named && !is_value { Ok(word) } else { Err(Otherwise) }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Otherwise> {
        self.expect(QUOTE)?;
        let plain = self.plain()?;
        if self.take_here(QUOTE) {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while !self.take_here(QUOTE) {
            text.push(self.escape()?);
            text.push_str(self.plain()?);
        }
        Ok(Cow::Owned(text))
    }

    /// The part of a text up to its end or to an escape.
    #[inline]
    fn plain(&mut self) -> Result<&'a str, Otherwise> {
        let rest = self.text.get(self.at..).ok_or(Otherwise)?;
        let end = memchr::memchr2(QUOTE, b'\\', rest.as_bytes()).ok_or(Otherwise)?;
        self.at += end;
        rest.get(..end).ok_or(Otherwise)
    }

    #[inline(always)]
    fn take_here(&mut self, sign: u8) -> bool {
        let is = self.peek() == Some(sign);
        self.at += usize::from(is);
        is
    }

    fn escape(&mut self) -> Result<char, Otherwise> {
        self.at += 1;
        let sign = self.peek().ok_or(Otherwise)?;
        self.at += 1;
        Ok(match sign {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'0' => '\0',
            QUOTE | b'\'' | b'\\' => char::from(sign),
            b'u' if self.take_here(b'{') => {
                let digits = self.while_of(|byte| byte.is_ascii_hexdigit());
                let code = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= 6);
                let found = code.and_then(char::from_u32).ok_or(Otherwise)?;
                if !self.take_here(b'}') {
                    return Err(Otherwise);
                }
                found
            }
            _ => return Err(Otherwise),
        })
    }

    /// What lies between two brackets, which come next.
    fn between<T>(
        &mut self,
        (open, close): (u8, u8),
        inside: impl FnOnce(Values<'_, 'a>) -> Result<T, Otherwise>,
    ) -> Result<T, Otherwise> {
        self.expect(open)?;
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Otherwise);
        }
        let value = inside(Values { reader: self, close, first: true })?;
        self.depth -= 1;
        self.take(b',');
        self.expect(close)?;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Otherwise;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Otherwise> {
        Err(Otherwise)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.skip();
        match self.while_of(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Otherwise),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.skip();
        let number = self.while_of(|byte| byte.is_ascii_alphanumeric() || b"-_.+".contains(&byte));
        let digits = number.strip_prefix('-').unwrap_or(number);
        let canonical = digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits == "0" || !digits.starts_with('0'));
        match number.parse::<i64>() {
            Ok(number) if canonical => visitor.visit_i64(number),
            _ => Err(Otherwise),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    /// An optional value is written without `Some`.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.skip();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(rest) = rest.strip_prefix("None") else { return visitor.visit_some(self) };
        if rest.starts_with([',', ')', ']', '}', '\n']) {
            self.at += "None".len();
            return visitor.visit_none();
        }
        Err(Otherwise)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.between((b'[', b']'), |inside| visitor.visit_seq(inside))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Otherwise> {
        self.between((b'(', b')'), |inside| visitor.visit_seq(inside))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.between((b'{', b'}'), |inside| visitor.visit_map(inside))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Otherwise> {
        self.between((b'(', b')'), |inside| visitor.visit_map(inside))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Otherwise> {
        visitor.visit_enum(self)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        visitor.visit_borrowed_str(self.word()?)
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct
        ignored_any
    }
}

/// The values between two brackets.
struct Values<'r, 'a> {
    reader: &'r mut Reader<'a>,
    close: u8,
    first: bool,
}

impl Values<'_, '_> {
    /// Whether another value follows.
    #[inline]
    fn more(&mut self) -> Result<bool, Otherwise> {
        if !std::mem::take(&mut self.first) && !self.reader.take(b',') {
            return Ok(false);
        }
        self.reader.skip();
        match self.reader.peek() {
            // The comma at the end of a line.
            Some(b',') | None => Err(Otherwise),
            Some(sign) => Ok(sign != self.close),
        }
    }
}

impl<'de> SeqAccess<'de> for Values<'_, 'de> {
    type Error = Otherwise;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Otherwise> {
        if self.more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Values<'_, 'de> {
    type Error = Otherwise;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Otherwise> {
        if self.more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Otherwise> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'r, 'de> EnumAccess<'de> for &'r mut Reader<'de> {
    type Error = Otherwise;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, &'r mut Reader<'de>), Otherwise> {
        let name: StrDeserializer<'de, Otherwise> = self.word()?.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Otherwise;

    fn unit_variant(self) -> Result<(), Otherwise> {
        if self.peek() == Some(b'(') { Err(Otherwise) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Otherwise> {
        if self.peek() != Some(b'(') {
            return Err(Otherwise);
        }
        self.between((b'(', b')'), |inside| {
            inside.reader.skip();
            seed.deserialize(&mut *inside.reader)
        })
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Otherwise> {
        self.deserialize_struct("", fields, visitor)
    }
}
