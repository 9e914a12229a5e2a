//! Entries about the accounts: which are shown, and what is done to several.

use crate::{
    app::{
        model::Model,
        value::{AccountFilter, AccountsChange, Choice, MenuEntry},
    },
    domain::{AccountKind, AccountState},
    text::Text,
};

/// All accounts, or those of a state or kind that there are. What is shown now is
/// marked; to choose it again takes it away.
pub(super) fn shown(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let all = model.current().map(|case| case.accounts.as_slice()).unwrap_or_default();
    let now = model.accounts.only;
    let none = AccountFilter::default();
    let states = AccountState::ALL.map(|state| AccountFilter { state: Some(state), ..none });
    let kinds = AccountKind::ALL.map(|kind| AccountFilter { kind: Some(kind), ..none });
    let of_filter = |only: AccountFilter| {
        let active = only.state.is_some() && only.state == now.state
            || only.kind.is_some() && only.kind == now.kind;
        let then = match only.state {
            Some(_) => AccountFilter { state: only.state.filter(|_| !active), ..now },
            None => AccountFilter { kind: only.kind.filter(|_| !active), ..now },
        };
        let both = AccountFilter { state: only.state.or(now.state), kind: only.kind.or(now.kind) };
        let count = all.iter().filter(|one| both.leaves(one)).count();
        let label = told(text, only);
        let label = if active { format!("* {label}") } else { label };
        let heading = if only.state.is_some() { "ui-field-state" } else { "ui-field-kind" };
        let entry = || of_group(text, heading, entry(&label, count, then));
        (count > 0 || active).then(entry)
    };
    let label = text.get("ui-all-accounts").into_owned();
    let whole = entry(&label, all.len(), none);
    let filters = states.into_iter().chain(kinds).filter_map(of_filter);
    [whole].into_iter().chain(filters).collect()
}

/// How many there are stands behind what they are, so that each takes a line.
fn entry(label: &str, count: usize, then: AccountFilter) -> MenuEntry {
    MenuEntry::new(format!("{label}  {count}"), String::new(), Choice::Accounts(then))
}

/// The entry under a heading.
fn of_group(text: &Text, heading: &str, entry: MenuEntry) -> MenuEntry {
    MenuEntry { group: text.get(heading).into_owned(), ..entry }
}

fn told(text: &Text, only: AccountFilter) -> String {
    only.words().map(|key| text.get(&key).into_owned()).collect::<Vec<_>>().join(" ")
}

/// What can be done to the accounts that are chosen.
pub(super) fn changes(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let entry = |label, what| MenuEntry::new(label, String::new(), Choice::ChangeAccounts(what));
    let none = AccountFilter::default();
    let states = AccountState::ALL.map(|state| {
        let label = told(text, AccountFilter { state: Some(state), ..none });
        of_group(text, "ui-field-state", entry(label, AccountsChange::State(state)))
    });
    let kinds = AccountKind::ALL.map(|kind| {
        let label = told(text, AccountFilter { kind: Some(kind), ..none });
        of_group(text, "ui-field-kind", entry(label, AccountsChange::Kind(kind)))
    });
    let other = [
        ("ui-chosen-number", AccountsChange::Number),
        ("ui-chosen-remove", AccountsChange::Remove),
    ];
    let other = other.map(|(key, what)| {
        of_group(text, "ui-chosen-other", entry(text.get(key).into_owned(), what))
    });
    // Where they have moved to stands where it is seen without going down.
    states.into_iter().chain(other).chain(kinds).collect()
}
