//! A page on top of the dashboard.

use ratatui::layout::Rect;

use super::{frame, qr_code, screen::Screen, signs::Signs, theme::Role};
use crate::{
    app::{Model, Page, PageLine, TextRole, Topic, page_about},
    text::width,
};

/// Columns for a code beside the text.
const CODE: u16 = 43;

pub(super) fn draw(
    model: &Model,
    topic: &Topic,
    scroll: usize,
    screen: &mut Screen<'_>,
    area: Rect,
) {
    let page = page_about(model, topic);
    let (columns, rows) = Page::room((area.width, area.height));
    let lines = page.lay_out(columns.into());
    let rows = rows.min(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    let height = usize::from(rows);
    let first = scroll.min(lines.len().saturating_sub(height));
    // The code stands beside the text, where the window is wide enough for both.
    let wide = area.width >= Page::room((u16::MAX, 0)).0 + 4 + CODE;
    let link = page.code().filter(|_| wide && screen.signs() == Signs::Full);
    let code = link
        .and_then(qr_code::size)
        .filter(|(columns, high)| *columns <= CODE && *high < area.height.saturating_sub(3));
    let beside = if code.is_some() { CODE } else { 0 };
    let rows = rows.max(code.map_or(0, |(_, high)| high + 1));
    let rect = frame::centred(area, columns + 4 + beside, rows + 2);
    let last = (first + height).min(lines.len());
    let foot = if lines.len() > height {
        let shown = [("last", last.into()), ("total", lines.len().into())];
        model.text.with("ui-page-more", &shown)
    } else {
        String::new()
    };
    let inner = frame::dialog(screen, rect, &page.title, &foot);
    let left = Rect { width: inner.width.saturating_sub(beside), ..inner };
    for (line, y) in lines.iter().skip(first).zip(inner.y..inner.bottom()) {
        put(screen, left, y, line);
    }
    if let (Some(link), Some(_)) = (link, code) {
        let place = Rect { x: left.right() + 2, width: beside.saturating_sub(2), ..inner };
        if let Some(used) = qr_code::draw(screen, place, link) {
            let below = frame::below(place, place.y + used);
            screen.words(below, &model.text.get("ui-how-scan"), Role::Faint);
        }
    }
}

/// Writes one line of a page.
pub(super) fn put(screen: &mut Screen<'_>, area: Rect, y: u16, line: &PageLine) {
    let role = match line.role {
        TextRole::Heading => Role::Heading,
        TextRole::Text => Role::Text,
        TextRole::Faint => Role::Faint,
        TextRole::Good => Role::Good,
        TextRole::Warn => Role::Soon,
        TextRole::Bad => Role::Bad,
    };
    let label = u16::try_from(width(&line.label)).unwrap_or(u16::MAX);
    screen.put(area.x, y, area.width.min(label), &line.label, Role::Faint);
    screen.put(area.x + label, y, area.width.saturating_sub(label), &line.text, role);
}
