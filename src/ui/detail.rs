//! The selected row, explained beside the lists.

use ratatui::layout::Rect;

use super::{frame, page, qr_code, screen::Screen, theme::Role};
use crate::app::{Command, Model, Page, PaneId, Target, explained};

/// Draws the page about the selected row of a pane; what has no room goes on in the part that
/// is `free` beside it. Returns what is to be said in the lower edge: the key that reads on
/// where not all fits.
pub(super) fn draw(
    model: &Model,
    id: PaneId,
    screen: &mut Screen<'_>,
    rect: Rect,
    free: Option<Rect>,
) -> String {
    if rect.height < 3 || rect.width < 8 {
        return String::new();
    }
    let page = explained(model, id);
    let inner = frame::plain(screen, rect, &page.title);
    screen.target(rect, Target::Explanation);
    let cells = inner.width.min(Page::COLUMNS);
    let beside = free.map(frame::within);
    let cells = beside.map_or(cells, |beside| cells.min(beside.width));
    let lines = page.lay_out(cells.into());
    let here = usize::from(inner.height);
    let room = inner.height + beside.map_or(0, |beside| beside.height);
    model.keep_room(cells, room);
    let first = model.lines_read().min(lines.len().saturating_sub(room.into()));
    for (line, y) in lines.iter().skip(first).zip(inner.y..inner.bottom()) {
        page::put(screen, Rect { width: cells, ..inner }, y, line);
    }
    // The address as a code, where the text leaves room for it.
    let under = inner.y.saturating_add(u16::try_from(lines.len() - first).unwrap_or(u16::MAX));
    let place = frame::below(inner, under.saturating_add(1));
    if let Some(used) = page.code().and_then(|link| qr_code::draw(screen, place, link)) {
        let below = frame::below(place, place.y + used);
        screen.words(below, &model.text.get("ui-how-scan"), Role::Faint);
    }
    let mut shown = here;
    if let Some(free) = free.filter(|_| lines.len() > first + here) {
        let goes_on = format!("{} …", page.title);
        let beside = frame::plain(screen, free, &goes_on);
        screen.target(free, Target::Explanation);
        for (line, y) in lines.iter().skip(first + here).zip(beside.y..beside.bottom()) {
            page::put(screen, Rect { width: cells, ..beside }, y, line);
        }
        shown += usize::from(beside.height);
    }
    let rest = lines.len().saturating_sub(first + shown);
    screen.more(Rect { width: inner.width + 1, ..inner }, first > 0, rest > 0);
    let (key, told) = match (rest, first) {
        (0, 0) => return String::new(),
        (0, _) => (Command::ReadUp, "ui-detail-back"),
        _ => (Command::ReadDown, "ui-detail-more"),
    };
    let key = model.keymap.key_of(key);
    let told = model.text.with(told, &[("key", key.into()), ("count", rest.into())]);
    format!(" {told} ")
}
