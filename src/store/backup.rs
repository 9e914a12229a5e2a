//! Older copies of the book.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::civil::Date;

use super::{format, replace::Names};

/// How many dated copies are kept.
const KEPT: usize = 7;

/// Keeps a copy of the book as it is before today's first change. Dated copies
/// beyond [`KEPT`] go, oldest first. Failing to keep one fails nothing.
pub(super) fn keep_dated(path: &Path, names: &Names, today: Date) {
    let copy = names.dated(&today.to_string());
    match fs::hard_link(path, &copy) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return,
        Err(_) => return,
    }
    let mut copies = dated(names);
    copies.sort();
    let extra = copies.len().saturating_sub(KEPT);
    for old in copies.into_iter().take(extra) {
        let _ = fs::remove_file(old);
    }
}

fn dated(names: &Names) -> Vec<PathBuf> {
    let first = names.dated("");
    let prefix = first.file_name().map(|name| name.as_encoded_bytes().to_vec()).unwrap_or_default();
    // `progress.ron..bak` without its last `.bak` is what every dated name
    // begins with.
    let prefix = prefix.strip_suffix(b".bak").unwrap_or(&prefix).to_vec();
    let Ok(entries) = fs::read_dir(names.folder()) else { return Vec::new() };
    let is_dated = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.as_encoded_bytes().to_vec());
        name.is_some_and(|name| {
            name.starts_with(&prefix)
                && name.ends_with(b".bak")
                && name.len() == prefix.len() + "2026-11-22.bak".len()
        })
    };
    entries.flatten().map(|entry| entry.path()).filter(is_dated).collect()
}

/// The newest backup that can be read: the last save's, else the latest day's.
pub(super) fn newest_readable(names: &Names) -> Option<PathBuf> {
    let mut candidates = dated(names);
    candidates.sort();
    candidates.push(names.backup());
    let opens = |path: &PathBuf| fs::read(path).is_ok_and(|bytes| format::read(&bytes).is_ok());
    candidates.into_iter().rev().find(opens)
}
