//! Keys on Windows: the records of the console, read by a library.
//!
//! Owns: how many are taken before a frame is drawn. Must not know: what an
//! event leads to.
//!
//! The console's own wait ends for a key and for a wake-up, which poll(2) does
//! on Unix. Pastes arrive in brackets where the console knows them; a console
//! of the old kind types them.

use std::{io, time::Duration};

use termina::Event as Parsed;

use super::decode;
use crate::{
    shell::{
        event::{Answer, Event},
        raw, signals,
        wake::Wake,
    },
    text::Charset,
};

/// Events after which a frame is drawn, though more have come in.
const MOST: usize = 1 << 16;

/// Longest single wait: the console counts it in 32 bits of milliseconds, of
/// which the highest value means for ever.
const LONGEST: Duration = Duration::from_hours(24);

/// What comes in from the console.
pub(in crate::shell) struct Input {
    /// The terminal still has something to answer.
    asked: bool,
}

impl Input {
    /// Listens to the console, which gives characters whatever its encoding; `asked`
    /// when the terminal was asked something.
    pub(in crate::shell) fn new(asked: bool, _: Option<Charset>) -> Self {
        Self { asked }
    }

    /// Waits for something to happen, at most for `limit`, and takes
    /// everything that has come in; that may be nothing. None when the console
    /// is gone.
    pub(in crate::shell) fn wait(
        &mut self,
        limit: Option<Duration>,
        wake: &mut Wake,
    ) -> io::Result<Option<Vec<Event>>> {
        if wake.clear() {
            return Ok(Some(Vec::new()));
        }
        let events = self.take(limit.map(|limit| limit.min(LONGEST)))?;
        wake.clear();
        Ok(events)
    }

    /// Takes the answers of the terminal that are still under way, at most
    /// for `limit`: they would be typed into the shell.
    pub(in crate::shell) fn discard_answers(&mut self, limit: Duration) {
        if self.asked {
            let _ = self.take(Some(limit));
        }
    }

    fn take(&mut self, limit: Option<Duration>) -> io::Result<Option<Vec<Event>>> {
        let Some(reader) = raw::reader() else { return Ok(None) };
        let mut events = Vec::new();
        let mut limit = limit;
        while events.len() < MOST && reader.poll(limit, |_| true)? {
            limit = Some(Duration::ZERO);
            let parsed = match reader.read(|_| true) {
                // A wake-up came first; what waits is read the next time.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => break,
                other => other?,
            };
            if matches!(parsed, Parsed::WindowResized(_)) {
                signals::note_stale();
                continue;
            }
            let event = decode::decode(parsed);
            self.asked &= !matches!(event, Some(Event::Answer(Answer::Done)));
            events.extend(event);
        }
        Ok(Some(events))
    }
}
