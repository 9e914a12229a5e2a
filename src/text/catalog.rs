//! The messages by key, in one language at a time.
//!
//! People write them in `assets/locales`; the build script makes a table of each
//! language, in which a message is found and filled in without parsing.

use std::borrow::Cow;

use super::{
    Lang,
    pattern::{Arg, format, plain},
    prepared::Table,
};

/// A table that the build script made.
macro_rules! table {
    ($name:literal) => {
        Table(include_bytes!(concat!(env!("OUT_DIR"), "/messages.", $name)))
    };
}

/// The keys of all messages, sorted.
const KEYS: Table = table!("keys");

/// The messages in the order of the keys. One that a language lacks stands
/// there in English.
fn messages(lang: Lang) -> Table {
    match lang {
        Lang::En => table!("en"),
        Lang::ZhCn => table!("zh-CN"),
        Lang::Ms => table!("ms"),
    }
}

/// Every message in one language.
#[derive(Debug)]
pub struct Text {
    lang: Lang,
    messages: Table,
}

impl Text {
    /// The messages in this language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, messages: messages(lang) }
    }

    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `key`, which has no variables.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        match self.pattern(key).and_then(plain) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.with(key, &[])),
        }
    }

    /// The message `key` with its variables filled in.
    pub fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let mut out = String::new();
        let written = self.pattern(key).and_then(|found| format(found, self.lang, args, &mut out));
        // A key without a message is a defect that a test finds; to a person
        // the key says more than nothing.
        written.map_or_else(|| key.to_owned(), |()| out)
    }

    fn pattern(&self, key: &str) -> Option<&'static [u8]> {
        self.messages.entry(KEYS.find(key.as_bytes())?)
    }
}

#[cfg(test)]
mod tests;
