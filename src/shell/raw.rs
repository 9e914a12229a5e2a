//! The raw mode of the terminal, in which every key reaches the program.
//!
//! Owns: how each platform begins and ends it. Must not know: what is drawn.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::{begin, end};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::{begin, end, reader, wake};
