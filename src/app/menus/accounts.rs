//! Entries about the accounts: which are shown, and what is done to several.

use crate::{
    app::{
        model::Model,
        value::{AccountFilter, AccountsChange, Choice, MenuEntry},
    },
    domain::{AccountKind, AccountState},
};

/// All accounts, or those of a state or kind that there are.
pub(super) fn shown(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let all = model.current().map(|case| case.accounts.as_slice()).unwrap_or_default();
    let states = AccountState::ALL.map(AccountFilter::State).into_iter();
    let filters = states.chain(AccountKind::ALL.map(AccountFilter::Kind));
    let of_filter = |only: AccountFilter| {
        let count = all.iter().filter(|one| only.leaves(one)).count();
        let label = text.get(&only.word()).into_owned();
        let entry = || MenuEntry::new(label, count.to_string(), Choice::Accounts(Some(only)));
        (count > 0).then(entry)
    };
    let label = text.get("ui-all-accounts").into_owned();
    let whole = MenuEntry::new(label, all.len().to_string(), Choice::Accounts(None));
    [whole].into_iter().chain(filters.filter_map(of_filter)).collect()
}

/// What can be done to the accounts that are chosen.
pub(super) fn changes(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let entry = |key: &str, note: &str, what| {
        let note = text.get(note).into_owned();
        MenuEntry::new(text.get(key).into_owned(), note, Choice::ChangeAccounts(what))
    };
    let states = AccountState::ALL.map(|state| {
        let key = AccountFilter::State(state).word();
        entry(&key, "ui-field-state", AccountsChange::State(state))
    });
    let kinds = AccountKind::ALL.map(|kind| {
        let key = AccountFilter::Kind(kind).word();
        entry(&key, "ui-field-kind", AccountsChange::Kind(kind))
    });
    let remove = entry("ui-chosen-remove", "ui-chosen-remove-note", AccountsChange::Remove);
    states.into_iter().chain(kinds).chain([remove]).collect()
}
