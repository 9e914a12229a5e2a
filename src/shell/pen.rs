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

use super::{pen_style::PenStyle, system};
use crate::text::{Charset, width};

/// A terminal shows a frame between these at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A frame of so few bytes is shown at once anyhow.
const FEW: usize = 512;

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
}

impl<W: Write> Pen<W> {
    pub(super) fn new(out: W, charset: Option<Charset>) -> Self {
        Self { out, bytes: Vec::with_capacity(1 << 14), begun: None, hidden: None, charset }
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
    fn go(&mut self, from: Option<Position>, to: Position) -> io::Result<()> {
        match from {
            Some(from) if from == to => Ok(()),
            Some(from) if from.y == to.y && from.x + 1 == to.x => self.write_all(b"\x1b[C"),
            Some(from) if from.y == to.y && from.x < to.x => {
                write!(self.bytes, "\x1b[{}C", to.x - from.x)
            }
            _ => write!(self.bytes, "\x1b[{};{}H", to.y + 1, to.x + 1),
        }
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

impl<W: Write> Backend for Pen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let plain = PenStyle::default();
        let (mut style, mut place) = (plain, None);
        for (x, y, cell) in content {
            let (to, symbol) = (Position { x, y }, cell.symbol());
            self.go(place, to)?;
            let wanted = PenStyle { fg: cell.fg, bg: cell.bg, weight: cell.modifier };
            if !(symbol == " " && style.is_same_for_blanks(wanted)) {
                style.change(wanted, &mut self.bytes)?;
                style = wanted;
            }
            self.write_all(symbol.as_bytes())?;
            // Such terminals do not agree about narrow signs beyond ASCII.
            let sure = self.charset.is_none() || symbol.is_ascii() || width(symbol) == 2;
            place = step(symbol).filter(|_| sure).map(|step| Position { x: x + step, y });
        }
        style.change(plain, &mut self.bytes)
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
        self.go(None, position.into())
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
