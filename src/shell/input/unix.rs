//! Keys on Unix: bytes until they are events.
//!
//! Owns: what is done with a sequence that is unfinished. Must not know: what
//! an event leads to.
//!
//! crossterm's own reader loses what lies beyond the first 1,024 bytes until
//! the next key (its PR 1057) and spins when the terminal is gone (its issue
//! 793), so the bytes are read here and only the parsing is left to a library.

use std::{
    io, mem,
    time::{Duration, Instant},
};

use termina::Parser;

use super::{
    decode,
    rewrite::rewritten,
    splitter::{Piece, Splitter},
    stdin,
    unfinished::Unfinished,
};
use crate::{
    app::{Code, Key},
    shell::{
        event::{Answer, Event},
        wake::Wake,
    },
    text::{Charset, Decoding},
};

/// Bytes after which a frame is drawn, though more have come in.
const MOST: usize = 1 << 20;

/// What comes in from the terminal.
pub(in crate::shell) struct Input {
    parser: Parser,
    splitter: Splitter,
    buffer: Vec<u8>,
    /// Where the terminal does not speak UTF-8.
    decoding: Option<Decoding>,
    /// What has come in and was not taken yet.
    events: Vec<Event>,
    /// The terminal still has something to answer.
    asked: bool,
}

impl Input {
    /// Listens to standard input, in the encoding of the terminal; `asked` when the
    /// terminal was asked something.
    pub(in crate::shell) fn new(asked: bool, charset: Option<Charset>) -> Self {
        Self {
            parser: Parser::default(),
            splitter: Splitter::default(),
            buffer: vec![0; 64 * 1024],
            decoding: charset.map(Charset::decoder),
            events: Vec::new(),
            asked,
        }
    }

    /// Waits for something to happen, at most for `limit`, and takes
    /// everything that has come in; that may be nothing. None when the
    /// terminal is gone.
    pub(in crate::shell) fn wait(
        &mut self,
        limit: Option<Duration>,
        wake: &mut Wake,
    ) -> io::Result<Option<Vec<Event>>> {
        let (keys, woken) = stdin::wait(wake, limit)?;
        if woken {
            wake.clear();
        }
        if !keys {
            return Ok(Some(Vec::new()));
        }
        let mut taken = 0;
        loop {
            let read = self.read()?;
            if read == 0 {
                return Ok(None);
            }
            taken += read;
            let unfinished = self.splitter.unfinished();
            let more = stdin::more_within(unfinished.limit())?;
            if !more {
                self.give_up(unfinished);
            }
            if !more || taken > MOST {
                return Ok(Some(mem::take(&mut self.events)));
            }
        }
    }

    /// Takes the answers of the terminal that are still under way, at most
    /// for `limit`: they would be typed into the shell.
    pub(in crate::shell) fn discard_answers(&mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        while self.asked {
            let left = deadline.saturating_duration_since(Instant::now());
            let more = !left.is_zero() && stdin::more_within(left).unwrap_or(false);
            if !more || self.read().unwrap_or(0) == 0 {
                return;
            }
            self.events.clear();
        }
    }

    /// Reads once and says how much: nothing when the terminal is gone.
    fn read(&mut self) -> io::Result<usize> {
        let read = stdin::read(&mut self.buffer)?;
        let buffer = mem::take(&mut self.buffer);
        self.push(buffer.get(..read).unwrap_or_default());
        self.buffer = buffer;
        Ok(read)
    }

    /// Takes what has come in.
    fn push(&mut self, bytes: &[u8]) {
        let pieces = match &mut self.decoding {
            None => self.splitter.push(bytes),
            Some(decoding) => self.splitter.push(&decoding.push(bytes)),
        };
        self.take(pieces);
    }

    fn take(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Esc => self.events.push(Event::Key(Key::plain(Code::Esc))),
                Piece::Paste(text) => self.events.push(Event::Paste(text)),
                Piece::Bytes(bytes) => {
                    self.parser.parse(&rewritten(&bytes), true);
                    while let Some(parsed) = self.parser.pop() {
                        let event = decode::decode(parsed);
                        self.asked &= !matches!(event, Some(Event::Answer(Answer::Done)));
                        self.events.extend(event);
                    }
                    if bytes.first() == Some(&0x1b) {
                        // A sequence that the parser does not know may not
                        // swallow what comes after it.
                        self.parser = Parser::default();
                    }
                }
            }
        }
    }

    /// The rest does not come. What came so far is taken for what it most
    /// likely is.
    fn give_up(&mut self, unfinished: Unfinished) {
        let pasted = self.splitter.give_up();
        match unfinished {
            Unfinished::Nothing | Unfinished::Sequence | Unfinished::Answer => {}
            Unfinished::Escape => self.events.push(Event::Key(Key::plain(Code::Esc))),
            Unfinished::Alt(c) => {
                self.events.push(Event::Key(Key { code: Code::Char(c), ctrl: false, alt: true }));
            }
            Unfinished::Paste => self.events.extend(pasted.map(Event::Paste)),
        }
    }
}

#[cfg(test)]
mod tests;
