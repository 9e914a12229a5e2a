//! Where the book is, and the names of the files beside it that belong to it.
//! Sync tools can be told to ignore the ones with a leading dot.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use super::platform;

pub(super) struct Names {
    book: PathBuf,
    folder: PathBuf,
    file: OsString,
}

impl Names {
    /// The names for the file that `path` means: the end of a chain of links,
    /// so that a link to the book stays a link. The path itself when there is
    /// nothing yet.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let book = match dunce::canonicalize(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
                Ok(link) => path.parent().unwrap_or(Path::new("")).join(link),
                Err(_) => path.to_owned(),
            },
            other => other?,
        };
        let file = book.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
        let folder = book.parent().filter(|folder| !folder.as_os_str().is_empty());
        Ok(Self { folder: folder.unwrap_or(Path::new(".")).to_owned(), file, book })
    }

    pub(super) fn book(&self) -> &Path {
        &self.book
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

    pub(super) fn lock(&self) -> PathBuf {
        self.beside(".", ".lock")
    }

    /// The copy that the last save left.
    pub(super) fn backup(&self) -> PathBuf {
        self.beside("", ".bak")
    }

    /// A copy kept for days: `progress.ron.2026-11-22.bak`.
    pub(super) fn dated(&self, date: &str) -> PathBuf {
        self.beside("", &format!(".{date}.bak"))
    }

    /// A file that is renamed or removed before the save is over.
    pub(super) fn temp(&self, what: &str) -> PathBuf {
        self.beside(".", &format!(".{}{what}.tmp", std::process::id()))
    }

    /// Removes what a killed save left behind: files whose process is certainly
    /// gone. Only the holder of the lock may call it.
    pub(super) fn sweep(&self) {
        let beginning = self.beside(".", ".");
        let beginning = beginning.file_name().unwrap_or_default();
        platform::sweep(&self.folder, &beginning.to_string_lossy());
    }
}
