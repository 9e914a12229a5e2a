//! Raw mode on Unix.

use std::io;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// Begins raw mode.
pub(in crate::shell) fn begin() -> io::Result<()> {
    enable_raw_mode()
}

/// Ends raw mode: the line discipline is as it was before.
pub(in crate::shell) fn end() -> io::Result<()> {
    disable_raw_mode()
}
