//! Writing on the buffer without ever leaving it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::{
    signs::Signs,
    theme::{Role, Theme},
};
use crate::text::{clean_line, fit, width};

/// The buffer and the theme to write on it with.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: Theme) -> Self {
        Self { buffer, theme }
    }

    /// Writes `text` at a place, fitted into `cells`; returns the cells used.
    /// Foreign text was cleaned when it came in; whatever else might steer
    /// the terminal is stopped here.
    pub(super) fn put(&mut self, x: u16, y: u16, cells: u16, text: &str, role: Role) -> u16 {
        let area = self.buffer.area;
        if y < area.y || y >= area.bottom() || x >= area.right() {
            return 0;
        }
        let room = cells.min(area.right() - x);
        let clean = clean_line(text);
        let text = fit(&clean, room.into());
        self.buffer.set_stringn(x, y, &text, room.into(), self.theme.style(role));
        u16::try_from(width(&text)).unwrap_or(room).min(room)
    }

    /// Which signs it writes.
    pub(super) fn signs(&self) -> Signs {
        self.theme.signs()
    }

    /// Writes one sign of ours, one cell wide, into each cell of a rectangle.
    /// Frames have many cells: they need not be measured one by one.
    pub(super) fn sign(&mut self, rect: Rect, sign: &'static str, role: Role) {
        let style = self.theme.style(role);
        for position in rect.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_symbol(sign).set_style(style);
            }
        }
    }

    /// Writes pieces one after the other into `cells`; returns the cells used.
    pub(super) fn put_all(&mut self, x: u16, y: u16, cells: u16, pieces: &[(&str, Role)]) -> u16 {
        let mut used = 0;
        for (text, role) in pieces {
            if used >= cells {
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

    /// Gives a stretch of cells a role on top of what is there.
    pub(super) fn paint(&mut self, rect: Rect, role: Role) {
        let rect = rect.intersection(self.buffer.area);
        let weights_stay = Modifier::empty();
        let style = Style { sub_modifier: weights_stay, ..self.theme.style(role) };
        self.buffer.set_style(rect, style);
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
