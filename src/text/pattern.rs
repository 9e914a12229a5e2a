//! A message with its variables filled in.
//!
//! Owns: what the marks in a pattern mean, and the plurals of each language.
//! `build/messages.rs` makes the patterns of the locale files. Must not know:
//! the key of a message.
//!
//! A mark is followed by the name of a variable, its length before it. In a
//! choice there follow the place of the usual variant, the number of variants,
//! and of each its name and its pattern, two bytes of length before that.

use std::{borrow::Cow, fmt::Write as _};

use super::Lang;

/// A variable follows.
const VARIABLE: u8 = 1;

/// A choice follows.
const CHOICE: u8 = 2;

/// What a variable stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A count.
    Number(i64),
}

/// A value for a message's variable.
pub type Arg<'a> = (&'a str, Value<'a>);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers! { i8 i16 i32 i64 u8 u16 u32 u64 usize }

impl Value<'_> {
    /// Whether the variant of this name is meant.
    fn is(&self, name: &str, lang: Lang) -> bool {
        match self {
            Self::Text(text) => *text == name,
            Self::Number(number) => match name.parse::<i64>() {
                Ok(exactly) => exactly == *number,
                Err(_) => name == plural(*number, lang),
            },
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            // Writing to a text cannot fail.
            Self::Number(number) => drop(write!(out, "{number}")),
        }
    }
}

/// The form of words that a number asks for, by its name in the Unicode CLDR.
fn plural(number: i64, lang: Lang) -> &'static str {
    match lang {
        Lang::En if number.unsigned_abs() == 1 => "one",
        Lang::En | Lang::ZhCn | Lang::Ms => "other",
    }
}

/// The text of a pattern that has no variables.
pub(super) fn plain(pattern: &'static [u8]) -> Option<&'static str> {
    let marked = pattern.iter().any(|byte| [VARIABLE, CHOICE].contains(byte));
    if marked { None } else { std::str::from_utf8(pattern).ok() }
}

/// Writes a pattern. What is no pattern ends it; a test writes all of them.
pub(super) fn format(pattern: &[u8], lang: Lang, args: &[Arg<'_>], out: &mut String) -> Option<()> {
    let mut rest = pattern;
    let mut after_value = false;
    loop {
        let end = rest.iter().position(|byte| [VARIABLE, CHOICE].contains(byte));
        let (plain, marked) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let plain = std::str::from_utf8(plain).ok()?;
        out.push_str(if after_value { unstopped(out, plain) } else { plain });
        let Some((mark, after)) = marked.split_first() else { return Some(()) };
        rest = after;
        let name = short(&mut rest)?;
        after_value = *mark == VARIABLE;
        let value = args.iter().find(|(own, _)| *own == name).map(|(_, value)| value);
        match (*mark, value) {
            (VARIABLE, Some(value)) => value.write(out),
            (VARIABLE, None) => drop(write!(out, "{{${name}}}")),
            _ => format(choose(&mut rest, value, lang)?, lang, args, out)?,
        }
    }
}

/// What goes on after words of somebody: without the point of the sentence where the words
/// have ended it themselves, as in "Wait!".
pub(crate) fn unstopped<'a>(told: &str, rest: &'a str) -> &'a str {
    let ended = told.ends_with(['.', '!', '?', '…', '。', '！', '？']);
    let after = rest.strip_prefix(['.', '。']).filter(|_| ended);
    // The point of a file name or of a number ends nothing.
    let ends = |after: &&str| !after.starts_with(|c: char| c == '.' || c.is_ascii_alphanumeric());
    after.filter(ends).unwrap_or(rest)
}

/// Takes the variants of a choice and returns the pattern of the one that is
/// meant.
fn choose<'a>(rest: &mut &'a [u8], value: Option<&Value<'_>>, lang: Lang) -> Option<&'a [u8]> {
    let (usual, count) = (take(rest, 1)?.first()?, *take(rest, 1)?.first()?);
    let mut chosen = None;
    let mut otherwise = None;
    for at in 0..count {
        let name = short(rest)?;
        let length = u16::from_le_bytes(*take(rest, 2)?.first_chunk()?);
        let inside = take(rest, length.into())?;
        if chosen.is_none() && value.is_some_and(|value| value.is(name, lang)) {
            chosen = Some(inside);
        }
        if at == *usual {
            otherwise = Some(inside);
        }
    }
    chosen.or(otherwise)
}

/// Takes a name.
fn short<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let length = *take(rest, 1)?.first()?;
    std::str::from_utf8(take(rest, length.into())?).ok()
}

fn take<'a>(rest: &mut &'a [u8], bytes: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(bytes)?;
    *rest = after;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_end_a_sentence_end_it_once() {
        for (told, rest, left) in [
            ("Wait!", ".", ""),
            ("等等！", "。", ""),
            ("Why?", ". More", " More"),
            ("bad copy.", ". More", " More"),
            ("bad copy", ".", "."),
            ("Wait!", ".ron", ".ron"),
            ("Wait!", "...", "..."),
        ] {
            assert_eq!(unstopped(told, rest), left, "{told}{rest}");
        }
        let mut out = String::new();
        let pattern = [b"\x01\x03why".as_slice(), b". More"].concat();
        format(&pattern, Lang::En, &[("why", "Wait!".into())], &mut out).expect("sound");
        assert_eq!(out, "Wait! More");
    }
}
