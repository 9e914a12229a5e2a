//! Every case in a table, on top of the dashboard.
//!
//! ```text
//! ╭─ Cases ─────────────────────────────────────────────────────────╮
//! │ › typed                                                         │
//! │                                                                 │
//! │   Case            Stage       Date    On that day    Ends …     │
//! │ ▸ KL keep-alive   preparing   8 Nov   answer promi…  yes, 14 Ja │
//! │                                                                 │
//! │ Next  Change the number on your Maybank account.                │
//! ╰─────────────────────────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;

use super::{frame, screen::Screen, text_input::visible, theme::Role};
use crate::{
    app::{self, Menu, MenuEntry, Model, Target},
    playbook::OverviewColumn,
    text::{GAP, columns, wrap},
};

/// Most columns of the table with its frame.
const WIDEST: u16 = 170;
/// Fewest rows of a window in which the next step of a case is told below.
const ROOMY: u16 = 16;
/// Fewest rows of a window in which the columns are named.
const SMALL: u16 = 8;
/// Cells in front of a row: the mark of the case that is looked at.
const MARK: u16 = 2;
/// Rows of the frame, and of what stands above and below the cases.
const FRAME: u16 = 2;

/// Draws the table. Returns where the cursor stands in its filter.
pub(super) fn draw(model: &Model, menu: &Menu, screen: &mut Screen<'_>, area: Rect) -> (u16, u16) {
    let entries = app::menu_entries(model, menu);
    let (above, below) = match area.height {
        ..SMALL => (1, 0),
        SMALL..ROOMY => (2, 0),
        ROOMY.. => (3, 4),
    };
    let count = u16::try_from(entries.len().max(1)).unwrap_or(u16::MAX);
    let wide = WIDEST.min(area.width);
    let rows: Vec<Vec<String>> = std::iter::once(app::overview_heads(model))
        .chain(entries.iter().map(|entry| entry.cells.clone()))
        .collect();
    let room = wide.saturating_sub(FRAME + 2 + MARK);
    let importance = OverviewColumn::IMPORTANCE.map(|(column, least)| (column as usize, least));
    let shown = columns(&rows, &importance, room.into());
    let rect = frame::centred(area, wide, count.saturating_add(above + below + FRAME));
    let list_rows = usize::from(rect.height.saturating_sub(above + below + FRAME).max(1));
    let selected = menu.selected.min(entries.len().saturating_sub(1));
    let foot = if entries.len() > list_rows {
        format!("{}/{}", selected + 1, entries.len())
    } else {
        String::new()
    };
    let inner = frame::dialog(screen, rect, &app::menu_title(model, &menu.kind), &foot);
    let cursor = filter(menu, screen, inner);
    let head = Rect { y: inner.y + above - 1, height: 1, ..inner };
    let list =
        Rect { y: inner.y + above, height: inner.height.saturating_sub(above + below), ..inner };
    if entries.is_empty() {
        let told = model.text.get("ui-nothing-found");
        screen.put(list.x, list.y, list.width, &told, Role::Faint);
        return cursor;
    }
    if above > 1 && head.y < inner.bottom() {
        let names = rows.first().map(Vec::as_slice).unwrap_or_default();
        line(screen, head, names, &shown, |_| Role::Faint);
    }
    let fits = usize::from(list.height.max(1));
    let first = selected.saturating_sub(fits / 2).min(entries.len().saturating_sub(fits));
    let visible = entries.iter().enumerate().skip(first).take(fits);
    for ((at, entry), y) in visible.zip(list.y..list.bottom()) {
        let place = Rect { y, height: 1, ..list };
        if app::is_current_case(model, entry) {
            screen.put(place.x, y, 1, "▸", Role::Accent);
        }
        if entry.cells.is_empty() {
            screen.put(place.x + MARK, y, room, &entry.label, Role::Faint);
        } else {
            line(screen, place, &entry.cells, &shown, |column| role(entry, column));
        }
        screen.target(place, Target::Entry(at));
        if at == selected {
            screen.paint(place, Role::Selected);
        }
    }
    if below > 0 {
        let place = Rect { y: list.bottom() + 1, height: below - 1, ..inner };
        let used = next(model, entries.get(selected), screen, place);
        let rest = frame::below(place, place.y + used);
        let cells = entries.get(selected).map(|entry| entry.cells.as_slice()).unwrap_or_default();
        hidden(screen, rest, rows.first().map(Vec::as_slice).unwrap_or_default(), cells, &shown);
    }
    cursor
}

/// What is typed to narrow the table.
fn filter(menu: &Menu, screen: &mut Screen<'_>, inner: Rect) -> (u16, u16) {
    let Some(filter) = &menu.filter else { return (inner.x, inner.y) };
    let typed = visible(filter, inner.width.saturating_sub(2));
    let pieces = [("› ", Role::Accent), (typed.text.as_str(), Role::Text)];
    screen.put_all(inner.x, inner.y, inner.width, &pieces);
    (inner.x.saturating_add(2 + typed.cursor), inner.y)
}

/// One line of the table.
fn line(
    screen: &mut Screen<'_>,
    place: Rect,
    cells: &[String],
    shown: &[(usize, usize)],
    role: impl Fn(usize) -> Role,
) {
    let mut x = place.x + MARK;
    for (column, wide) in shown {
        let wide = u16::try_from(*wide).unwrap_or(u16::MAX);
        let text = cells.get(*column).map(String::as_str).unwrap_or_default();
        screen.put(x, place.y, wide.min(place.right().saturating_sub(x)), text, role(*column));
        x = x.saturating_add(wide).saturating_add(u16::try_from(GAP).unwrap_or_default());
    }
}

/// How a cell is drawn.
fn role(entry: &MenuEntry, column: usize) -> Role {
    match OverviewColumn::ALL.get(column) {
        Some(OverviewColumn::Case) => Role::Open,
        Some(OverviewColumn::On) if entry.urgent => Role::Bad,
        Some(OverviewColumn::On) if entry.soon => Role::Soon,
        Some(OverviewColumn::Carrier | OverviewColumn::Number | OverviewColumn::Ends) => {
            Role::Faint
        }
        _ => Role::Text,
    }
}

/// What the selected case has in the columns that have no room.
fn hidden(
    screen: &mut Screen<'_>,
    place: Rect,
    names: &[String],
    cells: &[String],
    shown: &[(usize, usize)],
) {
    let has_column =
        |at: &usize| OverviewColumn::IMPORTANCE.iter().any(|(one, _)| *one as usize == *at);
    let is_hidden = |at: &usize| has_column(at) && !shown.iter().any(|(column, _)| column == at);
    let told = |at: usize| {
        let (name, cell) = names.get(at).zip(cells.get(at))?;
        (!cell.is_empty()).then(|| format!("{name}  {cell}"))
    };
    let told: Vec<String> = (0..cells.len()).filter(is_hidden).filter_map(told).collect();
    screen.lines(place, &wrap(&told.join("  ·  "), place.width.into()), Role::Faint);
}

/// What to do next about the selected case, whole. Returns the rows used.
fn next(model: &Model, entry: Option<&MenuEntry>, screen: &mut Screen<'_>, place: Rect) -> u16 {
    let Some(told) = entry.and_then(|entry| app::next_of_case(model, entry)) else { return 0 };
    let label = format!("{}  ", model.text.get("ui-next"));
    let used = screen.put(place.x, place.y, place.width, &label, Role::Accent);
    let room = Rect { x: place.x + used, width: place.width.saturating_sub(used), ..place };
    screen.lines(room, &wrap(&told, room.width.into()), Role::Heading)
}
