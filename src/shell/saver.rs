//! The thread that saves.
//!
//! Owns: the store while the dashboard runs, and a slot for one book. While
//! the thread is busy, a newer book takes the place of the one that waits: a
//! key never waits for the disk, and the disk never falls behind. Must not
//! know: what changed, what the replies lead to.

use std::{
    io, mem,
    path::{Path, PathBuf},
    sync::PoisonError,
    thread,
    time::Duration,
};

use jiff::civil::Date;

use super::{
    clock::Clock,
    known::Known,
    reply::{Reading, Reply, ReplySender},
    save_slot::{AllSaved, Checker, Errands, Job, Shared, lock},
};
use crate::{
    domain::{Book, Forgotten},
    store::{ConflictCopy, Loaded, Restored, SaveError, Seal, Store},
};

/// How long somebody else may take to write a file that does not read yet, and
/// how often it is looked at again.
const HALF_WRITTEN: Duration = Duration::from_millis(150);
const CHANCES: usize = 3;
/// So many of the versions that somebody made by hand are told from each other.
const SEEN: usize = 20;

/// What the host holds of the thread.
pub struct Saver {
    shared: Shared,
    path: PathBuf,
    /// What has to run on the thread, until it does.
    worker: Option<Worker>,
    /// The newest reading of the file that the host has heard of.
    base: u64,
}

impl Saver {
    /// For a store whose file holds the book that is known, as `seal` says.
    pub fn new(store: Store, known: Known, seal: Seal, clock: Clock, replies: ReplySender) -> Self {
        let shared = Shared::default();
        let path = store.path().to_owned();
        let (base, troubled) = (0, false);
        let worker = Worker {
            store,
            seal,
            clock,
            known,
            seen: Vec::new(),
            forgotten: Vec::new(),
            copies: Vec::new(),
            base,
            troubled,
            shared: shared.clone(),
            replies,
        };
        Self { shared, path, worker: Some(worker), base }
    }

    /// Starts the thread, unless it runs already. The first frame comes before it.
    pub(super) fn start(&mut self) -> io::Result<()> {
        let Some(worker) = self.worker.take() else { return Ok(()) };
        let mut slot = lock(&self.shared);
        // Until it has looked around, it is busy.
        (slot.running, slot.busy) = (true, true);
        drop(slot);
        thread::Builder::new().name("saver".into()).spawn(move || worker.run()).map(drop)
    }

    /// Asks for a book to be saved, whose newest change has the number `upto`.
    pub(super) fn save(&self, book: Box<Book>, upto: u64, today: Date) {
        lock(&self.shared).job = Some(Job { book, upto, base: self.base, today });
        self.shared.1.notify_all();
    }

    fn errand(&self, begin: impl FnOnce(&mut Errands)) {
        begin(&mut lock(&self.shared).errands);
        self.shared.1.notify_all();
    }

    /// Asks for the file to be read again.
    pub(super) fn reload(&self) {
        self.errand(|errands| errands.reload = true);
    }

    /// Asks for the backups.
    pub(super) fn list_backups(&self) {
        self.errand(|errands| errands.list = true);
    }

    /// Asks for a book in the place of the file, whatever that holds now.
    pub(super) fn restore(&self, book: Box<Book>, today: Date) {
        self.errand(|errands| errands.restore = Some((book, today)));
    }

    /// Where the book is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A way for another thread to have the file looked at.
    pub fn checker(&self) -> Checker {
        Checker { shared: self.shared.clone() }
    }

    /// Books that are saved from now on are based on what this reply brings.
    pub(super) fn hear(&mut self, reply: &Reply) {
        if let Reply::Elsewhere(read)
        | Reply::Loaded(read)
        | Reply::Live(read)
        | Reply::Restored(read, _) = reply
        {
            self.base = read.number;
        }
    }

    /// A way for another thread to wait for the save under way.
    pub fn all_saved(&self) -> AllSaved {
        AllSaved { shared: self.shared.clone() }
    }
}

/// A file that is found to be gone by a reading, where nothing was to be saved.
fn read_only(reply: Reply) -> Reply {
    match reply {
        Reply::SaveFailed(error) => Reply::ReadFailed(error),
        other => other,
    }
}

/// What runs on the thread.
struct Worker {
    store: Store,
    seal: Seal,
    /// When what somebody changed in the file itself is seen.
    clock: Clock,
    /// What this window last saved or read.
    known: Known,
    /// What the file was when it was last saved, and what somebody made of it by hand since,
    /// each time it was looked at, the newest last. No history in the file tells of it yet.
    /// Nothing while nobody has edited the file.
    seen: Vec<Book>,
    /// What was undone for good in this window: an older copy must not bring it
    /// back.
    forgotten: Vec<Forgotten>,
    /// Which copies of sync tools the host knows of, and what is new in each.
    copies: Vec<(PathBuf, usize)>,
    /// How often the file was read.
    base: u64,
    /// The host was told that the file is gone or damaged.
    troubled: bool,
    shared: Shared,
    replies: ReplySender,
}

impl Worker {
    fn run(mut self) {
        self.rest();
        loop {
            let mut slot = lock(&self.shared);
            while slot.job.is_none() && slot.errands.is_empty() {
                let woken = self.shared.1.wait(slot);
                slot = woken.unwrap_or_else(PoisonError::into_inner);
            }
            slot.busy = true;
            let (job, errands) = (slot.job.take(), std::mem::take(&mut slot.errands));
            drop(slot);
            if let Some((book, today)) = errands.restore {
                let reply = self.restore(&book, today);
                self.replies.send(reply);
            }
            if let Some(job) = job.filter(|job| job.base == self.base) {
                let reply = self.save(job);
                self.replies.send(reply);
            }
            if errands.reload {
                let reply = self.load(Reply::Loaded);
                self.replies.send(read_only(reply));
            } else if errands.check
                && let Some(reply) = self.check()
            {
                self.replies.send(read_only(reply));
            }
            if errands.list {
                self.replies.send(Reply::Backups(self.store.backups()));
            }
            self.rest();
        }
    }

    /// Looks for copies of sync tools; then there is nothing to do.
    fn rest(&mut self) {
        let copies = self.store.conflict_copies();
        let known = if copies.is_empty() { Book::default() } else { self.known.book() };
        let now = self.clock.now();
        let new = |one: ConflictCopy| {
            let book = one.book(&known, now)?;
            let count = book.changes_since(&known);
            (count > 0).then(|| (one.path, Box::new(book), count))
        };
        let copies: Vec<(PathBuf, Box<Book>, usize)> = copies.into_iter().filter_map(new).collect();
        let names: Vec<(PathBuf, usize)> =
            copies.iter().map(|(path, _, count)| (path.clone(), *count)).collect();
        if names != self.copies {
            self.copies = names;
            let copies = copies.into_iter().map(|(path, book, _)| (path, book)).collect();
            self.replies.send(Reply::Copies(copies));
        }
        lock(&self.shared).busy = false;
        self.shared.1.notify_all();
    }

    fn save(&mut self, job: Job) -> Reply {
        let saved = self
            .store
            .lock()
            .and_then(|guard| self.store.save(&guard, &job.book, self.seal, job.today));
        match saved {
            Ok(saved) => {
                self.seal = saved.seal;
                self.seen.clear();
                let known = mem::take(&mut self.known).into_book();
                self.forgotten.extend(known.forgotten_in(&job.book));
                self.known = Known::Book(job.book);
                Reply::Saved { upto: job.upto, durable: saved.durable }
            }
            Err(SaveError::ChangedElsewhere) => self.load(Reply::Elsewhere),
            Err(error) => {
                match error {
                    // The person is told once; the next save makes a new file.
                    SaveError::Gone => self.seal = Seal::default(),
                    // The lock is released some day: the book waits in the slot,
                    // unless a newer one has come.
                    SaveError::Locked => {
                        lock(&self.shared).job.get_or_insert(job);
                    }
                    _ => {}
                }
                Reply::SaveFailed(error)
            }
        }
    }

    /// Reads the file again if it is not what this window saved or read last. One
    /// that does not read may be half written: it gets another chance.
    fn check(&mut self) -> Option<Reply> {
        let is_known = |own: &Self| own.store.holds(own.seal);
        if is_known(self) {
            let mended = std::mem::take(&mut self.troubled) && self.seal != Seal::default();
            return mended.then(|| self.load(Reply::Live));
        }
        let reads = |own: &Self| !own.store.is_gone() && own.store.load().is_ok();
        for _ in 0..CHANCES {
            if reads(self) {
                break;
            }
            thread::sleep(HALF_WRITTEN);
        }
        if is_known(self) {
            return None;
        }
        let reply = self.load(Reply::Live);
        let trouble = !matches!(reply, Reply::Live(_));
        let told = std::mem::replace(&mut self.troubled, trouble);
        (!trouble || !told).then_some(reply)
    }

    /// Puts a book in the place of the file. What was there is kept aside.
    fn restore(&mut self, book: &Book, today: Date) -> Reply {
        let done = self.store.lock().and_then(|guard| self.store.restore(&guard, book, today));
        match done {
            Ok(Restored { saved, kept, book }) => {
                self.seal = saved.seal;
                self.seen.clear();
                self.base += 1;
                self.troubled = false;
                let book = Box::new(book);
                self.known = Known::Book(book.clone());
                Reply::Restored(Reading { book, number: self.base, revived: false }, kept)
            }
            Err(error) => Reply::SaveFailed(error),
        }
    }

    /// Reads the file again: from now on books are based on this reading.
    /// An older copy that was put in the place of what this window saved takes
    /// nothing away: both are merged.
    fn load(&mut self, reply: impl FnOnce(Reading) -> Reply) -> Reply {
        if !self.known.is_nothing() && self.store.is_gone() {
            // A missing file reads as a fresh book, which would take this one
            // off the screen.
            self.seal = Seal::default();
            return Reply::SaveFailed(SaveError::Gone);
        }
        match self.store.load() {
            Ok(loaded) => {
                let before = mem::replace(&mut self.seal, loaded.seal);
                self.base += 1;
                let known = mem::take(&mut self.known).into_book();
                let at = loaded.changed_at(self.clock.now());
                // A file that is nearer to a version before the newest is a copy of it.
                let made_from = if loaded.edited { self.made_from(&loaded.book) } else { None };
                let newest = self.seen.len().checked_sub(1);
                let earlier = made_from.filter(|at| Some(*at) != newest);
                let earlier = earlier.and_then(|at| self.seen.get(at)).cloned();
                let taken = match (&earlier, made_from) {
                    _ if !loaded.edited => None,
                    (Some(earlier), _) => loaded.book.with_hand_edits(earlier, at),
                    (None, Some(_)) => loaded.book.with_more_hand_edits(&known, at),
                    (None, None) => loaded.book.with_hand_edits(&known, at),
                };
                self.see(&loaded, &known);
                let (theirs, new) = match taken {
                    Some(taken) => (taken.clone(), Known::Book(Box::new(taken))),
                    None => (loaded.book, Known::Bytes(loaded.bytes)),
                };
                self.known = new;
                let common = earlier
                    .or_else(|| self.store.gone_back_from(&known, before, &theirs))
                    .unwrap_or_else(|| known.common_with(&theirs, &self.forgotten));
                let merged = Book::merge(&common, &known, &theirs).book;
                let revived = merged != theirs;
                if revived {
                    // Whatever comes before it is saved anew must not take it away either.
                    self.known = Known::Book(Box::new(merged.clone()));
                }
                reply(Reading { book: Box::new(merged), number: self.base, revived })
            }
            Err(unreadable) => Reply::Unreadable(unreadable),
        }
    }

    /// Which of the versions that were seen the file was made from: the nearest, of those
    /// whose history it has.
    fn made_from(&self, book: &Book) -> Option<usize> {
        let all = self.seen.iter().enumerate().rev();
        let same = all.filter(|(_, seen)| book.has_history_of(seen));
        same.min_by_key(|(_, seen)| book.differences(seen)).map(|(at, _)| at)
    }

    /// Remembers what somebody made of the file by hand.
    fn see(&mut self, loaded: &Loaded, known: &Book) {
        if !loaded.edited {
            self.seen.clear();
            return;
        }
        if self.seen.is_empty() {
            self.seen.push(known.clone());
        }
        if !self.seen.contains(&loaded.book) {
            if self.seen.len() >= SEEN {
                self.seen.remove(0);
            }
            self.seen.push(loaded.book.clone());
        }
    }
}
