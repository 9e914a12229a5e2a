//! The bytes of a stream in one fixed buffer: searched, skipped, or taken up to
//! a limit. However long a record is, no more of it is held than is wanted.

use std::io::{self, Read};

/// The longest text that is taken from one field, in bytes. The rest of the
/// field is skipped.
pub(super) const LONGEST: usize = 16 * 1024;

const BUFFER: usize = 128 * 1024;

/// A buffer, and the stream that fills it.
pub(super) struct Bytes<'a> {
    reader: &'a mut dyn Read,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    /// How many bytes of the stream came before the buffer.
    before: u64,
    /// The last line had an end.
    ended_line: bool,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(reader: &'a mut dyn Read) -> Self {
        Self { reader, buffer: vec![0; BUFFER], from: 0, to: 0, before: 0, ended_line: true }
    }

    /// How many bytes of the stream are consumed.
    pub(super) fn offset(&self) -> u64 {
        self.before + self.from as u64
    }

    /// What the buffer holds; empty only at the end of the stream.
    pub(super) fn left(&mut self) -> io::Result<&[u8]> {
        if self.from == self.to {
            self.before += self.to as u64;
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

    /// Consumes everything up to the next `mark`, and the mark. Appends up to
    /// `limit` bytes of what stands before the mark to `out`. False when the
    /// stream ends before a mark.
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

    /// Consumes everything up to the next `mark`, and the mark. False when the
    /// stream ends before a mark.
    pub(super) fn skip_to(&mut self, mark: u8) -> io::Result<bool> {
        self.take_to(mark, 0, &mut Vec::new())
    }

    /// Whether the line that was taken last has an end.
    pub(super) fn ended_line(&self) -> bool {
        self.ended_line
    }

    /// Replaces `out` by the next line without its end, up to `limit` bytes of
    /// it. Says whether the line is longer than that; None at the end of the
    /// stream.
    pub(super) fn line(&mut self, limit: usize, out: &mut Vec<u8>) -> io::Result<Option<bool>> {
        out.clear();
        if self.left()?.is_empty() {
            return Ok(None);
        }
        let before = self.offset();
        self.ended_line = self.take_to(b'\n', limit, out)?;
        let long = self.offset() - before > limit as u64 + 1;
        if out.last() == Some(&b'\r') {
            out.pop();
        }
        Ok(Some(long))
    }
}
