//! Copies that a sync tool leaves beside the book when two machines changed it at
//! once. They are found by how the tools name them; nothing is done about them here.

use std::{fs, path::PathBuf};

use jiff::Timestamp;

use super::{Loaded, Store, Unreadable, names::Names};
use crate::domain::Book;

/// A copy that a sync tool has left.
#[derive(Debug)]
pub(crate) struct ConflictCopy {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What it holds, or why it cannot be read.
    pub(crate) held: Result<Loaded, Unreadable>,
}

impl ConflictCopy {
    /// Its book beside that of the progress file. Nothing if it cannot be read.
    pub(crate) fn book(&self, ours: &Book, now: Timestamp) -> Option<Book> {
        self.held.as_ref().ok().map(|held| held.as_copy_of(ours, now))
    }
}

impl Store {
    /// The copies that sync tools have left beside it.
    pub(crate) fn conflict_copies(&self) -> Vec<ConflictCopy> {
        self.names().map(|names| find(&names)).unwrap_or_default()
    }
}

/// The copies beside the book, by name.
fn find(names: &Names) -> Vec<ConflictCopy> {
    let Some(file) = names.book().file_name().and_then(|name| name.to_str()) else {
        return Vec::new();
    };
    let Ok(entries) = fs::read_dir(names.folder()) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| is_copy(file, name)))
        .map(|entry| entry.path())
        // Another name of the book itself is no copy.
        .filter(|path| dunce::canonicalize(path).ok().as_deref() != Some(names.book()))
        .collect();
    paths.sort();
    let copy = |path: PathBuf| ConflictCopy { held: Store::at(path.clone()).load(), path };
    paths.into_iter().map(copy).collect()
}

/// Whether a tool would give a copy of `file` this name.
fn is_copy(file: &str, name: &str) -> bool {
    let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
    let rest = name.strip_prefix(stem);
    let rest = match end {
        "" => rest,
        _ => rest.and_then(|rest| rest.strip_suffix(end)).and_then(|rest| rest.strip_suffix('.')),
    };
    let Some(rest) = rest else { return false };
    let numbered = |rest: &str| {
        rest.strip_prefix(' ').is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let told = rest.to_ascii_lowercase().contains("conflict");
    // Syncthing · ownCloud, pCloud and phones · Dropbox, Nextcloud and browsers, in any
    // language · iCloud · a copy that a person made on Windows · OneDrive, with the name of
    // the machine.
    rest.starts_with(".sync-conflict-")
        || (rest.starts_with(['_', '[']) && told)
        || rest.starts_with(" - ")
        || (rest.starts_with(" (") && rest.ends_with(')'))
        || numbered(rest)
        || (rest.starts_with('-') && rest.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_tools_give_are_known() {
        for name in [
            "progress.sync-conflict-20261105-101500-ABCDEF7.ron",
            "progress (Made Up's conflicted copy 2026-11-05).ron",
            "progress (conflicted copy 2026-11-05 101500).ron",
            "progress_conflict-20261105-101500.ron",
            "progress-LAPTOP.ron",
            "progress 2.ron",
            "progress (1).ron",
            "progress - Copy.ron",
            "progress - 副本.ron",
            "progress_LAPTOP_Nov-05-101500-2026_Conflict.ron",
            "progress[conflict].ron",
        ] {
            assert!(is_copy("progress.ron", name), "{name}");
        }
        for name in [
            "progress.ron",
            "progress.ron.bak",
            "progress.ron.2026-11-05.bak",
            ".progress.ron.lock",
            "progress .ron",
            "progress-.txt",
            "progress-.ron",
            "progress (1.ron",
            "progress 1).ron",
            "progress two.ron",
            "progress-.ron",
            "progress (1.ron",
            "progress two).ron",
            "other.ron",
        ] {
            assert!(!is_copy("progress.ron", name), "{name}");
        }
        assert!(is_copy("progress", "progress 2"), "a file whose name has no end");
        assert!(!is_copy("progress", "progress.bak"));
        assert!(is_copy("progress", "progress (1)") && !is_copy("progress", "progress"));
    }
}
