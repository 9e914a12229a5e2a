//! What Windows says or does in its own way.

use std::{
    io,
    os::windows::process::CommandExt as _,
    path::Path,
    process::{Child, Command},
};

/// The editors to try where none is named, the gentlest first.
pub(in crate::shell) const USUAL_EDITORS: [&str; 2] = ["edit.exe", "notepad.exe"];

/// The one of them that only calls another of them: there is none.
pub(in crate::shell) const CALLS_ANOTHER: &str = "";

/// Whether a program lies in its folder under the name by which it is called: the ending
/// of a file may be left out.
pub(in crate::shell) const FINDS_AS_NAMED: bool = false;

/// `ERROR_INVALID_HANDLE`: the console is not there any more.
const INVALID_HANDLE: i32 = 6;

/// Whether a shell can stop the program and let it go on.
pub const CAN_STOP: bool = false;

/// Whether the locale says how the terminal encodes its text. A console is told to take
/// UTF-8.
pub const LOCALE_ENCODES: bool = false;

/// Whether the error says that the terminal was taken away: nobody is left to
/// be told anything.
pub(in crate::shell) fn is_terminal_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(INVALID_HANDLE)
}

/// Columns and rows of the window.
pub(in crate::shell) fn window_size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// What a command starts ends with it or by itself.
pub(in crate::shell) fn set_apart(_: &mut Command) {}

/// There is nothing that would hold together what a command has started.
pub(in crate::shell) fn end_apart(_: &Child) {}

/// Never: what is asked for a file's own number is no part of the standard library yet.
pub(in crate::shell) fn is_same_file(_: &Path, _: &Path) -> bool {
    false
}

/// Giving back the console throws away what nobody has read.
pub(in crate::shell) fn discard_input() {}

/// The command that opens a file in the editor the person has named. The
/// system's shell runs it: the person may have given arguments. That shell
/// takes one pair of quotation marks off the whole and leaves the others.
pub(in crate::shell) fn editor_command(editor: &str, file: &Path) -> Command {
    let mut command = Command::new("cmd");
    command.raw_arg(format!("/S /C \"{editor} \"{}\"\"", file.display()));
    command
}

/// Nothing: Windows names zones in its own way, and the library knows them.
pub(in crate::shell) fn zone_name() -> Option<String> {
    None
}

/// Nothing: the system has no tool for it. The terminal shows the notice.
pub(in crate::shell) fn notice_command(_title: &str, _body: &str) -> Option<Command> {
    None
}

/// Whether other machines may write into a folder without this system telling
/// of it: it tells of shared folders too.
pub(in crate::shell) fn is_shared(_folder: &Path) -> bool {
    false
}
