//! The book file: loading and saving it.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    thread,
};

use jiff::{Timestamp, Unit, civil::Date};
use sha2::{Digest as _, Sha256};

use super::{
    Damage, Guard, Unreadable,
    backup::{self, Backup, Backups},
    contents::{LARGEST, bytes_of, digest_at},
    format::{self, Digest},
    lock,
    names::Names,
    platform::{self, Folder},
    replace::replace,
};
use crate::domain::{Book, hex};

/// More bytes than this are worth a thread.
const MANY: usize = 1 << 18;
/// So many digits of a SHA-256 tell one file from another.
const MARK: usize = 16;

/// What the file held when it was read: the SHA-256 of its bytes, or nothing
/// when there was no file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seal(Option<[u8; 32]>);

impl Seal {
    fn of(bytes: &[u8]) -> Self {
        Self(Some(Sha256::digest(bytes).into()))
    }

    /// What tells this file from another, short enough to be written down.
    fn mark(self) -> Option<String> {
        self.0.map(|sum| hex(&sum).chars().take(MARK).collect())
    }
}

/// A book as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The book; a fresh one when there is no file yet.
    pub book: Book,
    /// The bytes it was read from; none when there is no file yet.
    pub bytes: Vec<u8>,
    /// What the file held.
    pub seal: Seal,
    /// The check line does not agree: edited by hand, or damaged in a way
    /// that still reads.
    pub edited: bool,
    /// When the file was written, as the file system says.
    pub written: Option<Timestamp>,
}

impl Loaded {
    /// When the file was changed by hand: the same moment for everybody who sees it. A
    /// clock that is behind the file's is believed.
    pub(crate) fn changed_at(&self, now: Timestamp) -> Timestamp {
        let at = self.written.map_or(now, |written| written.min(now));
        at.round(Unit::Second).unwrap_or(at)
    }

    /// The book of a copy of `ours`: what somebody changed in the copy by hand is in no
    /// history, and counts as what was done in it does.
    pub(crate) fn as_copy_of(&self, ours: &Book, now: Timestamp) -> Book {
        let at = self.changed_at(now);
        let edited = self.edited.then(|| self.book.with_hand_edits(ours, at)).flatten();
        edited.unwrap_or_else(|| self.book.clone())
    }
}

/// A save that succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What the file holds now.
    pub seal: Seal,
    /// A power cut cannot undo it. When false, it is saved but the disk did
    /// not confirm it.
    pub durable: bool,
}

/// A backup that took the place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Restored {
    /// The save.
    pub(crate) saved: Saved,
    /// The copy of what was there.
    pub(crate) kept: Option<PathBuf>,
    /// The book as it was written, which says what it took the place of.
    pub(crate) book: Book,
}

/// A save that did not happen; the file is what it was.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum SaveError {
    /// The file is not the one that was read: somebody else saved meanwhile.
    ChangedElsewhere,
    /// The file that was read is gone.
    Gone,
    /// A newer ringoff wrote the file: its format version.
    Newer(u64),
    /// Another ringoff is saving and does not finish.
    Locked,
    /// The book breaks its own rules and could not be read back: a defect.
    Unsound(Damage),
    /// The book could not be put into words.
    Format(ron::Error),
    /// The system refused, on this file or folder.
    Io(PathBuf, io::Error),
}

/// Where the book lives.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
}

impl Store {
    /// The book at `path`. Nothing is read or made yet.
    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// True when there is no file now.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(fs::metadata(&self.path), Err(error) if error.kind() == io::ErrorKind::NotFound)
    }

    /// The format version of a file that a newer ringoff wrote.
    pub(crate) fn newer(&self) -> Option<u64> {
        match self.load() {
            Err(Unreadable { damage: Damage::Newer(version), .. }) => Some(version),
            _ => None,
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the book. A missing file is a fresh book; anything else that is
    /// not a book is refused.
    pub fn load(&self) -> Result<Loaded, Unreadable> {
        let refused = |damage| {
            let backup = self.backup();
            Unreadable { path: self.path.clone(), damage, backup }
        };
        let Some(bytes) = bytes_of(&self.path).map_err(refused)? else {
            return Ok(Loaded {
                book: Book::default(),
                bytes: Vec::new(),
                seal: Seal(None),
                edited: false,
                written: None,
            });
        };
        let (book, Digest { whole, sealed }) = read_with_digest(&bytes);
        let book = book.map_err(refused)?;
        let written = fs::metadata(&self.path).and_then(|about| about.modified());
        let written = written.ok().and_then(|time| Timestamp::try_from(time).ok());
        Ok(Loaded { book, bytes, seal: Seal(Some(whole)), edited: !sealed, written })
    }

    /// Whether the file is what the seal says.
    pub(crate) fn holds(&self, seal: Seal) -> bool {
        digest_at(&self.path).is_ok_and(|digest| Seal(digest.map(|digest| digest.whole)) == seal)
    }

    /// The newest backup that can be read, if there is one.
    pub fn backup(&self) -> Option<PathBuf> {
        backup::newest_readable(&self.names().ok()?)
    }

    /// Takes the lock, making the folder if there is none, and removes what a killed run
    /// has left half written. To read in order to write, take it before reading.
    pub fn lock(&self) -> Result<Guard, SaveError> {
        let names = self.names()?;
        let made = make_folder(names.folder()).and_then(|()| lock::take(&names));
        let guard = made.map_err(|error| SaveError::Io(names.folder().to_owned(), error))?;
        let guard = guard.ok_or(SaveError::Locked)?;
        // Here, not where it is saved: a run that finds nothing to change takes away what a
        // killed one has left as well.
        names.sweep();
        Ok(guard)
    }

    /// Replaces the file by `book`, provided it still is what `base` says.
    /// Returns only when the disk has it.
    pub fn save(
        &self,
        _guard: &Guard,
        book: &Book,
        base: Seal,
        today: Date,
    ) -> Result<Saved, SaveError> {
        let names = self.names()?;
        let io = |error| SaveError::Io(names.book().to_owned(), error);
        // What is written is mostly what was there, and a change.
        let size = fs::metadata(names.book()).map_or(0, |about| about.len());
        let room = usize::try_from(size + size / 8).unwrap_or_default();
        let (printed, digest) =
            both(room > MANY, || printed(book, room), || digest_at(names.book()));
        let digest = match digest {
            Ok(digest) => digest,
            Err(Damage::Io(error)) => return Err(io(error)),
            Err(_) => return Err(SaveError::ChangedElsewhere),
        };
        let now = Seal(digest.as_ref().map(|digest| digest.whole));
        let sealed = digest.is_none_or(|digest| digest.sealed);
        if now != base {
            let gone = now == Seal(None);
            return Err(if gone { SaveError::Gone } else { SaveError::ChangedElsewhere });
        }
        let (text, seal) = printed?;
        let mut dated = None;
        if now == Seal(None) {
            // The file is gone, and the next save but one would take the place
            // of the copy that is left of it.
            let left = names.backup();
            if left.exists() {
                backup::keep_aside(&names, &left, today).map_err(io)?;
            }
        } else if sealed {
            dated = backup::keep_dated(&names, today);
        } else {
            // This save seals what somebody edited or a disk damaged: the file
            // as it was can still tell.
            backup::keep_aside(&names, names.book(), today).map_err(io)?;
        }
        if let Some(newer) = backup::newer(&names, size, book) {
            backup::keep_aside(&names, &newer.path, today).map_err(io)?;
        }
        let replaced = replace(&names, text.as_bytes(), true, |_| Ok(()));
        backup::settle_dated(&names, today, dated, replaced.is_ok());
        Ok(Saved { seal, durable: replaced.map_err(io)? })
    }

    /// Every backup that opens, the newest first.
    pub fn backups(&self) -> Vec<Backup> {
        self.all_backups().open()
    }

    /// Every backup, also those that do not open.
    pub(crate) fn all_backups(&self) -> Backups {
        self.names().map(|names| backup::all(&names)).unwrap_or_default()
    }

    /// The copy at a path, if it opens.
    pub(crate) fn copy_at(path: PathBuf) -> Option<Backup> {
        Backup::read(path)
    }

    /// Puts the book of a backup in the place of the file, whatever that is, unless a
    /// newer ringoff wrote it: nothing is wrong with that one. What was there is kept
    /// aside.
    pub(crate) fn restore(
        &self,
        _guard: &Guard,
        book: &Book,
        today: Date,
    ) -> Result<Restored, SaveError> {
        let names = self.names()?;
        let io = |error| SaveError::Io(names.book().to_owned(), error);
        if let Some(version) = self.newer() {
            return Err(SaveError::Newer(version));
        }
        // Whoever has the file open can tell it from an older copy by this. A disk may
        // fail once; one that fails for good must not keep a backup out.
        let read = bytes_of(names.book()).or_else(|_| bytes_of(names.book()));
        let mark = match read {
            Ok(Some(bytes)) => Seal::of(&bytes).mark(),
            _ => None,
        };
        let mut book = book.clone();
        if let Some(mark) = mark.filter(|mark| !book.restored.contains(mark)) {
            book.restored.push(mark);
        }
        let (text, seal) = printed(&book, 0)?;
        let kept = if names.book().exists() {
            Some(backup::keep_aside(&names, names.book(), today).map_err(io)?)
        } else {
            None
        };
        let durable = replace(&names, text.as_bytes(), false, |_| Ok(())).map_err(io)?;
        Ok(Restored { saved: Saved { seal, durable }, kept, book })
    }

    /// What `ours`, which the seal says was in the file, and `theirs` both go back to,
    /// where `theirs` is a backup that somebody went back to, and what was done since:
    /// what it lacks of the file that it took the place of was meant to go. Nothing
    /// where there is no such file any more.
    pub(crate) fn gone_back_from(&self, ours: &Book, seal: Seal, theirs: &Book) -> Option<Book> {
        let is_new =
            |mark: &String| theirs.restored.contains(mark) && !ours.restored.contains(mark);
        if theirs.restored.iter().all(|mark| !is_new(mark)) {
            return None;
        }
        if seal.mark().is_some_and(|mark| is_new(&mark)) {
            return Some(ours.clone());
        }
        let paths = backup::paths(&self.names().ok()?);
        paths.into_iter().rev().find_map(|path| {
            let bytes = bytes_of(&path).ok()??;
            let replaced = Seal::of(&bytes).mark().is_some_and(|mark| is_new(&mark));
            if replaced { format::read_book(&bytes).ok() } else { None }
        })
    }

    /// The folder of the file, whatever links lead there, and its name.
    pub(crate) fn place(&self) -> Result<(PathBuf, OsString), SaveError> {
        let names = self.names()?;
        let folder = fs::canonicalize(names.folder());
        let folder = folder.map_err(|error| SaveError::Io(names.folder().to_owned(), error))?;
        Ok((folder, names.book().file_name().unwrap_or_default().to_owned()))
    }

    /// Whether something can be written beside the book.
    pub(crate) fn try_write(&self) -> Result<(), SaveError> {
        let names = self.names()?;
        let old = fs::metadata(names.book()).ok();
        let place = if old.is_some() { names.book() } else { names.folder() };
        let is_there = names.folder().exists();
        let try_it = || platform::try_write(&names.temp(".try"), old.as_ref());
        let tried = if is_there { try_it() } else { Ok(()) };
        tried.map_err(|error| SaveError::Io(place.to_owned(), error))
    }

    pub(super) fn names(&self) -> Result<Names, SaveError> {
        Names::of(&self.path).map_err(|error| SaveError::Io(self.path.clone(), error))
    }
}

/// The text of a book that will open again, and what a file of it holds.
fn printed(book: &Book, room: usize) -> Result<(String, Seal), SaveError> {
    format::unique(book).map_err(SaveError::Unsound)?;
    let (text, whole) = format::print_with_digest(book, room).map_err(SaveError::Format)?;
    let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
    if size > LARGEST {
        return Err(SaveError::Unsound(Damage::TooLarge(size)));
    }
    Ok((text, Seal(Some(whole))))
}

/// What the bytes say and their digest: neither needs the other.
fn read_with_digest(bytes: &[u8]) -> (Result<Book, Damage>, Digest) {
    both(bytes.len() > MANY, || format::read_book(bytes), || format::digest(bytes))
}

/// What two things give, done at once where that is `worth` a thread: a person waits for
/// both.
fn both<T, U: Send>(
    worth: bool,
    here: impl FnOnce() -> T,
    beside: impl Fn() -> U + Sync,
) -> (T, U) {
    thread::scope(|scope| {
        let thread = worth.then(|| thread::Builder::new().spawn_scoped(scope, &beside).ok());
        let here = here();
        let made = thread.flatten().and_then(|thread| thread.join().ok());
        (here, made.unwrap_or_else(&beside))
    })
}

/// Makes the folder for its owner only, and makes sure its name lasts.
fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Err(error) = platform::private_folder(folder) {
        // A link to a folder that is not there.
        let dangles = error.kind() == io::ErrorKind::AlreadyExists;
        return Err(if dangles { io::ErrorKind::NotFound.into() } else { error });
    }
    match folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => Folder::open(parent)?.sync(),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
