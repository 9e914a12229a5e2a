//! The text of `progress.ron`.
//!
//! The version is an ordinary enum around the book. The newest version is the
//! domain's own shape; when that shape has to change, the old one is frozen
//! here as a struct of its own with a `From` into the new one. A file of every
//! version is kept in the tests for ever.

use std::{
    borrow::Cow,
    io::{self, Read},
    sync::Arc,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Damage;
use crate::{
    domain::{Book, Id, Item, ItemKind, hex},
    text::{RonError, read_ron, read_written, write_lines},
};

/// The format version that is written.
const VERSION: u64 = 1;

const HEADER: &str = include_str!("../../assets/book-header.txt");
const SUM: &str = "// ringoff-sum: ";
/// The check line is somewhere in so many bytes at the end.
const TAIL: usize = 1 << 10;
/// So many bytes are hashed at a time.
const PIECE: usize = 1 << 16;
/// What some editors put before UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Fields and list items get a line each down to this depth, so that diffs
/// and merges are by item; what lies deeper stays on its item's line.
const DEPTH: usize = 4;

#[derive(Serialize, Deserialize)]
enum Format<B> {
    V1(B),
}

/// The text of a book: the same book gives the same bytes.
pub fn print(book: &Book) -> Result<String, ron::Error> {
    print_with_digest(book, 0).map(|(text, _)| text)
}

/// The same, and the SHA-256 of all of it. About `room` bytes are expected: the text of a
/// large book need not grow then, which would take its memory twice.
pub(super) fn print_with_digest(
    book: &Book,
    room: usize,
) -> Result<(String, [u8; 32]), ron::Error> {
    let mut text = String::with_capacity(room.max(HEADER.len()));
    text.push_str(HEADER);
    write_lines(&Format::V1(book), DEPTH, &mut text)?;
    text.push('\n');
    let mut hasher = Sha256::new_with_prefix(&text);
    let line = format!("{SUM}{}\n", hex(&hasher.clone().finalize()));
    hasher.update(&line);
    text.push_str(&line);
    Ok((text, hasher.finalize().into()))
}

/// The SHA-256 of a file, and whether its check line agrees with the rest.
pub(super) struct Digest {
    pub(super) whole: [u8; 32],
    pub(super) sealed: bool,
}

/// What some editors, and git on some systems, put around the same lines: the
/// file without its byte order mark and with `\n` at the end of each line.
fn plain(bytes: &[u8]) -> Cow<'_, [u8]> {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    if memchr::memmem::find(bytes, b"\r\n").is_none() {
        return Cow::Borrowed(bytes);
    }
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr::memmem::find(rest, b"\r\n") {
        let (line, after) = rest.split_at_checked(at).unwrap_or_default();
        plain.extend_from_slice(line);
        rest = after.get(1..).unwrap_or_default();
    }
    plain.extend_from_slice(rest);
    Cow::Owned(plain)
}

/// The digest of a file as it is. Its check line may agree without what
/// [`plain`] takes away: nobody changed a word then.
pub(super) fn digest(bytes: &[u8]) -> Digest {
    let digest = digest_of(bytes);
    match plain(bytes) {
        Cow::Borrowed(same) if same.len() == bytes.len() => digest,
        plain => Digest { sealed: digest_of(&plain).sealed, ..digest },
    }
}

/// The same for what a reader gives, most of which is never in memory at once.
pub(super) fn digest_read(mut reader: impl Read) -> io::Result<Digest> {
    let (mut hasher, mut piece, mut held) = (Sha256::new(), vec![0; PIECE], 0);
    loop {
        let read = match reader.read(piece.get_mut(held..).unwrap_or_default()) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        held += read;
        let (done, rest) = split_tail(piece.get(..held).unwrap_or_default());
        if read == 0 {
            return Ok(digest_end(hasher, rest));
        }
        hasher.update(done);
        let (done, end) = (done.len(), held);
        piece.copy_within(done..end, 0);
        held = end - done;
    }
}

/// Both in one pass over the bytes.
fn digest_of(bytes: &[u8]) -> Digest {
    let (before, tail) = split_tail(bytes);
    digest_end(Sha256::new_with_prefix(before), tail)
}

/// What the check line stands in, if there is one, and what is before it.
fn split_tail(bytes: &[u8]) -> (&[u8], &[u8]) {
    bytes.split_at_checked(bytes.len().saturating_sub(TAIL)).unwrap_or_default()
}

/// The digest of a text of which only the end was not hashed yet.
fn digest_end(mut hasher: Sha256, tail: &[u8]) -> Digest {
    let at = memchr::memmem::rfind(tail, SUM.as_bytes());
    let (before, line) = tail.split_at_checked(at.unwrap_or(tail.len())).unwrap_or_default();
    hasher.update(before);
    let sum = hex(&hasher.clone().finalize());
    hasher.update(line);
    let stated = line.get(SUM.len()..).unwrap_or_default().trim_ascii_end();
    Digest { whole: hasher.finalize().into(), sealed: stated == sum.as_bytes() }
}

/// Gives items of the built-in playbooks the ids they have now: 0.1.0 called
/// the precondition about accounts `services`. Everything else that 0.1.0 named
/// otherwise is an alias in the domain.
pub(crate) fn adopt(mut book: Book) -> Book {
    const OLD: [&str; 2] = ["hotlink", "generic"];
    let item = |id| Item::new(ItemKind::Precondition, &Id::new(id));
    let (old, new) = (item("services"), item("accounts"));
    for case in book.cases.iter_mut().chain(&mut book.taken_back) {
        if OLD.contains(&case.playbook.as_str()) {
            Arc::make_mut(case).rename_item(&old, &new);
        }
    }
    book
}

/// A book, and whether the check line agrees with the rest of the text. When
/// it does not, somebody edited the file or a disk flipped a bit.
pub fn read(bytes: &[u8]) -> Result<(Book, bool), Damage> {
    Ok((read_book(bytes)?, digest(bytes).sealed))
}

/// A book.
pub(super) fn read_book(bytes: &[u8]) -> Result<Book, Damage> {
    let plain = plain(bytes);
    let text = recognise(&plain)?;
    let Format::V1(book) = match as_written(text) {
        Some(book) => book,
        None => read_ron(text).map_err(|error| damage(text, error))?,
    };
    let book = adopt(book);
    unique(&book)?;
    Ok(book)
}

/// What a text suffers from that could not be read: where its end is missing, what was cut
/// in two says nothing.
fn damage(text: &str, error: RonError) -> Damage {
    let lines = text.trim_end().lines();
    let last = lines.clone().count();
    // The book is closed by a bracket, behind which only remarks stand.
    let closed = lines.map(str::trim).rfind(|line| !line.starts_with("//"));
    let ends = closed.is_some_and(|line| line.ends_with(')'));
    if error.place.line >= last && !ends { Damage::CutOff(last) } else { Damage::Broken(error) }
}

/// The book in a text that stands there as `print` wrote it.
fn as_written(text: &str) -> Option<Format<Book>> {
    let mut rest = text;
    while rest.starts_with("//") {
        (_, rest) = rest.split_once('\n')?;
    }
    let at = memchr::memmem::rfind(rest.as_bytes(), SUM.as_bytes())?;
    let (body, line) = rest.split_at_checked(at)?;
    let lasts = body.ends_with('\n') && !line.trim_ascii_end().contains(['\n', '\r']);
    read_written(body).ok().filter(|_| lasts)
}

/// Where the first line begins with a mark.
fn marked(bytes: &[u8], mark: &str) -> Option<usize> {
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|at| bytes.get(at) == Some(&b'\n'));
    memchr::memmem::find_iter(bytes, mark).find(begins)
}

/// Recognises files that are no book. The reader would only say of them that it
/// "expected opening".
fn recognise(bytes: &[u8]) -> Result<&str, Damage> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Damage::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Damage::Zeros);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Damage::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Damage::NotText(before.split(|byte| *byte == b'\n').count())
    })?;
    if let Some(at) =
        ["<<<<<<<", ">>>>>>>", "|||||||"].iter().filter_map(|mark| marked(bytes, mark)).min()
    {
        let before = bytes.get(..at).unwrap_or_default();
        return Err(Damage::Conflict(memchr::memchr_iter(b'\n', before).count() + 1));
    }
    let first = text.lines().find(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with("//")
    });
    let first = first.unwrap_or_default().trim();
    if first.starts_with('{') || first.starts_with('[') {
        return Err(Damage::Json);
    }
    let digits = first.strip_prefix('V').and_then(|rest| rest.split_once('(')).map(|(v, _)| v);
    match digits.and_then(|digits| digits.trim().parse::<u64>().ok()) {
        Some(version) if version > VERSION => Err(Damage::Newer(version)),
        Some(_) => Ok(text),
        None => Err(Damage::Foreign),
    }
}

/// Whether a file that begins so is a book, of this version or a newer one.
pub(super) fn begins_a_book(beginning: &[u8]) -> bool {
    let whole = match std::str::from_utf8(beginning) {
        Ok(text) => text,
        // The last character may be cut.
        Err(error) => {
            let before = beginning.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(before).unwrap_or_default()
        }
    };
    let whole = whole.trim_start_matches('\u{feff}');
    matches!(recognise(whole.as_bytes()), Ok(_) | Err(Damage::Newer(_)))
}

/// Ids must be unique.
pub(super) fn unique(book: &Book) -> Result<(), Damage> {
    book.repeated_id().map_or(Ok(()), |id| Err(Damage::Twice(id)))
}

#[cfg(test)]
mod tests;
