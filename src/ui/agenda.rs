//! The agenda: the dated things of the case, soonest first.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{frame, rows::Rows, screen::Screen, theme::Role};
use crate::{
    app::{Command, Target},
    text::{pad, width, wrap},
};

/// From so many days before it a thing is near.
const NEAR: i32 = 7;

/// A date; with its year where it could be another one.
fn date(rows: &Rows<'_>, on: Date) -> String {
    let (text, today) = (rows.scene.words.text, rows.scene.words.today);
    match (on - today).get_days() {
        -60..=300 => text.date(on),
        _ => text.date_near(on, today),
    }
}

fn dates(rows: &Rows<'_>) -> (Vec<String>, usize) {
    let dates: Vec<String> = rows.dated().iter().map(|one| date(rows, one.on)).collect();
    let column = dates.iter().map(|date| width(date)).max().unwrap_or_default();
    (dates, column)
}

/// Rows that all of them take.
pub(super) fn rows(rows: &Rows<'_>, columns: u16) -> u16 {
    let (_, column) = dates(rows);
    let room = usize::from(columns).saturating_sub(column + 4);
    let lines = rows.dated().iter().map(|one| wrap(&one.what, room).len());
    u16::try_from(lines.sum::<usize>().max(1)).unwrap_or(u16::MAX)
}

/// Draws them.
pub(super) fn draw(rows: &Rows<'_>, screen: &mut Screen<'_>, rect: Rect) {
    let text = &rows.model.text;
    let inner = frame::plain(screen, rect, &text.get("ui-menu-agenda"));
    screen.target(rect, Target::Run(Command::Agenda));
    let (dates, column) = dates(rows);
    let today = rows.scene.words.today;
    let indent = u16::try_from(column + 2).unwrap_or(u16::MAX);
    let room = inner.width.saturating_sub(indent);
    let mut y = inner.y;
    if rows.dated().is_empty() {
        screen.words(inner, &text.get("ui-agenda-empty"), Role::Faint);
    }
    for (one, date) in rows.dated().iter().zip(&dates) {
        let lines = wrap(&one.what, room.into());
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if y.saturating_add(tall) > inner.bottom() {
            screen.more(Rect { width: inner.width + 1, ..inner }, false, true);
            break;
        }
        let days = (one.on - today).get_days();
        let role = match days {
            ..0 if one.deadline => Role::Bad,
            ..=NEAR if one.deadline => Role::Soon,
            ..0 => Role::Faint,
            0..=NEAR => Role::Accent,
            _ => Role::Text,
        };
        screen.put(inner.x, y, inner.width, &pad(date, column), role);
        let area = Rect { x: inner.x + indent, y, width: room, height: tall };
        let what = match days {
            ..0 if one.deadline => Role::Bad,
            ..0 => Role::Faint,
            _ => Role::Text,
        };
        screen.lines(area, &lines, what);
        y += tall;
    }
}
