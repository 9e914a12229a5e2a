//! What differs between systems when a file is kept: modes, owners, folders
//! that have to be synced, second names, and the numbers of errors. Only this
//! file of the room and the two below it know the system.

mod refusals;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::{
    collections::BTreeSet,
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

#[cfg(unix)]
use unix as own;
#[cfg(windows)]
use windows as own;

pub(super) use own::{Folder, is_number_dead, knows_no_locks, lock_file, rename, replacement};
use refusals::REFUSALS;

pub(crate) use own::{is_disk_failure, modes, private_folder};

/// Opens a file for writing that only the owner can read. One that is there
/// stays, unless `force` says otherwise; then it is emptied.
pub(crate) fn private_file(path: &Path, force: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true);
    own::keep_private(&mut options);
    if force {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    options.open(path)
}

/// Writes and syncs a file that only the owner can read: all of it or nothing.
/// One that is there stays, unless `force` says otherwise.
pub(crate) fn write_private(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let there = fs::metadata(path);
    if there.as_ref().is_ok_and(|about| !about.is_file()) {
        // A device or a pipe cannot be replaced, only written to.
        let mut file = private_file(path, force)?;
        return file.write_all(bytes);
    }
    let is_there = fs::symlink_metadata(path).is_ok();
    // A link to the file stays a link.
    let path = dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    sweep(folder, &format!(".{name}."));
    if is_there && !force {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let temp = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = private_file(&temp, true).and_then(|mut file| {
        own::claim(&temp, &file)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        put_in_place(&temp, &path, force)
    });
    if written.is_err() {
        let _ = fs::remove_file(&temp);
    } else if let Ok(folder) = Folder::open(folder) {
        // So that the name lasts. Where the system refuses it, the file is there.
        let _ = folder.sync();
    }
    written
}

/// Gives whole files and folders their places in the order in which they come, each from one
/// to the other. What is there already stays in its place if it cannot be replaced: whoever
/// calls this gives the same name to the same content only. In the end the disk has it, as
/// far as the system promises.
pub(crate) fn put_in_places(moves: &[(PathBuf, PathBuf)]) -> io::Result<()> {
    let mut folders = BTreeSet::new();
    for (from, to) in moves {
        let is_folder = fs::symlink_metadata(from)?.is_dir();
        hold(if is_folder { Folder::open(from)?.sync() } else { File::open(from)?.sync_all() })?;
        if let Some(folder) = to.parent() {
            if !folder.is_dir() {
                private_folder(folder)?;
                folders.extend(folder.parent());
            }
            folders.insert(folder);
        }
        match rename(from, to) {
            Err(_) if to.exists() => {}
            renamed => renamed?,
        }
    }
    folders.into_iter().try_for_each(|folder| hold(Folder::open(folder)?.sync()))
}

/// A system may refuse to write at once what is only read, or a folder; a disk that fails
/// is another matter.
fn hold(synced: io::Result<()>) -> io::Result<()> {
    synced.or_else(|error| if is_disk_failure(&error) { Err(error) } else { Ok(()) })
}

/// Removes what a killed run left in a folder: temporary files and folders with this
/// beginning whose process is certainly gone, or is this one.
pub(crate) fn sweep(folder: &Path, beginning: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let own = std::process::id().to_string();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours =
            name.to_str().and_then(|name| name.strip_prefix(beginning)?.strip_suffix(".tmp"));
        let number = ours.and_then(|rest| rest.split('.').next());
        if number.is_some_and(|number| number == own || is_number_dead(number)) {
            // What cannot be removed does no harm; the next write tries again.
            let _ = fs::remove_file(entry.path()).or_else(|_| fs::remove_dir_all(entry.path()));
        }
    }
}

/// Gives a file its name. Without `force`, a file that came there meanwhile
/// stays.
fn put_in_place(temp: &Path, path: &Path, force: bool) -> io::Result<()> {
    if force {
        return rename(temp, path);
    }
    match link(temp, path) {
        Err(error) if knows_no_links(&error) => rename(temp, path),
        Ok(()) => fs::remove_file(temp),
        other => other,
    }
}

/// This process as other processes can recognise it: its number and the machine
/// since it was started.
pub(super) fn this_process() -> String {
    format!("{} {}", std::process::id(), own::machine())
}

/// Whether a process of [`this_process`] is dead; nothing when it cannot be
/// known from here.
pub(super) fn is_process_dead(owner: &str) -> Option<bool> {
    let (number, place) = owner.split_once(' ')?;
    if place.trim().is_empty() || place.trim() != own::machine() {
        return None;
    }
    Some(is_number_dead(number))
}

/// Whether a file can be written in a folder, in the place of `old` if there is one.
pub(super) fn try_write(temp: &Path, old: Option<&Metadata>) -> io::Result<()> {
    if old.is_some_and(|old| old.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let _ = fs::remove_file(temp);
    let made = replacement(temp, old).and_then(|mut file| file.write_all(b"ringoff"));
    let removed = fs::remove_file(temp);
    made.and(removed)
}

/// Gives a file a second name.
pub(super) fn link(path: &Path, name: &Path) -> io::Result<()> {
    fs::hard_link(path, name)
}

/// Some file systems know no hard links.
pub(super) fn knows_no_links(error: &io::Error) -> bool {
    REFUSALS.contains(&error.kind())
}

/// Gives a file a second name, or copies it by way of `temp`: FAT and some
/// network file systems know no hard links, others not so many, and a second name has
/// the mode of the first, which others may read.
pub(super) fn link_or_copy(
    path: &Path,
    old: &Metadata,
    name: &Path,
    temp: &Path,
) -> io::Result<()> {
    match if own::is_private(old) { link(path, name) } else { copy(path, old, name, temp) } {
        Err(error) if knows_no_links(&error) => copy(path, old, name, temp),
        other => other,
    }
}

/// Copies a file for its owner only.
fn copy(path: &Path, old: &Metadata, name: &Path, temp: &Path) -> io::Result<()> {
    let _ = fs::remove_file(temp);
    let copied = replacement(temp, Some(old)).and_then(|mut file| {
        io::copy(&mut File::open(path)?, &mut file)?;
        // A power cut must not leave the name of a copy without its bytes.
        file.sync_all()?;
        put_in_place(temp, name, false)
    });
    if copied.is_err() {
        let _ = fs::remove_file(temp);
    }
    copied
}

#[cfg(test)]
mod tests;
