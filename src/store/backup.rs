//! Older copies of the book.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date};

use super::{format, names::Names, platform};
use crate::domain::{Book, Case, Entry};

/// How many dated copies are kept.
const KEPT: usize = 7;
/// No copy is larger; a device file may be.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A copy of the book that opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub book: Book,
    /// When something was done last in it.
    pub last: Option<Timestamp>,
}

impl Backup {
    /// The copy at a path, if it opens.
    pub(super) fn read(path: PathBuf) -> Option<Self> {
        let about = fs::metadata(&path).ok()?;
        if !about.is_file() || about.len() > LARGEST {
            return None;
        }
        let mut bytes = Vec::new();
        fs::File::open(&path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
        let (book, _) = format::read(&bytes).ok()?;
        let last = last_change(&book);
        Some(Self { path, book, last })
    }
}

fn last_change(book: &Book) -> Option<Timestamp> {
    let cases = book.cases.iter().chain(&book.taken_back);
    let entries = |case: &Arc<Case>| {
        let at = |entry: &Entry| entry.at;
        case.history.iter().map(at).chain(case.undone.iter().map(at)).max()
    };
    cases.filter_map(entries).max()
}

/// Keeps a copy of the book as it is before today's first change. Dated copies
/// beyond [`KEPT`] are removed, oldest first. When a copy cannot be kept, the
/// save goes on without it.
pub(super) fn keep_dated(names: &Names, today: Date) {
    let copy = names.dated(&today.to_string());
    if copy.exists() || copy_of(names.book(), &copy, names).is_err() {
        return;
    }
    let copies: Vec<PathBuf> = dated(names)
        .into_iter()
        .filter(|(_, number)| number.is_none())
        .map(|(path, _)| path)
        .collect();
    let extra = copies.len().saturating_sub(KEPT);
    for old in copies.into_iter().take(extra) {
        let _ = fs::remove_file(old);
    }
}

/// Keeps a file of ours that is about to be replaced by something that does not
/// follow from it. Such copies are numbered and never removed.
pub(super) fn keep_aside(names: &Names, file: &Path, today: Date) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let copy = names.dated(&format!("{today}-{number}"));
        match copy_of(file, &copy, names) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number = number.saturating_add(1);
            }
            other => return other.map(|()| copy),
        }
    }
}

/// A second name, or a whole copy where there are none.
fn copy_of(file: &Path, copy: &Path, names: &Names) -> io::Result<()> {
    if copy.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    platform::link_or_copy(file, copy, &names.temp(".copy"))
}

/// The copies that carry a date, and the number of those kept aside, oldest
/// first. A name that only looks like ours is somebody else's.
fn dated(names: &Names) -> Vec<(PathBuf, Option<u32>)> {
    // A name without its date, `progress.ron..bak`, tells where the date goes.
    let undated = names.dated("");
    let undated = undated.file_name().unwrap_or_default().as_encoded_bytes();
    let before = undated.strip_suffix(b".bak").unwrap_or(undated);
    let Ok(entries) = fs::read_dir(names.folder()) else { return Vec::new() };
    let mut copies: Vec<(PathBuf, Option<u32>)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let name = name.as_encoded_bytes();
            let date = name.strip_prefix(before)?.strip_suffix(b".bak")?;
            let date = std::str::from_utf8(date).ok()?;
            let (day, number) = date.split_at_checked("2026-11-22".len())?;
            day.parse::<Date>().ok()?;
            let number = match number.strip_prefix('-') {
                Some(number) => Some(number.parse().ok()?),
                None if number.is_empty() => None,
                None => return None,
            };
            Some((entry.path(), number))
        })
        .collect();
    copies.sort();
    copies
}

/// Every copy that opens, the one with the latest change first: a clock that was
/// wrong once gives a name that says nothing.
pub(super) fn all(names: &Names) -> Vec<Backup> {
    let paths = dated(names).into_iter().map(|(path, _)| path).chain([names.backup()]);
    let mut all: Vec<Backup> = paths.filter_map(Backup::read).collect();
    // The copy of the last save comes before others of the same content.
    all.reverse();
    all.sort_by_key(|one| std::cmp::Reverse(one.last));
    all
}

/// The newest backup that can be read.
pub(super) fn newest_readable(names: &Names) -> Option<PathBuf> {
    all(names).into_iter().next().map(|one| one.path)
}
