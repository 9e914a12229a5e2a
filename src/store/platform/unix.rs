//! Files on Unix: modes, owners, folders that are synced.

use std::{
    fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions},
    io,
    os::unix::fs::{
        DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown,
    },
    path::Path,
};

use super::refusals::REFUSALS;

/// Read and written by the owner only: a file of ours never allows more.
const FILE: u32 = 0o600;
/// Entered by the owner only.
const FOLDER: u32 = 0o700;
/// EIO: the disk cannot read or write.
const EIO: i32 = 5;
/// ENOLCK: the file system knows no locks.
const ENOLCK: i32 = if cfg!(target_os = "linux") { 37 } else { 77 };
/// Makes a file that is opened readable for the owner only.
pub(super) fn keep_private(options: &mut OpenOptions) {
    options.mode(FILE);
}

/// Gives a file that was opened its mode and its owner.
pub(super) fn claim(path: &Path, file: &File) -> io::Result<()> {
    set_mode(file, FILE)?;
    give_to_owner_above(path, file);
    Ok(())
}

/// Gives a file another name, in the place of a file that has it.
pub(in crate::store) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

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

/// Whether no process of this machine has this number.
pub(in crate::store) fn is_number_dead(number: &str) -> bool {
    use rustix::process::{Pid, test_kill_process};
    let Some(pid) = number.parse().ok().and_then(Pid::from_raw) else { return true };
    matches!(test_kill_process(pid), Err(rustix::io::Errno::SRCH))
}

/// This machine since it was started; empty where the system does not say.
pub(super) fn machine() -> String {
    let said = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    said.trim().to_owned()
}

/// The modes of a file and of its folder, as they are written, and whether they
/// let others read the file or change what is in the folder. What cannot be
/// asked counts as private. Nothing where the system has no modes.
#[expect(clippy::unnecessary_wraps, reason = "Windows has no modes")]
pub(crate) fn modes(file: &Path) -> Option<(String, bool)> {
    let mode = |path: &Path| fs::metadata(path).map(|about| about.permissions().mode() & 0o777);
    let folder = file.parent().map_or(FOLDER, |folder| mode(folder).unwrap_or(FOLDER));
    let file = mode(file).unwrap_or(FILE);
    Some((format!("{file:o} · {folder:o}"), file & 0o077 != 0 || folder & 0o022 != 0))
}

/// The disk cannot read or write, as it does when it breaks or is pulled out.
pub(crate) fn is_disk_failure(error: &io::Error) -> bool {
    error.raw_os_error() == Some(EIO)
}

/// Some network file systems know no locks.
pub(in crate::store) fn knows_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(ENOLCK)
}

/// Opens a lock file, which has no content.
pub(in crate::store) fn lock_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(FILE).open(path)?;
    give_to_owner_above(path, &file);
    Ok(file)
}

/// Whether only the owner can read a file.
pub(super) fn is_private(file: &Metadata) -> bool {
    file.permissions().mode() & 0o777 == file.permissions().mode() & 0o700
}

/// Makes the file that shall replace `old`: with its owner and at most its
/// mode.
pub(in crate::store) fn replacement(path: &Path, old: Option<&Metadata>) -> io::Result<File> {
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

/// A folder that is synced so that the names in it last.
pub(in crate::store) struct Folder(File);

impl Folder {
    pub(in crate::store) fn open(folder: &Path) -> io::Result<Self> {
        File::open(folder).map(Self)
    }

    pub(in crate::store) fn sync(&self) -> io::Result<()> {
        self.0.sync_all()
    }
}
