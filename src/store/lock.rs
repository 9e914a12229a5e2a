//! One writer at a time.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
    time::{Duration, Instant},
};

/// How long to wait for another ringoff to finish its save. A save takes
/// milliseconds; who holds the lock longer is stopped or stuck.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(5);

/// Why the lock was not had.
#[derive(Debug)]
pub enum LockError {
    /// Another ringoff holds it and does not let go.
    Held,
    /// The lock file could not be made.
    Io(io::Error),
}

/// Holds the lock until it is dropped; the system drops it when the process
/// dies, however it dies.
#[derive(Debug)]
pub struct Guard {
    /// Nothing on file systems that know no locks: there the check for
    /// changes made elsewhere has to do.
    _file: Option<File>,
}

/// Takes the lock beside the book: not on the book itself, since replacing a
/// file gives its name to another one that locks freely. The lock file is
/// never removed.
pub(super) fn take(path: &Path) -> Result<Guard, LockError> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true).mode(0o600);
    let file = options.open(path).map_err(LockError::Io)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Guard { _file: Some(file) }),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                std::thread::sleep(PAUSE);
            }
            Err(TryLockError::WouldBlock) => return Err(LockError::Held),
            Err(TryLockError::Error(error)) if unknown_here(&error) => {
                return Ok(Guard { _file: None });
            }
            Err(TryLockError::Error(error)) => return Err(LockError::Io(error)),
        }
    }
}

/// Some network file systems know no locks.
fn unknown_here(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(37 /* ENOLCK */)
}
