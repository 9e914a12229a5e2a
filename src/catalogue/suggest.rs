//! Which accounts a person can mean who has typed the beginning of a name.

use super::{
    entry::KnownAccount,
    known::{KnownAccounts, squeezed},
};

/// Fewest letters that are looked for inside of names, not only in front.
const INSIDE: usize = 3;

/// Fewest letters that are taken for the first letters of syllables.
const INITIALS: usize = 2;

/// How well a name fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Begins,
    AliasBegins,
    Pinyin,
    Inside,
}

impl KnownAccounts {
    /// The accounts that can be meant, the likeliest first.
    pub(crate) fn suggest(&self, typed: &str, most: usize) -> Vec<&KnownAccount> {
        let typed = squeezed(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Fit, usize, &KnownAccount)> = Vec::new();
        for (one, names) in self.all().iter().zip(self.squeezed_names()) {
            if let Some(best) = fit(one, names, &typed) {
                found.push((best, found.len(), one));
            }
        }
        found.sort_by_key(|(fit, at, _)| (*fit, *at));
        found.into_iter().take(most).map(|(_, _, one)| one).collect()
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
            let found = known().suggest(typed, 5);
            let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
            assert_eq!(ids.first(), Some(&id), "{typed}: {ids:?}");
        }
        assert!(known().suggest("", 5).is_empty());
        assert!(known().suggest("no such account", 5).is_empty());
    }
}
