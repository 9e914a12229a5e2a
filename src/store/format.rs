//! The text of `progress.ron`.
//!
//! The version is an ordinary enum around the book. The newest version is the
//! domain's own shape; when that shape has to change, the old one is frozen
//! here as a struct of its own with a `From` into the new one. A file of every
//! version is kept in the tests for ever.

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Damage;
use crate::{
    domain::{Book, Id, Item, ItemKind, hex},
    text::{read_ron, ron_options},
};

/// The format version that is written.
const VERSION: u64 = 1;

const HEADER: &str = include_str!("../../assets/book-header.txt");
const SUM: &str = "// ringoff-sum: ";

/// Fields and list items get a line each down to this depth, so that diffs
/// and merges are by item; what lies deeper stays on its item's line.
const DEPTH: usize = 4;

#[derive(Serialize, Deserialize)]
enum Format<B> {
    V1(B),
}

/// The text of a book: the same book gives the same bytes.
pub fn print(book: &Book) -> Result<String, ron::Error> {
    let pretty =
        PrettyConfig::new().new_line("\n").indentor("  ").depth_limit(DEPTH).struct_names(false);
    let body = ron_options().to_string_pretty(&Format::V1(book), pretty)?;
    let text = format!("{HEADER}{body}\n");
    Ok(format!("{text}{SUM}{}\n", sum(&text)))
}

/// Lower-case hex of the SHA-256 of `text`.
fn sum(text: &str) -> String {
    hex(&Sha256::digest(text))
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
            case.rename_item(&old, &new);
        }
    }
    book
}

/// A book, and whether the check line agrees with the rest of the text. When
/// it does not, somebody edited the file or a disk flipped a bit.
pub fn read(bytes: &[u8]) -> Result<(Book, bool), Damage> {
    let text = recognise(bytes)?;
    let Format::V1(book): Format<Book> = read_ron(text).map_err(Damage::Broken)?;
    let book = adopt(book);
    unique(&book)?;
    Ok((book, is_sealed(bytes)))
}

/// Whether the check line agrees with the rest of the file.
pub(super) fn is_sealed(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    text.rfind(SUM)
        .and_then(|at| Some((text.get(..at)?, text.get(at + SUM.len()..)?)))
        .is_some_and(|(before, stated)| stated.trim_end() == sum(before))
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
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return Err(Damage::Bom);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Damage::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Damage::NotText(before.split(|byte| *byte == b'\n').count())
    })?;
    let marked =
        |line: &str| ["<<<<<<<", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark));
    if let Some(at) = text.lines().position(marked) {
        return Err(Damage::Conflict(at + 1));
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

/// Ids must be unique.
pub(super) fn unique(book: &Book) -> Result<(), Damage> {
    book.repeated_id().map_or(Ok(()), |id| Err(Damage::Twice(id)))
}

#[cfg(test)]
mod tests;
