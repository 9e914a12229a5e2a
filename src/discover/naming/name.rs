//! The name of an account, and the message that it is looked for in.

use crate::discover::{
    catalogue::{Catalogue, Entity},
    fold::{Folded, fold, is_unspaced},
    phrases::{Hit, Phrases},
};

/// The name of an account, known or as the message gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discover) enum Name {
    Known(Entity),
    Unknown(String),
}

/// A message whose account is looked for, and what is known about it.
pub(in crate::discover) struct MessageText<'a> {
    pub(in crate::discover) catalogue: &'a Catalogue,
    pub(in crate::discover) phrases: &'a Phrases,
    pub(in crate::discover) original: &'a str,
    pub(in crate::discover) folded: &'a Folded,
    pub(in crate::discover) hits: &'a [Hit],
    pub(in crate::discover) sender: &'a str,
    /// Where the text itself begins, in the folded text.
    pub(in crate::discover) start: usize,
}

/// The longest name that is taken from a message, in characters.
pub(super) const LONGEST: usize = 30;

impl Name {
    /// The name that is written so: as it is when it is known, else without the words
    /// that say who of them writes, as in `Brand Team`.
    pub(super) fn of(text: &MessageText<'_>, written: &str) -> Self {
        let known = |written: &str| text.catalogue.entity(written).map(Self::Known);
        known(written).unwrap_or_else(|| {
            let bare = text.phrases.without_titles(written);
            let bare = if can_be_a_name(bare) { bare } else { written };
            known(bare).unwrap_or_else(|| Self::Unknown(visible(bare)))
        })
    }

    /// Whether it is the name of someone who sends codes for others.
    pub(super) fn is_relay(&self, text: &MessageText<'_>) -> bool {
        let name = match self {
            Self::Known(Entity::Account(at)) => text.catalogue.get(*at).map(|one| &one.name),
            Self::Known(Entity::Carrier(_)) => None,
            Self::Unknown(name) => Some(name),
        };
        name.is_some_and(|name| text.phrases.has_relay(&fold(name)))
    }
}

/// A name without invisible characters and without a Turkish ending.
pub(super) fn visible(written: &str) -> String {
    let clean = crate::text::clean_line(written);
    // Turkish adds endings behind an apostrophe; the `'s` of Wendy's stays.
    let clean = match clean.rsplit_once(['\'', '’']) {
        Some((name, ending)) if ending != "s" && ending.chars().count() <= 4 => name.to_owned(),
        _ => clean,
    };
    clean
        .chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Whether a word of it is an amount or a reference: `RM59`, `ABC123`, `SGD 30`.
fn has_reference(written: &str) -> bool {
    let mut before = "";
    written.split(' ').any(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let capitals = word.chars().filter(char::is_ascii_uppercase).count();
        let mixed = digits >= 2 && capitals >= 2 && digits + capitals == word.len();
        let amount = digits > 0
            && digits == word.len()
            && before.len() == 3
            && before.chars().all(|c| c.is_ascii_uppercase());
        before = word;
        mixed || amount
    })
}

/// Whether this can be a name: it has letters, and in scripts with capitals a
/// capital.
pub(super) fn can_be_a_name(written: &str) -> bool {
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let cased = written.chars().any(char::is_lowercase);
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let first = written.chars().next();
    first.is_some_and(|c| !matches!(c, '*' | '#' | '+' | '%'))
        && (2..=LONGEST).contains(&written.chars().count())
        && letters >= 2
        && digits <= 3
        && !has_reference(written)
        && (!cased || written.chars().any(|c| c.is_uppercase() || is_unspaced(c)))
        && !written.contains(['@', '/', '\n', '=', '{', '<', '\u{22}'])
}
