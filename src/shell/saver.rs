//! The thread that saves. It has room for one book: while it is busy, a newer
//! book takes the place of the one that waits, so a key never waits for the
//! disk and the disk never falls behind.

use std::{
    io::Write as _,
    os::unix::net::UnixStream,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::civil::Date;

use crate::{
    domain::{Attachment, Book},
    store::{SaveError, Seal, Store, Unreadable},
};

use super::{
    fingerprint::{Unattachable, fingerprint},
    scanning::ScanReport,
};

/// What a thread has to tell the event loop.
#[derive(Debug)]
pub(super) enum Report {
    /// The book is on disk up to this change.
    Saved { upto: u64, durable: bool },
    /// It is not.
    Failed(SaveError),
    /// Somebody else saved; this is what the file holds, and the number of
    /// the ground that later saves stand on.
    Elsewhere { book: Box<Book>, ground: u64 },
    /// The file was read again.
    Loaded { book: Box<Book>, ground: u64 },
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// A file was fingerprinted.
    Fingerprinted(u64, Result<Attachment, Unattachable>),
    /// What the scan of a ticket reports.
    Scan(u64, ScanReport),
}

/// A book to save.
pub(super) struct Job {
    pub(super) book: Box<Book>,
    pub(super) upto: u64,
    /// The ground it stands on. A book made before somebody else's changes
    /// were seen must not be written over them.
    pub(super) ground: u64,
    pub(super) today: Date,
}

#[derive(Default)]
struct Slot {
    job: Option<Job>,
    reload: bool,
    busy: bool,
}

type Shared = Arc<(Mutex<Slot>, Condvar)>;

fn lock(shared: &Shared) -> MutexGuard<'_, Slot> {
    // The slot is plain data: a panic while it was held left nothing half done.
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The near side of the thread.
pub(super) struct Saver {
    shared: Shared,
    sender: Sender<Report>,
    wake: UnixStream,
    reports: Receiver<Report>,
}

impl Saver {
    /// Starts the thread on a store whose file holds what `seal` says. It
    /// writes a byte to `wake` with every report.
    pub(super) fn start(store: Store, seal: Seal, wake: UnixStream) -> std::io::Result<Self> {
        let (sender, reports) = channel();
        let shared = Shared::default();
        let far = Far {
            store,
            seal,
            ground: 0,
            shared: shared.clone(),
            outlet: Outlet { sender: sender.clone(), wake: wake.try_clone()? },
        };
        thread::Builder::new().name("saver".into()).spawn(move || far.run())?;
        Ok(Self { shared, sender, wake, reports })
    }

    /// Puts a book into the slot.
    pub(super) fn save(&self, job: Job) {
        lock(&self.shared).job = Some(job);
        self.shared.1.notify_all();
    }

    /// Asks for the file to be read again.
    pub(super) fn reload(&self) {
        lock(&self.shared).reload = true;
        self.shared.1.notify_all();
    }

    /// What has been reported since the last call.
    pub(super) fn reports(&self) -> Vec<Report> {
        self.reports.try_iter().collect()
    }

    /// A way for the signal thread to wait for the save under way.
    pub(super) fn drain(&self) -> Drain {
        Drain { shared: self.shared.clone() }
    }

    /// A way for another thread to report.
    pub(super) fn outlet(&self) -> std::io::Result<Outlet> {
        Ok(Outlet { sender: self.sender.clone(), wake: self.wake.try_clone()? })
    }

    /// Fingerprints a file on a thread of its own: it may be large.
    pub(super) fn fingerprint(&self, ticket: u64, path: String, today: Date) {
        let (sender, wake) = (self.sender.clone(), self.wake.try_clone());
        let work = move || {
            let made = fingerprint(&path, today);
            if let Ok(wake) = wake {
                Outlet { sender, wake }.send(Report::Fingerprinted(ticket, made));
            }
        };
        // Without a thread the person sees no answer and presses Enter again.
        let _ = thread::Builder::new().name("fingerprint".into()).spawn(work);
    }
}

/// Waits until nothing is left to save.
pub(super) struct Drain {
    shared: Shared,
}

impl Drain {
    pub(super) fn wait(&self, patience: Duration) {
        let mut slot = lock(&self.shared);
        let mut deadline = None;
        while slot.busy || slot.job.is_some() {
            let deadline = *deadline.get_or_insert_with(|| Instant::now() + patience);
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            let woken = self.shared.1.wait_timeout(slot, left);
            slot = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// Where a thread reports.
pub(super) struct Outlet {
    sender: Sender<Report>,
    wake: UnixStream,
}

impl Outlet {
    pub(super) fn send(&self, report: Report) {
        // When the loop is gone there is nobody to tell.
        let _ = self.sender.send(report);
        let _ = (&self.wake).write(&[0]);
    }
}

/// The far side: owns the store while it runs.
struct Far {
    store: Store,
    seal: Seal,
    ground: u64,
    shared: Shared,
    outlet: Outlet,
}

impl Far {
    fn run(mut self) {
        loop {
            let mut slot = lock(&self.shared);
            while slot.job.is_none() && !slot.reload {
                let woken = self.shared.1.wait(slot);
                slot = woken.unwrap_or_else(PoisonError::into_inner);
            }
            slot.busy = true;
            let (job, reload) = (slot.job.take(), std::mem::take(&mut slot.reload));
            drop(slot);
            if let Some(job) = job.filter(|job| job.ground == self.ground) {
                let report = self.save(&job);
                let locked = matches!(report, Report::Failed(SaveError::Locked));
                self.outlet.send(report);
                // Whoever holds the lock lets go some day: the book waits in
                // the slot, unless a newer one has come.
                if locked {
                    lock(&self.shared).job.get_or_insert(job);
                }
            }
            if reload {
                let report = self.load(|book, ground| Report::Loaded { book, ground });
                self.outlet.send(report);
            }
            lock(&self.shared).busy = false;
            self.shared.1.notify_all();
        }
    }

    fn save(&mut self, job: &Job) -> Report {
        let saved = self
            .store
            .lock()
            .and_then(|guard| self.store.save(&guard, &job.book, self.seal, job.today));
        match saved {
            Ok(saved) => {
                self.seal = saved.seal;
                Report::Saved { upto: job.upto, durable: saved.durable }
            }
            Err(SaveError::ChangedElsewhere) => {
                self.load(|book, ground| Report::Elsewhere { book, ground })
            }
            Err(error) => {
                if matches!(error, SaveError::Gone) {
                    // The person is told once; the next save makes it anew.
                    self.seal = Seal::default();
                }
                Report::Failed(error)
            }
        }
    }

    /// Reads the file again and makes it the new ground.
    fn load(&mut self, report: impl FnOnce(Box<Book>, u64) -> Report) -> Report {
        if self.seal != Seal::default() && self.store.is_gone() {
            // A missing file reads as a fresh book, which would wipe this one
            // from the screen.
            self.seal = Seal::default();
            return Report::Failed(SaveError::Gone);
        }
        match self.store.load() {
            Ok(loaded) => {
                self.seal = loaded.seal;
                self.ground += 1;
                report(Box::new(loaded.book), self.ground)
            }
            Err(unreadable) => Report::Unreadable(unreadable),
        }
    }
}
