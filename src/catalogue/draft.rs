//! An account that is added by its name.

use super::known::KnownAccounts;
use crate::{
    domain::{Account, AccountDraft, Case, Id},
    text::{Lang, fold::squeezed},
};

impl KnownAccounts {
    /// What is added when a person types a name: id, name and kind as they are
    /// known, else the name as it was typed.
    pub(crate) fn draft(&self, typed: &str, lang: Lang) -> AccountDraft {
        match self.by_name(typed) {
            Some(one) => AccountDraft {
                id: Some(Id::new(one.id.clone())),
                name: one.name_in(lang).to_owned(),
                kind: one.kind,
                ..AccountDraft::default()
            },
            None => AccountDraft { name: typed.trim().to_owned(), ..AccountDraft::default() },
        }
    }

    /// The account of a case that a person means by a name: by its id, by what
    /// it is called, or by any name that is known for it.
    pub(crate) fn meant<'a>(&self, case: &'a Case, typed: &str) -> Option<&'a Account> {
        let typed = typed.strip_prefix("account:").unwrap_or(typed);
        let by_id = [Id::slug(typed), Id::new(typed)];
        let by_id = by_id.iter().find_map(|id| case.account(id).ok());
        let name = squeezed(typed);
        let called = |one: &&Account| {
            [&one.name].into_iter().chain(&one.also).any(|own| squeezed(own) == name)
        };
        by_id.or_else(|| case.accounts.iter().find(called)).or_else(|| {
            let one = self.by_name(typed)?;
            let names = one.names().chain([one.id.as_str()]);
            case.account_called(names)
        })
    }
}
