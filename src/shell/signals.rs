//! Signals of the operating system.
//!
//! Owns: what a signal does to the program, one file a platform. Must not
//! know: the model and the loop; the loop is only woken, and asked to keep what the
//! person has not saved yet.

use std::{
    sync::{
        Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use super::wake::Waker;

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::{suspend, take_stale, watch};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::{note_stale, suspend, take_stale, watch};

/// Longest wait for the loop when the process is told to end: a terminal that is gone can
/// keep it from ever looking.
const LOOP_LIMIT: Duration = Duration::from_millis(500);

/// The process was told to end.
static ENDING: AtomicBool = AtomicBool::new(false);

/// The loop has handed over what is to be saved.
static SETTLED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

/// Whether the process was told to end.
pub(super) fn is_ending() -> bool {
    ENDING.load(Ordering::SeqCst)
}

/// Has the loop hand over what is to be saved, and waits for that, but not for long.
fn settle(waker: &Waker) {
    ENDING.store(true, Ordering::SeqCst);
    waker.wake();
    let settled = SETTLED.0.lock().unwrap_or_else(PoisonError::into_inner);
    // Nothing depends on whether it came in time: the process ends in any case.
    drop(SETTLED.1.wait_timeout_while(settled, LOOP_LIMIT, |settled| !*settled));
}

/// The loop has handed over what is to be saved. Where the process was told to end it
/// ends as it was told, on the thread that was: this one goes no further.
pub(super) fn settled() {
    *SETTLED.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
    SETTLED.1.notify_all();
    while is_ending() {
        thread::park();
    }
}
