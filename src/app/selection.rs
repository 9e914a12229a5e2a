//! What a command is about: the item that is selected.

use super::{
    model::Model,
    value::{Dialog, Topic},
};
use crate::domain::{AccountState, Item, ItemKind};

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
