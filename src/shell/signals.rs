//! Signals of the operating system.
//!
//! Owns: what a signal does to the program, one file a platform. Must not
//! know: the model and the loop; the loop is only woken.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::{suspend, take_stale, watch};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::{note_stale, suspend, take_stale, watch};
