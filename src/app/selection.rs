//! What a command is about: the item that is selected.

use super::{
    model::Model,
    panes::PaneId,
    value::{Dialog, Topic},
};
use crate::domain::{AccountState, Item, ItemKind, MarkState};

/// The item that a command is about: that of the page on top, or of the
/// selected row.
pub(super) fn selected(model: &Model) -> Option<Item> {
    if let Some(Dialog::Page { topic: Topic::Item(item), .. }) = model.dialogs.last() {
        return Some(item.clone());
    }
    (model.focus.pane().row)(&model.scene()?, model.row_of(model.focus))?.item
}

/// What the selected account becomes by a tick.
pub(crate) fn next_state(model: &Model) -> Option<AccountState> {
    let item = selected(model).filter(|item| item.kind == ItemKind::Account)?;
    model.current()?.account(&item.id).ok()?.state.next()
}

/// How many accounts are chosen and shown, where the pane is looked at: a tick goes to
/// those, and not to the row with the cursor.
pub(crate) fn chosen_count(model: &Model) -> usize {
    let is_here = model.focus == PaneId::Accounts && model.dialogs.is_empty();
    if is_here { model.accounts.chosen_and_shown().len() } else { 0 }
}

/// Whether a tick changes the selected item: what uses the number no more has no next
/// state.
pub(crate) fn can_be_toggled(model: &Model) -> bool {
    let is_account = selected(model).is_some_and(|item| item.kind == ItemKind::Account);
    !is_account || next_state(model).is_some()
}

/// Whether the selected item is ticked, so that a tick takes that away.
pub(crate) fn is_ticked(model: &Model) -> bool {
    use ItemKind::{Document, Precondition, Safeguard};
    selected(model)
        .filter(|item| matches!(item.kind, Document | Precondition | Safeguard))
        .zip(model.current())
        .is_some_and(|(item, case)| case.mark(&item).state == MarkState::Done)
}
