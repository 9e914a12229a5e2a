//! The tour: a few words at the foot of the dashboard, which stays visible.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, theme::Role};
use crate::{
    app::{Command, Model},
    text::wrap,
};

const WIDEST: u16 = 64;

pub(super) fn draw(model: &Model, step: usize, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let key = |command| model.keymap.key_of(command);
    let args = [
        ("toggle", key(Command::Toggle).into()),
        ("open", key(Command::Open).into()),
        ("next", key(Command::GoNext).into()),
        ("pane", key(Command::NextPane).into()),
        ("help", key(Command::Help).into()),
        ("palette", key(Command::Palette).into()),
        ("undo", key(Command::Undo).into()),
        ("quit", key(Command::Quit).into()),
    ];
    let told = text.with(&format!("ui-tour-{step}"), &args);
    let columns = frame::columns(area.width, WIDEST);
    let lines = wrap(&told, columns.saturating_sub(4).into());
    let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let rows = rows.min(area.height.saturating_sub(1));
    let middle = frame::middle(area, columns, rows);
    let rect = Rect { y: area.bottom().saturating_sub(rows + 1), ..middle };
    let keys = [
        ("on", key(Command::Choose).into()),
        ("skip", key(Command::Close).into()),
        ("step", (step + 1).into()),
    ];
    let foot = text.with("ui-tour-foot", &keys);
    let inner = frame::dialog(screen, rect, &text.get("ui-tour"), &foot);
    screen.lines(inner, &lines, Role::Text);
}
