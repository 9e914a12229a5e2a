//! What is drawn where. Must not know: how that was decided.

use ratatui::layout::Rect;

use super::importance::{IMPORTANCE, KNOWN, SAID};
use crate::app::{Page, PaneId};

/// Fewest columns and rows, of the part below the header, in which the selected row
/// is explained.
pub(super) const EXPLAINS: (u16, u16) = (100, 26);

/// Columns of an explanation with its frame, as wide as it reads well.
const EXPLAINED: u16 = Page::COLUMNS + 4;

/// Fewest rows of a frame in which another pane can be shown.
const LENDS: u16 = 5;

/// What is drawn where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The panes that have a frame.
    pub(super) panes: Vec<(PaneId, Rect)>,
    /// The panes that are folded to a line.
    pub(super) folded: Vec<(PaneId, Rect)>,
    /// Where the selected row is explained, and a pane is shown that has the focus
    /// and no frame of its own.
    pub(super) stage: Option<Rect>,
    /// Where there is no room to explain anything: the panes that share the stage.
    /// The first is seen while another pane has the focus.
    pub(super) sharing: Vec<PaneId>,
    /// The dated things.
    pub(super) agenda: Option<Rect>,
    /// One pane has the screen; the others are tabs.
    pub(super) tabs: Option<Rect>,
}

impl Plan {
    /// The pane with the screen to itself, below its tabs; where there is room for it, its
    /// selected row is explained beside it.
    pub(super) fn single(focus: PaneId, body: Rect) -> Self {
        let tabs = Rect { height: 1.min(body.height), ..body };
        let below = Rect { y: body.y + tabs.height, height: body.height - tabs.height, ..body };
        let explains = body.width >= EXPLAINS.0 && body.height >= EXPLAINS.1;
        let beside = if explains { (body.width / 2).min(EXPLAINED) } else { 0 };
        let pane = Rect { width: body.width - beside, ..below };
        let stage = Rect { x: pane.right(), width: beside, ..below };
        Self {
            panes: vec![(focus, pane)],
            stage: explains.then_some(stage),
            tabs: Some(tabs),
            ..Self::default()
        }
    }

    /// The frame in which a pane that has the focus and no frame of its own is shown, so
    /// that its explanation keeps its rows: that of what matters least, and whose it is.
    /// What has to be done lends none.
    pub(super) fn host(&self, focus: PaneId) -> Option<(PaneId, Rect)> {
        let is_framed = |id: PaneId| self.panes.iter().any(|(one, _)| *one == id);
        if self.stage.is_none() || !self.sharing.is_empty() || is_framed(focus) {
            return None;
        }
        let lends = |id: &&PaneId| SAID.contains(id) || KNOWN.contains(id);
        let frame = |id: &PaneId| {
            self.panes.iter().find(|(one, rect)| one == id && rect.height >= LENDS).copied()
        };
        IMPORTANCE.iter().rev().filter(lends).find_map(frame)
    }

    /// The pane that the stage shows while `focus` has the focus, if it shows one.
    pub(super) fn on_stage(&self, focus: PaneId) -> Option<PaneId> {
        self.stage?;
        if self.panes.iter().any(|(id, _)| *id == focus) {
            return self.sharing.first().copied();
        }
        Some(focus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pane_alone_is_explained_where_there_is_room() {
        let plan = |width, height| Plan::single(PaneId::Accounts, Rect::new(0, 3, width, height));
        for (width, height) in [(100, 26), (120, 36), (200, 56)] {
            let plan = plan(width, height);
            let (stage, (_, pane)) = (plan.stage.expect("explains"), plan.panes[0]);
            assert_eq!((pane.right(), pane.width + stage.width), (stage.x, width));
            assert_eq!((pane.y, pane.bottom(), stage.bottom()), (4, 3 + height, 3 + height));
            assert!(pane.width >= width / 2 && stage.width <= EXPLAINED);
        }
        for (width, height) in [(99, 40), (120, 25), (20, 2)] {
            assert_eq!(plan(width, height).stage, None);
        }
    }
}
