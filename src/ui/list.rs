//! A pane that is a list: sign, title, word, note.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{Command, Model, PaneId, Row, RowStatus, Scene, Target},
    text::width,
};

/// Fewest cells in which a note is worth showing.
const NOTE: u16 = 6;

pub(super) fn draw(
    model: &Model,
    scene: &Scene<'_>,
    screen: &mut Screen<'_>,
    area: Rect,
    id: PaneId,
    focused: bool,
) {
    let pane = id.pane();
    let count = (pane.len)(scene);
    if count == 0 {
        return empty(model, screen, area, id);
    }
    let selected = model.row_of(id);
    let height = usize::from(area.height);
    let first = offset(selected, count, height);
    let rows: Vec<Row> =
        (first..count.min(first + height)).filter_map(|at| (pane.row)(scene, at)).collect();
    let columns = Columns::of(&rows, area.width);
    for (line, row) in rows.iter().enumerate() {
        let y = area.y + u16::try_from(line).unwrap_or(u16::MAX);
        let row_area = Rect { y, height: 1, ..area };
        draw_row(screen, row_area, row, &columns);
        screen.target(row_area, Target::Pane(id, Some(first + line)));
        if focused && first + line == selected {
            screen.paint(row_area, Role::Selected);
        }
    }
    screen.more(area, first > 0, first + height < count);
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

fn draw_row(screen: &mut Screen<'_>, area: Rect, row: &Row, columns: &Columns) {
    let (sign, role) = sign(row.status);
    screen.put(area.x + 1, area.y, 1.min(area.width), sign, role);
    let mut x = area.x + 3;
    let left = |x: u16| area.right().saturating_sub(x);
    let title = if role == Role::Faint { Role::Text } else { role_of_title(role) };
    screen.put(x, area.y, columns.title.min(left(x)), &row.title, title);
    x += columns.title + 2;
    screen.put(x, area.y, columns.word.min(left(x)), &row.word, role_of_word(role));
    x += columns.word + 2;
    if columns.note > 0 {
        screen.put(x, area.y, columns.note.min(left(x)), &row.note, Role::Faint);
    }
}

/// The sign of a state and the role it is drawn in. Each is one cell wide in
/// every terminal and says the same as the word of the row.
fn sign(status: RowStatus) -> (&'static str, Role) {
    match status {
        RowStatus::Open => ("○", Role::Open),
        RowStatus::Done => ("✓", Role::Good),
        RowStatus::Waived => ("~", Role::Good),
        RowStatus::NotNeeded => ("–", Role::Faint),
        RowStatus::Waiting => ("▸", Role::Open),
        RowStatus::Unsure => ("?", Role::Open),
        RowStatus::Alert => ("!", Role::Bad),
        RowStatus::Plain => ("·", Role::Faint),
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
fn empty(model: &Model, screen: &mut Screen<'_>, area: Rect, id: PaneId) {
    let key = model.keymap.key_of(Command::Add);
    let told = model.text.with(&format!("ui-empty-{}", id.word()), &[("key", key.into())]);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    screen.words(inner, &told, Role::Faint);
}
