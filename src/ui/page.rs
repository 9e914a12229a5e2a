//! A page on top of the dashboard.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, theme::Role};
use crate::{
    app::{Model, Page, PageLine, TextRole, Topic, page_about},
    text::width,
};

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
    let rect = frame::centred(area, columns + 4, rows + 2);
    let last = (first + height).min(lines.len());
    let foot = if lines.len() > height {
        let shown = [("last", last.into()), ("total", lines.len().into())];
        model.text.with("ui-page-more", &shown)
    } else {
        String::new()
    };
    let inner = frame::dialog(screen, rect, &page.title, &foot);
    for (line, y) in lines.iter().skip(first).zip(inner.y..inner.bottom()) {
        put(screen, inner, y, line);
    }
}

/// Writes one line of a page.
pub(super) fn put(screen: &mut Screen<'_>, area: Rect, y: u16, line: &PageLine) {
    let role = match line.role {
        TextRole::Heading => Role::Heading,
        TextRole::Text => Role::Text,
        TextRole::Faint => Role::Faint,
        TextRole::Good => Role::Good,
        TextRole::Warn => Role::Accent,
    };
    let label = u16::try_from(width(&line.label)).unwrap_or(u16::MAX);
    screen.put(area.x, y, area.width.min(label), &line.label, Role::Key);
    screen.put(area.x + label, y, area.width.saturating_sub(label), &line.text, role);
}
