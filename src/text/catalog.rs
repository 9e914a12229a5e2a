//! The messages by key, in one language at a time.
//!
//! People write them in `assets/locales`; the build script makes a table of each
//! language, in which a message is found and filled in without parsing.

use std::borrow::Cow;

use super::{
    Lang,
    key_hash::key_hash,
    own_command::{addressed, names_command},
    pattern::{Arg, format, plain},
    prepared::Table,
};

/// What the build script made.
macro_rules! made {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/messages.", $name))
    };
}

/// The keys of all messages.
const KEYS: Table = Table(made!("keys"));

/// Where each key stands among them: a key is in the slot of its hash, or in one of
/// those behind it up to the next free one. Slots are of two bytes, a power of two in
/// number.
const INDEX: &[u8] = made!("index");

/// The messages in the order of the keys. One that a language lacks stands
/// there in English.
fn messages(lang: Lang) -> Table {
    match lang {
        Lang::En => Table(made!("en")),
        Lang::ZhCn => Table(made!("zh-CN")),
        Lang::Ms => Table(made!("ms")),
    }
}

/// The place of a key. Every frame asks for some hundred.
fn place(key: &str) -> Option<usize> {
    let last = INDEX.len() / 2 - 1;
    let mut slot = key_hash(key.as_bytes()) & last;
    loop {
        let at = u16::from_le_bytes(*INDEX.get(2 * slot..)?.first_chunk()?);
        // A free slot names no key: there are fewer.
        let found = KEYS.entry(at.into()).filter(|_| at != u16::MAX)?;
        if found == key.as_bytes() {
            return Some(at.into());
        }
        slot = (slot + 1) & last;
    }
}

/// Every message in one language.
#[derive(Debug)]
pub struct Text {
    lang: Lang,
    messages: Table,
    /// The file that commands in messages name, as a shell takes it.
    book: Option<String>,
    /// The case that they name.
    case: Option<String>,
}

impl Text {
    /// The messages in this language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, messages: messages(lang), book: None, case: None }
    }

    /// The same messages, whose commands name this file; `book` is a word of a shell.
    #[must_use]
    pub(crate) fn on_book(self, book: Option<String>) -> Self {
        Self { book, ..self }
    }

    /// The same messages, whose commands name this case; `case` is a word of a shell.
    #[must_use]
    pub(crate) fn on_case(self, case: Option<String>) -> Self {
        Self { case, ..self }
    }

    /// The same in another language.
    pub(crate) fn speaking(&self, lang: Lang) -> Self {
        Self::new(lang).on_book(self.book.clone()).on_case(self.case.clone())
    }

    /// A message with its commands as they work on the file and the case.
    fn addressed(&self, told: &str) -> Option<String> {
        let (book, case) = (self.book.as_deref(), self.case.as_deref());
        let named = (book.is_some() || case.is_some()) && names_command(told);
        named.then(|| addressed(told, book, case))
    }

    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `key`, which has no variables.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        match self.pattern(key).and_then(plain) {
            Some(text) => self.addressed(text).map_or(Cow::Borrowed(text), Cow::Owned),
            None => Cow::Owned(self.with(key, &[])),
        }
    }

    /// The message `key` with its variables filled in.
    pub fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let pattern = self.pattern(key);
        let mut out = String::with_capacity(pattern.map_or(0, <[u8]>::len));
        let written = pattern.and_then(|found| format(found, self.lang, args, &mut out));
        // A key without a message is a defect that a test finds; to a person
        // the key says more than nothing.
        let told = written.map_or_else(|| key.to_owned(), |()| out);
        self.addressed(&told).unwrap_or(told)
    }

    /// A value with its label in front, as the language writes the two.
    pub fn labelled(&self, label: &str, value: &str) -> String {
        self.with("word-labelled", &[("label", label.into()), ("value", value.into())])
    }

    /// There is such a message.
    pub(crate) fn has(key: &str) -> bool {
        place(key).is_some()
    }

    fn pattern(&self, key: &str) -> Option<&'static [u8]> {
        self.messages.entry(place(key)?)
    }
}

#[cfg(test)]
mod tests;
