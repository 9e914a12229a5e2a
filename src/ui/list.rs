//! A pane that is a list: sign, title, word, note.

use ratatui::layout::Rect;

use super::{canvas::Canvas, glyph, theme::Role};
use crate::{
    app::{Command, Model, PANES, Row, Scene, Target},
    text::width,
};

/// Fewest cells in which a note is worth showing.
const NOTE: u16 = 6;

pub(super) fn draw(
    model: &Model,
    scene: &Scene<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    place: usize,
    focused: bool,
) {
    let Some(pane) = PANES.get(place) else { return };
    let count = (pane.len)(scene);
    if count == 0 {
        return empty(model, canvas, area, pane.id);
    }
    let selected = model.rows.get(place).copied().unwrap_or_default();
    let height = usize::from(area.height);
    let first = offset(selected, count, height);
    let rows: Vec<Row> =
        (first..count.min(first + height)).filter_map(|at| (pane.row)(scene, at)).collect();
    let columns = Columns::of(&rows, area.width);
    for (line, row) in rows.iter().enumerate() {
        let y = area.y + u16::try_from(line).unwrap_or(u16::MAX);
        let row_area = Rect { y, height: 1, ..area };
        draw_row(canvas, row_area, row, &columns);
        canvas.target(row_area, Target::Pane(place, Some(first + line)));
        if focused && first + line == selected {
            canvas.paint(row_area, Role::Selected);
        }
    }
    canvas.more(area, first > 0, first + height < count);
}

/// The first visible row: the selected one is kept near the middle.
fn offset(selected: usize, count: usize, height: usize) -> usize {
    selected.saturating_sub(height / 2).min(count.saturating_sub(height))
}

/// How the cells of a row are shared out.
struct Columns {
    title: u16,
    word: u16,
    note: u16,
}

impl Columns {
    fn of(rows: &[Row], cells: u16) -> Self {
        let widest = |of: fn(&Row) -> &str| {
            rows.iter().map(|row| width(of(row))).max().and_then(|w| u16::try_from(w).ok())
        };
        // A sign with its blanks in front, a blank behind.
        let cells = cells.saturating_sub(4);
        let wants_word = widest(|row| &row.word).unwrap_or_default();
        let wants_title = widest(|row| &row.title).unwrap_or_default();
        let wants_note = widest(|row| &row.note).unwrap_or_default();
        // The word says how it stands, so it is kept whole as long as half
        // the row, or all it needs, is left for the title.
        let word = wants_word.min((cells / 2).max(cells.saturating_sub(wants_title + 2)));
        let gap = if word > 0 { 2 } else { 0 };
        let title = wants_title.min(cells.saturating_sub(word + gap));
        let left = cells.saturating_sub(title + word + gap);
        // The blank at the end goes when the note is whole without it.
        let spare = u16::from(wants_note == left.saturating_sub(1));
        let note = if wants_note > 0 && left >= NOTE + 2 { left - 2 + spare } else { 0 };
        Self { title, word, note }
    }
}

fn draw_row(canvas: &mut Canvas<'_>, area: Rect, row: &Row, columns: &Columns) {
    let (sign, role) = glyph::of(row.sign);
    canvas.put(area.x + 1, area.y, 1.min(area.width), sign, role);
    let mut x = area.x + 3;
    let left = |x: u16| area.right().saturating_sub(x);
    let title = if role == Role::Faint { Role::Text } else { role_of_title(role) };
    canvas.put(x, area.y, columns.title.min(left(x)), &row.title, title);
    x += columns.title + 2;
    canvas.put(x, area.y, columns.word.min(left(x)), &row.word, role_of_word(role));
    x += columns.word + 2;
    if columns.note > 0 {
        canvas.put(x, area.y, columns.note.min(left(x)), &row.note, Role::Faint);
    }
}

/// What is open is bold, so that the eye finds it.
fn role_of_title(sign: Role) -> Role {
    match sign {
        Role::Open => Role::Open,
        Role::Bad => Role::Bad,
        _ => Role::Text,
    }
}

fn role_of_word(sign: Role) -> Role {
    match sign {
        Role::Bad => Role::Bad,
        Role::Good => Role::Good,
        _ => Role::Text,
    }
}

/// What an empty pane says, and the key that fills it.
fn empty(model: &Model, canvas: &mut Canvas<'_>, area: Rect, id: &str) {
    let key = model.keymap.key_of(Command::Add);
    let told = model.text.with(&format!("ui-empty-{id}"), &[("key", key.into())]);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    canvas.words(inner, &told, Role::Faint);
}
