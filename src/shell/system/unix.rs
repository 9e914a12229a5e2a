//! The same of Unix.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::Path,
    process::Command,
};

use rustix::{
    io::Errno,
    termios::{QueueSelector, tcflush},
};

/// Whether the error says that the terminal was taken away: nobody is left to
/// be told anything.
pub(in crate::shell) fn is_terminal_gone(error: &io::Error) -> bool {
    let gone = [Errno::IO, Errno::NXIO, Errno::PIPE];
    Errno::from_io_error(error).is_some_and(|number| gone.contains(&number))
}

/// Whether the disk itself reported a fault.
pub(in crate::shell) fn is_disk_fault(error: &io::Error) -> bool {
    Errno::from_io_error(error) == Some(Errno::IO)
}

/// Throws away what the terminal has sent and nobody has read.
pub(in crate::shell) fn discard_input() {
    // Without a terminal there is no input either.
    let _ = tcflush(io::stdin(), QueueSelector::IFlush);
}

/// The command that opens a file in the editor the person has named. The
/// shell runs it, as git does it: the person may have given arguments.
pub(in crate::shell) fn editor_command(editor: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).arg(file);
    command
}

/// Makes a folder, and those it lies in, that only the person can open.
pub(in crate::shell) fn create_private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Makes an empty file that only the person can read, or empties one.
pub(in crate::shell) fn create_private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}
