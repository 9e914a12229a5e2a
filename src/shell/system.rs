//! What each operating system says or does in its own way: error numbers of
//! the terminal and the disk, unread input, the command line of an editor,
//! files for the person alone.
//!
//! Owns: one file a platform. Must not know: who asks.

#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub(super) use unix::{
    create_private_file, create_private_folder, discard_input, editor_command, is_disk_fault,
    is_terminal_gone,
};
