//! Every case in a table, on top of the dashboard.
//!
//! ```text
//! ╭─ Cases ─────────────────────────────────────────────────────────╮
//! │ › typed                                                         │
//! │                                                                 │
//! │   Case                        Stage       Date                  │
//! │ ▸ KL keep-alive               preparing   8 Nov                 │
//! │     Hotlink · Credit RM 12 · Ends yes, 14 Jan · answer promised │
//! │                                                                 │
//! │ Now  Change the number on your Maybank account.                 │
//! ╰─────────────────────────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;

use super::{frame, screen::Screen, text_input::visible, theme::Role};
use crate::{
    app::{self, Menu, MenuEntry, Model, Target},
    playbook::OverviewColumn,
    text::{GAP, columns, width, wrap},
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
        ROOMY.. => (3, 3),
    };
    let count = u16::try_from(entries.len().max(1)).unwrap_or(u16::MAX);
    let wide = frame::columns(area.width, WIDEST);
    let rows: Vec<Vec<String>> = std::iter::once(app::overview_heads(model))
        .chain(entries.iter().map(|entry| entry.cells.clone()))
        .collect();
    let room = wide.saturating_sub(FRAME + 2 + MARK);
    let table = Table::of(&rows, room, area.height >= ROOMY);
    let tall = table.tall();
    let wanted = count.saturating_mul(tall).saturating_add(above + below + FRAME);
    let rect = frame::centred(area, wide, wanted);
    let list_rows = usize::from((rect.height.saturating_sub(above + below + FRAME) / tall).max(1));
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
        line(screen, head, names, &table.shown, |_| Role::Faint);
    }
    let first = selected.saturating_sub(list_rows / 2).min(entries.len().saturating_sub(list_rows));
    let visible = entries.iter().enumerate().skip(first).take(list_rows);
    for ((at, entry), y) in visible.zip((list.y..list.bottom()).step_by(tall.into())) {
        let place = Rect { y, height: tall.min(list.bottom() - y), ..list };
        if app::is_current_case(model, entry) {
            screen.put(place.x, y, 1, "▸", Role::Accent);
        }
        if entry.cells.is_empty() {
            screen.put(place.x + MARK, y, room, &entry.label, Role::Faint);
        } else {
            line(screen, place, &entry.cells, &table.shown, |column| role(entry, column));
            let names = rows.first().map(Vec::as_slice).unwrap_or_default();
            if place.height > 1 {
                let told = table.told_below(names, &entry.cells);
                let indent = MARK * 2;
                let cells = place.width.saturating_sub(indent);
                screen.put(place.x + indent, y + 1, cells, &told, Role::Faint);
            }
        }
        screen.target(place, Target::Entry(at));
        if at == selected {
            screen.paint(Rect { height: 1, ..place }, Role::Selected);
        }
    }
    if below > 0 {
        let place = Rect { y: list.bottom() + 1, height: below - 1, ..inner };
        next(model, entries.get(selected), screen, place);
    }
    cursor
}

/// Which columns have room in the line of a case, and which are told below it.
struct Table {
    shown: Vec<(usize, usize)>,
    below: &'static [OverviewColumn],
}

impl Table {
    /// All in one line, if none is cut; else what tells the cases apart in the first, and
    /// where rows are `roomy` the rest below it.
    fn of(rows: &[Vec<String>], room: u16, roomy: bool) -> Self {
        let importance = |columns: &[(OverviewColumn, Option<usize>)]| {
            columns.iter().map(|(column, least)| (*column as usize, *least)).collect::<Vec<_>>()
        };
        let whole = |(place, wide): &(usize, usize)| {
            rows.iter().filter_map(|row| row.get(*place)).all(|cell| width(cell) <= *wide)
        };
        let says = |place: &usize| {
            rows.iter().skip(1).any(|row| row.get(*place).is_some_and(|cell| !cell.is_empty()))
        };
        let shown = columns(rows, &importance(&OverviewColumn::IMPORTANCE), room.into());
        let saying =
            OverviewColumn::IMPORTANCE.iter().filter(|(one, _)| says(&(*one as usize))).count();
        if !roomy || (shown.len() == saying && shown.iter().all(whole)) {
            return Self { shown, below: &[] };
        }
        let shown = columns(rows, &importance(&OverviewColumn::FIRST), room.into());
        Self { shown, below: &OverviewColumn::BELOW }
    }

    /// Lines of a case.
    fn tall(&self) -> u16 {
        if self.below.is_empty() { 1 } else { 2 }
    }

    /// What is told below the line of a case, with the names of the columns that do not
    /// speak for themselves.
    fn told_below(&self, names: &[String], cells: &[String]) -> String {
        let told = |column: &OverviewColumn| {
            let (name, cell) = names.get(*column as usize).zip(cells.get(*column as usize))?;
            let named = matches!(column, OverviewColumn::Credit | OverviewColumn::Ends);
            let told = if named { format!("{name} {cell}") } else { cell.clone() };
            (!cell.is_empty()).then_some(told)
        };
        self.below.iter().filter_map(told).collect::<Vec<_>>().join(" · ")
    }
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
        let text = match cells.get(*column).map(String::as_str).unwrap_or_default() {
            // Nothing is dated: no gap in the middle of the line.
            "" if *column == OverviewColumn::On as usize => "–",
            text => text,
        };
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

/// What to do now about the selected case, whole.
fn next(model: &Model, entry: Option<&MenuEntry>, screen: &mut Screen<'_>, place: Rect) {
    let Some(told) = entry.and_then(|entry| app::next_of_case(model, entry)) else { return };
    let label = format!("{}  ", model.text.get("ui-next"));
    let used = screen.put(place.x, place.y, place.width, &label, Role::Accent);
    let room = Rect { x: place.x + used, width: place.width.saturating_sub(used), ..place };
    screen.lines(room, &wrap(&told, room.width.into()), Role::Heading);
}
