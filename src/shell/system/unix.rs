//! What Unix says or does in its own way.

use std::{
    fs, io,
    os::unix::{fs::MetadataExt as _, process::CommandExt as _},
    path::Path,
    process::{Child, Command},
};

use rustix::{
    io::Errno,
    process::{Pid, Signal, kill_process_group},
    termios::{QueueSelector, tcflush, tcgetwinsize},
};

/// The editors to try where none is named, the gentlest first.
pub(in crate::shell) const USUAL_EDITORS: [&str; 6] =
    ["sensible-editor", "editor", "nano", "micro", "vim", "vi"];

/// The one of them that only calls another of them.
pub(in crate::shell) const CALLS_ANOTHER: &str = "sensible-editor";

/// Whether a program lies in its folder under the name by which it is called.
pub(in crate::shell) const FINDS_AS_NAMED: bool = true;

/// Whether a shell can stop the program and let it go on.
pub const CAN_STOP: bool = true;

/// Whether the locale says how the terminal encodes its text.
pub const LOCALE_ENCODES: bool = true;

/// Whether the error says that the terminal was taken away: nobody is left to
/// be told anything.
pub(in crate::shell) fn is_terminal_gone(error: &io::Error) -> bool {
    let gone = [Errno::IO, Errno::NXIO, Errno::PIPE];
    Errno::from_io_error(error).is_some_and(|number| gone.contains(&number))
}

/// Throws away what the terminal has sent and nobody has read.
pub(in crate::shell) fn discard_input() {
    // Without a terminal there is no input either.
    let _ = tcflush(io::stdin(), QueueSelector::IFlush);
}

/// Columns and rows of the window.
pub(in crate::shell) fn window_size() -> io::Result<(u16, u16)> {
    match tcgetwinsize(io::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Ok((size.ws_col, size.ws_row)),
        _ => crossterm::terminal::size(),
    }
}

/// The command that opens a file in the editor the person has named. The
/// shell runs it, as git does it: the person may have given arguments.
pub(in crate::shell) fn editor_command(editor: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).arg(file);
    command
}

/// Lets a command run apart from the terminal, together with all that it will start.
pub(in crate::shell) fn set_apart(command: &mut Command) {
    command.process_group(0);
}

/// Ends what a command that was set apart has left behind.
pub(in crate::shell) fn end_apart(child: &Child) {
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// Whether two names are certainly those of one file.
pub(in crate::shell) fn is_same_file(one: &Path, other: &Path) -> bool {
    let file = |path| fs::symlink_metadata(path).map(|about| (about.dev(), about.ino())).ok();
    file(one).is_some_and(|one| file(other) == Some(one))
}

/// The name of the time zone that the system is set to.
pub(in crate::shell) fn zone_name() -> Option<String> {
    let link = fs::read_link("/etc/localtime").ok()?;
    link.to_str()?.split_once("zoneinfo/").map(|(_, name)| name.to_owned())
}

/// Whether other machines may write into a folder without this system telling
/// of it.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(in crate::shell) fn is_shared(folder: &Path) -> bool {
    /// 9P, NFS, SMB 1 to 3, AFS, Ceph, FUSE and the folders of virtual machines, as statfs(2) numbers them.
    const SHARED: [u32; 9] = [
        0x0102_1997,
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x5346_414f,
        0x00c3_6400,
        0x6573_5546,
        0x786f_4256,
    ];
    let kind = rustix::fs::statfs(folder).map(|about| i128::from(about.f_type) & 0xffff_ffff);
    kind.is_ok_and(|kind| SHARED.iter().any(|shared| i128::from(*shared) == kind))
}

/// Whether other machines may write into a folder without this system telling
/// of it.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(in crate::shell) fn is_shared(_folder: &Path) -> bool {
    false
}

/// The command that shows a notice on the desktop, by its own tool.
#[expect(clippy::unnecessary_wraps, reason = "Windows has no such tool")]
pub(in crate::shell) fn notice_command(title: &str, body: &str) -> Option<Command> {
    let mut command;
    if cfg!(target_os = "macos") {
        // The words are arguments, so nothing in them is read as a script.
        let script = include_str!("../../../assets/recipes/notice.applescript");
        command = Command::new("osascript");
        command.args(["-e", script, "--", title, body]);
    } else {
        command = Command::new("notify-send");
        command.args(["--app-name=ringoff", "--", title, body]);
    }
    Some(command)
}
