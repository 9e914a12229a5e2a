//! What is selected while the book is replaced as a whole: the same items are
//! selected afterwards, wherever they stand then.

use super::{model::Model, panes::PaneId};
use crate::domain::{Id, Item};

/// The item that is selected in each pane.
pub(super) struct Anchors {
    case: Option<Id>,
    items: Vec<(PaneId, Item)>,
}

impl Anchors {
    /// What is selected now.
    pub(super) fn of(model: &Model) -> Self {
        let items = model.scene().map(|scene| {
            let item = |id: &PaneId| Some((*id, (id.pane().row)(&scene, model.row_of(*id))?.item?));
            PaneId::ALL.iter().filter_map(item).collect()
        });
        Self { case: model.case.clone(), items: items.unwrap_or_default() }
    }

    /// Selects it again, as far as it is still there.
    pub(super) fn hold(self, model: &mut Model) {
        if model.case != self.case {
            return;
        }
        let moved: Vec<(PaneId, usize)> = match model.scene() {
            Some(scene) => {
                let place = |(id, item): (PaneId, Item)| {
                    let is_it = |at: &usize| {
                        (id.pane().row)(&scene, *at).and_then(|row| row.item).as_ref()
                            == Some(&item)
                    };
                    if is_it(&model.row_of(id)) {
                        return None;
                    }
                    Some((id, (0..(id.pane().len)(&scene)).find(is_it)?))
                };
                self.items.into_iter().filter_map(place).collect()
            }
            None => Vec::new(),
        };
        for (pane, at) in moved {
            if let Some(row) = model.rows.get_mut(pane as usize) {
                *row = at;
            }
        }
    }
}
