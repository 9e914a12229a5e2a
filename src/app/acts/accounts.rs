//! The order of the accounts, what narrows them, and what is done to several.

use crate::{
    app::{
        forms,
        model::Model,
        panes::{PaneId, place_of},
        selection::{chosen_count, selected},
        value::{AccountFilter, AccountsChange, FormKind, MenuKind, Tone},
    },
    domain::{AccountState, Id, Item, ItemKind},
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
pub(super) fn show(model: &mut Model, only: AccountFilter) {
    model.accounts.only = only;
    model.focus = PaneId::Accounts;
    model.refresh();
}

/// Selects the row of an item. An account that the filter hides is shown again.
pub(in crate::app) fn go_to(model: &mut Model, item: &Item) {
    let case = model.current();
    let account = case.filter(|_| item.kind == ItemKind::Account);
    let account = account.and_then(|case| case.account(&item.id).ok());
    if account.is_some_and(|one| !model.accounts.only.leaves(one)) {
        model.accounts.only = AccountFilter::default();
        model.refresh();
    }
    let place = model.scene().and_then(|scene| place_of(&scene, item));
    if let Some((pane, row)) = place {
        model.select(pane, row);
    }
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

/// Whether several accounts that are shown are chosen and the pane is looked at.
pub(super) fn are_chosen(model: &Model) -> bool {
    chosen_count(model) > 0
}

/// Whether only some accounts are shown, and the pane is looked at.
pub(super) fn is_narrowed(model: &Model) -> bool {
    let is_here = model.focus == PaneId::Accounts && model.dialogs.is_empty();
    is_here && !model.zoomed && model.accounts.only != AccountFilter::default()
}

/// None of those that are shown is chosen any more.
pub(super) fn choose_none(model: &mut Model) {
    for id in chosen(model) {
        model.accounts.chosen.remove(&id);
    }
}

/// Asks what shall be done to those that are chosen.
pub(super) fn ask(model: &mut Model) {
    model.open_menu(MenuKind::Chosen);
}

fn chosen(model: &Model) -> Vec<Id> {
    model.accounts.chosen_and_shown()
}

/// Every chosen account goes on to its next state. They stay chosen.
pub(super) fn advance(model: &mut Model) {
    let Some(case) = model.current() else { return };
    let made = case.advance_accounts(&chosen(model), model.today());
    model.change(made);
    let ids = chosen(model);
    ask_number(model, &ids);
}

/// Asks which number the moved ones of these accounts have now, where it is not known.
/// The question can be passed over.
pub(super) fn ask_number(model: &mut Model, ids: &[Id]) {
    let Some(case) = model.current() else { return };
    let asks = |id: &&Id| {
        let account = case.account(id).ok();
        account.is_some_and(|one| one.state == AccountState::Moved && one.to.is_none())
    };
    let ids: Vec<Id> = ids.iter().filter(asks).cloned().collect();
    if !ids.is_empty() {
        forms::show(model, &FormKind::MovedTo(ids));
    }
}

/// Does something to all chosen accounts that are shown, as one change.
pub(super) fn change(model: &mut Model, what: AccountsChange) {
    let Some(case) = model.current() else { return };
    let (ids, today) = (chosen(model), model.today());
    let made = match what {
        AccountsChange::State(state) => case.set_accounts(&ids, state, today),
        AccountsChange::Kind(kind) => case.sort_accounts(&ids, kind),
        AccountsChange::Number => return forms::show(model, &FormKind::MovedTo(ids)),
        AccountsChange::Remove => case.remove_accounts(&ids),
    };
    choose_none(model);
    model.change(made);
    ask_number(model, &ids);
}
