//! A page on top of the dashboard.

use ratatui::layout::Rect;

use super::{canvas::Canvas, frame, theme::Role};
use crate::{
    app::{Model, Page, PageLine, Role as Meaning, Topic},
    text::width,
};

pub(super) fn draw(
    model: &Model,
    topic: &Topic,
    scroll: usize,
    canvas: &mut Canvas<'_>,
    area: Rect,
) {
    let page = Page::about(model, topic);
    let (columns, rows) = Page::room((area.width, area.height));
    let lines = page.lay_out(columns.into());
    let rows = rows.min(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    let height = usize::from(rows);
    let first = scroll.min(lines.len().saturating_sub(height));
    let rect = frame::centred(
        Rect { height: area.height.saturating_sub(1), ..area },
        columns + 4,
        rows + 2,
    );
    let last = (first + height).min(lines.len());
    let foot = if lines.len() > height {
        let shown = [("last", last.into()), ("total", lines.len().into())];
        model.text.with("ui-page-more", &shown)
    } else {
        String::new()
    };
    let inner = frame::dialog(canvas, rect, &page.title, &foot);
    for (line, y) in lines.iter().skip(first).zip(inner.y..inner.bottom()) {
        put(canvas, inner, y, line);
    }
}

/// Writes one laid out line.
pub(super) fn put(canvas: &mut Canvas<'_>, area: Rect, y: u16, line: &PageLine) {
    let role = match line.role {
        Meaning::Heading => Role::Heading,
        Meaning::Text => Role::Text,
        Meaning::Faint => Role::Faint,
        Meaning::Good => Role::Good,
        Meaning::Warn => Role::Accent,
    };
    let label = u16::try_from(width(&line.label)).unwrap_or(u16::MAX);
    canvas.put(area.x, y, area.width.min(label), &line.label, Role::Key);
    canvas.put(area.x + label, y, area.width.saturating_sub(label), &line.text, role);
}
