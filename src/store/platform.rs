//! What differs between systems when a file is kept: modes, owners, folders
//! that have to be synced, second names, and the numbers of errors. Only this
//! file of the room knows the system; the Unix family is the only one so far.

use std::{
    fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions},
    io::{self, Write as _},
    os::unix::fs::{
        DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown,
    },
    path::Path,
};

/// Read and written by the owner only: a file of ours never allows more.
const FILE: u32 = 0o600;
/// Entered by the owner only.
const FOLDER: u32 = 0o700;
/// EIO: the disk cannot read or write.
const EIO: i32 = 5;
/// ENOLCK: the file system knows no locks.
const ENOLCK: i32 = if cfg!(target_os = "linux") { 37 } else { 77 };
/// EINVAL, ENOTSUP, EMLINK: what some file systems answer where there are no
/// modes or no second names.
const REFUSALS: [io::ErrorKind; 5] = [
    io::ErrorKind::PermissionDenied,
    io::ErrorKind::Unsupported,
    io::ErrorKind::InvalidInput,
    io::ErrorKind::CrossesDevices,
    io::ErrorKind::TooManyLinks,
];

/// Makes a folder, and those above it, for the owner only. When root makes it
/// below somebody's folder, it becomes theirs.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|one| !one.exists()).collect();
    DirBuilder::new().recursive(true).mode(FOLDER).create(folder)?;
    for made in missing.into_iter().rev() {
        if let Ok(file) = File::open(made) {
            give_to_owner_above(made, &file);
        }
    }
    Ok(())
}

/// Gives what root made to the owner of the folder that it is in, if the system
/// lets it. For anybody else it is theirs already.
fn give_to_owner_above(path: &Path, file: &File) {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty());
    let Ok(above) = fs::metadata(above.unwrap_or(Path::new("."))) else { return };
    let is_mine = file.metadata().map(|about| about.uid());
    if is_mine.is_ok_and(|uid| uid == 0 && above.uid() != 0) {
        let _ = fchown(file, Some(above.uid()), Some(above.gid()));
    }
}

/// Sets a mode where the file system has modes. One that has none keeps nothing
/// private, and `doctor` says so.
fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    match file.set_permissions(Permissions::from_mode(mode)) {
        Err(error) if REFUSALS.contains(&error.kind()) => Ok(()),
        other => other,
    }
}

/// Opens a file for writing that only the owner can read. One that is there
/// stays, unless `force` says otherwise; then it is emptied.
pub(crate) fn private_file(path: &Path, force: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).mode(FILE);
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
    if !force && fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    // A link to the file stays a link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let temp = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = private_file(&temp, true).and_then(|mut file| {
        set_mode(&file, FILE)?;
        give_to_owner_above(&temp, &file);
        file.write_all(bytes)?;
        file.sync_all()?;
        put_in_place(&temp, &path, force)
    });
    if written.is_err() {
        let _ = fs::remove_file(&temp);
    }
    written
}

/// Gives a file its name. Without `force`, a file that came there meanwhile
/// stays.
fn put_in_place(temp: &Path, path: &Path, force: bool) -> io::Result<()> {
    if force {
        return fs::rename(temp, path);
    }
    match link(temp, path) {
        Err(error) if REFUSALS.contains(&error.kind()) => fs::rename(temp, path),
        Ok(()) => fs::remove_file(temp),
        other => other,
    }
}

/// This process as other processes can recognise it: its number and the machine
/// since it was started.
pub(super) fn this_process() -> String {
    format!("{} {}", std::process::id(), machine())
}

/// Whether a process of [`this_process`] is dead; nothing when it cannot be
/// known from here.
pub(super) fn is_process_dead(owner: &str) -> Option<bool> {
    let (number, place) = owner.split_once(' ')?;
    if place.trim().is_empty() || place.trim() != machine() {
        return None;
    }
    Some(is_number_dead(number))
}

/// Whether no process of this machine has this number.
pub(super) fn is_number_dead(number: &str) -> bool {
    use rustix::process::{Pid, test_kill_process};
    let Some(pid) = number.parse().ok().and_then(Pid::from_raw) else { return true };
    matches!(test_kill_process(pid), Err(rustix::io::Errno::SRCH))
}

/// This machine since it was started; empty where the system does not say.
fn machine() -> String {
    let said = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    said.trim().to_owned()
}

/// Whether a file can be written in a folder.
pub(super) fn try_write(temp: &Path) -> io::Result<()> {
    let made = private_file(temp, true).and_then(|mut file| file.write_all(b"ringoff"));
    let removed = fs::remove_file(temp);
    made.and(removed)
}

/// The modes of a file and of its folder, as they are written, and whether they
/// let others read the file or change what is in the folder. What cannot be
/// asked counts as private.
pub(crate) fn modes(file: &Path) -> (String, bool) {
    let mode = |path: &Path| fs::metadata(path).map(|about| about.permissions().mode() & 0o777);
    let folder = file.parent().map_or(FOLDER, |folder| mode(folder).unwrap_or(FOLDER));
    let file = mode(file).unwrap_or(FILE);
    (format!("{file:o} · {folder:o}"), file & 0o077 != 0 || folder & 0o022 != 0)
}

/// The disk cannot read or write, as it does when it breaks or is pulled out.
pub(crate) fn is_disk_failure(error: &io::Error) -> bool {
    error.raw_os_error() == Some(EIO)
}

/// Some network file systems know no locks.
pub(super) fn knows_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(ENOLCK)
}

/// Opens a lock file, which has no content.
pub(super) fn lock_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(FILE).open(path)?;
    give_to_owner_above(path, &file);
    Ok(file)
}

/// Makes the file that shall replace `old`: with its owner and at most its
/// mode.
pub(super) fn replacement(path: &Path, old: Option<&Metadata>) -> io::Result<File> {
    let file = OpenOptions::new().read(true).write(true).create_new(true).mode(FILE).open(path)?;
    let new = file.metadata()?;
    let mode = old.map_or(FILE, |old| old.permissions().mode() & FILE);
    if new.permissions().mode() & 0o777 != mode {
        set_mode(&file, mode)?;
    }
    if old.is_none() {
        give_to_owner_above(path, &file);
    }
    if let Some(old) = old.filter(|old| old.uid() != new.uid()) {
        // Run by root on somebody's book: it stays theirs. Anybody else is
        // refused by the system, and so is the save.
        fchown(&file, Some(old.uid()), Some(old.gid()))?;
    }
    Ok(file)
}

/// Gives a file a second name.
pub(super) fn link(path: &Path, name: &Path) -> io::Result<()> {
    fs::hard_link(path, name)
}

/// Gives a file a second name, or copies it by way of `temp`: FAT and some
/// network file systems know no hard links, others not so many.
pub(super) fn link_or_copy(path: &Path, name: &Path, temp: &Path) -> io::Result<()> {
    match link(path, name) {
        Err(error) if REFUSALS.contains(&error.kind()) => {
            let copied = fs::copy(path, temp).and_then(|_| fs::rename(temp, name));
            if copied.is_err() {
                let _ = fs::remove_file(temp);
            }
            copied
        }
        other => other,
    }
}

/// A folder that is synced so that the names in it last.
pub(super) struct Folder(File);

impl Folder {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        File::open(folder).map(Self)
    }

    pub(super) fn sync(&self) -> io::Result<()> {
        self.0.sync_all()
    }
}
