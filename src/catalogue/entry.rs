//! One account of the catalogue, as its file holds it.

use serde::Deserialize;

use crate::{domain::AccountKind, text::Lang};

/// An account that is known by name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownAccount {
    /// Its id: unique, and stable for ever.
    pub id: String,
    /// The name that its users know.
    pub name: String,
    /// Its settled name in Simplified Chinese, when it has one.
    #[serde(default)]
    pub zh: Option<String>,
    /// How that is typed: its syllables, with blanks between.
    #[serde(default)]
    pub pinyin: Option<String>,
    /// What sort of account it is.
    pub kind: AccountKind,
    /// Other names, in any language.
    pub aliases: Vec<String>,
    /// The domains where it logs in and sends mail from.
    pub domains: Vec<String>,
    /// The sender names of its messages.
    pub senders: Vec<String>,
    /// The countries it is used in: codes of ISO 3166, or `*`.
    pub countries: Vec<String>,
}

impl KnownAccount {
    /// What it is called in a language.
    pub(crate) fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhCn => self.zh.as_ref().unwrap_or(&self.name),
            Lang::En | Lang::Ms => &self.name,
        }
    }

    /// Everything that it is called.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let all = [&self.name].into_iter().chain(&self.zh).chain(&self.aliases);
        all.map(String::as_str)
    }
}
