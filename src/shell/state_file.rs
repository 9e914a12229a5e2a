//! Small files in the state folder. Losing one costs a key press, so no fault here ever
//! stops anything.
//!
//! Owns: how they are read and written. Must not know: what is in them.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process,
};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    store::{self, private_file, private_folder},
    text::{read_written, ron_options, write_lines},
};

/// What a file holds; the beginning where there is none, or none that can be read.
pub(super) fn read<T: DeserializeOwned + Default>(file: &Path) -> T {
    /// No state file of ours is larger.
    const LARGEST: u64 = 1024 * 1024;
    let sensible = fs::metadata(file).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    let read = if sensible { fs::read_to_string(file).ok() } else { None };
    let of = |text: String| read_written(&text).ok().or_else(|| ron_options().from_str(&text).ok());
    read.and_then(of).unwrap_or_default()
}

/// Writes a file whose parts of `depth` levels have a line each.
pub(super) fn write<T: Serialize>(file: &Path, all: &T, depth: usize) -> io::Result<()> {
    let mut text = String::new();
    write_lines(all, depth, &mut text).map_err(io::Error::other)?;
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    sweep(file);
    let temp = file.with_extension(format!("{}.tmp", process::id()));
    let written = private_file(&temp, true)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| fs::rename(&temp, file));
    if written.is_err() {
        let _ = fs::remove_file(&temp);
    }
    written
}

/// Takes away what killed runs have left half written of a file.
pub(super) fn sweep(file: &Path) {
    if let (Some(folder), Some(stem)) = (file.parent(), file.file_stem()) {
        store::sweep(folder, &format!("{}.", stem.to_string_lossy()));
    }
}
