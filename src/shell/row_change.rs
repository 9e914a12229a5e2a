//! What differs between two rows of cells, from left to right.
//!
//! Owns: which cells have to be written. Every frame asks this of every cell, so it
//! looks at as little as tells. Must not know: how they are written.

use ratatui::buffer::{Cell, CellWidth as _};

use super::pen_style::PenStyle;

/// One row before and after, and how far it was gone through.
#[derive(Debug)]
pub(super) struct RowChange<'a> {
    before: &'a [Cell],
    after: &'a [Cell],
    at: usize,
    /// Up to here the terminal may show something else than before: the half of a
    /// wide sign, whose other half is gone.
    broken: usize,
}

impl<'a> RowChange<'a> {
    pub(super) fn new(before: &'a [Cell], after: &'a [Cell]) -> Self {
        Self { before, after, at: 0, broken: 0 }
    }

    /// The whole row as it shall be.
    pub(super) fn after(&self) -> &'a [Cell] {
        self.after
    }

    /// The next cell that has to be written, and its column.
    pub(super) fn next_changed(&mut self) -> Option<(usize, &'a Cell)> {
        loop {
            let (at, cell) = (self.at, self.after.get(self.at)?);
            let columns = columns(cell);
            self.at += columns;
            if !self.is_changed(at, cell) {
                continue;
            }
            (at..self.at).for_each(|covered| self.cover(covered));
            // Some terminals give a sign that is wide only by a selector one cell, and
            // leave in the other what was there.
            if columns > 1 && cell.symbol().contains('\u{FE0F}') {
                let symbol = |row: &'a [Cell]| row.get(at + 1).map(Cell::symbol);
                if symbol(self.before) != symbol(self.after) {
                    self.at = at + 1;
                }
            }
            return Some((at, cell));
        }
    }

    /// Takes the cells that follow while they are alike, up to the last one that has to
    /// be written, and says how many. At most `gap` cells between need not be.
    pub(super) fn take_alike(&mut self, gap: usize, alike: impl Fn(&Cell) -> bool) -> usize {
        let begun = self.at;
        let mut next = self.at;
        while next <= self.at + gap
            && let Some(cell) = self.after.get(next)
            && alike(cell)
        {
            if self.is_changed(next, cell) {
                self.cover(next);
                self.at = next + 1;
            }
            next += 1;
        }
        self.at - begun
    }

    fn is_changed(&self, at: usize, cell: &Cell) -> bool {
        at < self.broken || self.before.get(at).is_none_or(|before| !looks_like(before, cell))
    }

    /// What was at a place is written over.
    fn cover(&mut self, at: usize) {
        let end = self.before.get(at).map_or(0, |before| at + columns(before));
        self.broken = self.broken.max(end);
    }
}

/// Whether two cells look the same.
fn looks_like(one: &Cell, other: &Cell) -> bool {
    let (style, wanted) = (PenStyle::of(one), PenStyle::of(other));
    match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
        (b" ", b" ") => style == wanted || style.is_same_for_blanks(wanted),
        ([one], [other]) => one == other && style == wanted,
        (one, other) => style == wanted && one == other,
    }
}

/// How many columns a cell takes.
fn columns(cell: &Cell) -> usize {
    match cell.symbol().as_bytes() {
        // A letter, or what frames are made of.
        [_] | [0xe2, 0x94..=0x96, _] => 1,
        _ => usize::from(cell.cell_width()).max(1),
    }
}
