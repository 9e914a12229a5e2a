//! Where the panes stand. Three columns where there is room, two at 80
//! columns, one pane with tabs below.

use ratatui::layout::Rect;

use crate::app::{Column, Model, PANES, Scene};

/// Which panes are drawn where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// Places among [`PANES`] with their rectangles.
    pub(super) panes: Vec<(usize, Rect)>,
    /// Panes that share one rectangle, when they do; one of them is drawn.
    pub(super) behind: Vec<usize>,
    /// Where tabs are drawn, when one pane has the screen.
    pub(super) tabs: Option<Rect>,
}

/// Fewest columns and rows (of the part for panes) for three columns.
const THREE: (u16, u16) = (110, 30);
/// The same for two.
const TWO: (u16, u16) = (80, 19);

/// Finds a place for every pane that can be seen.
pub(super) fn plan(model: &Model, scene: &Scene<'_>, body: Rect) -> Plan {
    if model.zoomed || body.width < TWO.0 || body.height < TWO.1 {
        let tabs = Rect { height: 1.min(body.height), ..body };
        let pane = Rect { y: body.y + tabs.height, height: body.height - tabs.height, ..body };
        return Plan { panes: vec![(model.focus, pane)], behind: Vec::new(), tabs: Some(tabs) };
    }
    let column = |column| {
        PANES.iter().enumerate().filter(move |(_, pane)| pane.column == column).map(|(at, _)| at)
    };
    if body.width >= THREE.0 && body.height >= THREE.1 {
        let columns = [Column::Left, Column::Middle, Column::Right].map(column);
        let widths = split(body.width, 3);
        let mut panes = Vec::new();
        let mut x = body.x;
        for (places, width) in columns.into_iter().zip(widths) {
            let rect = Rect { x, width, ..body };
            panes.extend(stack(scene, &places.collect::<Vec<_>>(), rect));
            x += width;
        }
        return Plan { panes, behind: Vec::new(), tabs: None };
    }
    let (left, right): (Vec<usize>, Vec<usize>) = (0..PANES.len())
        .partition(|at| PANES.get(*at).is_some_and(|pane| pane.column == Column::Left));
    let (behind, mut right): (Vec<usize>, Vec<usize>) =
        right.into_iter().partition(|at| PANES.get(*at).is_some_and(|pane| pane.shared));
    right.extend(behind.iter().find(|at| **at == model.focus).or(behind.first()));
    let half = body.width / 2;
    let (a, b) =
        (Rect { width: half, ..body }, Rect { x: body.x + half, width: body.width - half, ..body });
    let panes = [stack(scene, &left, a), stack(scene, &right, b)].concat();
    Plan { panes, behind, tabs: None }
}

fn split(width: u16, parts: u16) -> Vec<u16> {
    (0..parts).map(|at| width / parts + u16::from(at < width % parts)).collect()
}

/// Stacks panes in a column: each gets its least, then what its rows want,
/// and what is left goes by weight.
fn stack(scene: &Scene<'_>, places: &[usize], rect: Rect) -> Vec<(usize, Rect)> {
    const FRAME: u16 = 2;
    let panes: Vec<_> = places.iter().filter_map(|at| Some((*at, PANES.get(*at)?))).collect();
    let mut heights: Vec<u16> = panes.iter().map(|(_, pane)| pane.least + FRAME).collect();
    let mut left = rect.height.saturating_sub(heights.iter().sum());
    for ((_, pane), height) in panes.iter().zip(&mut heights) {
        let rows = u16::try_from((pane.len)(scene)).unwrap_or(u16::MAX);
        let wants = match pane.id {
            "review" => super::review::wants(scene),
            _ => rows,
        };
        let more = wants.saturating_add(FRAME).saturating_sub(*height).min(left);
        *height += more;
        left -= more;
    }
    let weights: u16 = panes.iter().map(|(_, pane)| pane.weight).sum();
    let spare = left;
    for ((_, pane), height) in panes.iter().zip(&mut heights) {
        let share = spare * pane.weight / weights.max(1);
        *height += share;
        left -= share;
    }
    if let Some(last) = heights.last_mut() {
        *last += left;
    }
    let mut y = rect.y;
    let mut stacked = Vec::new();
    for ((at, _), height) in panes.into_iter().zip(heights) {
        let height = height.min(rect.bottom().saturating_sub(y));
        stacked.push((at, Rect { y, height, ..rect }));
        y += height;
    }
    stacked
}
