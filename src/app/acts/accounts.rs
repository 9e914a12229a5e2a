//! The order of the accounts, what narrows them, and what is done to several.

use crate::{
    app::{
        model::Model,
        panes::PaneId,
        selection::selected,
        value::{AccountFilter, AccountsChange, MenuKind, Tone},
    },
    domain::{Case, Id, ItemKind},
};

/// Tells the accounts in another order.
pub(super) fn sort(model: &mut Model) {
    let sort = model.accounts.sort.other();
    model.accounts.sort = sort;
    model.focus = PaneId::Accounts;
    model.refresh();
    model.say_words(Tone::Plain, &format!("ui-sorted-{}", sort.word()), &[]);
}

/// Shows only some accounts, or all again.
pub(super) fn show(model: &mut Model, only: Option<AccountFilter>) {
    model.accounts.only = only;
    model.select(PaneId::Accounts, 0);
    model.refresh();
}

/// Chooses the selected account, or no longer, and goes on to the next row.
pub(super) fn choose(model: &mut Model) {
    let Some(item) = selected(model).filter(|item| item.kind == ItemKind::Account) else { return };
    let chosen = &mut model.accounts.chosen;
    if !chosen.remove(&item.id) {
        chosen.insert(item.id);
    }
    super::go(model, 1);
}

/// Whether several accounts are chosen and the pane is looked at.
pub(super) fn are_chosen(model: &Model) -> bool {
    model.focus == PaneId::Accounts && model.dialogs.is_empty() && !model.accounts.chosen.is_empty()
}

/// Asks what shall be done to those that are chosen.
pub(super) fn ask(model: &mut Model) {
    model.open_menu(MenuKind::Chosen);
}

/// Does something to all chosen accounts, as one change.
pub(super) fn change(model: &mut Model, what: AccountsChange) {
    let Some(case) = model.current() else { return };
    let ids: Vec<Id> = model.accounts.chosen.iter().cloned().collect();
    let today = model.today();
    let made = match what {
        AccountsChange::State(state) => Case::set_accounts(case, &ids, state, today),
        AccountsChange::Kind(kind) => case.sort_accounts(&ids, kind),
        AccountsChange::Remove => case.remove_accounts(&ids),
    };
    model.accounts.chosen.clear();
    model.change(made);
}
