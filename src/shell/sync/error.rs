//! Why a sync did not come to an end, as plain values.
//!
//! Must not know: words, the order of the steps.

use std::path::{Path, PathBuf};

use super::{git::GitError, repository::Repository, synced::without_secret};
use crate::store::{Damage, SaveError, Unreadable};

/// Why it did not come to an end. What was committed stays.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub(crate) enum SyncError {
    /// Git itself.
    Git(#[from] GitError),
    /// The repository here is damaged: its place, where it sent to, and what git said.
    Damaged(PathBuf, String, String),
    /// The remote cannot be reached: its name and what git said.
    Away(String, String),
    /// The remote keeps a repository that this one does not fit to: its name and what git said.
    Apart(String, String),
    /// The remote said nothing for too long: its name.
    Stalled(String),
    /// The remote wants nothing: its name and what it said.
    Refused(String, String),
    /// The remote moved again and again.
    Restless(String),
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// A committed version cannot be read.
    Version(Damage),
    /// The book was not saved.
    Save(#[from] SaveError),
}

impl SyncError {
    /// The same, or that the repository is damaged, where git said something of that kind
    /// and finds it so when it looks at all of it.
    pub(super) fn diagnosed(self, folder: &Path, repository: &Repository) -> Self {
        let (Self::Git(GitError::Failed(said)) | Self::Away(_, said)) = &self else { return self };
        let may_be = said.contains("object") || said.contains("ref");
        if !may_be || repository.is_sound() {
            return self;
        }
        let remote = repository.remote().map(without_secret).unwrap_or_default();
        Self::Damaged(folder.join(".git"), remote, said.clone())
    }
}
