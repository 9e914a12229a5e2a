//! An older copy that has taken the place of the book: what was saved since stands in the
//! backup of the last save, and nowhere else.
//!
//! Must not know: who put the copy there, what is said about it.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{
    Guard, Loaded, SaveError, Store,
    backup::{keep_aside, newer},
};

/// Where that is which an older copy lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overtaken {
    /// The backup that has it.
    pub(crate) path: PathBuf,
    /// How many changes it has that are not in the file.
    pub(crate) count: usize,
}

impl Store {
    /// What the backup of the last save has and the file lacks, if that is an older copy of
    /// the book. One that somebody has edited, and one that was begun anew, are none.
    pub(crate) fn overtaken(&self, loaded: &Loaded) -> Option<Overtaken> {
        if loaded.bytes.is_empty() || loaded.edited {
            return None;
        }
        let size = u64::try_from(loaded.bytes.len()).unwrap_or(u64::MAX);
        let backup = newer(&self.names().ok()?, size, &loaded.book)?;
        let count = backup.book.changes_since(&loaded.book);
        let is_copy = loaded.book.has_begun_as(&backup.book);
        (is_copy && count > 0).then_some(Overtaken { path: backup.path, count })
    }

    /// Keeps that backup aside before a save takes its place, and says where.
    pub(crate) fn keep_overtaken(
        &self,
        _guard: &Guard,
        loaded: &Loaded,
        today: Date,
    ) -> Result<Option<Overtaken>, SaveError> {
        let Some(Overtaken { path, count }) = self.overtaken(loaded) else { return Ok(None) };
        let kept = keep_aside(&self.names()?, &path, today);
        let path = kept.map_err(|error| SaveError::Io(path, error))?;
        Ok(Some(Overtaken { path, count }))
    }
}

#[cfg(test)]
mod tests;
