//! A pane that is a list, and a pane that is folded to a line.

use std::{borrow::Cow, cell::Ref};

use ratatui::layout::Rect;

use super::{
    layout::Content as _,
    memo::{Listed, Seen, Window},
    row_lines::{cut, sign},
    rows::Rows,
    screen::Screen,
    theme::Role,
};
use crate::{
    app::{PaneId, Row, RowStatus, Target},
    text::width,
};

/// Draws the rows of a pane. Where a list is scrolled, the place of the selected row stands
/// in the lower edge if it `counts`.
pub(super) fn draw(
    rows: &Rows<'_>,
    screen: &mut Screen<'_>,
    area: Rect,
    id: PaneId,
    focused: bool,
    counts: bool,
) {
    let Some(listed) = rows.of(id) else { return };
    if listed.len == 0 {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        screen.words(inner, &rows.empty(id), Role::Faint);
        return;
    }
    let selected = rows.model.row_of(id);
    let height = usize::from(area.height);
    let first = offset(selected, listed.len, height);
    let mut y = area.y;
    let mut end = first;
    for seen in visible(rows, listed, id, first, area).iter() {
        end = seen.at + 1;
        let lines_left = area.bottom().saturating_sub(y);
        let tall = u16::try_from(seen.lines.len()).unwrap_or(1).min(lines_left);
        let place = Rect { y, height: tall, ..area };
        draw_row(screen, place, seen);
        screen.target(place, Target::Pane(id, Some(seen.at)));
        if focused && seen.at == selected {
            screen.paint(place, Role::Selected);
            keep_state(screen, place, seen);
        }
        if is_chosen(rows, listed, id, seen.at) {
            let role = if focused && seen.at == selected { Role::Selected } else { Role::Accent };
            screen.sign(Rect { width: 1.min(place.width), ..place }, "▌", role);
        }
        y += tall;
    }
    screen.more(area, first > 0, end < listed.len);
    if focused && counts && listed.len > height {
        let place = format!(" {}/{} ", selected + 1, listed.len);
        let edge = area.width.saturating_sub(2);
        screen.put_right(area.x + 1, area.bottom(), edge, &place, Role::Faint);
    }
}

/// Whether a row is among those that are chosen to be changed together: a mark in front of it
/// says so, and nothing moves.
fn is_chosen(rows: &Rows<'_>, listed: &Listed, id: PaneId, at: usize) -> bool {
    let chosen = &rows.scene.accounts.chosen;
    if chosen.is_empty() || id != PaneId::Accounts {
        return false;
    }
    let item = match &listed.all {
        Some(all) => all.get(at).and_then(|row| row.item.clone()),
        None => (id.pane().row)(rows.scene, at).and_then(|row| row.item),
    };
    item.is_some_and(|item| chosen.contains(&item.id))
}

/// The rows that are seen: as many lines as each takes while there is room for that,
/// else one.
fn visible<'l>(
    rows: &Rows<'_>,
    listed: &'l Listed,
    id: PaneId,
    first: usize,
    area: Rect,
) -> Ref<'l, [Seen]> {
    let window = Window { first, width: area.width, height: area.height };
    if listed.seen.borrow().0 != Some(window) {
        let (before, seen) = listed.seen.take();
        // Where there are more rows than room each has one line, whichever are seen.
        let is_one = |window: Window| {
            listed.len >= window.height.into() && !(id.pane().dated && window.first == 0)
        };
        let same = before.is_some_and(|before| before.width == window.width && is_one(before));
        let known = if same && is_one(window) { seen } else { Vec::new() };
        listed.seen.replace((Some(window), find_visible(rows, listed, id, window, known)));
    }
    Ref::map(listed.seen.borrow(), |(_, seen)| seen.as_slice())
}

/// The same, where some are `known`.
fn find_visible(
    rows: &Rows<'_>,
    listed: &Listed,
    id: PaneId,
    window: Window,
    known: Vec<Seen>,
) -> Vec<Seen> {
    let (Window { first, width, .. }, height) = (window, usize::from(window.height));
    let row = |at: usize| match &listed.all {
        Some(all) => all.get(at).map(Cow::Borrowed),
        None => (id.pane().row)(rows.scene, at).map(Cow::Owned),
    };
    // Of a log that has no room the newest have lines, and the oldest are scrolled to; the
    // selected one is always within the half that stays.
    let newest = id.pane().dated && first == 0 && listed.len > height;
    let lent = if newest { height.saturating_sub(1) / 2 } else { 0 };
    let mut spare = height.saturating_sub(listed.len) + lent;
    let mut left = height;
    let mut known = known.into_iter().skip_while(|seen| seen.at < first).peekable();
    (first..listed.len.min(first + height))
        .filter_map(|at| {
            if let Some(seen) = known.next_if(|seen| seen.at == at) {
                left = left.saturating_sub(seen.lines.len().max(1));
                return Some(seen);
            }
            let row: Cow<'_, Row> = row(at)?;
            let whole = listed.lines(at, &row, width);
            let more = whole.len().saturating_sub(1);
            let lines = match spare {
                _ if more <= spare => {
                    spare -= more;
                    whole
                }
                0 => vec![listed.columns.line(&row, width)],
                _ => cut(whole, std::mem::take(&mut spare) + 1),
            };
            if left == 0 {
                return None;
            }
            let lines = cut(lines, left);
            left -= lines.len().max(1);
            Some(Seen { at, status: row.status, lines })
        })
        .collect()
}

/// The first visible row: the selected one is kept near the middle.
fn offset(selected: usize, count: usize, height: usize) -> usize {
    selected.saturating_sub(height / 2).min(count.saturating_sub(height))
}

fn draw_row(screen: &mut Screen<'_>, area: Rect, row: &Seen) {
    let (sign, role) = sign(row.status);
    screen.put(area.x + 1, area.y, 1.min(area.width), sign, role);
    for (line, y) in row.lines.iter().zip(area.y..area.bottom()) {
        for put in line {
            let room = area.width.saturating_sub(put.x).min(put.cells);
            screen.put(area.x + put.x, y, room, &put.text, put.role);
        }
    }
}

/// How the selected row stands keeps its colour: its sign, and the words that say so. What it
/// is called is the selection's.
fn keep_state(screen: &mut Screen<'_>, area: Rect, row: &Seen) {
    let (_, role) = sign(row.status);
    let first = Rect { x: area.x + 1, width: 1.min(area.width), height: 1, ..area };
    screen.paint_selected(first, role);
    for (line, y) in row.lines.iter().zip(area.y..area.bottom()) {
        for put in line.iter().filter(|put| !put.is_name()) {
            let wide = u16::try_from(width(&put.text)).unwrap_or(u16::MAX);
            let wide = wide.min(put.cells).min(area.width.saturating_sub(put.x));
            screen.paint_selected(Rect { x: area.x + put.x, y, width: wide, height: 1 }, put.role);
        }
    }
}

/// Draws a pane in one line: its number, its name, its count, and what of it matters
/// most. The line says whether it has the focus.
pub(super) fn folded(
    rows: &Rows<'_>,
    screen: &mut Screen<'_>,
    area: Rect,
    id: PaneId,
    focused: bool,
) {
    let pane = id.pane();
    let finished = rows.finished(id);
    let all = rows.of(id).and_then(|listed| listed.all.as_deref()).unwrap_or_default();
    let open = |row: &&Row| {
        use RowStatus::{Alert, Caution, Open, Unsure, Waiting};
        matches!(row.status, Alert | Caution | Open | Unsure | Waiting)
    };
    let waits = all.iter().find(open);
    // What nobody has done because it does not matter is not ticked.
    // A route can ask for no document at all.
    let asked_for_none = id == PaneId::Documents && rows.is_empty(id);
    let moot = asked_for_none || rows.is_moot(id);
    let newest = all.first().cloned().or_else(|| (pane.row)(rows.scene, 0));
    let (mark, role) = match (finished, waits) {
        (true, _) if moot => sign(RowStatus::NotNeeded),
        (true, _) => sign(RowStatus::Done),
        (false, Some(row)) => sign(row.status),
        (false, None) => sign(RowStatus::Plain),
    };
    let said = match waits.or(newest.as_ref()).filter(|_| !finished || moot) {
        Some(row) if moot => row.word.clone(),
        None if moot => rows.model.text.get("word-item-not_needed").into_owned(),
        Some(row) if pane.dated => format!("{}  {}", row.word, row.title),
        Some(row) if row.status == RowStatus::Plain => row.word.clone(),
        Some(row) if matches!(row.status, RowStatus::Alert | RowStatus::Caution) => {
            format!("{}  {}", row.title, row.word)
        }
        Some(row) => row.title.clone(),
        None if rows.of(id).is_some_and(|listed| listed.len == 0) && !finished => {
            rows.model.text.get("ui-pane-none").into_owned()
        }
        None => String::new(),
    };
    let number = id.number().to_string();
    let title = id.title(&rows.model.text, Some(rows.scene));
    let count = rows.count(id);
    let name = match (focused, finished) {
        (true, _) => Role::BorderFocused,
        (_, true) => Role::Text,
        _ => Role::Heading,
    };
    let pieces = [
        ("  ", Role::Text),
        (mark, role),
        (" ", Role::Text),
        (&number, Role::Key),
        (" ", Role::Text),
        (&title, name),
        ("  ", Role::Text),
    ];
    // The mark stands below those of rows, the count below those of frames.
    let room = area.width.saturating_sub(3);
    let used = screen.put_all(area.x, area.y, room, &pieces);
    let wide = u16::try_from(width(count)).unwrap_or(u16::MAX);
    let after = if wide > 0 { wide + 2 } else { 0 };
    if used + after <= room {
        screen.put_right(area.x + used, area.y, room - used, count, Role::Faint);
        let left = room.saturating_sub(used + after);
        if left > 5 {
            screen.put(area.x + used, area.y, left, &said, Role::Faint);
        }
    }
    screen.target(area, Target::Pane(id, None));
    if focused {
        screen.put(area.x, area.y, 1.min(area.width), "▸", Role::Accent);
    }
}
