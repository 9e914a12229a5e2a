//! The screen that is drawn: its cells, and the theme they are drawn with. Nothing
//! is written outside of it.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use super::{
    signs::{self, Signs},
    theme::{Role, Theme},
};
use crate::{
    app::Target,
    text::{clean_line, fit, takes_a_cell_a_sign, width, wrap},
};

/// The screen that is drawn.
pub(super) struct Screen<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    /// What can be clicked, the topmost last.
    targets: Vec<(Rect, Target)>,
}

impl<'a> Screen<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &Theme) -> Self {
        Self { buffer, theme: *theme, targets: Vec::new() }
    }

    /// Writes `text` at a place, fitted into `cells`; returns the cells used.
    /// Characters that would steer the terminal are left out here, wherever the
    /// text comes from.
    pub(super) fn put(&mut self, x: u16, y: u16, cells: u16, text: &str, role: Role) -> u16 {
        let area = self.buffer.area;
        if y < area.y || y >= area.bottom() || x >= area.right() {
            return 0;
        }
        let room = cells.min(area.right() - x);
        let style = self.theme.style(role);
        // Most texts fit and take a cell a sign: nothing has to be measured.
        let signs = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        if signs <= room && takes_a_cell_a_sign(text) {
            for (sign, cell) in text.chars().zip(self.row(x, y, room)) {
                cell.set_char(sign).set_style(style);
            }
            return signs;
        }
        let text = fit(&clean_line(text), room.into());
        let (end, _) = self.buffer.set_stringn(x, y, &text, room.into(), style);
        end.saturating_sub(x).min(room)
    }

    /// Gives a screen that is empty yet the ground of the theme.
    pub(super) fn ground(&mut self) {
        self.ground_of(self.buffer.area);
    }

    /// The same in a rectangle.
    fn ground_of(&mut self, rect: Rect) {
        let style = self.theme.style(Role::Ground);
        let plain = Style { add_modifier: Modifier::empty(), ..style };
        let empty = Cell::EMPTY.style();
        if (empty.fg, empty.bg) != (style.fg, style.bg) || plain != style {
            self.buffer.set_style(rect, style);
        }
    }

    /// Where it is.
    pub(super) fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Makes a rectangle what it is on an empty screen with a ground.
    pub(super) fn empty(&mut self, rect: Rect) {
        let rect = rect.intersection(self.buffer.area);
        for y in rect.top()..rect.bottom() {
            self.row(rect.x, y, rect.width).iter_mut().for_each(Cell::reset);
        }
        self.ground_of(rect);
    }

    /// Replaces in a rectangle what the terminal cannot show.
    pub(super) fn replace_signs(&mut self, rect: Rect) {
        let signs = self.signs();
        for y in rect.top()..rect.bottom() {
            signs::replace(self.row(rect.x, y, rect.width), signs);
        }
    }

    /// Which signs it writes.
    pub(super) fn signs(&self) -> Signs {
        self.theme.signs()
    }

    /// Writes one sign, which must be one cell wide, into each cell of a
    /// rectangle. Frames have many cells, so nothing is measured here.
    pub(super) fn sign(&mut self, rect: Rect, sign: &'static str, role: Role) {
        let style = self.theme.style(role);
        let rect = rect.intersection(self.buffer.area);
        for y in rect.top()..rect.bottom() {
            for cell in self.row(rect.x, y, rect.width) {
                cell.set_symbol(sign).set_style(style);
            }
        }
    }

    /// The cells of a row from a place within the screen on.
    fn row(&mut self, x: u16, y: u16, cells: u16) -> &mut [Cell] {
        let area = self.buffer.area;
        let row = usize::from(y.saturating_sub(area.y)) * usize::from(area.width);
        let begin = row + usize::from(x.saturating_sub(area.x));
        self.buffer.content.get_mut(begin..begin + usize::from(cells)).unwrap_or_default()
    }

    /// Says what stands in a rectangle, for a click there.
    pub(super) fn target(&mut self, rect: Rect, target: Target) {
        self.targets.push((rect, target));
    }

    /// What stands at a place.
    pub(super) fn target_at(&self, place: Position) -> Target {
        let found = self.targets.iter().rev().find(|(rect, _)| rect.contains(place));
        found.map_or(Target::Nothing, |(_, target)| *target)
    }

    /// Writes lines below one another; returns the rows used. If not all fit, a
    /// mark says so.
    pub(super) fn lines(&mut self, area: Rect, lines: &[String], role: Role) -> u16 {
        let all = lines.len();
        let rows = all.min(area.height.into());
        for (at, (line, y)) in lines.iter().zip(area.y..area.bottom()).enumerate() {
            let more = at + 1 == rows && rows < all;
            let cut = more.then(|| cut(line, area.width.into()));
            self.put(area.x, y, area.width, cut.as_deref().unwrap_or(line), role);
        }
        u16::try_from(rows).unwrap_or(area.height)
    }

    /// Signs in the edge to the right of an area for rows above and below.
    pub(super) fn more(&mut self, area: Rect, above: bool, below: bool) {
        if above && area.height > 0 {
            self.put(area.right(), area.y, 1, "▴", Role::Accent);
        }
        if below && area.height > 0 {
            self.put(area.right(), area.bottom() - 1, 1, "▾", Role::Accent);
        }
    }

    /// Breaks words into lines and writes them.
    pub(super) fn words(&mut self, area: Rect, words: &str, role: Role) -> u16 {
        self.lines(area, &wrap(words, area.width.into()), role)
    }

    /// Writes pieces one after the other into `cells`; returns the cells used.
    pub(super) fn put_all(&mut self, x: u16, y: u16, cells: u16, pieces: &[(&str, Role)]) -> u16 {
        let mut used = 0;
        for (text, role) in pieces {
            if used >= cells {
                if cells > 0 && !text.trim().is_empty() {
                    self.put(x + cells - 1, y, 1, "…", *role);
                }
                break;
            }
            used += self.put(x + used, y, cells - used, text, *role);
        }
        used
    }

    /// Writes at the right end of `cells` and returns the cells used.
    pub(super) fn put_right(&mut self, x: u16, y: u16, cells: u16, text: &str, role: Role) -> u16 {
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX).min(cells);
        self.put(x + (cells - wide), y, wide, text, role)
    }

    /// Draws what stands in a rectangle in another role. What is bold stays so; on
    /// another ground nothing can be faint.
    pub(super) fn paint(&mut self, rect: Rect, role: Role) {
        let rect = rect.intersection(self.buffer.area);
        let style = Style { sub_modifier: Modifier::DIM, ..self.theme.style(role) };
        self.buffer.set_style(rect, style);
    }

    /// Lets what stands in a selected rectangle keep the colour of the state that it tells of.
    pub(super) fn paint_selected(&mut self, rect: Rect, role: Role) {
        if let Some(style) = self.theme.selected(role) {
            self.buffer.set_style(rect.intersection(self.buffer.area), style);
        }
    }

    /// Takes the weight and the colours from what stands in a rectangle.
    pub(super) fn dim(&mut self, rect: Rect) {
        let rect = rect.intersection(self.buffer.area);
        self.buffer.set_style(rect, self.theme.style(Role::Behind));
    }

    /// Empties a rectangle. A wide character cut by its left edge goes too.
    pub(super) fn clear(&mut self, rect: Rect) {
        let rect = rect.intersection(self.buffer.area);
        let ground = self.theme.style(Role::Ground);
        for y in rect.top()..rect.bottom() {
            for x in rect.left().saturating_sub(1)..rect.right() {
                let Some(cell) = self.buffer.cell_mut((x, y)) else { continue };
                if x >= rect.left() || width(cell.symbol()) > 1 {
                    cell.reset();
                    cell.set_style(ground);
                }
            }
        }
    }
}

/// A line with the mark that there is more.
fn cut(line: &str, cells: usize) -> String {
    fit(&format!("{line} …{}", " ".repeat(usize::from(width(line) + 2 > cells))), cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_leaves_a_mark() {
        let area = Rect::new(0, 0, 12, 2);
        let mut buffer = Buffer::empty(area);
        let mut screen = Screen::new(&mut buffer, &Theme::plain());
        let used = screen.words(area, "one two three four five six seven", Role::Text);
        assert_eq!(used, 2);
        screen.put_all(0, 1, 3, &[("abc", Role::Text), ("def", Role::Text)]);
        let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(text, "one two     ab…ee four …".to_owned());
    }

    proptest::proptest! {
        #[test]
        fn lines_are_whole_or_marked(words in "[a-z解 ]{0,80}", columns in 1_u16..20, rows in 1_u16..4) {
            let area = Rect::new(0, 0, columns, rows);
            let mut buffer = Buffer::empty(area);
            let all = wrap(&words, columns.into()).len();
            Screen::new(&mut buffer, &Theme::plain()).words(area, &words, Role::Text);
            let marked = buffer.content.iter().any(|cell| cell.symbol() == "…");
            proptest::prop_assert_eq!(marked, all > rows.into());
        }
    }
}
