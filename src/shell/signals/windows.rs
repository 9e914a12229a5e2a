//! Signals on Windows: Ctrl-Break, a window that is closed, the end of the
//! session.
//!
//! Ctrl-C is a key while the console is raw. The system ends the process some
//! seconds after its window was closed, whatever it does: a save under way is
//! atomic, so at most the newest change is lost.

use std::{
    io, process,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use crate::shell::{save_slot::AllSaved, terminal, wake::Waker};

/// Longest wait for a save under way when the process is told to end.
const SAVE_LIMIT: Duration = Duration::from_millis(500);

/// What a program that was interrupted returns.
const INTERRUPTED: i32 = 130;

/// The terminal may not show what was drawn: the window has changed its size.
static STALE: AtomicBool = AtomicBool::new(false);

/// Whether the terminal may show something else than what was drawn, since
/// this was last asked.
pub(in crate::shell) fn take_stale() -> bool {
    STALE.swap(false, Ordering::SeqCst)
}

/// The console says that its window has changed its size.
pub(in crate::shell) fn note_stale() {
    STALE.store(true, Ordering::SeqCst);
}

/// Ends the program in order when the system tells it to end: a save under way
/// is waited for, but not for long.
pub(in crate::shell) fn watch(waker: &Waker, saved: Option<AllSaved>) -> io::Result<()> {
    let waker = waker.clone();
    let handler = move || {
        if terminal::is_lent() {
            return;
        }
        super::settle(&waker);
        if let Some(saved) = &saved {
            saved.wait(SAVE_LIMIT);
        }
        terminal::give_back_in_time();
        process::exit(INTERRUPTED);
    };
    ctrlc::set_handler(handler).map_err(io::Error::other)
}

/// Windows stops no process for its shell: the command is not offered there.
pub(in crate::shell) fn suspend() {}
