//! Writes what changed on the screen, in few bytes and at once.
//!
//! Owns: the codes for places, colours and weights, and what the terminal was told
//! of them. A frame leaves nothing set. Must not know: what is drawn, whether the
//! terminal is ours.

use std::{
    io::{self, Stdout, Write},
    mem,
};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Position,
};

use super::{
    abilities::Blanks,
    pen_style::{PenStyle, push_number},
    row_change::RowChange,
};
use crate::text::{Charset, width};

/// A terminal shows a frame between these at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A frame of so few bytes is shown at once anyhow.
const FEW: usize = 512;

/// More blanks than this are erased and passed over, which takes fewer bytes.
const ERASED: u16 = 10;

/// So many cells are written again rather than passed over by a code.
const GAP: usize = 3;

/// The terminal, as frames are written to it.
#[derive(Debug)]
pub(super) struct Pen<W = Stdout> {
    out: W,
    /// What is not written yet.
    bytes: Vec<u8>,
    /// Where in it the frame begins.
    begun: Option<usize>,
    /// Whether the cursor is hidden, as far as that is known.
    hidden: Option<bool>,
    /// The encoding of the terminal, where it is not UTF-8.
    charset: Option<Charset>,
    blanks: Blanks,
    /// How cells are written now.
    style: PenStyle,
    /// Where the cursor is, as far as that is known.
    place: Option<Position>,
}

impl<W: Write> Pen<W> {
    pub(super) fn new(out: W, blanks: Blanks, charset: Option<Charset>) -> Self {
        let bytes = Vec::with_capacity(1 << 14);
        let (style, place) = (PenStyle::default(), None);
        Self { out, bytes, begun: None, hidden: None, charset, blanks, style, place }
    }

    /// What follows is one frame, up to the next flush.
    pub(super) fn begin(&mut self) {
        self.begun = Some(self.bytes.len());
    }

    /// Empties the screen, whatever the terminal was told before.
    pub(super) fn clear(&mut self) {
        self.hidden = None;
        self.bytes.extend_from_slice(b"\x1b[2J");
    }

    /// Writes what differs between two screens of one size, in the rows that were drawn
    /// on. What the terminal shows becomes what it shall show.
    pub(super) fn changes(
        &mut self,
        shown: &mut Buffer,
        after: &Buffer,
        is_drawn: impl Fn(u16) -> bool,
    ) {
        let columns = usize::from(after.area.width).max(1);
        let rows = shown.content.chunks_mut(columns).zip(after.content.chunks(columns));
        for ((shown, after), y) in rows.zip(0..).filter(|(_, y)| is_drawn(*y)) {
            let begun = self.bytes.len();
            self.row(y, RowChange::new(shown, after));
            if self.bytes.len() > begun {
                shown.clone_from_slice(after);
            }
        }
        self.turn_to(PenStyle::default());
        self.place = None;
    }

    fn row(&mut self, y: u16, mut row: RowChange<'_>) {
        while let Some((x, cell)) = row.next_changed() {
            self.reach(y, x, row.after());
            let symbol = cell.symbol();
            if symbol != " " {
                self.turn_to(PenStyle::of(cell));
                self.bytes.extend_from_slice(symbol.as_bytes());
                // Such terminals do not agree about narrow signs beyond ASCII.
                let sure = self.charset.is_none() || symbol.is_ascii() || width(symbol) == 2;
                let step = step(symbol).filter(|_| sure);
                self.place = step.map(|step| Position { x: column(x) + step, y });
                continue;
            }
            if !self.style.is_same_for_blanks(PenStyle::of(cell)) {
                self.turn_to(PenStyle::of(cell));
            }
            let style = self.style;
            let blanks = row.take_alike(GAP, |next| {
                next.symbol() == " " && style.is_same_for_blanks(PenStyle::of(next))
            });
            self.blanks(column(x), y, column(blanks + 1));
        }
    }

    /// Moves the cursor to a cell of a row; over a few cells that are already what
    /// they are by writing them again.
    fn reach(&mut self, y: u16, x: usize, row: &[Cell]) {
        if let Some(from) = self.place.filter(|from| from.y == y)
            && let Some(gap) = row.get(from.x.into()..x)
            && gap.len() <= GAP
            && gap.iter().all(|cell| self.would_write(cell))
        {
            for cell in gap {
                self.bytes.extend_from_slice(cell.symbol().as_bytes());
            }
        } else {
            self.go(Position { x: column(x), y });
        }
    }

    /// Whether a cell is of one byte and in the style that is set.
    fn would_write(&self, cell: &Cell) -> bool {
        let (symbol, style) = (cell.symbol(), PenStyle::of(cell));
        symbol.len() == 1
            && (self.style == style || symbol == " " && self.style.is_same_for_blanks(style))
    }

    fn turn_to(&mut self, style: PenStyle) {
        mem::replace(&mut self.style, style).change(style, &mut self.bytes);
    }

    /// Moves the cursor.
    fn go(&mut self, to: Position) {
        match self.place {
            Some(from) if from.y == to.y && from.x <= to.x => self.right(to.x - from.x),
            _ => {
                self.bytes.extend_from_slice(b"\x1b[");
                push_number(to.y + 1, &mut self.bytes);
                if to.x > 0 {
                    self.bytes.push(b';');
                    push_number(to.x + 1, &mut self.bytes);
                }
                self.bytes.push(b'H');
            }
        }
    }

    fn right(&mut self, cells: u16) {
        match cells {
            0 => {}
            1 => self.bytes.extend_from_slice(b"\x1b[C"),
            _ => self.code(cells, b'C'),
        }
    }

    /// A code with one number.
    fn code(&mut self, number: u16, name: u8) {
        self.bytes.extend_from_slice(b"\x1b[");
        push_number(number, &mut self.bytes);
        self.bytes.push(name);
    }

    /// Writes blanks at the cursor.
    fn blanks(&mut self, x: u16, y: u16, count: u16) {
        if count > ERASED && self.blanks == Blanks::Erased && self.style.is_bare_for_blanks() {
            self.code(count, b'X');
            self.place = Some(Position { x, y });
        } else {
            self.bytes.resize(self.bytes.len() + usize::from(count), b' ');
            self.place = Some(Position { x: x + count, y });
        }
    }

    /// Shows the cursor at a place, or hides it.
    pub(super) fn put_cursor(&mut self, at: Option<Position>) {
        if self.hidden != Some(at.is_none()) {
            self.hidden = Some(at.is_none());
            let code = if at.is_some() { b"\x1b[?25h" } else { b"\x1b[?25l" };
            self.bytes.extend_from_slice(code);
        }
        if let Some(at) = at {
            self.go(at);
        }
    }
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

/// How far a symbol moves the cursor, where all terminals agree about that.
fn step(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    match (chars.next()?, chars.next()) {
        // Letters, and the signs that frames and marks are made of.
        (' '..='~' | '\u{2500}'..='\u{25fc}', None) => Some(1),
        ('\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff60}', None) => {
            u16::try_from(width(symbol)).ok()
        }
        _ if width(symbol) == 1 => Some(1),
        _ => None,
    }
}

impl<W: Write> Write for Pen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Writes everything at once, or nothing when there is nothing.
    fn flush(&mut self) -> io::Result<()> {
        if let Some(begun) = self.begun.take()
            && self.bytes.len() - begun > FEW
        {
            self.bytes.splice(begun..begun, BEGIN.iter().copied());
            self.bytes.extend_from_slice(END);
        }
        if self.bytes.is_empty() {
            return Ok(());
        }
        let written = match self.charset {
            None => self.out.write_all(&self.bytes),
            Some(charset) => {
                self.out.write_all(&charset.encode(&String::from_utf8_lossy(&self.bytes)))
            }
        };
        let written = written.and_then(|()| self.out.flush());
        self.bytes.clear();
        written
    }
}

#[cfg(test)]
mod tests;
