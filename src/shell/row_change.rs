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
            if self.at >= self.broken {
                self.at += self.same();
            }
            let (at, cell) = (self.at, self.after.get(self.at)?);
            let sign = cell.symbol().as_bytes();
            let columns = columns(cell, sign);
            self.at += columns;
            if !self.is_changed(at, cell, sign) {
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

    /// How many cells from here on are what they were, and one column wide. Nearly all
    /// are.
    fn same(&self) -> usize {
        fn rest(row: &[Cell], at: usize) -> &[Cell] {
            row.get(at..).unwrap_or_default()
        }
        let pairs = rest(self.before, self.at).iter().zip(rest(self.after, self.at));
        let same = |(before, after): &(&Cell, &Cell)| {
            let same_sign = match (before.symbol().as_bytes(), after.symbol().as_bytes()) {
                ([one], [other]) => one == other,
                ([0xe2, two, three], [0xe2, second, third]) => {
                    matches!(two, 0x94..=0x96) && two == second && three == third
                }
                _ => false,
            };
            same_sign
                && before.modifier == after.modifier
                && before.fg == after.fg
                && before.bg == after.bg
        };
        pairs.take_while(same).count()
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
            if self.is_changed(next, cell, cell.symbol().as_bytes()) {
                self.cover(next);
                self.at = next + 1;
            }
            next += 1;
        }
        self.at - begun
    }

    #[inline]
    fn is_changed(&self, at: usize, cell: &Cell, sign: &[u8]) -> bool {
        let looks = |before: &Cell| looks_like(before, before.symbol().as_bytes(), cell, sign);
        at < self.broken || !self.before.get(at).is_some_and(looks)
    }

    /// What was at a place is written over.
    fn cover(&mut self, at: usize) {
        let end = |before: &Cell| at + columns(before, before.symbol().as_bytes());
        self.broken = self.broken.max(self.before.get(at).map_or(0, end));
    }
}

/// Whether two cells look the same, whose signs are known.
#[inline]
fn looks_like(one: &Cell, sign: &[u8], other: &Cell, wanted: &[u8]) -> bool {
    let same_sign = match (sign, wanted) {
        ([one], [other]) => one == other,
        // So that nothing has to be called for what frames are made of.
        ([_, one @ ..], [_, other @ ..]) if one.len() == 2 && other.len() == 2 => {
            sign.first() == wanted.first()
                && one.first() == other.first()
                && one.last() == other.last()
        }
        _ => sign == wanted,
    };
    same_sign
        && ((one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier)
            || (sign == b" " && PenStyle::of(one).is_same_for_blanks(PenStyle::of(other))))
}

/// How many columns a cell takes, whose sign is known.
#[inline]
fn columns(cell: &Cell, sign: &[u8]) -> usize {
    match sign {
        // A letter, or what frames are made of.
        [_] | [0xe2, 0x94..=0x96, _] => 1,
        _ => usize::from(cell.cell_width()).max(1),
    }
}
