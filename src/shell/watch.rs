//! Noticing that another program writes the book: another window, the command
//! line, an editor, a tool that syncs.
//!
//! Owns: the watch on the folder of the book, and the poll where the system
//! does not tell. Must not know: what a change means; the thread that saves
//! finds out whether there is one.

use std::{
    ffi::OsString,
    fs,
    path::Path,
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, SystemTime},
};

use ::notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode},
};

use super::{save_slot::Checker, system};

/// How often a file is looked at where the system does not tell of changes.
const PERIOD: Duration = Duration::from_millis(900);

/// Looks for changes until it is dropped. While nothing changes it does nothing,
/// unless it has to poll.
#[derive(Debug)]
pub(super) enum Watch {
    /// The system tells of changes in the folder.
    Told { _watcher: RecommendedWatcher },
    /// A thread looks now and then, and ends with the other end of this line.
    Polled { _alive: Sender<()> },
}

impl Watch {
    /// Has the file of the book looked at whenever somebody writes it.
    pub(super) fn start(book: &Path, checker: &Checker) -> Option<Self> {
        // The file that a link means is the one that is written.
        let book = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
        let folder = book.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // Before the first save there is nothing that the system could tell of.
        if !folder.is_dir() {
            return Self::polled(&book, checker.clone());
        }
        let name = book.file_name()?.to_owned();
        let told = (!system::is_shared(folder)).then(|| Self::told(folder, name, checker.clone()));
        let watch = told.flatten().or_else(|| Self::polled(&book, checker.clone()));
        // Somebody may have written it between the start and now.
        checker.check();
        watch
    }

    fn told(folder: &Path, name: OsString, checker: Checker) -> Option<Self> {
        let hear = move |event: ::notify::Result<Event>| {
            // What cannot be told is looked for.
            if event.is_ok_and(|event| !concerns(&event, &name)) {
                return;
            }
            checker.check();
        };
        let mut watcher = ::notify::recommended_watcher(hear).ok()?;
        watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        Some(Self::Told { _watcher: watcher })
    }

    fn polled(book: &Path, checker: Checker) -> Option<Self> {
        let (alive, line) = channel::<()>();
        let book = book.to_owned();
        let mut before = state(&book);
        let look = move || {
            while line.recv_timeout(PERIOD) == Err(RecvTimeoutError::Timeout) {
                let now = state(&book);
                if now != before {
                    before = now;
                    checker.check();
                }
            }
        };
        thread::Builder::new().name("watch".into()).spawn(look).ok()?;
        Some(Self::Polled { _alive: alive })
    }
}

/// Size and time of a file; nothing when it is gone.
fn state(book: &Path) -> Option<(u64, Option<SystemTime>)> {
    let about = fs::metadata(book).ok()?;
    Some((about.len(), about.modified().ok()))
}

/// Whether somebody may have written the file of this name.
fn concerns(event: &Event, name: &OsString) -> bool {
    let written = match event.kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    let here = |path: &std::path::PathBuf| path.file_name() == Some(name);
    event.need_rescan() || (written && (event.paths.is_empty() || event.paths.iter().any(here)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::notify::event::{CreateKind, ModifyKind, RenameMode};

    #[test]
    fn only_writing_the_book_concerns_it() {
        let name = OsString::from("progress.ron");
        let event = |kind, file: &str| Event::new(kind).add_path(Path::new("/a").join(file));
        let moved = EventKind::Modify(ModifyKind::Name(RenameMode::To));
        assert!(concerns(&event(moved, "progress.ron"), &name));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert!(concerns(&event(written, "progress.ron"), &name));
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(!concerns(&event(read, "progress.ron"), &name));
        let made = EventKind::Create(CreateKind::File);
        assert!(!concerns(&event(made, ".progress.ron.lock"), &name));
        assert!(!concerns(&event(made, "progress.ron.bak"), &name));
    }
}
