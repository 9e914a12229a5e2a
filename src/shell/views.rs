//! What the person was looking at, in the state folder.
//!
//! Owns: `views.ron`. Losing it costs a key press, so no fault here ever stops
//! anything. Must not know: what the parts of a view mean.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::state_file::{read, sweep, write};
use crate::app::View;

/// By the paths of the books.
type All = BTreeMap<String, View>;

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

    /// What was kept, or a view of the beginning.
    pub fn load(&self) -> View {
        read::<All>(&self.file).remove(&self.book).unwrap_or_default()
    }

    /// Takes away what killed runs have left half written.
    pub fn sweep(&self) {
        sweep(&self.file);
    }

    /// Keeps a view, if that is possible.
    pub fn keep(&self, view: &View) {
        let mut all: All = read(&self.file);
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
        let _ = write(&self.file, &all, DEPTH);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::text::{read_written, ron_options};

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
        // No process has this number.
        let left = views.file.with_file_name("views.4194999.tmp");
        fs::write(&left, "half").expect("writes");
        views.sweep();
        assert!(!left.exists() && views.load() == view);
        fs::write(folder.path().join("state").join("views.ron"), [0; 9]).expect("writes");
        assert_eq!(views.load(), View::default());
    }
}
