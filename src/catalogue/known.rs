//! Every known account, and finding one by its name.
//!
//! The build script keeps each account by its id, and the ids by each name and by
//! what else is typed for an account. An account is read when it is first asked for; all of them are only read where
//! names are looked for in messages or while one is typed.

use std::sync::LazyLock;

use super::{entry::KnownAccount, kept::Kept};
use crate::{
    domain::Account,
    text::{fold::squeezed, read_packed},
};

/// Every known account, by its names.
#[derive(Debug)]
pub(crate) struct KnownAccounts {
    one: Kept<KnownAccount>,
    all: LazyLock<Vec<KnownAccount>>,
    /// The names of each, squeezed: its own first.
    squeezed: LazyLock<Vec<Vec<String>>>,
}

/// The catalogue never changes while the program runs.
static KNOWN: KnownAccounts = KnownAccounts {
    one: Kept::new(),
    all: LazyLock::new(|| ids().iter().filter_map(|id| read(id)).collect()),
    squeezed: LazyLock::new(|| {
        let names = |one: &KnownAccount| one.names().map(squeezed).collect();
        known().all().iter().map(names).collect()
    }),
};

/// Every known account.
pub(crate) fn known() -> &'static KnownAccounts {
    &KNOWN
}

/// The ids in the order of the files.
fn ids() -> Vec<&'static str> {
    // The list is part of the program and a test reads it.
    read_packed("accounts").unwrap_or_default()
}

fn read(id: &str) -> Option<KnownAccount> {
    read_packed(&format!("account/{id}")).ok()
}

impl KnownAccounts {
    /// All of them.
    pub(crate) fn all(&self) -> &[KnownAccount] {
        &self.all
    }

    /// The names of each of them, squeezed.
    pub(super) fn squeezed_names(&self) -> impl Iterator<Item = &[String]> {
        self.squeezed.iter().map(Vec::as_slice)
    }

    /// The account that is called so, in whatever language, and nothing else is.
    pub(crate) fn by_name(&self, name: &str) -> Option<&'static KnownAccount> {
        match self.called(name).as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The accounts that are called so. Only a short form can mean several.
    pub(super) fn called(&self, name: &str) -> Vec<&'static KnownAccount> {
        let ids: Vec<&str> = read_packed(&format!("called/{}", squeezed(name))).unwrap_or_default();
        let all: Vec<_> = ids.into_iter().filter_map(|id| self.by_id(id)).collect();
        // As it is written it is the name of one: M&S is not MS.
        let written = |one: &&&'static KnownAccount| {
            one.names().any(|own| own.to_lowercase() == name.trim().to_lowercase())
        };
        match all.iter().filter(written).collect::<Vec<_>>().as_slice() {
            [one] => vec![**one],
            _ => all,
        }
    }

    /// The account with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<&'static KnownAccount> {
        self.one.get(id, || read(id))
    }

    /// What an account of a case is here: by its name, by another name that
    /// messages gave it, or by its id.
    pub(crate) fn of(&self, account: &Account) -> Option<&'static KnownAccount> {
        let names = [&account.name].into_iter().chain(&account.also);
        let named = names.into_iter().find_map(|name| self.by_name(name));
        named.or_else(|| self.by_id(account.id.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ron_options;

    #[test]
    fn every_file_is_read_and_no_name_or_id_means_two() {
        let mut written = 0;
        for file in std::fs::read_dir("assets/accounts").expect("a folder") {
            let path = file.expect("a file").path();
            let is_list = !path.ends_with("senders.ron") && !path.ends_with("typed.ron");
            if path.is_dir() || !is_list {
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("a file");
            let read: Vec<KnownAccount> = ron_options().from_str(&source).expect("reads");
            written += read.len();
            for one in read {
                let kept = known().by_id(&one.id);
                assert_eq!(format!("{kept:?}"), format!("{:?}", Some(one)), "both ways agree");
            }
        }
        let known = known();
        assert_eq!(known.all().len(), written);
        assert!(written > 1700, "{written}");
        for one in known.all() {
            let same = |found: Option<&KnownAccount>| found.map(|found| found.id.clone());
            assert_eq!(same(known.by_id(&one.id)), Some(one.id.clone()));
            for name in one.names() {
                assert_eq!(same(known.by_name(name)), Some(one.id.clone()), "{name}");
            }
        }
    }

    /// Mail opens the rest, and what people ask about has a kind of its own.
    #[test]
    fn mail_is_of_the_kind_of_mail_and_few_accounts_are_of_none() {
        use crate::domain::AccountKind as K;
        let all = known().all();
        let mail = ["gmail", "hotmail", "邮箱", "郵箱", "메일"];
        for one in all {
            let mut named = one.names().map(str::to_lowercase);
            let is_mail = named.any(|name| mail.iter().any(|word| name.contains(word)));
            assert!(!is_mail || one.kind == K::Email, "{}", one.id);
            let asked = crate::catalogue::how_to(&one.id).is_some();
            assert!(!asked || one.kind != K::Other, "{}", one.id);
        }
        let other = all.iter().filter(|one| one.kind == K::Other).count();
        assert!(other * 12 < all.len(), "{other} of {}", all.len());
    }

    #[test]
    fn an_account_is_found_in_any_of_its_names_and_has_the_right_kind() {
        use crate::domain::AccountKind as K;
        for (name, id, kind) in [
            ("支付宝", "alipay", K::Payment),
            ("alipay", "alipay", K::Payment),
            ("WeChat", "wechat", K::Messaging),
            ("微信", "wechat", K::Messaging),
            ("may bank", "maybank", K::Bank),
            ("Google", "google", K::Email),
            ("农业银行", "abc-china", K::Bank),
            ("Yahoo奇摩", "yahoo", K::Email),
            ("Naver", "naver", K::Email),
            ("GitHub", "github", K::Email),
            ("OpenAI", "openai", K::Email),
            ("Claude.ai", "anthropic", K::Email),
            ("1Password", "1password", K::Email),
            ("Cloudflare", "cloudflare", K::Email),
            ("Netflix", "netflix", K::Game),
            ("爱奇艺", "iqiyi", K::Game),
            ("自然人憑證", "moica-tw", K::Government),
            ("Tinder", "tinder", K::Social),
        ] {
            let one = known().by_name(name).expect("known");
            assert_eq!((one.id.as_str(), one.kind), (id, kind), "{name}");
        }
    }
}
