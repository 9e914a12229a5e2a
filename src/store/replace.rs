//! Replacing a file so that whatever happens, it is the old one or the new.

use std::{
    fs::{self, File, Metadata},
    io::{self, Read, Write as _},
    path::Path,
};

use super::{
    names::Names,
    platform::{self, Folder},
};

/// So many bytes are read back at a time.
const PIECE: usize = 1 << 16;

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

/// Replaces the book by `bytes`. The caller holds the lock. `probe` is called
/// before each step and may fail it. Returns whether the change is durable:
/// when not, the new file is there, but the folder could not be synced. The old
/// file becomes the backup if it is one that opens, as `sound` says.
pub(super) fn replace(
    names: &Names,
    bytes: &[u8],
    sound: bool,
    mut probe: impl FnMut(Step) -> io::Result<()>,
) -> io::Result<bool> {
    let old = match fs::metadata(names.book()) {
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
    let temp = names.temp("");
    let mut put_in_place = || {
        write_temp(&temp, bytes, old.as_ref(), &mut probe)?;
        if let Some(old) = old.as_ref().filter(|_| sound) {
            probe(Step::Backup)?;
            keep_backup(names, old)?;
        }
        probe(Step::Commit)?;
        platform::rename(&temp, names.book())
    };
    if let Err(error) = put_in_place() {
        let _ = fs::remove_file(&temp);
        return Err(error);
    }
    Ok(probe(Step::SyncFolder).and_then(|()| folder.sync()).is_ok())
}

/// Writes and syncs the new file beside the old one, with its owner and at
/// most its mode, and reads it back.
fn write_temp(
    temp: &Path,
    bytes: &[u8],
    old: Option<&Metadata>,
    probe: &mut impl FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    probe(Step::CreateTemp)?;
    let mut file = platform::replacement(temp, old)?;
    probe(Step::Write)?;
    file.write_all(bytes)?;
    probe(Step::SyncTemp)?;
    file.sync_all()?;
    probe(Step::ReadBack)?;
    if holds(File::open(temp)?, bytes)? { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Whether a file holds these bytes and no more.
fn holds(mut file: impl Read, bytes: &[u8]) -> io::Result<bool> {
    let (mut left, mut piece) = (bytes, vec![0; PIECE]);
    loop {
        let read = match file.read(&mut piece) {
            Ok(0) => return Ok(left.is_empty()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let same = piece.get(..read).and_then(|read| left.strip_prefix(read));
        let Some(rest) = same else { return Ok(false) };
        left = rest;
    }
}

/// Gives the old file a second name. Renaming one name of a file onto another
/// name of the same file "succeeds" and does nothing, so the temporary name
/// is removed afterwards in any case.
fn keep_backup(names: &Names, old: &Metadata) -> io::Result<()> {
    let temp = names.temp(".bak");
    platform::link_or_copy(names.book(), old, &temp, &names.temp(".copy"))?;
    let renamed = platform::rename(&temp, &names.backup());
    match fs::remove_file(&temp) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => renamed.and(Err(error)),
        _ => renamed,
    }
}

#[cfg(test)]
mod tests;
