//! Signals, on a thread of their own.
//!
//! A flag that the event loop looks at would not do: a terminal that is gone
//! can keep the loop from ever looking. This thread gives the terminal back
//! and ends the process itself.

use std::{
    io::{self, Write as _},
    os::unix::net::UnixStream,
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
    iterator::Signals,
    low_level::pipe,
};

use super::{saver::Drain, terminal};

/// Longest wait for a save under way when the process is told to end.
const PATIENCE: Duration = Duration::from_millis(500);

/// Another program has the terminal: the keys that interrupt are meant for it.
static AWAY: AtomicBool = AtomicBool::new(false);

/// What the terminal shows may not be what was drawn: the window has changed
/// its size, or another program had it. The size alone does not tell: it may
/// have gone and come back, and taken the picture along.
static STALE: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// The process was stopped and goes on.
static CONTINUED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether the picture may have been spoilt since this was last asked.
pub(super) fn spoilt() -> bool {
    STALE.swap(false, Ordering::SeqCst)
}

/// Waits for another program that has the terminal.
pub(super) fn while_away<T>(wait: impl FnOnce() -> T) -> T {
    AWAY.store(true, Ordering::SeqCst);
    let ended = wait();
    AWAY.store(false, Ordering::SeqCst);
    ended
}

/// Starts the thread. A change of the window's size writes to `wake`.
pub(super) fn watch(wake: &UnixStream, drain: Option<Drain>) -> io::Result<()> {
    // The flag is up before the loop is woken to look at it.
    signal_hook::flag::register(SIGWINCH, Arc::clone(&STALE))?;
    signal_hook::flag::register(SIGCONT, Arc::clone(&CONTINUED))?;
    pipe::register(SIGWINCH, wake.try_clone()?)?;
    let wake = wake.try_clone()?;
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if AWAY.load(Ordering::SeqCst) && matches!(signal, SIGINT | SIGQUIT | SIGTSTP) {
                continue;
            }
            if signal == SIGTSTP {
                suspend();
                // The shell has written over the picture.
                STALE.store(true, Ordering::SeqCst);
                let _ = (&wake).write(&[0]);
                continue;
            }
            if let Some(drain) = &drain {
                drain.wait(PATIENCE);
            }
            terminal::give_back_in_time();
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// Gives the terminal back, stops, and takes it again when the person
/// returns. SIGSTOP, since SIGTSTP is caught.
pub(super) fn suspend() {
    /// A stop reaches a thread a moment after it was sent to the process.
    const MOMENT: Duration = Duration::from_millis(1);
    if !terminal::give_back() {
        return;
    }
    CONTINUED.store(false, Ordering::SeqCst);
    let _ = kill_process(getpid(), Signal::STOP);
    // Who took the terminal again before the stop would stop with it taken.
    while !CONTINUED.load(Ordering::SeqCst) {
        thread::sleep(MOMENT);
    }
    let _ = terminal::take();
}
