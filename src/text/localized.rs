//! One text in several languages, as a playbook carries it.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer};

use super::{Lang, packed::texts_at};

/// Language tag to text.
#[derive(Clone, Default)]
pub struct Localized(Texts);

#[derive(Clone)]
enum Texts {
    /// Read from a file.
    Read(BTreeMap<String, String>),
    /// Where it stands in the files of the program: nothing is taken from there
    /// before it is shown.
    Built(usize),
}

impl Default for Texts {
    fn default() -> Self {
        Self::Read(BTreeMap::new())
    }
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return BTreeMap::deserialize(deserializer).map(|texts| Self(Texts::Read(texts)));
        }
        usize::deserialize(deserializer).map(|place| Self(Texts::Built(place)))
    }
}

impl PartialEq for Localized {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Localized {}

impl fmt::Debug for Localized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Localized {
    /// The text in `lang`, or else in English, or else in whatever there is.
    pub fn get(&self, lang: Lang) -> &str {
        let by_tag = |tag: &str| self.iter().find(|(own, _)| *own == tag).map(|(_, text)| text);
        by_tag(lang.tag())
            .or_else(|| by_tag(Lang::En.tag()))
            .or_else(|| self.iter().next().map(|(_, text)| text))
            .unwrap_or_default()
    }

    /// Every text with its tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let (read, built) = match &self.0 {
            Texts::Read(texts) => (Some(texts.iter()), None),
            Texts::Built(place) => (None, Some(texts_at(*place))),
        };
        let read = read.into_iter().flatten().map(|(tag, text)| (tag.as_str(), text.as_str()));
        let built = built.into_iter().flatten().map(|(tag, text): (&str, &str)| (tag, text));
        read.chain(built)
    }
}
