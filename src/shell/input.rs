//! Waiting for keys, signals and reports, all in one place.
//!
//! crossterm's own reader loses what lies beyond the first 1,024 bytes until
//! the next key (its PR 1057) and spins when the terminal is gone (its issue
//! 793), so the bytes are read here and only the parsing is left to a library.

use std::{
    io::{self, Read as _},
    os::{fd::AsFd as _, unix::net::UnixStream},
    time::Duration,
};

use jiff::Timestamp;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use termina::{
    Event, Parser,
    event::{KeyCode, KeyEventKind, Modifiers},
};

use crate::app::{Code, Key, Message};

/// How long the rest of an escape sequence may take to arrive. A lone Esc is
/// known as such only after that.
const ESCAPE: Duration = Duration::from_millis(25);

/// Most bytes taken before a frame is drawn.
const MOST: usize = 1 << 20;

/// Why waiting ended.
pub(super) enum Woken {
    /// These came in; there may be none.
    Messages(Vec<Message>),
    /// The terminal is gone.
    Gone,
}

/// What keys and wake-ups come through.
pub(super) struct Input {
    parser: Parser,
    wake: UnixStream,
    buffer: Vec<u8>,
}

impl Input {
    /// Listens to standard input and to `wake`.
    pub(super) fn new(wake: UnixStream) -> io::Result<Self> {
        wake.set_nonblocking(true)?;
        Ok(Self { parser: Parser::default(), wake, buffer: vec![0; 64 * 1024] })
    }

    /// Waits for something to happen, at most until `deadline`; takes
    /// everything that waits.
    pub(super) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Woken> {
        let (keys, woken) = self.ready(patience)?;
        if woken {
            self.empty_wake();
        }
        if keys {
            let mut taken = 0;
            loop {
                let (read, open) = self.read()?;
                if read == 0 {
                    return Ok(Woken::Gone);
                }
                taken += read;
                let patience = if open { ESCAPE } else { Duration::ZERO };
                let more = keys_wait(patience)?;
                if !more || taken > MOST {
                    if open && !more {
                        self.parser.parse(&[], false);
                    }
                    break;
                }
            }
        }
        let mut messages = Vec::new();
        while let Some(event) = self.parser.pop() {
            messages.extend(message(event));
        }
        Ok(Woken::Messages(messages))
    }

    /// Reads once; says how much, and whether it ends inside a sequence.
    fn read(&mut self) -> io::Result<(usize, bool)> {
        let stdin = io::stdin();
        let read = match rustix::io::read(stdin.as_fd(), &mut self.buffer) {
            // EIO: the terminal was taken away.
            Err(rustix::io::Errno::IO) => 0,
            Err(rustix::io::Errno::INTR) => return Ok((1, false)),
            other => other?,
        };
        let bytes = self.buffer.get(..read).unwrap_or_default();
        self.parser.parse(bytes, true);
        Ok((read, ends_inside(bytes)))
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

/// True when bytes end with the beginning of an escape sequence.
fn ends_inside(bytes: &[u8]) -> bool {
    let Some(at) = bytes.iter().rposition(|byte| *byte == 0x1b) else { return false };
    match bytes.get(at + 1..).unwrap_or_default() {
        [] => true,
        [b'[' | b'O', rest @ ..] => !rest.iter().any(|byte| (0x40..=0x7e).contains(byte)),
        _ => false,
    }
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Paste(text) => Some(Message::Paste(text)),
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
        let mut parser = Parser::default();
        parser.parse(bytes, true);
        if ends_inside(bytes) {
            parser.parse(&[], false);
        }
        let mut told = Vec::new();
        while let Some(event) = parser.pop() {
            match message(event) {
                Some(Message::Key(key)) => told.push(key.to_string()),
                Some(Message::Paste(text)) => told.push(format!("paste {text}")),
                _ => {}
            }
        }
        told
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
    fn a_burst_is_read_whole() {
        assert_eq!(keys(&b"j".repeat(5000)).len(), 5000);
    }

    #[test]
    fn a_sequence_may_arrive_in_two_pieces() {
        let mut parser = Parser::default();
        assert!(ends_inside(b"\x1b["));
        parser.parse(b"\x1b[", true);
        parser.parse(b"A", true);
        assert!(
            matches!(parser.pop().and_then(message), Some(Message::Key(key)) if key.to_string() == "up")
        );
    }
}
