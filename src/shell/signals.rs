//! Signals, on a thread of their own.
//!
//! A flag that the event loop looks at would not do: a terminal that is gone
//! can keep the loop from ever looking. This thread gives the terminal back
//! and ends the process itself.

use std::{io, os::unix::net::UnixStream, thread, time::Duration};

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::{
    consts::signal::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
    low_level::pipe,
};

use super::{
    saver::{Drain, Report},
    terminal,
};

/// Longest wait for a save under way when the process is told to end.
const PATIENCE: Duration = Duration::from_millis(500);

/// Starts the thread. A change of the window's size writes to `wake`.
pub(super) fn watch(wake: &UnixStream, drain: Option<Drain>) -> io::Result<()> {
    pipe::register(SIGWINCH, wake.try_clone()?)?;
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if signal == SIGTSTP {
                suspend();
                if let Some(drain) = &drain {
                    drain.report(Report::Resumed);
                }
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
    terminal::give_back();
    let _ = kill_process(getpid(), Signal::STOP);
    let _ = terminal::take();
}
