//! Every known account, and finding one by its name.

use std::{collections::HashMap, sync::LazyLock};

use super::{entry::KnownAccount, files::FILES};
use crate::{
    domain::Account,
    text::{fold::fold, ron_options},
};

/// Every known account, by its names.
#[derive(Debug, Default)]
pub(crate) struct KnownAccounts {
    all: Vec<KnownAccount>,
    /// The names of each, squeezed: its own first.
    squeezed: Vec<Vec<String>>,
    by_name: HashMap<String, usize>,
    by_id: HashMap<String, usize>,
}

/// The catalogue never changes while the program runs, and most runs need none
/// of it, so it is read when it is first asked for.
static KNOWN: LazyLock<KnownAccounts> = LazyLock::new(KnownAccounts::read);

/// Every known account.
pub(crate) fn known() -> &'static KnownAccounts {
    &KNOWN
}

/// The letters and digits of a name, folded. Names compare by this.
pub(crate) fn squeezed(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

impl KnownAccounts {
    /// Reads the files. A file that cannot be read is left out; a test makes
    /// sure that none is.
    fn read() -> Self {
        let options = ron_options();
        let read = |file: &&str| options.from_str::<Vec<KnownAccount>>(file).unwrap_or_default();
        let all: Vec<KnownAccount> = FILES.iter().flat_map(read).collect();
        let (mut by_name, mut by_id) = (HashMap::new(), HashMap::new());
        let names = |one: &KnownAccount| one.names().map(squeezed).collect();
        let squeezed: Vec<Vec<String>> = all.iter().map(names).collect();
        for (at, (one, names)) in all.iter().zip(&squeezed).enumerate() {
            by_id.insert(one.id.clone(), at);
            for name in names {
                by_name.entry(name.clone()).or_insert(at);
            }
        }
        Self { all, squeezed, by_name, by_id }
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[KnownAccount] {
        &self.all
    }

    /// The names of each of them, squeezed.
    pub(super) fn squeezed_names(&self) -> impl Iterator<Item = &[String]> {
        self.squeezed.iter().map(Vec::as_slice)
    }

    /// The account that is called so, in whatever language.
    pub(crate) fn by_name(&self, name: &str) -> Option<&KnownAccount> {
        self.all.get(*self.by_name.get(&squeezed(name))?)
    }

    /// The account with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<&KnownAccount> {
        self.all.get(*self.by_id.get(id)?)
    }

    /// What an account of a case is here: by its name, by another name that
    /// messages gave it, or by its id.
    pub(crate) fn of(&self, account: &Account) -> Option<&KnownAccount> {
        let names = [&account.name].into_iter().chain(&account.also);
        let named = names.into_iter().find_map(|name| self.by_name(name));
        named.or_else(|| self.by_id(account.id.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_and_no_name_or_id_means_two() {
        for file in FILES {
            let read = ron_options().from_str::<Vec<KnownAccount>>(file);
            assert!(read.is_ok(), "{read:?}");
        }
        let known = KnownAccounts::read();
        assert!(known.all().len() > 1700, "{}", known.all().len());
        for one in known.all() {
            let same = |found: Option<&KnownAccount>| found.map(|found| found.id.clone());
            assert_eq!(same(known.by_id(&one.id)), Some(one.id.clone()));
            for name in one.names() {
                assert_eq!(same(known.by_name(name)), Some(one.id.clone()), "{name}");
            }
        }
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
        ] {
            let one = known().by_name(name).expect("known");
            assert_eq!((one.id.as_str(), one.kind), (id, kind), "{name}");
        }
    }
}
