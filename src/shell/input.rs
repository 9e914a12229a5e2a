//! Waiting for keys and wake-ups, and reading the keys.
//!
//! Owns: what comes in from the terminal, as events; one file a platform. Must
//! not know: what an event leads to.

mod decode;

#[cfg(unix)]
mod bytes;
#[cfg(unix)]
mod rewrite;
#[cfg(unix)]
mod splitter;
#[cfg(unix)]
mod stdin;
#[cfg(unix)]
mod unfinished;
#[cfg(unix)]
pub(super) use bytes::Input;

#[cfg(windows)]
mod records;
#[cfg(windows)]
pub(super) use records::Input;
