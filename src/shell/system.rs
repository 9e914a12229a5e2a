//! What each operating system says or does in its own way: error numbers of
//! the terminal, unread input, the command line of an editor, the time zone,
//! folders on other machines, what a program has started.
//!
//! Owns: one file a platform. Must not know: who asks.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::{
    CALLS_ANOTHER, FINDS_AS_NAMED, USUAL_EDITORS, discard_input, editor_command, end_apart,
    is_same_file, is_shared, is_terminal_gone, notice_command, set_apart, window_size, zone_name,
};
#[cfg(unix)]
pub use unix::{CAN_STOP, LOCALE_ENCODES};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::{
    CALLS_ANOTHER, FINDS_AS_NAMED, USUAL_EDITORS, discard_input, editor_command, end_apart,
    is_same_file, is_shared, is_terminal_gone, notice_command, set_apart, window_size, zone_name,
};
#[cfg(windows)]
pub use windows::{CAN_STOP, LOCALE_ENCODES};
