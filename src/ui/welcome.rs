//! The first run: what this is for, and the one key to press.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, theme::Role};
use crate::{
    app::{Command, Model},
    text::wrap,
};

pub(super) fn draw(model: &Model, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let columns = 64.min(area.width.saturating_sub(4));
    // Whoever has lost a file is not new here.
    if model.is_lost() {
        let told = wrap(&text.get("restore-looking"), columns.into());
        let rows = u16::try_from(told.len()).unwrap_or(u16::MAX);
        screen.lines(frame::middle(area, columns, rows), &told, Role::Text);
        return;
    }
    let key = model.keymap.key_of(Command::Open);
    let mut lines = Vec::new();
    let mut say = |role: Role, words: &str| {
        lines.extend(wrap(words, columns.into()).into_iter().map(|line| (role, line)));
        lines.push((Role::Text, String::new()));
    };
    say(Role::Heading, &text.get("ui-welcome-title"));
    say(Role::Text, &text.get("ui-welcome-why"));
    say(Role::Text, &text.get("ui-welcome-what"));
    say(Role::Accent, &text.with("ui-welcome-start", &[("key", key.into())]));
    say(Role::Faint, &text.get("ui-welcome-private"));
    if model.book.taken_back.is_empty() {
        lines.pop();
    } else {
        let key = model.keymap.key_of(Command::Redo);
        say(Role::Text, &text.with("ui-welcome-redo", &[("key", key.into())]));
    }
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let rect = frame::middle(area, columns, rows);
    screen.more(rect, false, rows > rect.height);
    for ((role, line), y) in lines.iter().zip(rect.y..rect.bottom()) {
        screen.put(rect.x, y, rect.width, line, *role);
    }
}
