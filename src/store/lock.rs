//! One writer at a time.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use super::{names::Names, platform};

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
pub(super) fn take(names: &Names) -> io::Result<Option<Guard>> {
    take_by(names, File::try_lock)
}

/// The same by this way of locking a file.
fn take_by(
    names: &Names,
    try_lock: impl Fn(&File) -> Result<(), TryLockError>,
) -> io::Result<Option<Guard>> {
    let path = names.lock();
    let file = platform::lock_file(&path)?;
    for _ in 0..TRIES {
        match try_lock(&file) {
            Ok(()) => return Ok(Some(Guard { held: Held::System { _file: file } })),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) if platform::knows_no_locks(&error) => {
                return make(path.with_added_extension("held"), &names.temp(".held"));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

/// Makes the file that stands for a lock. It says who made it: that of a process
/// that is dead is taken away.
fn make(path: PathBuf, temp: &Path) -> io::Result<Option<Guard>> {
    for _ in 0..TRIES {
        match sign(&path, temp) {
            Ok(()) => return Ok(Some(Guard { held: Held::Made(path) })),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if !is_dead(&path) || !take_away(&path, temp)? {
                    std::thread::sleep(PAUSE);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// Makes a file that says which process made it. It has its content from the moment
/// it has its name: one without would look like somebody else's for a minute.
fn sign(path: &Path, temp: &Path) -> io::Result<()> {
    let write = |path: &Path, force: bool| {
        let mut file = platform::private_file(path, force)?;
        let written = file.write_all(platform::this_process().as_bytes());
        if written.is_err() {
            let _ = fs::remove_file(path);
        }
        written
    };
    write(temp, true)?;
    let linked = platform::link(temp, path);
    let _ = fs::remove_file(temp);
    match linked {
        // Where there are no hard links either, the name comes first.
        Err(error) if platform::knows_no_links(&error) => write(path, false),
        other => other,
    }
}

/// Takes away the file of a process that is dead, one at a time: who saw it dead
/// may come late, and find that another has taken its place. Says whether it was
/// this one's turn.
fn take_away(path: &Path, temp: &Path) -> io::Result<bool> {
    let turn = path.with_added_extension("turn");
    match sign(&turn, temp) {
        Ok(()) => {
            if is_dead(path) {
                let _ = fs::remove_file(path);
            }
            let _ = fs::remove_file(&turn);
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if is_dead(&turn) {
                let _ = fs::remove_file(&turn);
            }
            Ok(false)
        }
        Err(error) => Err(error),
    }
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
        let temp = folder.path().join("temp");
        let guard = make(path.clone(), &temp).expect("makes").expect("is free");
        assert!(guard.is_made());
        assert!(!is_dead(&path), "its owner runs");
        assert!(!temp.exists());
        drop(guard);
        assert!(!path.exists());
        // No process has this number.
        let dead = platform::this_process().replacen(&std::process::id().to_string(), "4194999", 1);
        fs::write(&path, &dead).expect("writes");
        if platform::is_process_dead(&dead).is_none() {
            // A system that cannot tell takes it once it is old.
            assert!(make(path.clone(), &temp).expect("makes").is_none());
            let made = File::options().write(true).open(&path).expect("opens");
            made.set_modified(std::time::UNIX_EPOCH).expect("ages");
        }
        assert!(make(path.clone(), &temp).expect("makes").is_some());
        // Who saw it dead and comes late finds that it is somebody else's now.
        fs::write(&path, platform::this_process()).expect("writes");
        assert!(take_away(&path, &temp).expect("its turn"));
        assert!(path.exists(), "its owner runs");
        assert_eq!(fs::read_dir(folder.path()).expect("lists").count(), 1, "no turn is left");
        fs::write(&path, "17 another-machine").expect("writes");
        assert!(!is_dead(&path), "it may run there");
        let made = File::options().write(true).open(&path).expect("opens");
        made.set_modified(std::time::UNIX_EPOCH).expect("ages");
        assert!(is_dead(&path), "no save takes so long");
    }

    #[test]
    fn where_a_file_system_knows_no_locks_a_file_stands_for_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = Names::of(&folder.path().join("progress.ron")).expect("names");
        let refused = |kind: io::ErrorKind| move |_: &File| Err(TryLockError::Error(kind.into()));
        let take = || take_by(&names, refused(io::ErrorKind::Unsupported));
        let guard = take().expect("makes").expect("is free");
        assert!(guard.is_made());
        let held = names.lock().with_added_extension("held");
        assert!(held.exists());
        drop(guard);
        assert!(!held.exists());
        // A disk that fails is no disk without locks: nothing may be written there.
        let failed = take_by(&names, refused(io::ErrorKind::StorageFull));
        assert_eq!(failed.map_err(|error| error.kind()).err(), Some(io::ErrorKind::StorageFull));
        let nowhere = folder.path().join("none");
        assert!(make(nowhere.join("held"), &nowhere.join("temp")).is_err(), "no folder, no lock");
        let guard = super::take(&names).expect("locks").expect("is free");
        assert!(!guard.is_made(), "this one knows locks");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_lock_can_be_made_where_there_are_no_second_names() {
        let folder = tempfile::tempdir().expect("a folder");
        // Nothing here gets a second name there.
        let Ok(elsewhere) = tempfile::tempdir_in("/dev/shm") else { return };
        let path = folder.path().join("held");
        let temp = elsewhere.path().join("temp");
        let guard = make(path.clone(), &temp).expect("makes").expect("is free");
        assert_eq!(fs::read_to_string(&path).expect("reads"), platform::this_process());
        assert!(!temp.exists());
        drop(guard);
        assert!(!path.exists());
    }

    #[test]
    fn a_made_lock_says_whose_it_is_and_is_taken_away_by_one_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("held");
        let temp = folder.path().join("temp");
        let guard = make(path.clone(), &temp).expect("makes").expect("is free");
        assert_eq!(fs::read_to_string(&path).expect("reads"), platform::this_process());
        drop(guard);
        let turn = path.with_added_extension("turn");
        fs::write(&turn, platform::this_process()).expect("writes");
        assert!(!take_away(&path, &temp).expect("waits"), "it is the turn of another");
        assert!(turn.exists());
        // One of another machine that is a minute old is of nobody any more.
        fs::write(&turn, "17 another-machine").expect("writes");
        assert!(!take_away(&path, &temp).expect("waits"));
        assert!(turn.exists());
        let made = File::options().write(true).open(&turn).expect("opens");
        made.set_modified(std::time::UNIX_EPOCH).expect("ages");
        assert!(!take_away(&path, &temp).expect("waits"));
        assert!(!turn.exists());
        assert!(take_away(&path, &temp).expect("its turn"));
        let nowhere = folder.path().join("none");
        assert!(take_away(&nowhere.join("held"), &nowhere.join("temp")).is_err());
    }
}
