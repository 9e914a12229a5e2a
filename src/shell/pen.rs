//! Writes what changed on the screen, in few bytes and at once.
//!
//! Owns: the codes for places, colours and weights, and what the terminal was told
//! of them. A frame leaves nothing set. Must not know: what is drawn, whether the
//! terminal is ours.

use std::io::{self, Stdout, Write};

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};

use super::{
    pen_style::{PenStyle, push_number},
    system,
};
use crate::text::width;

/// A terminal shows a frame between these at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A frame of so few bytes is shown at once anyhow.
const FEW: usize = 512;

/// More blanks than this are erased and passed over, which takes fewer bytes.
const ERASED: u16 = 10;

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
    /// The terminal erases cells in the colour of the ground that is set.
    erases: bool,
}

impl<W: Write> Pen<W> {
    pub(super) fn new(out: W, erases: bool) -> Self {
        Self { out, bytes: Vec::with_capacity(1 << 14), begun: None, hidden: None, erases }
    }

    /// What follows is one frame, up to the next flush.
    pub(super) fn begin(&mut self) {
        self.begun = Some(self.bytes.len());
    }

    /// Forgets what the terminal was told.
    pub(super) fn forget(&mut self) {
        self.hidden = None;
    }

    /// Moves the cursor from a place to another.
    fn go(&mut self, from: Option<Position>, to: Position) {
        match from {
            Some(from) if from.y == to.y && from.x <= to.x => self.right(to.x - from.x),
            // From the end of a row this is shorter than a place.
            Some(from) if from.y + 1 == to.y => {
                self.bytes.extend_from_slice(b"\r\n");
                self.right(to.x);
            }
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

    /// Writes blanks in a style, and says how far that has moved the cursor.
    fn blanks(&mut self, count: u16, style: PenStyle) -> u16 {
        if count > ERASED && self.erases && style.is_bare_for_blanks() {
            self.code(count, b'X');
            return 0;
        }
        self.bytes.resize(self.bytes.len() + usize::from(count), b' ');
        count
    }

    fn show(&mut self, shown: bool) -> io::Result<()> {
        if self.hidden == Some(!shown) {
            return Ok(());
        }
        self.hidden = Some(!shown);
        self.write_all(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" })
    }
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
        let written = self.out.write_all(&self.bytes).and_then(|()| self.out.flush());
        self.bytes.clear();
        written
    }
}

impl<W: Write> Backend for Pen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let plain = PenStyle::default();
        let (mut style, mut place) = (plain, None);
        let mut cells = content.peekable();
        while let Some((x, y, cell)) = cells.next() {
            self.go(place, Position { x, y });
            let (wanted, symbol) = (PenStyle::of(cell), cell.symbol());
            if symbol != " " {
                style.change(wanted, &mut self.bytes);
                style = wanted;
                self.bytes.extend_from_slice(symbol.as_bytes());
                place = step(symbol).map(|step| Position { x: x + step, y });
                continue;
            }
            if !style.is_same_for_blanks(wanted) {
                style.change(wanted, &mut self.bytes);
                style = wanted;
            }
            let mut count = 1;
            while cells
                .next_if(|(next, row, cell)| {
                    (*next, *row) == (x + count, y)
                        && cell.symbol() == " "
                        && style.is_same_for_blanks(PenStyle::of(cell))
                })
                .is_some()
            {
                count += 1;
            }
            place = Some(Position { x: x + self.blanks(count, style), y });
        }
        style.change(plain, &mut self.bytes);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    /// Not asked: the answer would come among the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.go(None, position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.write_all(match region {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[0J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[0K",
        })
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = system::window_size()?;
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    /// A frame is written when its codes are complete.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
