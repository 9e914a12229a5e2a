//! Waiting for keys and wake-ups, and reading the keys.
//!
//! Owns: bytes until they are events; the system's part is one file a
//! platform. Must not know: what an event leads to.
//!
//! crossterm's own reader loses what lies beyond the first 1,024 bytes until
//! the next key (its PR 1057) and spins when the terminal is gone (its issue
//! 793), so the bytes are read here and only the parsing is left to a library.

mod decode;
mod unfinished;
#[cfg(unix)]
mod unix;

use std::{
    io,
    time::{Duration, Instant},
};

use termina::Parser;
#[cfg(unix)]
use unix as platform;

use super::{
    event::{Answer, Event},
    wake::Wake,
};
use crate::app::{Code, Key};
use unfinished::Unfinished;

/// Most bytes taken before a frame is drawn.
const MOST: usize = 1 << 20;

/// What comes in from the terminal.
pub(super) struct Input {
    parser: Parser,
    buffer: Vec<u8>,
    /// What was read since nothing was unfinished.
    held: Vec<u8>,
    /// The terminal still has something to answer.
    asked: bool,
}

impl Input {
    /// Listens to standard input; `asked` when the terminal was asked
    /// something.
    pub(super) fn new(asked: bool) -> Self {
        Self { parser: Parser::default(), buffer: vec![0; 64 * 1024], held: Vec::new(), asked }
    }

    /// Waits for something to happen, at most for `limit`, and takes
    /// everything that has come in; that may be nothing. None when the
    /// terminal is gone.
    pub(super) fn wait(
        &mut self,
        limit: Option<Duration>,
        wake: &mut Wake,
    ) -> io::Result<Option<Vec<Event>>> {
        let (keys, woken) = platform::wait(wake, limit)?;
        if woken {
            wake.clear();
        }
        let mut events = Vec::new();
        if !keys {
            return Ok(Some(events));
        }
        let mut taken = 0;
        loop {
            let read = self.read()?;
            if read == 0 {
                return Ok(None);
            }
            taken += read;
            let unfinished = Unfinished::at_the_end_of(&self.held);
            if taken > MOST || !platform::more_within(unfinished.limit())? {
                self.take_events(&mut events);
                self.give_up(unfinished, &mut events);
                return Ok(Some(events));
            }
        }
    }

    /// Takes the answers of the terminal that are still under way, at most
    /// for `limit`: they would be typed into the shell.
    pub(super) fn discard_answers(&mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        while self.asked {
            let left = deadline.saturating_duration_since(Instant::now());
            let more = !left.is_zero() && platform::more_within(left).unwrap_or(false);
            if !more || self.read().unwrap_or(0) == 0 {
                return;
            }
            self.take_events(&mut Vec::new());
        }
    }

    /// Reads once and says how much: nothing when the terminal is gone.
    fn read(&mut self) -> io::Result<usize> {
        let read = platform::read(&mut self.buffer)?;
        let bytes = self.buffer.get(..read).unwrap_or_default();
        self.parser.parse(bytes, true);
        self.held.extend_from_slice(bytes);
        Ok(read)
    }

    fn take_events(&mut self, events: &mut Vec<Event>) {
        while let Some(parsed) = self.parser.pop() {
            let event = decode::decode(parsed);
            self.asked &= !matches!(event, Some(Event::Answer(Answer::Done)));
            events.extend(event);
        }
    }

    /// The rest does not come. What came so far is taken for what it most
    /// likely is, and the parser begins again: it would wait for the rest for
    /// ever and swallow every key.
    fn give_up(&mut self, unfinished: Unfinished, events: &mut Vec<Event>) {
        if unfinished != Unfinished::Nothing {
            self.parser = Parser::default();
        }
        match unfinished {
            Unfinished::Nothing | Unfinished::Sequence | Unfinished::Answer => {}
            Unfinished::Escape => events.push(Event::Key(Key::plain(Code::Esc))),
            Unfinished::Alt(c) => {
                events.push(Event::Key(Key { code: Code::Char(c), ctrl: false, alt: true }));
            }
            Unfinished::Paste(at) => {
                let text = self.held.get(at..).unwrap_or_default();
                events.push(Event::Paste(String::from_utf8_lossy(text).into_owned()));
            }
        }
        self.held.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<String> {
        let mut input = Input::new(false);
        let mut events = Vec::new();
        input.parser.parse(bytes, true);
        input.held.extend_from_slice(bytes);
        input.take_events(&mut events);
        input.give_up(Unfinished::at_the_end_of(bytes), &mut events);
        let told = |event| match event {
            Event::Key(key) => key.to_string(),
            Event::Paste(text) => format!("paste {text}"),
            other => format!("{other:?}"),
        };
        events.into_iter().map(told).collect()
    }

    #[test]
    fn bytes_are_the_keys_that_made_them() {
        assert_eq!(
            keys(b"jG \x1b[A\x1b[5~\r\t"),
            ["j", "G", "space", "up", "pageup", "enter", "tab"]
        );
        assert_eq!(keys(b"\x1b[Z\x1bOP\x03\x10"), ["shift-tab", "f1", "ctrl-c", "ctrl-p"]);
        assert_eq!(keys("解".as_bytes()), ["解"]);
        assert_eq!(keys(b"\x1b"), ["esc"]);
        assert_eq!(keys(b"\x1b[200~a\nb\x1b[201~q"), ["paste a\nb", "q"]);
    }

    #[test]
    fn answers_and_clicks_are_no_keys() {
        let told = keys(b"\x1b]11;rgb:fbfb/fafa/f7f7\x1b\\\x1b[3;3R\x1b[?62;22cj");
        assert_eq!(
            told,
            ["Answer(Background { light: true })", "Answer(Column(3))", "Answer(Done)", "j"]
        );
        assert_eq!(
            keys(b"\x1b]11;rgb:1414/1818/1f1f\x07"),
            ["Answer(Background { light: false })"]
        );
        assert_eq!(
            keys(b"\x1b[<0;5;3M\x1b[<0;5;3m\x1b[<65;9;4M\x1b[<64;300;4M"),
            ["Click(4, 2)", "Wheel(8, 3, 3)", "Wheel(299, 3, -3)"]
        );
    }

    #[test]
    fn a_burst_is_read_whole() {
        assert_eq!(keys(&b"j".repeat(5000)).len(), 5000);
    }

    #[test]
    fn a_sequence_may_arrive_in_two_pieces() {
        assert_eq!(Unfinished::at_the_end_of(b"j\x1b["), Unfinished::Alt('['));
        let mut input = Input::new(true);
        let mut events = Vec::new();
        for piece in [&b"\x1b["[..], b"A\x1b[?6", b"2c"] {
            input.parser.parse(piece, true);
            input.take_events(&mut events);
        }
        let up = matches!(events.as_slice(), [Event::Key(key), Event::Answer(Answer::Done)] if key.to_string() == "up");
        assert!(up && !input.asked, "{events:?}");
    }

    #[test]
    fn what_never_ends_swallows_nothing() {
        assert_eq!(keys(b"\x1b]"), ["alt-]"]);
        assert_eq!(keys(b"\x1b["), ["alt-["]);
        assert_eq!(keys(b"j\x1b[200~abc"), ["j", "paste abc"]);
        assert!(keys(b"\x1b]11;rgb:0000").is_empty());
    }
}
