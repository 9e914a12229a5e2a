//! What a file holds, if it can be a book: a regular file of sensible size.
//!
//! Must not know: where books lie, what becomes of them.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

use super::{
    Damage,
    format::{self, Digest},
};

/// No book is larger; a device file may be.
pub(super) const LARGEST: u64 = 64 * 1024 * 1024;

/// A regular file of sensible size, and its size; nothing when there is none.
fn open(path: &Path) -> Result<Option<(File, u64)>, Damage> {
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(Damage::Io)?,
    };
    if !about.is_file() {
        return Err(Damage::NotAFile);
    }
    if about.len() > LARGEST {
        return Err(Damage::TooLarge(about.len()));
    }
    Ok(Some((File::open(path).map_err(Damage::Io)?, about.len())))
}

/// The bytes of such a file.
pub(super) fn bytes_of(path: &Path) -> Result<Option<Vec<u8>>, Damage> {
    let Some((file, size)) = open(path)? else { return Ok(None) };
    let mut bytes = Vec::with_capacity(usize::try_from(size + 1).unwrap_or_default());
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Damage::Io)?;
    Ok(Some(bytes))
}

/// The digest of such a file.
pub(super) fn digest_at(path: &Path) -> Result<Option<Digest>, Damage> {
    let Some((file, _)) = open(path)? else { return Ok(None) };
    let digest = format::digest_read(file.take(LARGEST + 1)).map_err(Damage::Io)?;
    if digest.sealed {
        return Ok(Some(digest));
    }
    // An editor may have put something around the same lines.
    Ok(bytes_of(path)?.map(|bytes| format::digest(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No book is larger, and a file that is costs no memory.
    #[test]
    fn a_file_that_is_larger_than_any_book_is_refused_unread() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("progress.ron");
        let file = File::create(&path).expect("makes");
        // A file with a hole in place of so many bytes.
        file.set_len(LARGEST).expect("grows");
        let bytes = bytes_of(&path).expect("may be a book").expect("is there");
        assert_eq!(u64::try_from(bytes.len()), Ok(64 << 20));
        file.set_len(LARGEST + 1).expect("grows");
        for refused in [bytes_of(&path).err(), digest_at(&path).err()] {
            assert!(matches!(refused, Some(Damage::TooLarge(size)) if size == LARGEST + 1));
        }
    }

    /// What cannot be looked at is not taken for a file that is not there, whose place a
    /// new book would take.
    #[test]
    fn only_a_file_that_is_not_there_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("progress.ron");
        assert!(matches!(bytes_of(&path), Ok(None)));
        fs::write(&path, "").expect("writes");
        assert!(matches!(bytes_of(&path.join("below")), Err(Damage::Io(_))));
        assert!(matches!(digest_at(&path.join("below")), Err(Damage::Io(_))));
    }
    #[test]
    fn only_a_regular_file_of_sensible_size_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("progress.ron");
        assert!(matches!(open(&path), Ok(None)));
        let file = File::create(&path).expect("makes");
        file.set_len(LARGEST).expect("grows");
        assert!(matches!(open(&path), Ok(Some((_, LARGEST)))));
        file.set_len(LARGEST + 1).expect("grows");
        assert!(matches!(open(&path), Err(Damage::TooLarge(size)) if size == LARGEST + 1));
        assert!(matches!(open(folder.path()), Err(Damage::NotAFile)));
        if cfg!(unix) {
            let below = open(&path.join("progress.ron"));
            assert!(matches!(below, Err(Damage::Io(_))), "a file is no folder: {below:?}");
        }
    }
}
