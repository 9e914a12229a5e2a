//! Signals on Unix, on a thread of their own.
//!
//! A flag that the loop looks at is not enough for the signals that end the
//! process: a terminal that is gone can keep the loop from ever looking. So
//! this thread gives the terminal back and ends the process itself, once the
//! loop had time to hand over what is to be saved.

use std::{
    io,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::{
    consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    flag,
    iterator::Signals,
    low_level::pipe,
};

use crate::shell::{save_slot::AllSaved, terminal, wake::Waker};

/// Longest wait for a save under way when the process is told to end.
const SAVE_LIMIT: Duration = Duration::from_millis(500);

/// The terminal may not show what was drawn: the window has changed its size,
/// or another program had the terminal. The size alone does not tell: it may
/// have changed and changed back, and the picture was lost meanwhile.
static STALE: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// The process was stopped and runs again.
static CONTINUED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether the terminal may show something else than what was drawn, since
/// this was last asked.
pub(in crate::shell) fn take_stale() -> bool {
    STALE.swap(false, Ordering::SeqCst)
}

/// Starts the thread. A change of the window's size wakes the loop; a signal
/// that ends the process waits for a save under way first, but not for long.
pub(in crate::shell) fn watch(waker: &Waker, saved: Option<AllSaved>) -> io::Result<()> {
    // The flag is set before the loop is woken to look at it.
    flag::register(SIGWINCH, Arc::clone(&STALE))?;
    flag::register(SIGCONT, Arc::clone(&CONTINUED))?;
    pipe::register(SIGWINCH, waker.socket()?)?;
    let waker = waker.clone();
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if terminal::is_lent() && matches!(signal, SIGINT | SIGQUIT | SIGTSTP) {
                continue;
            }
            if signal == SIGTSTP {
                suspend();
                // The shell has written over the picture.
                STALE.store(true, Ordering::SeqCst);
                waker.wake();
                continue;
            }
            super::settle(&waker);
            if let Some(saved) = &saved {
                saved.wait(SAVE_LIMIT);
            }
            terminal::give_back_in_time();
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// Gives the terminal back, stops the process, and takes the terminal again
/// when the person returns. It stops by SIGSTOP, since SIGTSTP is caught.
pub(in crate::shell) fn suspend() {
    /// A stop reaches a thread a moment after it was sent to the process.
    const MOMENT: Duration = Duration::from_millis(1);
    if !terminal::give_back() {
        return;
    }
    CONTINUED.store(false, Ordering::SeqCst);
    let _ = kill_process(getpid(), Signal::STOP);
    // A thread that took the terminal before the stop would stop with it taken.
    while !CONTINUED.load(Ordering::SeqCst) {
        thread::sleep(MOMENT);
    }
    let _ = terminal::take();
}
