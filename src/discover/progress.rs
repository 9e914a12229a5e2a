//! How far a scan is, and the way to cancel it.

use std::{
    io::{self, Read},
    sync::{
        OnceLock,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

/// Shared by the thread that scans and the one that waits.
#[derive(Debug, Default)]
pub struct ScanProgress {
    /// Bytes read so far, of all files.
    pub read: AtomicU64,
    /// Bytes read so far of each file, where there are several; [`Self::DONE`] when it
    /// is read.
    files: OnceLock<Vec<AtomicU64>>,
    /// Set by whoever waits: the next read ends the scan.
    pub cancelled: AtomicBool,
}

impl ScanProgress {
    /// What stands for a file that is read.
    const DONE: u64 = u64::MAX;

    /// There are so many files.
    pub(crate) fn begin(&self, count: usize) {
        let _ = self.files.set((0..count).map(|_| AtomicU64::new(0)).collect());
    }

    /// The file at this place is read.
    pub(crate) fn finish(&self, place: usize) {
        if let Some(file) = self.files.get().and_then(|files| files.get(place)) {
            file.store(Self::DONE, Ordering::Relaxed);
        }
    }

    /// How much of each file is read, of 100; `sizes` are their bytes.
    pub(crate) fn shares(&self, sizes: &[u64]) -> Vec<u64> {
        let files = self.files.get().map(Vec::as_slice).unwrap_or_default();
        let share = |(file, size): (&AtomicU64, &u64)| match file.load(Ordering::Relaxed) {
            Self::DONE => 100,
            // Only what is done is whole.
            read => read.saturating_mul(100).checked_div(*size).unwrap_or_default().min(99),
        };
        files.iter().zip(sizes).map(share).collect()
    }

    fn add(&self, place: usize, read: u64) {
        self.read.fetch_add(read, Ordering::Relaxed);
        if let Some(file) = self.files.get().and_then(|files| files.get(place)) {
            file.fetch_add(read, Ordering::Relaxed);
        }
    }
}

/// A reader that adds to the progress, and fails once the scan is cancelled.
pub(super) struct Counting<'a, R> {
    inner: R,
    progress: &'a ScanProgress,
    /// The place of the file among all.
    place: usize,
}

impl<'a, R> Counting<'a, R> {
    pub(super) fn new(inner: R, scan: (&'a ScanProgress, usize)) -> Self {
        let (progress, place) = scan;
        Self { inner, progress, place }
    }
}

/// The error of a reader that was cancelled.
pub(super) const CANCELLED: io::ErrorKind = io::ErrorKind::TimedOut;

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.progress.cancelled.load(Ordering::Relaxed) {
            return Err(CANCELLED.into());
        }
        let read = self.inner.read(buffer)?;
        self.progress.add(self.place, read as u64);
        Ok(read)
    }
}

impl<R: io::Seek> io::Seek for Counting<'_, R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
