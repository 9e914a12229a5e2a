//! Waiting for keys and wake-ups, and reading the keys.
//!
//! Owns: what comes in from the terminal, as events; one file a platform. Must
//! not know: what an event leads to.

mod decode;

#[cfg(unix)]
mod rewrite;
#[cfg(unix)]
mod splitter;
#[cfg(unix)]
mod stdin;
#[cfg(unix)]
mod unfinished;
#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::Input;

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::Input;
