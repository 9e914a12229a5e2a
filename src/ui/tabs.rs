//! The panes as tabs, where one pane has the screen. A tab is named or not there:
//! signs at the ends say that there are more.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{Model, PaneId, Target},
    text::width,
};

/// Cells between two tabs.
const GAP: usize = 2;

/// Draws the tabs: the focused one, and its neighbours as far as there is room.
pub(super) fn draw(model: &Model, screen: &mut Screen<'_>, row: Rect) {
    let scene = model.scene();
    let tabs: Vec<(PaneId, String)> = PaneId::ALL
        .iter()
        .map(|id| (*id, format!("{} {}", id.number(), id.title(&model.text, scene.as_ref()))))
        .collect();
    let here = tabs.iter().position(|(id, _)| *id == model.focus).unwrap_or_default();
    let wide = |first: usize, last: usize| -> usize {
        tabs.iter().skip(first).take(last + 1 - first).map(|(_, tab)| width(tab) + GAP).sum()
    };
    // A blank, and room for the signs at both ends.
    let room = usize::from(row.width).saturating_sub(5) + GAP;
    let (mut first, mut last) = (here, here);
    loop {
        if last + 1 < tabs.len() && wide(first, last + 1) <= room {
            last += 1;
        } else if first > 0 && wide(first - 1, last) <= room {
            first -= 1;
        } else {
            break;
        }
    }
    let mut x = row.x + 1;
    if first > 0 {
        screen.put(x, row.y, 1, "‹", Role::Faint);
    }
    x += 2;
    for (id, tab) in tabs.iter().skip(first).take(last + 1 - first) {
        let role = if *id == model.focus { Role::BorderFocused } else { Role::Faint };
        let left = row.right().saturating_sub(x);
        let used = screen.put(x, row.y, left, tab, role);
        screen.target(Rect { x, width: used, ..row }, Target::Pane(*id, None));
        x += used + 2;
    }
    if last + 1 < tabs.len() {
        screen.put(row.right().saturating_sub(2), row.y, 1, "›", Role::Faint);
    }
}
