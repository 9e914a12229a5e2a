//! What is drawn where. Must not know: how that was decided.

use ratatui::layout::Rect;

use crate::app::{Page, PaneId};

/// Fewest columns and rows, of the part below the header, in which the selected row
/// is explained.
pub(super) const EXPLAINS: (u16, u16) = (100, 26);

/// Columns of an explanation with its frame, as wide as it reads well.
const EXPLAINED: u16 = Page::COLUMNS + 4;

/// Rows that a folded pane may open to in every window.
const OPENED: u16 = 6;

/// What is drawn where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The panes that have a frame.
    pub(super) panes: Vec<(PaneId, Rect)>,
    /// The panes that are folded to a line.
    pub(super) folded: Vec<(PaneId, Rect)>,
    /// Where the selected row is explained.
    pub(super) stage: Option<Rect>,
    /// What no pane of the column beside it needs: the explanation goes on there.
    pub(super) free: Option<Rect>,
    /// The dated things.
    pub(super) agenda: Option<Rect>,
    /// One pane has the screen; the others are tabs.
    pub(super) tabs: Option<Rect>,
}

/// A folded pane that has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// Its frame.
    pub(super) rect: Rect,
    /// The panes whose names it covers, by number.
    pub(super) covered: Vec<PaneId>,
    /// Whether its upper and its lower edge stand in another frame.
    pub(super) joins: (bool, bool),
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

    /// Where a folded pane that has the focus opens, with so many rows to show in so many
    /// columns: over its line, down from there as far as there is room. Nothing else
    /// moves; what it covers is named in its lower edge. Nothing if it is not folded.
    pub(super) fn opened(
        &self,
        focus: PaneId,
        body: Rect,
        rows: impl Fn(u16) -> u16,
    ) -> Option<Opened> {
        let (_, line) = self.folded.iter().find(|(id, _)| *id == focus)?;
        let same = |rect: &Rect| (rect.x, rect.width) == (line.x, line.width);
        let beside = |rect: &Rect| rect.x < line.right() && line.x < rect.right();
        let panes = self.panes.iter().chain(&self.folded);
        let frames = self.panes.iter().map(|(_, rect)| rect).chain(&self.stage).chain(&self.agenda);
        let frames: Vec<Rect> = frames.filter(|rect| beside(rect)).copied().collect();
        let lines = self.folded.iter().map(|(_, rect)| rect);
        let column = frames.iter().chain(lines).filter(|rect| same(rect));
        let top = column.map(|rect| rect.y).min().unwrap_or(line.y);
        // No frame that does not fill the column is torn.
        let torn = frames.iter().filter(|rect| !same(rect) && rect.y < line.y);
        let floor = torn.map(|rect| rect.bottom()).max().unwrap_or(top).max(top);
        let column = body.bottom().saturating_sub(top);
        let wanted = rows(line.width.saturating_sub(2)).max(1).saturating_add(2);
        let height = wanted.min((column / 2).max(OPENED));
        let room = body.bottom().saturating_sub(floor);
        let above = self.stage.filter(|stage| room < height.min(OPENED) && same(stage));
        let (top, bottom) = above.map_or((floor, body.bottom()), |stage| (stage.y, stage.bottom()));
        let height = height.min(bottom - top);
        let y = line.y.min(bottom - height);
        let mut rect = Rect { y, height, ..*line };
        // A frame of which only the lower edge would be left is covered to its end.
        let cuts = |rect: &Rect, y: u16| {
            frames
                .iter()
                .find(|one| one.y < y && y < one.bottom() && one.y < rect.bottom())
                .copied()
        };
        if let Some(one) =
            cuts(&rect, rect.bottom()).filter(|one| one.bottom() == rect.bottom() + 1)
        {
            rect.height = one.bottom().min(body.bottom()) - rect.y;
        }
        let hidden = |(id, one): &&(PaneId, Rect)| {
            *id != focus && beside(one) && (rect.y..rect.bottom()).contains(&one.y)
        };
        let mut covered: Vec<PaneId> = panes.filter(hidden).map(|(id, _)| *id).collect();
        covered.sort_by_key(|id| *id as usize);
        let joins = (cuts(&rect, rect.y).is_some(), cuts(&rect, rect.bottom()).is_some());
        Some(Opened { rect, covered, joins })
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
