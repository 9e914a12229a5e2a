//! Which accounts a person can mean who has typed the beginning of a name.

use super::{entry::KnownAccount, how_to::how_to, known::KnownAccounts};
use crate::text::fold::squeezed;

/// Fewest letters that are looked for inside of names, not only in front.
const INSIDE: usize = 3;

/// Fewest letters that are taken for the first letters of syllables.
const INITIALS: usize = 2;

/// From so many letters on, the beginning of a name stands for the whole. Chinese
/// names are shorter.
const SURE: (usize, usize) = (4, 2);

/// How well a name fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Begins,
    AliasBegins,
    Pinyin,
    Inside,
}

/// What can be meant, the likeliest first.
#[derive(Debug, Default)]
pub(crate) struct Suggested<'a> {
    pub(crate) all: Vec<&'a KnownAccount>,
    /// The first one is meant.
    pub(crate) is_sure: bool,
    /// The first one is well known, and of the country of the line: a list of them
    /// begins with it.
    pub(crate) is_likely: bool,
}

impl KnownAccounts {
    /// The accounts that can be meant, the likeliest first: of several that fit as well,
    /// those of a country.
    pub(crate) fn suggest(&self, typed: &str, country: Option<&str>, most: usize) -> Suggested<'_> {
        let found = self.fitting(typed, country);
        let is_likely = found.first().is_some_and(|(fit, one)| match fit {
            Fit::Inside => false,
            Fit::Whole => is_used_in(one, country),
            _ => is_long(&squeezed(typed)) && how_to(&one.id).is_some() && is_used_in(one, country),
        });
        let is_sure = match found.as_slice() {
            // A short form of several accounts is none of them by itself.
            [(Fit::Whole, _), (Fit::Whole, _), ..] | [] => false,
            [(fit, one), ..] => is_sure(*fit, one, &squeezed(typed)),
        };
        let all = found.into_iter().take(most).map(|(_, one)| one).collect();
        Suggested { all, is_sure, is_likely }
    }

    /// The accounts with a name that begins so, or is pronounced so. The first one is
    /// meant when the others are only called after it, as Google Pay is after Google.
    pub(super) fn beginning(&self, typed: &str) -> Suggested<'_> {
        let mut found = self.fitting(typed, None);
        let typed = squeezed(typed);
        found.retain(|(fit, _)| *fit != Fit::Inside && is_long(&typed));
        let after = |one: &KnownAccount, other: &KnownAccount| {
            let stems = spelt(one).filter(|stem| stem.starts_with(&typed));
            let stems: Vec<String> = stems.collect();
            spelt(other).any(|form| stems.iter().any(|stem| form.starts_with(stem)))
        };
        let is_stem =
            |(_, one): &(Fit, &KnownAccount)| found.iter().all(|(_, other)| after(one, other));
        let stem = found.iter().position(is_stem);
        let is_sure =
            stem.and_then(|at| found.get(at)).is_some_and(|(fit, one)| is_sure(*fit, one, &typed));
        let first = stem.unwrap_or_default();
        if let Some(begun) = found.get_mut(..=first) {
            begun.rotate_right(1);
        }
        let all = found.into_iter().map(|(_, one)| one).collect();
        Suggested { all, is_sure, is_likely: is_sure }
    }

    /// Every account that fits, the best first.
    fn fitting(&self, typed: &str, country: Option<&str>) -> Vec<(Fit, &KnownAccount)> {
        let called = self.called(typed);
        let typed = squeezed(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let fits = |(one, names): (_, &[String])| {
            let one: &KnownAccount = one;
            let whole = called.iter().any(|known| known.id == one.id).then_some(Fit::Whole);
            Some((whole.or_else(|| fit(one, names, &typed))?, one))
        };
        let mut found: Vec<_> =
            self.all().iter().zip(self.squeezed_names()).filter_map(fits).collect();
        // Where the line is comes first; then what people ask about most: it has an
        // instruction, or its sender is known.
        found.sort_by_cached_key(|(fit, one)| {
            let asked = (how_to(&one.id).is_none(), one.senders.is_empty());
            (*fit, !is_used_in(one, country), asked, one.name.chars().count())
        });
        found
    }
}

/// Whether an account is used in a country; where none is known, it is.
fn is_used_in(one: &KnownAccount, country: Option<&str>) -> bool {
    country.is_none_or(|country| one.countries.iter().any(|own| own == country || own == "*"))
}

/// How an account is spelt: its names, and how they are pronounced.
fn spelt(one: &KnownAccount) -> impl Iterator<Item = String> {
    one.names().chain(one.pinyin.as_deref()).map(squeezed)
}

/// Whether so many letters say anything about the name that they begin.
fn is_long(typed: &str) -> bool {
    typed.chars().count() >= if typed.is_ascii() { SURE.0 } else { SURE.1 }
}

/// Whether nothing but the account is meant. Whole words can be a name of their
/// own: who types "Kopi" need not mean "Kopi Kenangan".
fn is_sure(fit: Fit, one: &KnownAccount, typed: &str) -> bool {
    let ends_inside = || {
        let mut ends = one.names().flat_map(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            (1..words.len()).filter_map(move |count| Some(squeezed(&words.get(..count)?.concat())))
        });
        ends.all(|words| words != typed)
    };
    match fit {
        Fit::Whole => true,
        Fit::Inside => false,
        Fit::Begins | Fit::AliasBegins | Fit::Pinyin => is_long(typed) && ends_inside(),
    }
}

/// How well an account fits; nothing when it does not.
fn fit(one: &KnownAccount, names: &[String], typed: &str) -> Option<Fit> {
    let own = if one.zh.is_some() { 2 } else { 1 };
    let length = typed.chars().count();
    let of_name = |(at, name): (usize, &String)| match name.strip_prefix(typed) {
        Some("") => Some(Fit::Whole),
        Some(_) if at < own => Some(Fit::Begins),
        Some(_) => Some(Fit::AliasBegins),
        None => (length >= INSIDE && name.contains(typed)).then_some(Fit::Inside),
    };
    let spelt = one.pinyin.as_deref().filter(|pinyin| {
        let whole: String = pinyin.split(' ').collect();
        let initials =
            || pinyin.split(' ').filter_map(|one| one.chars().next()).collect::<String>();
        whole.starts_with(typed) || (length >= INITIALS && initials() == typed)
    });
    names.iter().enumerate().filter_map(of_name).chain(spelt.map(|_| Fit::Pinyin)).min()
}

#[cfg(test)]
mod tests {
    use crate::catalogue::known;

    #[test]
    fn four_letters_find_the_account_in_any_of_its_names() {
        for (typed, id) in [
            ("mayb", "maybank"),
            ("alip", "alipay"),
            ("支付", "alipay"),
            ("zhifub", "alipay"),
            ("zfb", "alipay"),
            ("nongye", "abc-china"),
            ("weix", "wechat"),
            ("微信", "wechat"),
            ("touch n", "touch-n-go"),
            ("whats", "whatsapp"),
        ] {
            let found = known().suggest(typed, None, 5);
            let ids: Vec<&str> = found.all.iter().map(|one| one.id.as_str()).collect();
            assert_eq!(ids.first(), Some(&id), "{typed}: {ids:?}");
        }
        assert!(known().suggest("", None, 5).all.is_empty());
        assert!(known().suggest("no such account", None, 5).all.is_empty());
    }

    #[test]
    fn the_beginning_of_a_name_stands_for_it_and_nothing_else_does() {
        for typed in ["mayb", "支付", "zhifub", "whats", "CIMB", "zs", "touch n g", "wx"] {
            let sure = known().suggest(typed, None, 5).is_sure;
            assert_eq!(sure, typed != "zs", "{typed}");
        }
        // Less than four letters, a whole word, or letters from inside of a name.
        for typed in ["may", "Kopi", "kenangan", "bank", "chess club"] {
            assert!(!known().suggest(typed, None, 5).is_sure, "{typed}");
        }
    }

    #[test]
    fn what_is_used_where_the_line_is_stands_first() {
        for (typed, country, id) in [
            ("octo", "HK", "octopus"),
            ("publ", "MY", "public-bank"),
            ("micr", "MY", "microsoft"),
            ("meit", "CN", "meituan"),
            ("sing", "SG", "singpass"),
            ("boos", "MY", "boost-my"),
            ("shop", "MY", "shopee"),
            ("hang", "HK", "hang-seng"),
            ("hong", "MY", "hong-leong-bank"),
            ("boc", "HK", "bochk"),
            ("boc", "CN", "bank-of-china"),
        ] {
            let found = known().suggest(typed, Some(country), 5);
            let first = found.all.first().map(|one| one.id.as_str());
            assert_eq!(first, Some(id), "{typed} in {country}");
            assert!(found.is_sure || found.is_likely, "{typed} in {country}");
        }
        // What is hardly known, or used elsewhere, is not taken for what was typed.
        for (typed, country) in [("Kopi", "MY"), ("kenangan", "MY"), ("gym", "MY")] {
            let found = known().suggest(typed, Some(country), 5);
            assert!(!found.is_sure && !found.is_likely, "{typed}");
        }
    }

    #[test]
    fn four_letters_are_enough_for_every_account_whose_number_can_be_looked_up() {
        // Of several that begin alike the best known one is offered first: the
        // others are found by more letters, but none becomes another by itself.
        let mut sure = 0;
        for one in known().all().iter().filter(|one| crate::catalogue::how_to(&one.id).is_some()) {
            let whole = known().suggest(&one.name, None, 5);
            assert!(whole.is_sure, "{}", one.name);
            assert_eq!(whole.all.first().map(|found| &found.id), Some(&one.id));
            let four: String = one.name.chars().take(4).collect();
            let found = known().suggest(&four, None, 5);
            sure += usize::from(found.all.first().is_some_and(|first| first.id == one.id));
        }
        assert!(sure > 80, "{sure}");
    }
}
