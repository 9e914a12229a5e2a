//! One text in several languages, as a playbook carries it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lang;

/// Language tag to text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Localized(BTreeMap<String, String>);

impl Localized {
    /// The text in `lang`, or else in English, or else in whatever there is.
    pub fn get(&self, lang: Lang) -> &str {
        let by_tag = |tag: &str| self.0.get(tag).map(String::as_str);
        by_tag(lang.tag())
            .or_else(|| by_tag(Lang::En.tag()))
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or_default()
    }

    /// Every text with its tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}
