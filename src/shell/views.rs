//! What the person was looking at, in the state folder.
//!
//! Owns: `views.ron`. Losing it costs a key press, so no fault here ever stops
//! anything. Must not know: what the parts of a view mean.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    app::View,
    store::{private_file, private_folder},
    text::{read_written, ron_options, write_lines},
};

/// Views are kept for so many books.
const KEPT: usize = 20;

/// Each part of a view has a line.
const DEPTH: usize = 2;

/// The view of each book, by its path.
#[derive(Clone, Debug)]
pub struct Views {
    file: PathBuf,
    book: String,
}

impl Views {
    /// The view of `book`, kept in `folder`.
    pub fn new(folder: &Path, book: &Path) -> Self {
        Self { file: folder.join("views.ron"), book: book.display().to_string() }
    }

    fn all(&self) -> BTreeMap<String, View> {
        /// No state file of ours is larger.
        const LARGEST: u64 = 1024 * 1024;
        let sensible =
            fs::metadata(&self.file).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
        let read = if sensible { fs::read_to_string(&self.file).ok() } else { None };
        let of =
            |text: String| read_written(&text).ok().or_else(|| ron_options().from_str(&text).ok());
        read.and_then(of).unwrap_or_default()
    }

    /// What was kept, or a view of the beginning.
    pub fn load(&self) -> View {
        self.all().remove(&self.book).unwrap_or_default()
    }

    /// Keeps a view, if that is possible.
    pub fn keep(&self, view: &View) {
        let mut all = self.all();
        if all.get(&self.book) == Some(view) {
            return;
        }
        all.insert(self.book.clone(), view.clone());
        while all.len() > KEPT {
            let other = all.keys().find(|book| **book != self.book).cloned();
            let Some(other) = other else { break };
            all.remove(&other);
        }
        // The next view is kept again, so a fault now is passed over.
        let _ = self.write(&all);
    }

    fn write(&self, all: &BTreeMap<String, View>) -> io::Result<()> {
        let mut text = String::new();
        write_lines(all, DEPTH, &mut text).map_err(io::Error::other)?;
        if let Some(folder) = self.file.parent() {
            private_folder(folder)?;
        }
        // One name for all processes: what a killed one left is written over.
        let temp = self.file.with_extension("tmp");
        let written = private_file(&temp, true)
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .and_then(|()| fs::rename(&temp, &self.file));
        if written.is_err() {
            let _ = fs::remove_file(&temp);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_comes_back_and_a_damaged_file_is_the_beginning() {
        let folder = tempfile::tempdir().expect("a folder");
        let views = Views::new(&folder.path().join("state"), Path::new("/b/progress.ron"));
        assert_eq!(views.load(), View::default());
        let view = View { pane: "accounts".into(), revealed: true, ..View::default() };
        views.keep(&view);
        assert_eq!(views.load(), view);
        // As at every start: a reader of all RON need not be fetched for it.
        let text = fs::read_to_string(&views.file).expect("reads");
        let read: BTreeMap<String, View> = read_written(&text).expect("as ringoff writes");
        assert_eq!(read.get(&views.book), Some(&view));
        assert_eq!(ron_options().from_str(&text), Ok(read), "both readers agree");
        fs::write(folder.path().join("state").join("views.ron"), [0; 9]).expect("writes");
        assert_eq!(views.load(), View::default());
    }
}
