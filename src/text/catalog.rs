//! The locale files: messages by key, in one language at a time.

use std::{borrow::Cow, cell::OnceCell};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Lang;

/// A value for a message's variable.
pub(crate) type Arg<'a> = (&'a str, FluentValue<'a>);

/// The parts of a language. A part is parsed when its first message is asked
/// for, so that a command parses only the messages it shows. The word before
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
    "word", "say", "ui", "cmd", "cli", "fault", "demo", "export", "guide", "holiday", "region",
    "ask", "restore"
);

/// The messages of one language, part by part.
struct Messages {
    lang: Lang,
    parts: Vec<OnceCell<FluentBundle<FluentResource>>>,
}

impl Messages {
    fn new(lang: Lang) -> Self {
        Self { lang, parts: SECTIONS.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The message `key`; nothing when there is none.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let section = SECTIONS.iter().position(|name| key.split('-').next() == Some(name))?;
        let read = || bundle(self.lang, source(self.lang, section));
        let part = self.parts.get(section)?.get_or_init(read);
        let pattern = part.get_message(key)?.value()?;
        Some(part.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    }
}

/// Every message in one language, with English where one is missing.
pub struct Text {
    messages: Messages,
    english: Messages,
}

impl Text {
    /// Prepares nothing yet: parts are read when they are needed.
    pub fn new(lang: Lang) -> Self {
        Self { messages: Messages::new(lang), english: Messages::new(Lang::En) }
    }

    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.messages.lang
    }

    /// The message `key`, which has no variables.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        Cow::Owned(self.format(key, None))
    }

    /// The message `key` with its variables filled in.
    pub fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let args = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let format = |messages: &Messages| messages.format(key, args);
        // A key without a message is a defect that a test finds; to a person
        // the key says more than nothing.
        format(&self.messages).or_else(|| format(&self.english)).unwrap_or_else(|| key.to_owned())
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("lang", &self.lang()).finish_non_exhaustive()
    }
}

fn bundle(lang: Lang, source: &str) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Isolation marks are invisible characters that terminals draw wrongly.
    bundle.set_use_isolating(false);
    // A locale file with a fault keeps its other messages; a test finds the
    // fault.
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests;
