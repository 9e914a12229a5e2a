//! Bytes of a stream in one fixed buffer: looked for, skipped, taken up to a
//! limit. However long a stretch is, no more of it is held than is wanted.

use std::{
    io::{self, Read},
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

/// How far a reading is, and whether it shall end.
#[derive(Debug, Default)]
pub struct Watch {
    /// Bytes read so far, of all files.
    pub read: AtomicU64,
    /// The person does not want to wait any longer.
    pub stop: AtomicBool,
}

/// A reader that is counted and can be stopped.
pub(super) struct Watched<'a, R> {
    inner: R,
    watch: &'a Watch,
}

impl<'a, R> Watched<'a, R> {
    pub(super) fn new(inner: R, watch: &'a Watch) -> Self {
        Self { inner, watch }
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.watch.stop.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let read = self.inner.read(buffer)?;
        self.watch.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl<R: io::Seek> io::Seek for Watched<'_, R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// The buffer and what is behind it.
pub(super) struct Bytes<R> {
    reader: R,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    /// Bytes before the buffer.
    gone: u64,
}

const ROOM: usize = 128 * 1024;

impl<R: Read> Bytes<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, buffer: vec![0; ROOM], from: 0, to: 0, gone: 0 }
    }

    /// How far the stream was read, in bytes.
    pub(super) fn offset(&self) -> u64 {
        self.gone + self.from as u64
    }

    /// What is in the buffer; empty at the end of the stream.
    pub(super) fn left(&mut self) -> io::Result<&[u8]> {
        if self.from == self.to {
            self.gone += self.to as u64;
            (self.from, self.to) = (0, 0);
            self.to = loop {
                match self.reader.read(&mut self.buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
        }
        Ok(self.buffer.get(self.from..self.to).unwrap_or_default())
    }

    pub(super) fn consume(&mut self, count: usize) {
        self.from = (self.from + count).min(self.to);
    }

    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.left()?.first().copied())
    }

    /// Takes everything before the next `mark` into `out`, up to `limit`
    /// bytes, and the mark itself away. False at the end of the stream.
    pub(super) fn take_to(
        &mut self,
        mark: u8,
        limit: usize,
        out: &mut Vec<u8>,
    ) -> io::Result<bool> {
        loop {
            let left = self.left()?;
            if left.is_empty() {
                return Ok(false);
            }
            let at = memchr::memchr(mark, left);
            let part = left.get(..at.unwrap_or(left.len())).unwrap_or_default();
            let room = limit.saturating_sub(out.len()).min(part.len());
            out.extend_from_slice(part.get(..room).unwrap_or_default());
            let count = part.len();
            self.consume(count + usize::from(at.is_some()));
            if at.is_some() {
                return Ok(true);
            }
        }
    }

    /// Passes over everything to the next `mark` and over the mark.
    pub(super) fn skip_to(&mut self, mark: u8) -> io::Result<bool> {
        self.take_to(mark, 0, &mut Vec::new())
    }

    /// Takes one line without its end, up to `limit` bytes of it. None at the
    /// end of the stream; whether the line was longer.
    pub(super) fn line(&mut self, limit: usize, out: &mut Vec<u8>) -> io::Result<Option<bool>> {
        out.clear();
        if self.left()?.is_empty() {
            return Ok(None);
        }
        let before = self.offset();
        self.take_to(b'\n', limit, out)?;
        let long = self.offset() - before > limit as u64 + 1;
        if out.last() == Some(&b'\r') {
            out.pop();
        }
        Ok(Some(long))
    }
}
