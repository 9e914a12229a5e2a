//! The panes as tabs, where one pane has the screen.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{Model, PaneId, Target},
    text::{fit, width},
};

/// Fewest cells of a name that say something.
const NAME: usize = 3;

/// Draws the tabs. The focused one is named; the others are if there is room.
pub(super) fn draw(model: &Model, screen: &mut Screen<'_>, row: Rect) {
    let title = |id: PaneId| id.title(&model.text);
    let focused = width(&title(model.focus));
    // Each tab takes its number, a blank before its name and two behind it.
    let left = usize::from(row.width).saturating_sub(1 + focused + 4);
    let share = (left / (PaneId::ALL.len() - 1)).saturating_sub(4);
    let tab = |id: PaneId| match (id == model.focus, share) {
        (true, _) => format!("{} {}", id.number(), title(id)),
        (false, NAME..) => format!("{} {}", id.number(), fit(&title(id), share)),
        (false, _) => id.number().to_string(),
    };
    let tabs: Vec<(PaneId, String)> = PaneId::ALL.iter().map(|id| (*id, tab(*id))).collect();
    let room = usize::from(row.width).saturating_sub(1);
    let wide = |gap: usize| tabs.iter().map(|(_, tab)| width(tab) + gap).sum::<usize>() - gap;
    let Some(gap) = [2, 1].into_iter().find(|gap| wide(*gap) <= room) else {
        // Only the focused one, and that there are others.
        let tab = tab(model.focus);
        let pieces = [("‹ ", Role::Faint), (tab.as_str(), Role::Accent), (" ›", Role::Faint)];
        screen.put_all(row.x + 1, row.y, row.width.saturating_sub(1), &pieces);
        return;
    };
    let gap = u16::try_from(gap).unwrap_or(1);
    let mut x = row.x + 1;
    for (id, tab) in &tabs {
        let role = if *id == model.focus { Role::Accent } else { Role::Faint };
        let left = row.right().saturating_sub(x);
        let used = screen.put(x, row.y, left, tab, role);
        screen.target(Rect { x, width: used, ..row }, Target::Pane(*id, None));
        x += used + gap;
    }
}
