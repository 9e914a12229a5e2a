//! Standard input on Unix: poll(2) and read(2).

use std::{
    io,
    os::fd::{AsFd as _, BorrowedFd},
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, retry_on_intr},
};

use crate::shell::wake::Wake;

/// Waits for keys or for a wake-up, at most for `limit`. Says whether there
/// are keys, and whether there was a wake-up; after a signal there may be
/// neither. A terminal that is gone has keys: reading them tells.
pub(super) fn wait(wake: &Wake, limit: Option<Duration>) -> io::Result<(bool, bool)> {
    let stdin = io::stdin();
    let mut files = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(wake, PollFlags::IN)];
    wait_for(&mut files, limit)?;
    let [keys, woken] = files.map(|file| !file.revents().is_empty());
    Ok((keys, woken))
}

/// Whether more keys arrive within `limit`.
pub(super) fn more_within(limit: Duration) -> io::Result<bool> {
    let stdin = io::stdin();
    let mut files = [PollFd::new(&stdin, PollFlags::IN)];
    wait_for(&mut files, Some(limit))?;
    let [keys] = files.map(|file| file.revents().contains(PollFlags::IN));
    Ok(keys)
}

fn wait_for(files: &mut [PollFd<'_>], limit: Option<Duration>) -> io::Result<()> {
    let timeout = limit.and_then(|limit| Timespec::try_from(limit).ok());
    match poll(files, timeout.as_ref()) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Reads what waits, and says how many bytes that are: none when the terminal
/// is gone.
pub(super) fn read(buffer: &mut [u8]) -> io::Result<usize> {
    let stdin = io::stdin();
    let stdin: BorrowedFd<'_> = stdin.as_fd();
    match retry_on_intr(|| rustix::io::read(stdin, &mut *buffer)) {
        // The terminal was taken away.
        Err(Errno::IO) => Ok(0),
        other => Ok(other?),
    }
}
