//! Raw mode on Windows: the console's own modes and its code pages, and the
//! reader of its records. There is one console, so they are process-wide.

use std::{
    env, io,
    sync::{Mutex, MutexGuard, PoisonError},
};

use termina::{EventReader, PlatformTerminal, Terminal as _, windows::InputReaderMode};

/// The console while it is raw.
static CONSOLE: Mutex<Option<PlatformTerminal>> = Mutex::new(None);

/// What wakes the wait of the console while it is raw.
static READER: Mutex<Option<EventReader>> = Mutex::new(None);

/// Begins raw mode, with escape sequences both ways. A console that knows none
/// as input sends its records, as `RINGOFF_CONSOLE=legacy` asks for.
pub(in crate::shell) fn begin() -> io::Result<()> {
    let legacy = env::var("RINGOFF_CONSOLE").is_ok_and(|kind| kind == "legacy");
    let first = if legacy { InputReaderMode::Legacy } else { InputReaderMode::Vte };
    let mut console = PlatformTerminal::with_mode(first)
        .or_else(|_| PlatformTerminal::with_mode(InputReaderMode::Legacy))?;
    console.enter_raw_mode()?;
    *held(&READER) = Some(console.event_reader());
    *held(&CONSOLE) = Some(console);
    Ok(())
}

/// Ends raw mode: the console's modes and code pages are as they were before.
#[expect(clippy::unnecessary_wraps, reason = "the Unix side can fail")]
pub(in crate::shell) fn end() -> io::Result<()> {
    *held(&READER) = None;
    *held(&CONSOLE) = None;
    Ok(())
}

/// The reader of what the console sends; none while it is not raw.
pub(in crate::shell) fn reader() -> Option<EventReader> {
    held(&READER).clone()
}

/// Ends a wait of the reader, if there is one.
pub(in crate::shell) fn wake() {
    if let Some(reader) = reader() {
        // A wait that cannot be ended ends with the next key.
        let _ = reader.waker().wake();
    }
}

fn held<T>(place: &Mutex<T>) -> MutexGuard<'_, T> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}
