//! The files that a person writes for ringoff: settings, keys, themes and playbooks.
//!
//! Owns: what may be read as one of them, how much of it, and the words for what may not.

use std::{
    io::{self, Read as _},
    path::Path,
};

use super::{io_words, open_regular};
use crate::text::Text;

/// No file of settings is larger, in bytes: a list of every day off for a century, and every
/// playbook in one file, are a tenth of it.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The text of a file. A pipe or a device is not opened, since a read of it might not end, and
/// of an endless file no more than [`LARGEST`] bytes are taken.
///
/// # Errors
/// What the system says; [`io::ErrorKind::InvalidInput`] for what is no regular file,
/// [`io::ErrorKind::FileTooLarge`] and, for what is not UTF-8, [`io::ErrorKind::InvalidData`].
pub(crate) fn read_own(path: &Path) -> io::Result<String> {
    let (file, _) = open_regular(path)?;
    let mut text = String::new();
    let read = file.take(LARGEST + 1).read_to_string(&mut text)?;
    let fits = u64::try_from(read).is_ok_and(|read| read <= LARGEST);
    if fits { Ok(text) } else { Err(io::ErrorKind::FileTooLarge.into()) }
}

/// Why [`read_own`] did not read a file.
pub(crate) fn own_words(text: &Text, error: &io::Error) -> String {
    let key = match error.kind() {
        io::ErrorKind::InvalidInput => "fault-not-a-file",
        io::ErrorKind::InvalidData => "fault-import-not-text",
        io::ErrorKind::FileTooLarge => "fault-own-too-large",
        _ => return io_words(text, error),
    };
    text.get(key).into_owned()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_endless_file_is_not_read_to_its_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.ron");
        fs::File::create(&path).and_then(|file| file.set_len(LARGEST)).expect("writes");
        assert_eq!(read_own(&path).expect("reads").len() as u64, LARGEST);
        fs::File::create(&path).and_then(|file| file.set_len(3 << 30)).expect("writes");
        let kind = |path: &Path| read_own(path).map_err(|error| error.kind()).expect_err("refused");
        assert_eq!(kind(&path), io::ErrorKind::FileTooLarge);
        assert_eq!(kind(folder.path()), io::ErrorKind::IsADirectory);
        #[cfg(unix)]
        assert_eq!(kind(Path::new("/dev/zero")), io::ErrorKind::InvalidInput);
    }
}
