//! The files of a scan: a folder stands for the files in it.
//!
//! Owns: walking folders, so that it always ends. Must not know: what is in the files.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Deepest folder in a folder that is looked into.
const DEEPEST: usize = 12;

/// Most files that folders stand for.
const MOST: usize = 5000;

/// Most entries that are looked at.
const MOST_ENTRIES: usize = 100_000;

/// A file of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ScanPath {
    pub(super) path: PathBuf,
    /// It was not named, but is in a folder that was.
    pub(super) in_folder: bool,
}

/// The files that are meant. A folder without files stays, and is told of.
pub(super) fn files_of(paths: &[PathBuf]) -> Vec<ScanPath> {
    let mut all: Vec<ScanPath> = Vec::new();
    for path in paths {
        let mut inside = Vec::new();
        if fs::metadata(path).is_ok_and(|about| about.is_dir()) {
            walk(path, &mut inside);
        }
        inside.truncate(MOST.saturating_sub(all.len()));
        if inside.is_empty() {
            all.push(ScanPath { path: path.clone(), in_folder: false });
        }
        all.extend(inside.into_iter().map(|path| ScanPath { path, in_folder: true }));
    }
    all
}

/// Adds the files in a folder, sorted. Links are not followed, so that no folder is
/// in itself; pipes and devices are passed over, since they may never end.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let (mut folders, mut looked) = (vec![(folder.to_owned(), 0)], 0);
    while let Some((folder, depth)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            looked += 1;
            if looked > MOST_ENTRIES || files.len() >= MOST {
                break;
            }
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.file_type() {
                Ok(kind) if hidden || kind.is_symlink() => {}
                Ok(kind) if kind.is_dir() && depth < DEEPEST => {
                    folders.push((entry.path(), depth + 1));
                }
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files.sort();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_its_files_and_a_loop_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("chats/a")).expect("makes");
        fs::create_dir(at("empty")).expect("makes");
        for name in ["chats/b.json", "chats/a/data.json", "chats/.hidden", "sms.xml"] {
            fs::write(at(name), "x").expect("writes");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("chats"), at("chats/a/again")).expect("links");
        let found = files_of(&[at("chats"), at("sms.xml"), at("empty"), at("nowhere")]);
        let found: Vec<(PathBuf, bool)> =
            found.into_iter().map(|one| (one.path, one.in_folder)).collect();
        assert_eq!(
            found,
            [
                (at("chats/a/data.json"), true),
                (at("chats/b.json"), true),
                (at("sms.xml"), false),
                (at("empty"), false),
                (at("nowhere"), false),
            ]
        );
    }
}
