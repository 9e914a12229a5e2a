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

/// Makes a folder, and those above it, for the owner only.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER).create(folder)
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

/// Writes and syncs a file that only the owner can read. One that is there
/// stays, unless `force` says otherwise; then others can no longer read it.
pub(crate) fn write_private(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let mut file = private_file(path, force)?;
    if file.metadata()?.is_file() {
        file.set_permissions(Permissions::from_mode(FILE))?;
    }
    file.write_all(bytes)?;
    file.sync_all()
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
    OpenOptions::new().create(true).truncate(false).write(true).mode(FILE).open(path)
}

/// Makes the file that shall replace `old`: with its owner and at most its
/// mode.
pub(super) fn replacement(path: &Path, old: Option<&Metadata>) -> io::Result<File> {
    let file = OpenOptions::new().read(true).write(true).create_new(true).mode(FILE).open(path)?;
    let new = file.metadata()?;
    let mode = old.map_or(FILE, |old| old.permissions().mode() & FILE);
    if new.permissions().mode() & 0o777 != mode {
        file.set_permissions(Permissions::from_mode(mode))?;
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

/// Gives a file a second name, or copies it: FAT and some network file systems
/// know no hard links.
pub(super) fn link_or_copy(path: &Path, name: &Path) -> io::Result<()> {
    use io::ErrorKind::{PermissionDenied, Unsupported};
    match link(path, name) {
        Err(error) if [Unsupported, PermissionDenied].contains(&error.kind()) => {
            fs::copy(path, name).map(drop)
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
