//! One writer at a time.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use super::platform;

/// How often to try while another ringoff finishes its save: for two seconds in
/// all. A save takes milliseconds; a process that holds the lock for longer is
/// stopped or stuck.
const TRIES: u32 = 400;
const PAUSE: Duration = Duration::from_millis(5);

/// A lock of another machine is dead after this long: a save takes milliseconds.
const STALE: Duration = Duration::from_mins(1);

/// Holds the lock until it is dropped; the system drops it when the process
/// dies, however it dies.
#[derive(Debug)]
pub struct Guard {
    held: Held,
}

#[derive(Debug)]
enum Held {
    /// By the system; dropping the file lets go.
    System { _file: File },
    /// By a file that only one can make, on file systems that know no locks.
    Made(PathBuf),
}

impl Guard {
    /// Whether the file system knows no locks, so that a file stands for one.
    pub(crate) fn is_made(&self) -> bool {
        matches!(self.held, Held::Made(_))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Held::Made(path) = &self.held {
            let _ = fs::remove_file(path);
        }
    }
}

/// Takes the lock beside the book, or nothing when another ringoff holds it and
/// does not let go. The lock is not on the book itself, since replacing a file
/// gives its name to another one that locks freely. The lock file is never
/// removed.
pub(super) fn take(path: &Path) -> io::Result<Option<Guard>> {
    let file = platform::lock_file(path)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Guard { held: Held::System { _file: file } })),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) if platform::knows_no_locks(&error) => {
                return make(path.with_added_extension("held"));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

/// Makes the file that stands for a lock. It says who made it: that of a process
/// that is dead is taken away.
fn make(path: PathBuf) -> io::Result<Option<Guard>> {
    let owner = platform::this_process();
    for _ in 0..TRIES {
        match platform::private_file(&path, false) {
            Ok(mut file) => {
                file.write_all(owner.as_bytes())?;
                return Ok(Some(Guard { held: Held::Made(path) }));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if is_dead(&path) {
                    let _ = fs::remove_file(&path);
                } else {
                    std::thread::sleep(PAUSE);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// Whether the process that made the file is certainly gone.
fn is_dead(path: &Path) -> bool {
    let Ok(owner) = fs::read_to_string(path) else { return false };
    platform::is_process_dead(&owner).unwrap_or_else(|| {
        // It runs on another machine, or did not write its name yet.
        let age = fs::metadata(path).and_then(|about| about.modified()).map(|time| time.elapsed());
        age.is_ok_and(|age| age.is_ok_and(|age| age > STALE))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_lock_is_held_by_one_and_taken_from_the_dead() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("held");
        let guard = make(path.clone()).expect("makes").expect("is free");
        assert!(guard.is_made());
        assert!(!is_dead(&path), "its owner runs");
        drop(guard);
        assert!(!path.exists());
        // No process has this number.
        let dead = platform::this_process().replacen(&std::process::id().to_string(), "4194999", 1);
        fs::write(&path, dead).expect("writes");
        assert!(make(path.clone()).expect("makes").is_some());
        fs::write(&path, "17 another-machine").expect("writes");
        assert!(!is_dead(&path), "it may run there");
    }
}
