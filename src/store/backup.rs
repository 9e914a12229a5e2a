//! Older copies of the book.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use jiff::{Timestamp, civil::Date};

use super::{format, names::Names, platform};
use crate::domain::{Book, Case};

/// How many dated copies are kept.
pub(super) const KEPT: usize = 7;
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
        let last = book.last_change();
        Some(Self { path, book, last })
    }
}

/// Keeps a copy of the book as it is before today's first change, and says where. When a
/// copy cannot be kept, the save goes on without it.
pub(super) fn keep_dated(names: &Names, today: Date) -> Option<PathBuf> {
    let copy = names.dated(&today.to_string());
    (!copy.exists() && copy_of(names.book(), &copy, names).is_ok()).then_some(copy)
}

/// Removes dated copies beyond [`KEPT`] when the save made `copy`, oldest first; those of
/// days to come, which a wrong clock has left, take nobody's place. What was not saved
/// leaves no copy.
pub(super) fn settle_dated(names: &Names, today: Date, copy: Option<PathBuf>, saved: bool) {
    let Some(copy) = copy else { return };
    if !saved {
        let _ = fs::remove_file(copy);
        return;
    }
    let copies: Vec<PathBuf> = dated(names)
        .into_iter()
        .filter(|one| one.number.is_none() && one.day <= today)
        .map(|one| one.path)
        .collect();
    let extra = copies.len().saturating_sub(KEPT);
    for old in copies.into_iter().take(extra) {
        let _ = fs::remove_file(old);
    }
}

/// Keeps a file of ours that is about to be replaced by something that does not
/// follow from it. Such copies are numbered and never removed. A run that was cut short
/// may have kept it already.
pub(super) fn keep_aside(names: &Names, file: &Path, today: Date) -> io::Result<PathBuf> {
    let mut aside = dated(names).into_iter().filter(|one| one.number.is_some());
    if let Some(kept) = aside.find(|one| holds_the_same(&one.path, file)) {
        return Ok(kept.path);
    }
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
    platform::link_or_copy(file, &fs::metadata(file)?, copy, &names.temp(".copy"))
}

/// Whether two files hold the same. Those that cannot be read hold nothing.
fn holds_the_same(one: &Path, other: &Path) -> bool {
    let size = |path: &Path| {
        let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(about.len()).filter(|size| *size <= LARGEST)
    };
    size(one).is_some_and(|length| size(other) == Some(length))
        && matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// A copy that carries a date.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Dated {
    path: PathBuf,
    day: Date,
    /// That of a copy kept aside.
    number: Option<u32>,
}

/// The copies that carry a date, oldest first. A name that only looks like ours is
/// somebody else's.
fn dated(names: &Names) -> Vec<Dated> {
    // A name without its date, `progress.ron..bak`, tells where the date goes.
    let undated = names.dated("");
    let undated = undated.file_name().unwrap_or_default().as_encoded_bytes();
    let before = undated.strip_suffix(b".bak").unwrap_or(undated);
    let Ok(entries) = fs::read_dir(names.folder()) else { return Vec::new() };
    let mut copies: Vec<Dated> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let name = name.as_encoded_bytes();
            let date = name.strip_prefix(before)?.strip_suffix(b".bak")?;
            let date = std::str::from_utf8(date).ok()?;
            let (day, number) = date.split_at_checked("2026-11-22".len())?;
            let day = day.parse().ok()?;
            let number = match number.strip_prefix('-') {
                Some(number) => Some(number.parse().ok()?),
                None if number.is_empty() => None,
                None => return None,
            };
            Some(Dated { path: entry.path(), day, number })
        })
        .collect();
    copies.sort();
    copies
}

/// Every copy of a book, the one with the latest change first: a clock that was wrong
/// once gives a name that says nothing. One that does not open has its place by when it
/// was written, so that the others keep theirs.
#[derive(Debug, Default)]
pub(crate) struct Backups(pub(crate) Vec<Result<Backup, PathBuf>>);

impl Backups {
    /// Those that open.
    pub(crate) fn open(self) -> Vec<Backup> {
        self.0.into_iter().flatten().collect()
    }
}

/// Where the copies are, the oldest first. One kept aside by a run that was cut short
/// holds what the file still holds: it is nothing to go back to, and would take a number
/// from the others.
pub(super) fn paths(names: &Names) -> Vec<PathBuf> {
    let is_gone = |path: &PathBuf| {
        fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    let last = Some(names.backup()).filter(|path| !is_gone(path));
    let mut others = vec![names.book().to_owned()];
    others.extend(last.clone());
    let mut paths: Vec<PathBuf> = Vec::new();
    for one in dated(names).into_iter().filter(|one| !is_gone(&one.path)) {
        if one.number.is_none() {
            paths.push(one.path);
        } else if !others.iter().any(|other| holds_the_same(&one.path, other)) {
            others.push(one.path.clone());
            paths.push(one.path);
        }
    }
    paths.extend(last);
    paths
}

/// Every copy.
pub(super) fn all(names: &Names) -> Backups {
    let read = |path: PathBuf| Backup::read(path.clone()).ok_or(path);
    // The copy of the last save comes before others of the same content.
    let mut all: Vec<_> = paths(names).into_iter().rev().map(read).collect();
    let written = |path: &PathBuf| {
        fs::metadata(path).and_then(|about| about.modified()).ok()?.try_into().ok()
    };
    all.sort_by_key(|one| {
        std::cmp::Reverse(one.as_ref().map_or_else(written, |backup| backup.last))
    });
    Backups(all)
}

/// The backup of the last save if it has something that a file of so many bytes lacks, and
/// nobody has undone or gone back from. It is read only if it may: what is done makes a
/// book larger, unless something could be redone or had to be settled before.
pub(super) fn newer(names: &Names, size: u64, book: &Book) -> Option<Backup> {
    let path = names.backup();
    let shrinks = |case: &Case| !case.undone.is_empty() || !case.conflicts.is_empty();
    let may_shrink = !book.taken_back.is_empty() || book.cases.iter().any(|case| shrinks(case));
    let may_be_newer = may_shrink || fs::metadata(&path).ok()?.len() >= size;
    let backup = may_be_newer.then(|| Backup::read(path)).flatten();
    backup.filter(|backup| book.lacks(&backup.book))
}

/// The newest backup that can be read.
pub(super) fn newest_readable(names: &Names) -> Option<PathBuf> {
    all(names).open().into_iter().next().map(|one| one.path)
}
