//! The locale files: messages by key, in one language at a time.

use std::{borrow::Cow, cell::OnceCell};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Lang;

/// A value for a message's variable.
pub type Arg<'a> = (&'a str, FluentValue<'a>);

/// The parts of a catalogue. A part is parsed when its first message is asked
/// for, so that a command pays only for the words it says. The word before
/// the first hyphen of a key names its part.
macro_rules! sections {
    ($($name:literal),+ $(,)?) => {
        const SECTIONS: &[&str] = &[$($name),+];

        fn source(lang: Lang, section: usize) -> &'static str {
            let by_lang: [&[&str]; 3] = [
                &[$(include_str!(concat!("../../assets/locales/en/", $name, ".ftl"))),+],
                &[$(include_str!(concat!("../../assets/locales/zh-CN/", $name, ".ftl"))),+],
                &[$(include_str!(concat!("../../assets/locales/ms/", $name, ".ftl"))),+],
            ];
            let of_lang = match lang {
                Lang::En => by_lang[0],
                Lang::ZhCn => by_lang[1],
                Lang::Ms => by_lang[2],
            };
            of_lang.get(section).copied().unwrap_or_default()
        }
    };
}

sections!(
    "word", "say", "ui", "cmd", "cli", "fault", "demo", "export", "guide", "holiday", "region"
);

/// Every message in one language, with English behind it.
pub struct Text {
    lang: Lang,
    parts: Vec<OnceCell<FluentBundle<FluentResource>>>,
    english: Vec<OnceCell<FluentBundle<FluentResource>>>,
}

impl Text {
    /// Prepares nothing yet: parts are read when they are needed.
    pub fn new(lang: Lang) -> Self {
        let empty = || SECTIONS.iter().map(|_| OnceCell::new()).collect();
        Self { lang, parts: empty(), english: empty() }
    }

    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `key`, which has no variables.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        self.format(key, None)
    }

    /// The message `key` with its variables filled in.
    pub fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args)).into_owned()
    }

    fn part<'a>(
        parts: &'a [OnceCell<FluentBundle<FluentResource>>],
        lang: Lang,
        key: &str,
    ) -> Option<&'a FluentBundle<FluentResource>> {
        let word = key.split('-').next()?;
        let section = SECTIONS.iter().position(|name| *name == word)?;
        let cell = parts.get(section)?;
        Some(cell.get_or_init(|| bundle(lang, source(lang, section))))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        Self::format_in(&self.parts, self.lang, key, args)
            .or_else(|| Self::format_in(&self.english, Lang::En, key, args))
            // A key without a message is a defect that a test finds; a person
            // is better served by the key than by nothing.
            .unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    fn format_in<'a>(
        parts: &'a [OnceCell<FluentBundle<FluentResource>>],
        lang: Lang,
        key: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'a, str>> {
        let part = Self::part(parts, lang, key)?;
        let pattern = part.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = part.format_pattern(pattern, args, &mut errors);
        Some(Cow::Owned(text.into_owned()))
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("lang", &self.lang).finish_non_exhaustive()
    }
}

fn bundle(lang: Lang, source: &str) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Isolation marks are invisible characters that terminals draw wrongly.
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(source.to_owned()) {
        // A locale file with a fault keeps its other messages; a test finds
        // the fault.
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests;
