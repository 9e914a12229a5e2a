//! Where the panes stand: in three columns where there is room, in two from 80
//! columns on, below that one pane with tabs.

use ratatui::layout::Rect;

use super::review;
use crate::app::{Body, Column, Model, PaneId, Scene};

/// Which panes are drawn where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The panes that are seen, with their rectangles.
    pub(super) panes: Vec<(PaneId, Rect)>,
    /// The panes that share one rectangle; one of them is seen. Empty if none
    /// do.
    pub(super) sharing: Vec<PaneId>,
    /// Where tabs are drawn, if one pane has the screen.
    pub(super) tabs: Option<Rect>,
}

/// Fewest columns and rows (of the part for panes) for three columns.
const THREE: (u16, u16) = (110, 30);
/// The same for two columns.
const TWO: (u16, u16) = (80, 19);

/// Finds a place for every pane that can be seen.
pub(super) fn plan(model: &Model, scene: &Scene<'_>, body: Rect) -> Plan {
    if model.zoomed || body.width < TWO.0 || body.height < TWO.1 {
        let tabs = Rect { height: 1.min(body.height), ..body };
        let pane = Rect { y: body.y + tabs.height, height: body.height - tabs.height, ..body };
        return Plan { panes: vec![(model.focus, pane)], sharing: Vec::new(), tabs: Some(tabs) };
    }
    let all = || PaneId::ALL.iter().copied();
    if body.width >= THREE.0 && body.height >= THREE.1 {
        let mut panes = Vec::new();
        let mut x = body.x;
        for (at, column) in (0..3).zip(Column::ALL) {
            let width = body.width / 3 + u16::from(at < body.width % 3);
            let inside: Vec<PaneId> = all().filter(|id| id.pane().column == column).collect();
            panes.extend(stack(scene, &inside, Rect { x, width, ..body }));
            x += width;
        }
        return Plan { panes, sharing: Vec::new(), tabs: None };
    }
    let (left, right): (Vec<PaneId>, Vec<PaneId>) =
        all().partition(|id| id.pane().column == Column::Left);
    let (sharing, mut right): (Vec<PaneId>, Vec<PaneId>) =
        right.into_iter().partition(|id| id.pane().shared);
    right.extend(sharing.iter().find(|id| **id == model.focus).or(sharing.first()));
    let half = body.width / 2;
    let (a, b) =
        (Rect { width: half, ..body }, Rect { x: body.x + half, width: body.width - half, ..body });
    let panes = [stack(scene, &left, a), stack(scene, &right, b)].concat();
    Plan { panes, sharing, tabs: None }
}

/// Stacks panes in a column: each gets its least, then what its rows want; what
/// is left goes by weight.
fn stack(scene: &Scene<'_>, ids: &[PaneId], rect: Rect) -> Vec<(PaneId, Rect)> {
    const FRAME: u16 = 2;
    let mut heights: Vec<u16> = ids.iter().map(|id| id.pane().least + FRAME).collect();
    let mut left = rect.height.saturating_sub(heights.iter().sum());
    for (id, height) in ids.iter().zip(&mut heights) {
        let rows = match id.pane().body {
            Body::Countdown => review::rows_wanted(scene),
            Body::List => u16::try_from((id.pane().len)(scene)).unwrap_or(u16::MAX),
        };
        let more = rows.saturating_add(FRAME).saturating_sub(*height).min(left);
        *height += more;
        left -= more;
    }
    let weights: u16 = ids.iter().map(|id| id.pane().weight).sum();
    let spare = left;
    for (id, height) in ids.iter().zip(&mut heights) {
        let share = spare * id.pane().weight / weights.max(1);
        *height += share;
        left -= share;
    }
    if let Some(last) = heights.last_mut() {
        *last += left;
    }
    let mut y = rect.y;
    let mut stacked = Vec::new();
    for (id, height) in ids.iter().zip(heights) {
        let height = height.min(rect.bottom().saturating_sub(y));
        stacked.push((*id, Rect { y, height, ..rect }));
        y += height;
    }
    stacked
}
