//! Files on Windows: who may read a file follows from the folder it is in, and
//! the system keeps the names in a folder by itself.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io,
    os::windows::fs::OpenOptionsExt as _,
    path::Path,
    thread,
    time::Duration,
};

/// `ERROR_INVALID_FUNCTION`: the file system does not know what is asked.
const INVALID_FUNCTION: i32 = 1;
/// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`: another program has the
/// file open.
const IN_USE: [i32; 2] = [5, 32];
/// `ERROR_CRC`, `ERROR_IO_DEVICE`: the disk cannot read or write.
const BROKEN: [i32; 2] = [23, 1117];
/// `FILE_SHARE_READ`: others may read the file meanwhile, but not remove it.
const SHARE_READ: u32 = 1;

/// How often a name is given again while another program has the file open: a
/// scanner or a sync tool looks at each file that has just changed.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(25);

/// Makes a folder, and those above it. The profile of a person is private by
/// the rights it inherits, and so is what is made in it.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// The rights of a file are those of its folder.
pub(super) fn keep_private(_options: &mut OpenOptions) {}

/// The rights of a file are those of its folder.
#[expect(clippy::unnecessary_wraps, reason = "the Unix side can fail")]
pub(super) fn claim(_path: &Path, _file: &File) -> io::Result<()> {
    Ok(())
}

/// Gives a file another name, in the place of a file that has it, as soon as
/// no other program has that one open.
pub(in crate::store) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = 1;
    loop {
        match fs::rename(from, to) {
            Err(error)
                if tries < TRIES
                    && error.raw_os_error().is_some_and(|number| IN_USE.contains(&number)) =>
            {
                tries += 1;
                thread::sleep(PAUSE);
            }
            other => return other,
        }
    }
}

/// Always: a temporary file of a process that runs is open, and cannot be
/// removed by another one.
pub(in crate::store) fn is_number_dead(_number: &str) -> bool {
    true
}

/// Nothing: a number may belong to another process by now, and the system is
/// not asked for the moment it was started.
pub(super) fn machine() -> String {
    String::new()
}

/// Nothing: there are no modes, and the rights of a file are those of its folder.
pub(crate) fn modes(_file: &Path) -> Option<(String, bool)> {
    None
}

/// The disk cannot read or write, as it does when it breaks or is pulled out.
pub(crate) fn is_disk_failure(error: &io::Error) -> bool {
    error.raw_os_error().is_some_and(|number| BROKEN.contains(&number))
}

/// Some network file systems know no locks.
pub(in crate::store) fn knows_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(INVALID_FUNCTION)
}

/// Opens a lock file, which has no content.
pub(in crate::store) fn lock_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(false).write(true).open(path)
}

/// Whether only the owner can read a file, which is as its folder has it.
pub(super) fn is_private(_file: &Metadata) -> bool {
    true
}

/// Makes the file that shall replace another one.
pub(in crate::store) fn replacement(path: &Path, _old: Option<&Metadata>) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true).share_mode(SHARE_READ).open(path)
}

/// A folder whose names the system keeps by itself: there is nothing to sync.
pub(in crate::store) struct Folder(());

impl Folder {
    /// Whether the folder is there.
    pub(in crate::store) fn open(folder: &Path) -> io::Result<Self> {
        fs::metadata(folder).map(|_| Self(()))
    }

    /// Says that a name lasts as long as the system promises: NTFS writes down
    /// each change of a name before it is done.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the Unix side needs both")]
    pub(in crate::store) fn sync(&self) -> io::Result<()> {
        Ok(())
    }
}
