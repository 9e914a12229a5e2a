//! A list to choose from, on top of the dashboard.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, text_input::visible, theme::Role};
use crate::{
    app::{self, Menu, MenuEntry, Model, Target},
    text::{width, wrap},
};

const WIDEST: u16 = 76;

/// Fewest rows of a window in which there is room to spare.
const ROOMY: u16 = 16;
/// Rows of a window from which on headings stand above the entries.
const HEADED: u16 = 8;

/// Draws the list. Returns where the cursor stands if the list has a filter.
pub(super) fn draw(
    model: &Model,
    menu: &Menu,
    screen: &mut Screen<'_>,
    area: Rect,
) -> Option<(u16, u16)> {
    let mut entries = app::menu_entries(model, menu);
    if area.height < HEADED {
        // The selected entry needs the row more.
        for entry in &mut entries {
            entry.group.clear();
        }
    }
    // The gap below the filter goes where rows are few.
    let filter_rows = match (&menu.filter, area.height) {
        (None, _) => 0,
        (Some(_), ..8) => 1,
        (Some(_), _) => 2,
    };
    // In a short list an entry has its note below it.
    let tall = menu.filter.is_none() && area.height >= ROOMY;
    let columns = WIDEST.min(area.width.saturating_sub(2));
    let lead = app::menu_lead(model, &menu.kind);
    let lead = if area.height >= ROOMY && !lead.is_empty() {
        wrap(&lead, columns.saturating_sub(4).into())
    } else {
        Vec::new()
    };
    let lead_rows = u16::try_from(lead.len()).unwrap_or_default();
    let above = filter_rows + if lead_rows > 0 { lead_rows + 1 } else { 0 };
    // Cells of the notes below the entries, where they stand there.
    // They are as long as all entries are seen at once.
    let all_rows = |tall| {
        let rows = (0..entries.len()).map(|at| rows_of(&entries, at, tall));
        rows.fold(0, u16::saturating_add).max(1)
    };
    let cells = usize::from(columns.saturating_sub(6));
    let room = frame::above_footer(area).height.saturating_sub(above + 2);
    let notes = [3, 2, 1].into_iter().map(|most| Notes { cells, most });
    let fits = notes.clone().find(|notes| all_rows(Some(*notes)) <= room);
    let tall = tall.then(|| fits.unwrap_or(Notes { cells, most: 1 }));
    let all = all_rows(tall);
    let rows = all.saturating_add(above + 2);
    let rect = match &menu.filter {
        // What is typed stays where it is while the list below it gets shorter.
        Some(_) => below_top(area, columns, rows),
        None => frame::centred(area, columns, rows),
    };
    let room = rect.height.saturating_sub(above + 2);
    let whole = room >= all;
    let selected = menu.selected.min(entries.len().saturating_sub(1));
    let place = || format!("{}/{}", selected + 1, entries.len());
    let foot = if whole { String::new() } else { place() };
    let inner = frame::dialog(screen, rect, &app::menu_title(model, &menu.kind), &foot);
    let cursor = menu.filter.as_ref().and_then(|filter| {
        let typed = visible(filter, inner.width.saturating_sub(2));
        let pieces = [("› ", Role::Accent), (typed.text.as_str(), Role::Text)];
        screen.put_all(inner.x, inner.y, inner.width, &pieces);
        (inner.height > 0).then(|| (inner.x.saturating_add(2 + typed.cursor), inner.y))
    });
    let lead_area = Rect {
        y: inner.y + filter_rows.min(inner.height),
        height: lead_rows.min(inner.height),
        ..inner
    };
    screen.lines(lead_area, &lead, Role::Faint);
    let list = frame::below(inner, inner.y + above.min(inner.height));
    if entries.is_empty() {
        let told = model.text.get("ui-nothing-found");
        screen.put(list.x, list.y, list.width, &told, Role::Faint);
        return cursor;
    }
    let first = if whole { 0 } else { first_shown(&entries, selected, tall, list.height) };
    let mut y = list.y;
    for (at, entry) in entries.iter().enumerate().skip(first) {
        if is_headed(&entries, at) && y < list.bottom() {
            screen.put(list.x, y, list.width, &entry.group, Role::Heading);
            y += 1;
        }
        if y >= list.bottom() {
            break;
        }
        let each = rows_of(&entries, at, tall) - u16::from(is_headed(&entries, at));
        let place = Rect { y, height: each.min(list.bottom().saturating_sub(y)), ..list };
        put(screen, place, entry, tall);
        screen.target(place, Target::Entry(at));
        if at == selected {
            screen.paint(Rect { height: place.height.min(1), ..place }, Role::Selected);
        }
        y += each;
    }
    cursor
}

/// How the notes stand below the entries.
#[derive(Clone, Copy)]
struct Notes {
    /// Cells of a line.
    cells: usize,
    /// Most lines of one.
    most: usize,
}

/// Whether a heading stands above the entry at a place.
fn is_headed(entries: &[MenuEntry], at: usize) -> bool {
    let group = |at: usize| entries.get(at).map(|entry| entry.group.as_str());
    let own = group(at).filter(|group| !group.is_empty());
    own.is_some() && (at == 0 || group(at - 1) != own)
}

/// Rows of the entry at a place: the heading above it, itself, and its note below it.
fn rows_of(entries: &[MenuEntry], at: usize, tall: Option<Notes>) -> u16 {
    let Some(entry) = entries.get(at) else { return 0 };
    let note = tall.map_or(0, |notes| note_lines(entry, notes).len());
    let note = u16::try_from(note).unwrap_or_default();
    1 + note + u16::from(is_headed(entries, at))
}

/// What is said of an entry, or why it cannot be chosen, in lines.
fn note_lines(entry: &MenuEntry, notes: Notes) -> Vec<String> {
    let note = entry.unavailable.as_deref().unwrap_or(&entry.note);
    if note.is_empty() {
        return Vec::new();
    }
    let mut lines = wrap(note, notes.cells);
    if lines.len() > notes.most {
        lines.truncate(notes.most);
        lines.last_mut().into_iter().for_each(|last| last.push('…'));
    }
    lines
}

/// A rectangle in the middle whose upper edge stays where it is.
fn below_top(area: Rect, columns: u16, rows: u16) -> Rect {
    let middle = frame::centred(area, columns, rows);
    let y = area.y + (area.height / 8).min(area.height.saturating_sub(1));
    let room = frame::above_footer(area).bottom().saturating_sub(y);
    Rect { y, height: rows.min(room), ..middle }
}

/// The place of the first entry that is shown, so that the selected one stands near
/// the middle.
fn first_shown(entries: &[MenuEntry], selected: usize, tall: Option<Notes>, height: u16) -> usize {
    let rows = |at: usize| rows_of(entries, at, tall);
    let all = |range: std::ops::Range<usize>| range.map(rows).fold(0, u16::saturating_add);
    let end = entries.len();
    // As far down as the rest fills the list.
    let last = (0..end).find(|first| all(*first..end) <= height).unwrap_or_default();
    let above = |first: &usize| all(*first..selected) <= height / 2;
    (0..=selected).find(above).unwrap_or(selected).min(last)
}

/// Draws one entry.
fn put(screen: &mut Screen<'_>, area: Rect, entry: &MenuEntry, tall: Option<Notes>) {
    if area.height == 0 {
        return;
    }
    let (role, note) = match &entry.unavailable {
        Some(why) => (Role::Faint, why.as_str()),
        None if entry.urgent => (Role::Bad, entry.note.as_str()),
        None => (Role::Text, entry.note.as_str()),
    };
    let used = screen.put(area.x, area.y, area.width, &entry.label, role);
    if let Some(notes) = tall {
        for (line, y) in note_lines(entry, notes).iter().zip(area.y + 1..area.bottom()) {
            screen.put(area.x + 2, y, area.width.saturating_sub(2), line, Role::Faint);
        }
        return;
    }
    let left = area.width.saturating_sub(used + 2);
    if width(note) > 0 && left > 3 {
        screen.put_right(area.x + used + 2, area.y, left, note, Role::Faint);
    }
}
