//! Waiting for keys, signals and reports, all in one place.
//!
//! crossterm's own reader loses what lies beyond the first 1,024 bytes until
//! the next key (its PR 1057) and spins when the terminal is gone (its issue
//! 793), so the bytes are read here and only the parsing is left to a library.

use std::{
    io::{self, Read as _},
    os::{fd::AsFd as _, unix::net::UnixStream},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use termina::{
    Event, Parser,
    escape::{
        csi::{Csi, Cursor, Device},
        osc::{ColorOrQuery, DynamicColorNumber, Osc},
    },
    event::{KeyCode, KeyEventKind, Modifiers, MouseButton, MouseEventKind},
};

use super::look::Answer;
use crate::app::{Code, Key, Message};

/// How long the rest of an escape sequence may take to arrive. A lone Esc is
/// known as such only after that.
const ESCAPE: Duration = Duration::from_millis(25);

/// The same of an answer to a question.
const ANSWER: Duration = Duration::from_millis(250);

/// How long the next piece of a paste may take to arrive.
const PASTE: Duration = Duration::from_millis(500);

/// Most bytes taken before a frame is drawn.
const MOST: usize = 1 << 20;

/// Why waiting ended.
pub(super) enum Woken {
    /// These came in; there may be none.
    Heard(Vec<Heard>),
    /// The terminal is gone.
    Gone,
}

/// What came in from the terminal.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Heard {
    /// A key or a paste.
    Message(Message),
    /// An answer to a question.
    Answer(Answer),
    /// A click at a column and a row, both from 0.
    Click(u16, u16),
    /// The wheel was turned there, so many steps down.
    Wheel(u16, u16, isize),
}

/// What keys and wake-ups come through.
pub(super) struct Input {
    parser: Parser,
    wake: UnixStream,
    buffer: Vec<u8>,
    /// What was read since nothing was open.
    held: Vec<u8>,
}

impl Input {
    /// Listens to standard input and to `wake`.
    pub(super) fn new(wake: UnixStream) -> io::Result<Self> {
        wake.set_nonblocking(true)?;
        let buffer = vec![0; 64 * 1024];
        Ok(Self { parser: Parser::default(), wake, buffer, held: Vec::new() })
    }

    /// Waits for something to happen, at most for `patience`; takes
    /// everything that waits.
    pub(super) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Woken> {
        let (keys, woken) = self.ready(patience)?;
        if woken {
            self.empty_wake();
        }
        let mut heard = Vec::new();
        if keys {
            let mut taken = 0;
            loop {
                let read = self.read()?;
                if read == 0 {
                    return Ok(Woken::Gone);
                }
                taken += read;
                let open = Open::at_the_end_of(&self.held);
                let more = keys_wait(open.patience())?;
                if !more || taken > MOST {
                    self.pop(&mut heard);
                    if open != Open::Nothing {
                        self.give_up(open, &mut heard);
                    }
                    self.held.clear();
                    break;
                }
            }
        }
        Ok(Woken::Heard(heard))
    }

    /// Takes answers that are still under way, for so long at most.
    pub(super) fn drain(&mut self, patience: Duration) {
        let deadline = Instant::now() + patience;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || !keys_wait(left).unwrap_or(false) || self.read().unwrap_or(0) == 0
            {
                return;
            }
            let mut heard = Vec::new();
            self.pop(&mut heard);
            if heard.contains(&Heard::Answer(Answer::Done)) {
                return;
            }
        }
    }

    fn pop(&mut self, all: &mut Vec<Heard>) {
        while let Some(event) = self.parser.pop() {
            all.extend(heard(&event));
        }
    }

    /// Reads once and says how much.
    fn read(&mut self) -> io::Result<usize> {
        let stdin = io::stdin();
        let read = match rustix::io::read(stdin.as_fd(), &mut self.buffer) {
            // EIO: the terminal was taken away.
            Err(rustix::io::Errno::IO) => 0,
            Err(rustix::io::Errno::INTR) => return Ok(1),
            other => other?,
        };
        let bytes = self.buffer.get(..read).unwrap_or_default();
        self.parser.parse(bytes, true);
        self.held.extend_from_slice(bytes);
        Ok(read)
    }

    /// The rest of a sequence does not come. What it was so far is taken for
    /// what it most likely is, and the parser begins anew: it would wait for
    /// the rest for ever and swallow every key.
    fn give_up(&mut self, open: Open, all: &mut Vec<Heard>) {
        self.parser = Parser::default();
        let mut say = |message| all.push(Heard::Message(message));
        match open {
            Open::Nothing | Open::Sequence | Open::Answer => {}
            Open::Escape => say(Message::Key(Key::plain(Code::Esc))),
            Open::Alt(c) => {
                say(Message::Key(Key { code: Code::Char(c), ctrl: false, alt: true }));
            }
            Open::Paste(at) => {
                let text = self.held.get(at..).unwrap_or_default();
                say(Message::Paste(String::from_utf8_lossy(text).into_owned()));
            }
        }
    }

    fn ready(&self, patience: Option<Duration>) -> io::Result<(bool, bool)> {
        let stdin = io::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.wake, PollFlags::IN)];
        let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
        match poll(&mut fds, timeout.as_ref()) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return Ok((false, false)),
            Err(error) => return Err(error.into()),
        }
        let [keys, wake] = fds.map(|fd| !fd.revents().is_empty());
        Ok((keys, wake))
    }

    fn empty_wake(&mut self) {
        let mut scrap = [0; 64];
        while self.wake.read(&mut scrap).is_ok_and(|read| read > 0) {}
    }
}

/// Whether more keys arrive in time.
fn keys_wait(patience: Duration) -> io::Result<bool> {
    let stdin = io::stdin();
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    let timeout = Timespec::try_from(patience).ok();
    match poll(&mut fds, timeout.as_ref()) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let [keys] = fds.map(|fd| fd.revents().contains(PollFlags::IN));
    Ok(keys)
}

/// How long until a moment, from another.
pub(super) fn until(deadline: Option<Timestamp>, now: Timestamp) -> Option<Duration> {
    let left = deadline?.duration_since(now);
    Some(Duration::try_from(left).unwrap_or(Duration::ZERO))
}

/// What bytes end in the middle of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    /// A lone Esc: the key, or the beginning of a sequence.
    Escape,
    /// Esc and a character that begins a string for the terminal, but is
    /// more likely Alt and that character.
    Alt(char),
    /// A sequence without its end.
    Sequence,
    /// The same of one that only a terminal sends, perhaps from far away.
    Answer,
    /// A paste whose end has not come; its text begins here.
    Paste(usize),
}

impl Open {
    const PASTE: &[u8] = b"\x1b[200~";
    const PASTED: &[u8] = b"\x1b[201~";

    fn at_the_end_of(bytes: &[u8]) -> Self {
        let last = |what: &[u8]| bytes.windows(what.len()).rposition(|window| window == what);
        if let Some(begun) = last(Self::PASTE)
            && last(Self::PASTED).is_none_or(|ended| ended < begun)
        {
            return Self::Paste(begun + Self::PASTE.len());
        }
        let Some(at) = bytes.iter().rposition(|byte| *byte == 0x1b) else { return Self::Nothing };
        match bytes.get(at + 1..).unwrap_or_default() {
            [] => Self::Escape,
            [c @ (b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_')] => Self::Alt(char::from(*c)),
            [b'[' | b'O', rest @ ..] if !rest.iter().any(|byte| (0x40..=0x7e).contains(byte)) => {
                Self::Sequence
            }
            [b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] if !rest.contains(&0x07) => Self::Answer,
            _ => Self::Nothing,
        }
    }

    /// How long to wait for the rest.
    fn patience(self) -> Duration {
        match self {
            Self::Nothing => Duration::ZERO,
            Self::Escape | Self::Alt(_) | Self::Sequence => ESCAPE,
            Self::Answer => ANSWER,
            Self::Paste(_) => PASTE,
        }
    }
}

fn heard(event: &Event) -> Option<Heard> {
    /// Rows that one step of the wheel goes on.
    const STEP: isize = 3;
    match event {
        Event::Mouse(mouse) => {
            let (x, y) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Heard::Click(x, y)),
                MouseEventKind::ScrollDown => Some(Heard::Wheel(x, y, STEP)),
                MouseEventKind::ScrollUp => Some(Heard::Wheel(x, y, -STEP)),
                _ => None,
            }
        }
        Event::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) => {
            match colours.first() {
                Some(ColorOrQuery::Color(colour)) => {
                    // As bright as the eye sees it, of 255,000.
                    let parts = [(colour.red, 299), (colour.green, 587), (colour.blue, 114)];
                    let sum: u32 =
                        parts.iter().map(|(part, weight)| u32::from(*part) * weight).sum();
                    Some(Heard::Answer(Answer::Ground { light: sum > 127_500 }))
                }
                _ => None,
            }
        }
        Event::Csi(Csi::Cursor(Cursor::ActivePositionReport { col, .. })) => {
            Some(Heard::Answer(Answer::Column(u32::from(col.get()))))
        }
        Event::Csi(Csi::Device(Device::DeviceAttributes(()))) => Some(Heard::Answer(Answer::Done)),
        _ => message(event).map(Heard::Message),
    }
}

fn message(event: &Event) -> Option<Message> {
    match event {
        Event::Paste(text) => Some(Message::Paste(text.clone())),
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            let shift = key.modifiers.contains(Modifiers::SHIFT);
            let code = match key.code {
                KeyCode::Char(c) => Code::Char(c),
                KeyCode::Enter => Code::Enter,
                KeyCode::Escape => Code::Esc,
                KeyCode::Tab if shift => Code::BackTab,
                KeyCode::Tab => Code::Tab,
                KeyCode::BackTab => Code::BackTab,
                KeyCode::Backspace => Code::Backspace,
                KeyCode::Delete => Code::Delete,
                KeyCode::Left => Code::Left,
                KeyCode::Right => Code::Right,
                KeyCode::Up => Code::Up,
                KeyCode::Down => Code::Down,
                KeyCode::Home => Code::Home,
                KeyCode::End => Code::End,
                KeyCode::PageUp => Code::PageUp,
                KeyCode::PageDown => Code::PageDown,
                KeyCode::Function(n) => Code::F(n),
                _ => return None,
            };
            let ctrl = key.modifiers.contains(Modifiers::CONTROL);
            let alt = key.modifiers.contains(Modifiers::ALT);
            Some(Message::Key(Key { code, ctrl, alt }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<String> {
        let (wake, _far) = UnixStream::pair().expect("a pair");
        let mut input = Input::new(wake).expect("an input");
        let mut messages = Vec::new();
        input.parser.parse(bytes, true);
        input.held.extend_from_slice(bytes);
        input.pop(&mut messages);
        input.give_up(Open::at_the_end_of(bytes), &mut messages);
        let told = |heard| match heard {
            Heard::Message(Message::Key(key)) => Some(key.to_string()),
            Heard::Message(Message::Paste(text)) => Some(format!("paste {text}")),
            Heard::Message(_) => None,
            other => Some(format!("{other:?}")),
        };
        messages.into_iter().filter_map(told).collect()
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
            ["Answer(Ground { light: true })", "Answer(Column(3))", "Answer(Done)", "j"]
        );
        assert_eq!(keys(b"\x1b]11;rgb:1414/1818/1f1f\x07"), ["Answer(Ground { light: false })"]);
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
        let mut parser = Parser::default();
        assert_eq!(Open::at_the_end_of(b"j\x1b["), Open::Alt('['));
        parser.parse(b"\x1b[", true);
        parser.parse(b"A", true);
        assert!(
            matches!(parser.pop().as_ref().and_then(message), Some(Message::Key(key)) if key.to_string() == "up")
        );
    }

    #[test]
    fn what_never_ends_swallows_nothing() {
        assert_eq!(keys(b"\x1b]"), ["alt-]"]);
        assert_eq!(keys(b"\x1b["), ["alt-["]);
        assert_eq!(keys(b"j\x1b[200~abc"), ["j", "paste abc"]);
        assert!(keys(b"\x1b]11;rgb:0000").is_empty());
    }
}
