//! Replacing a file so that whatever happens, it is the old one or the new.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use super::platform::{self, Folder};

/// The steps of a replacement, in order. Tests put a fault before each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    OpenFolder,
    CreateTemp,
    Write,
    SyncTemp,
    ReadBack,
    Backup,
    Commit,
    SyncFolder,
}

/// How a replacement ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaced {
    /// A power cut cannot undo it.
    Durable,
    /// The new file is there, but the folder could not be synced.
    Fragile,
}

/// Names beside the file that belong to it.
pub(super) struct Names {
    folder: PathBuf,
    file: OsString,
}

impl Names {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let file = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        Ok(Self { folder, file })
    }

    fn beside(&self, before: &str, after: &str) -> PathBuf {
        let mut name = OsString::from(before);
        name.push(&self.file);
        name.push(after);
        self.folder.join(name)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Sync tools can be told to ignore names with a leading dot.
    pub(super) fn lock(&self) -> PathBuf {
        self.beside(".", ".lock")
    }

    pub(super) fn backup(&self) -> PathBuf {
        self.beside("", ".bak")
    }

    /// A copy kept for days: `progress.ron.2026-11-22.bak`.
    pub(super) fn dated(&self, date: &str) -> PathBuf {
        self.beside("", &format!(".{date}.bak"))
    }

    fn temp(&self) -> PathBuf {
        self.beside(".", &format!(".{}.tmp", std::process::id()))
    }

    fn backup_temp(&self) -> PathBuf {
        self.beside(".", &format!(".{}.bak.tmp", std::process::id()))
    }

    /// Removes what a killed save left behind. Only the holder of the lock
    /// may call it: then no other save is under way, and the files are nobody's.
    pub(super) fn sweep(&self) {
        let prefix = self.beside(".", ".");
        let prefix = prefix.file_name().map(OsString::from).unwrap_or_default();
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let bytes = name.as_encoded_bytes();
            if bytes.starts_with(prefix.as_encoded_bytes()) && bytes.ends_with(b".tmp") {
                // What cannot be removed does no harm; the next save tries again.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The file a path means: the end of a chain of links, so that a link to the
/// book stays a link. The path itself when there is nothing yet.
pub(super) fn target(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            Ok(link) => Ok(path.parent().unwrap_or(Path::new("")).join(link)),
            Err(_) => Ok(path.to_owned()),
        },
        other => other,
    }
}

/// Replaces `path` by `bytes`. The caller holds the lock. `probe` is called
/// before each step and may fail it.
pub(super) fn replace(
    path: &Path,
    bytes: &[u8],
    mut probe: impl FnMut(Step) -> io::Result<()>,
) -> io::Result<Replaced> {
    let names = Names::of(path)?;
    let old = match fs::metadata(path) {
        Ok(old) if !old.is_file() => return Err(io::ErrorKind::InvalidInput.into()),
        Ok(old) if old.permissions().readonly() => {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    // First, so that a folder that cannot be synced is known of before
    // anything has changed.
    probe(Step::OpenFolder)?;
    let folder = Folder::open(names.folder())?;
    let temp = names.temp();
    let written = write_temp(&temp, bytes, old.as_ref(), &mut probe)
        .and_then(|()| {
            if old.is_some() {
                probe(Step::Backup)?;
                keep_backup(path, &names)?;
            }
            Ok(())
        })
        .and_then(|()| {
            probe(Step::Commit)?;
            fs::rename(&temp, path)
        });
    if let Err(error) = written {
        let _ = fs::remove_file(&temp);
        return Err(error);
    }
    let synced = probe(Step::SyncFolder).and_then(|()| folder.sync());
    Ok(if synced.is_ok() { Replaced::Durable } else { Replaced::Fragile })
}

/// Writes and syncs the new file beside the old one, with its owner and at
/// most its mode, and reads it back.
fn write_temp(
    temp: &Path,
    bytes: &[u8],
    old: Option<&fs::Metadata>,
    probe: &mut impl FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    probe(Step::CreateTemp)?;
    let mut file = platform::replacement(temp, old)?;
    probe(Step::Write)?;
    file.write_all(bytes)?;
    probe(Step::SyncTemp)?;
    file.sync_all()?;
    probe(Step::ReadBack)?;
    let mut back = Vec::with_capacity(bytes.len());
    File::open(temp)?.read_to_end(&mut back)?;
    if back == bytes { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Gives the old file a second name. Renaming one name of a file onto another
/// name of the same file "succeeds" and does nothing, so the temporary name
/// is removed afterwards in any case.
fn keep_backup(path: &Path, names: &Names) -> io::Result<()> {
    let temp = names.backup_temp();
    platform::link_or_copy(path, &temp)?;
    let renamed = fs::rename(&temp, names.backup());
    match fs::remove_file(&temp) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => renamed.and(Err(error)),
        _ => renamed,
    }
}

#[cfg(test)]
mod tests;
