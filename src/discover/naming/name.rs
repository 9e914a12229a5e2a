//! The name of an account, and the message that it is looked for in.

use std::cell::OnceCell;

use crate::discover::{
    catalogue::{Catalogue, Entity},
    fold::{Folded, fold, is_unspaced},
    marks::Marks,
    phrases::{Hit, NamePattern, Phrases},
};

/// The name of an account, known or as the message gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discover) enum Name {
    Known(Entity),
    Unknown(String),
}

/// A name where a pattern has one.
#[derive(Clone)]
pub(in crate::discover) struct Captured {
    pub(super) name: Name,
    /// Words stand before it, or its script has no capitals.
    pub(super) anchored: bool,
    /// Where it stands in the folded text.
    pub(super) span: (usize, usize),
}

impl Captured {
    /// Whether it is the name of a known account.
    pub(in crate::discover) fn is_known(&self) -> bool {
        matches!(self.name, Name::Known(Entity::Account(_)))
    }
}

/// What patterns have of a message, kept because several questions are about it.
#[derive(Default)]
pub(in crate::discover) struct Captures<'a> {
    pub(super) patterns: OnceCell<Vec<(usize, &'a NamePattern)>>,
    pub(super) of_code: OnceCell<Option<Captured>>,
    pub(super) of_any: OnceCell<Option<Captured>>,
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
    pub(in crate::discover) marks: Marks,
    pub(in crate::discover) captures: Captures<'a>,
}

/// The longest name that is taken from a message, in characters.
pub(super) const LONGEST: usize = 30;

impl Name {
    /// The name that is written so: as it is when it is known, else without the words
    /// that say who of them writes, as in `Brand Team`.
    pub(super) fn of(text: &MessageText<'_>, written: &str) -> Self {
        let known = |written: &str| text.catalogue.entity(written).map(Self::Known);
        known(written).unwrap_or_else(|| {
            let written = crate::text::bare_name(written);
            let written = written.as_str();
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

/// Whether it is one capital that is the name of a known account. No other letter is a
/// name.
pub(super) fn is_known_letter(text: &MessageText<'_>, written: &str) -> bool {
    written.len() == 1
        && written.bytes().all(|b| b.is_ascii_uppercase())
        && text.catalogue.entity(written).is_some()
}

/// A name without invisible characters and without a Turkish ending.
pub(super) fn visible(written: &str) -> String {
    let clean = crate::text::bare_name(written);
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

/// What stands before an amount; any three capitals do before a whole number.
const CURRENCIES: [&str; 6] = ["RM", "RP", "RS", "NT", "TL", "KR"];

/// Signs of money: with a digit beside them it is an amount.
const MONEY: [char; 10] = ['$', '€', '£', '¥', '￥', '₹', '₩', '฿', '₫', '₽'];

/// Whether a word of it is an amount or a reference: `RM59`, `ABC123`, `SGD 30.00`, `S$5`.
fn has_reference(written: &str) -> bool {
    let mut before = "";
    written.split(' ').any(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let capitals = word.chars().filter(char::is_ascii_uppercase).count();
        let mixed = digits >= 2 && capitals >= 2 && digits + capitals == word.len();
        let number = word.trim_end_matches(['.', ',']);
        let number = number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
        let code = |word: &str| {
            let capitals = word.chars().all(|c| c.is_ascii_uppercase());
            capitals && (word.len() == 3 || CURRENCIES.contains(&word))
        };
        let signed = |word: &str| word.ends_with(MONEY);
        let amount = digits > 0 && number && (code(before) || signed(before));
        let money = digits > 0 && word.contains(MONEY);
        before = word;
        mixed || amount || money
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_no_name() {
        for amount in ["SGD 30", "SGD 30.00", "RM 1,250.00", "RM59", "S$5 Ltd", "HK$ 30", "USD 5."]
        {
            assert!(!can_be_a_name(amount), "{amount}");
        }
        for name in ["Harbour Mart", "Studio 54", "BBC News", "A-Mart 2"] {
            assert!(can_be_a_name(name), "{name}");
        }
    }
}
