//! One writer at a time.

use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
    time::Duration,
};

use super::platform;

/// How often to try while another ringoff finishes its save: for two seconds in
/// all. A save takes milliseconds; a process that holds the lock for longer is
/// stopped or stuck.
const TRIES: u32 = 400;
const PAUSE: Duration = Duration::from_millis(5);

/// Holds the lock until it is dropped; the system drops it when the process
/// dies, however it dies.
#[derive(Debug)]
pub struct Guard {
    /// Nothing on file systems that know no locks: there the check for
    /// changes made elsewhere has to do.
    _file: Option<File>,
}

/// Takes the lock beside the book, or nothing when another ringoff holds it and
/// does not let go. The lock is not on the book itself, since replacing a file
/// gives its name to another one that locks freely. The lock file is never
/// removed.
pub(super) fn take(path: &Path) -> io::Result<Option<Guard>> {
    let file = platform::lock_file(path)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Guard { _file: Some(file) })),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) if platform::knows_no_locks(&error) => {
                return Ok(Some(Guard { _file: None }));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}
