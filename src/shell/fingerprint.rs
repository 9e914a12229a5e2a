//! Size and SHA-256 of a file that stands for a document.

use std::{
    env,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::faults::io_words;
use crate::{
    domain::{Attachment, hex},
    text::Text,
};

/// Why a file cannot stand for a document.
#[derive(Debug)]
pub enum Unattachable {
    /// The system would not read it.
    Io(String, io::Error),
    /// It is a folder, a device or the like.
    NotAFile(String),
    /// Its name is no text; the book could not write it down.
    NotText(String),
}

impl Unattachable {
    /// In words, with the file's name.
    pub fn describe(&self, text: &Text) -> String {
        let (path, what) = match self {
            Self::Io(path, error) => (path, io_words(text, error)),
            Self::NotAFile(path) => (path, text.get("fault-not-a-file").into_owned()),
            Self::NotText(path) => (path, text.get("fault-name-not-text").into_owned()),
        };
        let path = crate::text::clean_line(path);
        text.with("fault-unreadable", &[("place", path.into()), ("what", what.into())])
    }
}

/// Reads a file once. `~/` is the home folder; the path is kept absolute, so
/// that it means the same from every folder. The file is never copied.
pub fn fingerprint(path: &str, today: Date) -> Result<Attachment, Unattachable> {
    let path = expand(path);
    let path = std::path::absolute(&path).unwrap_or(path);
    let name = path.display().to_string();
    let Some(kept) = path.to_str() else { return Err(Unattachable::NotText(name)) };
    let io = |error| Unattachable::Io(name.clone(), error);
    // Asked before opening: opening a pipe would wait for a writer.
    if !std::fs::metadata(&path).map_err(io)?.is_file() {
        return Err(Unattachable::NotAFile(name));
    }
    let mut file = File::open(&path).map_err(io)?;
    let (mut hash, mut size) = (Sha256::new(), 0);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer).map_err(io)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
        size += read as u64;
    }
    let sha256 = hex(&hash.finalize());
    Ok(Attachment { path: kept.to_owned(), size, sha256, on: today })
}

/// What was pasted from a shell or dropped by a file manager may be quoted or
/// escaped.
fn unquoted(path: &str) -> String {
    let path = path.trim();
    let quoted = |quote| path.strip_prefix(quote)?.strip_suffix(quote);
    match quoted('\'').or_else(|| quoted('\u{22}')) {
        Some(inner) => inner.to_owned(),
        None if Path::new(path).exists() => path.to_owned(),
        None => path.replace("\\ ", " "),
    }
}

/// The path that was meant: unquoted, and `~/` is the home folder.
pub fn expand(path: &str) -> PathBuf {
    let path = &*unquoted(path);
    match (path.strip_prefix("~/"), env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(path),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_file_is_told_by_its_size_and_hash() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("passport.pdf");
        std::fs::write(&path, "made up").expect("writes");
        let path = path.to_str().expect("text");
        let file = fingerprint(path, date(2026, 11, 5)).expect("reads");
        assert_eq!(file.size, 7);
        let quoted = fingerprint(&format!("'{path}'"), date(2026, 11, 5)).expect("reads");
        assert_eq!(quoted, file);
        assert_eq!(&file.sha256[..12], "48168fa99cb7");
        let folder = folder.path().to_str().expect("text");
        assert!(matches!(fingerprint(folder, date(2026, 11, 5)), Err(Unattachable::NotAFile(_))));
        let missing = fingerprint("/nowhere/at/all", date(2026, 11, 5));
        assert!(matches!(missing, Err(Unattachable::Io(..))));
    }
}
