//! What ends a wait of the loop besides a key: a reply of a thread, or a
//! signal.
//!
//! Owns: the two ends of the wake-up line, one file a platform. Must not know:
//! what happened; the loop looks for that when it is woken.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::{Wake, Waker, pair};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::{Wake, Waker, pair};
