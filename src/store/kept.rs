//! Which files hold somebody's progress: nothing else is written over them.

use std::{
    fs::{self, File},
    io::Read as _,
    path::Path,
};

use super::{Store, format, names::Names};

/// Bytes that are enough to tell a book from another file.
const BEGINNING: u64 = 8 * 1024;

/// Whether a file is a book, by how it begins. One that cannot be read is none.
pub(crate) fn is_book(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|of| of.is_file()));
    let read = file.map(|file| file.take(BEGINNING).read_to_end(&mut beginning));
    matches!(read, Some(Ok(_))) && format::begins_a_book(&beginning)
}

impl Store {
    /// Whether a path is another way to write that of the book.
    pub(crate) fn is_the_file(&self, path: &Path) -> bool {
        let own = Names::of(self.path()).ok();
        own.is_some_and(|own| dunce::canonicalize(path).is_ok_and(|path| path == own.book()))
    }

    /// Whether a file holds somebody's progress: the book, a backup or a copy of one, or what
    /// belongs to this book. Nothing else may be written over it.
    pub(crate) fn is_kept(&self, path: &Path) -> bool {
        let real = |path: &Path| dunce::canonicalize(path).ok();
        let own = Names::of(self.path()).ok().map(|names| [names.book().to_owned(), names.lock()]);
        let is_own = real(path)
            .is_some_and(|path| own.iter().flatten().any(|own| real(own).as_ref() == Some(&path)));
        // To look into a pipe would wait for whoever writes into it.
        is_own || fs::metadata(path).is_ok_and(|of| of.is_file()) && is_book(path)
    }
}
