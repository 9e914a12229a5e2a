//! How far a scan is, and the way to cancel it.

use std::{
    io::{self, Read},
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

/// Shared by the thread that scans and the one that waits.
#[derive(Debug, Default)]
pub struct ScanProgress {
    /// Bytes read so far, of all files.
    pub read: AtomicU64,
    /// Set by whoever waits: the next read ends the scan.
    pub cancelled: AtomicBool,
}

/// A reader that adds to the progress, and fails once the scan is cancelled.
pub(super) struct Counting<'a, R> {
    inner: R,
    progress: &'a ScanProgress,
}

impl<'a, R> Counting<'a, R> {
    pub(super) fn new(inner: R, progress: &'a ScanProgress) -> Self {
        Self { inner, progress }
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
        self.progress.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl<R: io::Seek> io::Seek for Counting<'_, R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
