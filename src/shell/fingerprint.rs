//! Size and SHA-256 of a file that stands for a document.
//!
//! Owns: reading it. Must not know: the document, the words for what goes
//! wrong.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::typed_path::is_elsewhere;
use crate::domain::{Attachment, hex};

/// Why a file cannot stand for a document, with its path.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum Unattachable {
    /// The system would not read it.
    Io(String, io::Error),
    /// It is a folder.
    Folder(String),
    /// It is a device or the like.
    NotAFile(String),
    /// Its name is no text; the book could not write it down.
    NotText(String),
}

/// Reads a file once, on the day `today`. The path is kept absolute, so that
/// it means the same from every folder. The file is never copied.
pub(crate) fn fingerprint(path: &Path, today: Date) -> Result<Attachment, Unattachable> {
    if is_elsewhere(path) {
        let name = path.display().to_string();
        return Err(Unattachable::Io(name, io::ErrorKind::NotFound.into()));
    }
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = path.display().to_string();
    let Some(kept) = path.to_str() else { return Err(Unattachable::NotText(name)) };
    let io = |error| Unattachable::Io(name.clone(), error);
    // Asked before opening: opening a pipe would wait for a writer.
    let about = std::fs::metadata(&path).map_err(io)?;
    if about.is_dir() {
        return Err(Unattachable::Folder(name));
    }
    if !about.is_file() {
        return Err(Unattachable::NotAFile(name));
    }
    let mut file = File::open(&path).map_err(io)?;
    let (mut hash, mut size) = (Sha256::new(), 0);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer).map_err(io)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
        size += read as u64;
    }
    let sha256 = hex(&hash.finalize());
    Ok(Attachment { path: kept.to_owned(), size, sha256, on: today })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_file_is_told_by_its_size_and_hash() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("passport.pdf");
        std::fs::write(&path, "made up").expect("writes");
        let today = date(2026, 11, 5);
        let file = fingerprint(&path, today).expect("reads");
        assert_eq!(file.size, 7);
        assert_eq!(&file.sha256[..12], "48168fa99cb7");
        assert!(matches!(fingerprint(folder.path(), today), Err(Unattachable::Folder(_))));
        let missing = fingerprint(Path::new("/nowhere/at/all"), today);
        assert!(matches!(missing, Err(Unattachable::Io(..))));
        // No folder of ours is put before what lies elsewhere.
        let elsewhere = fingerprint(Path::new("file://box/a"), today);
        assert!(matches!(elsewhere, Err(Unattachable::Io(name, _)) if name == "file://box/a"));
    }
}
