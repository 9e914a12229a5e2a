//! Older copies of the book.

use std::{fs, path::PathBuf};

use jiff::civil::Date;

use super::{format, names::Names, platform};

/// How many dated copies are kept.
const KEPT: usize = 7;

/// Keeps a copy of the book as it is before today's first change. Dated copies
/// beyond [`KEPT`] are removed, oldest first. When a copy cannot be kept, the
/// save goes on without it.
pub(super) fn keep_dated(names: &Names, today: Date) {
    let copy = names.dated(&today.to_string());
    if platform::link(names.book(), &copy).is_err() {
        return;
    }
    let copies = dated(names);
    let extra = copies.len().saturating_sub(KEPT);
    for old in copies.into_iter().take(extra) {
        let _ = fs::remove_file(old);
    }
}

/// The dated copies, oldest first.
fn dated(names: &Names) -> Vec<PathBuf> {
    // A name without its date, `progress.ron..bak`, tells where the date goes.
    let undated = names.dated("");
    let undated = undated.file_name().unwrap_or_default().as_encoded_bytes();
    let before = undated.strip_suffix(b".bak").unwrap_or(undated);
    let Ok(entries) = fs::read_dir(names.folder()) else { return Vec::new() };
    let mut copies: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.as_encoded_bytes();
            let date = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(b".bak"));
            date.is_some_and(|date| date.len() == "2026-11-22".len())
        })
        .map(|entry| entry.path())
        .collect();
    copies.sort();
    copies
}

/// The newest backup that can be read: the last save's, else the latest day's.
pub(super) fn newest_readable(names: &Names) -> Option<PathBuf> {
    let mut candidates = dated(names);
    candidates.push(names.backup());
    let opens = |path: &PathBuf| fs::read(path).is_ok_and(|bytes| format::read(&bytes).is_ok());
    candidates.into_iter().rev().find(opens)
}
