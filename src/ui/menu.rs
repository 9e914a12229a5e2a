//! A list to choose from, on top of the dashboard.

use ratatui::layout::Rect;

use super::{canvas::Canvas, frame, theme::Role};
use crate::{
    app::{Menu, MenuEntry, Model, Target},
    text::{width, wrap},
};

const WIDEST: u16 = 76;

/// Draws the list, and says where the cursor stands when it can be narrowed.
pub(super) fn draw(
    model: &Model,
    menu: &Menu,
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> Option<(u16, u16)> {
    let entries = menu.entries(model);
    let title = menu.kind.title(model);
    // The gap below the filter goes where rows are few.
    let filtered = match (&menu.filter, area.height) {
        (None, _) => 0,
        (Some(_), ..8) => 1,
        (Some(_), _) => 2,
    };
    // An entry of a short list may tell its note below itself.
    let tall = menu.filter.is_none() && area.height >= 16;
    let each = if tall { 2 } else { 1 };
    let count = u16::try_from(entries.len().max(1)).unwrap_or(u16::MAX);
    let columns = WIDEST.min(area.width.saturating_sub(2));
    // What is said about all of it has room only where the list has, too.
    let lead = wrap(&menu.kind.lead(model), columns.saturating_sub(4).into());
    let lead: &[String] = if area.height >= 16 && !lead.concat().is_empty() { &lead } else { &[] };
    let said = u16::try_from(lead.len()).unwrap_or_default();
    let extra = filtered + if said > 0 { said + 1 } else { 0 };
    let below = Rect { height: area.height.saturating_sub(1), ..area };
    let rows = count.saturating_mul(each).saturating_add(extra + 2);
    let rect = frame::centred(below, columns, rows.min(below.height));
    let room = usize::from((rect.height.saturating_sub(extra + 2) / each).max(1));
    let foot = if entries.len() > room {
        format!("{}/{}", menu.selected.min(entries.len() - 1) + 1, entries.len())
    } else {
        String::new()
    };
    let inner = frame::dialog(canvas, rect, &title, &foot);
    let cursor = menu.filter.as_ref().and_then(|filter| {
        let cells = usize::from(inner.width.saturating_sub(2));
        let scroll = filter.visual_scroll(cells);
        let shown = skip_cells(filter.value(), scroll);
        canvas.put_all(
            inner.x,
            inner.y,
            inner.width,
            &[("› ", Role::Accent), (&shown, Role::Text)],
        );
        let at = u16::try_from(filter.visual_cursor().saturating_sub(scroll)).ok()?;
        (inner.height > 0).then_some((inner.x + 2 + at, inner.y))
    });
    canvas.target(rect, Target::Dialog);
    let above =
        Rect { y: inner.y + filtered.min(inner.height), height: said.min(inner.height), ..inner };
    canvas.lines(above, lead, Role::Faint);
    let list = Rect {
        y: inner.y + extra.min(inner.height),
        height: inner.height.saturating_sub(extra),
        ..inner
    };
    if entries.is_empty() {
        let told = model.text.get("ui-nothing-found").into_owned();
        canvas.put(list.x, list.y, list.width, &told, Role::Faint);
        return cursor;
    }
    let selected = menu.selected.min(entries.len() - 1);
    let fits = usize::from((list.height / each).max(1));
    let first = selected.saturating_sub(fits / 2).min(entries.len().saturating_sub(fits));
    let mut y = list.y;
    for (at, entry) in entries.iter().enumerate().skip(first).take(fits) {
        put(
            canvas,
            Rect { y, height: each.min(list.bottom().saturating_sub(y)), ..list },
            entry,
            tall,
        );
        let height = each.min(list.bottom().saturating_sub(y));
        canvas.target(Rect { y, height, ..list }, Target::Entry(at));
        if at == selected {
            canvas.paint(Rect { y, height: height.min(1), ..list }, Role::Selected);
        }
        y += each;
    }
    cursor
}

fn put(canvas: &mut Canvas<'_>, area: Rect, entry: &MenuEntry, tall: bool) {
    if area.height == 0 {
        return;
    }
    let (role, note) = match &entry.unavailable {
        Some(why) => (Role::Faint, why.as_str()),
        None if entry.urgent => (Role::Bad, entry.note.as_str()),
        None => (Role::Text, entry.note.as_str()),
    };
    let used = canvas.put(area.x, area.y, area.width, &entry.label, role);
    if tall {
        let note = wrap(note, area.width.saturating_sub(2).into());
        let more = if note.len() > 1 { "…" } else { "" };
        let first = note.first().map(|line| format!("{line}{more}")).unwrap_or_default();
        canvas.put(area.x + 2, area.y + 1, area.width.saturating_sub(2), &first, Role::Faint);
        return;
    }
    let left = area.width.saturating_sub(used + 2);
    if width(note) > 0 && left > 3 {
        canvas.put_right(area.x + used + 2, area.y, left, note, Role::Faint);
    }
}

/// `text` without its first `cells` cells.
pub(super) fn skip_cells(text: &str, cells: usize) -> String {
    let mut skipped = 0;
    crate::text::graphemes(text)
        .skip_while(|(_, wide)| {
            let before = skipped < cells;
            skipped += wide;
            before
        })
        .map(|(grapheme, _)| grapheme)
        .collect()
}
