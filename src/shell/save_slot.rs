//! What waits for the thread that saves, and the ways for other threads to it.
//!
//! Owns: one slot, in which a newer book takes the place of the one that waits. Must
//! not know: how anything is done.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use jiff::civil::Date;

use crate::domain::Book;

/// A book to save.
pub(super) struct Job {
    pub(super) book: Box<Book>,
    /// Number of the newest change in it.
    pub(super) upto: u64,
    /// The reading of the file that it is based on. A book made before
    /// somebody else's changes were seen must not be written over them.
    pub(super) base: u64,
    pub(super) today: Date,
}

/// What there is to do besides saving.
#[derive(Default)]
pub(super) struct Errands {
    /// Read the file again, and reply in any case.
    pub(super) reload: bool,
    /// Find out whether somebody else has written the file.
    pub(super) check: bool,
    /// List the backups.
    pub(super) list: bool,
    /// Put this book in the place of the file.
    pub(super) restore: Option<(Box<Book>, Date)>,
}

impl Errands {
    pub(super) fn is_empty(&self) -> bool {
        !self.reload && !self.check && !self.list && self.restore.is_none()
    }
}

#[derive(Default)]
pub(super) struct Slot {
    pub(super) job: Option<Job>,
    pub(super) errands: Errands,
    pub(super) busy: bool,
    /// There is a thread that takes what waits here.
    pub(super) running: bool,
}

pub(super) type Shared = Arc<(Mutex<Slot>, Condvar)>;

pub(super) fn lock(shared: &Shared) -> MutexGuard<'_, Slot> {
    // The slot is plain data: a panic while it was held left nothing half done.
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Has the file looked at: somebody may have written it.
#[derive(Clone)]
pub struct Checker {
    pub(super) shared: Shared,
}

impl Checker {
    /// Somebody may have written the file. The host hears of it only if what it
    /// holds is not what this window saved or read last.
    pub fn check(&self) {
        lock(&self.shared).errands.check = true;
        self.shared.1.notify_all();
    }
}

impl std::fmt::Debug for Checker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Checker")
    }
}

/// Waits until the thread has nothing left to do.
pub struct AllSaved {
    pub(super) shared: Shared,
}

impl std::fmt::Debug for AllSaved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AllSaved")
    }
}

impl AllSaved {
    /// Waits, at most for `limit`, and says whether everything was done. All
    /// replies have been sent then.
    pub fn wait(&self, limit: Duration) -> bool {
        let mut slot = lock(&self.shared);
        let mut deadline = None;
        while slot.running && (slot.busy || !slot.errands.is_empty() || slot.job.is_some()) {
            let deadline = *deadline.get_or_insert_with(|| Instant::now() + limit);
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            let woken = self.shared.1.wait_timeout(slot, left);
            slot = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}
