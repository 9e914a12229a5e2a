//! The versions of the book that the repository holds.

use std::io;

use super::{
    git::GitError,
    repository::{Commit, Repository},
};
use crate::{
    domain::Book,
    store::{Damage, read},
};

impl Repository {
    /// The object of a name; nothing when there is none. Git says so by its exit and overlooks
    /// that it could not write its answer: no answer is not taken for one.
    pub(super) fn named(&self, name: &str) -> Result<Option<String>, GitError> {
        let told = self.git.ask(&["rev-parse", "-q", "--verify", name])?;
        let is_whole =
            |id: &String| id.len() >= 40 && id.bytes().all(|one| one.is_ascii_hexdigit());
        match told {
            Some(id) if !is_whole(&id) => Err(GitError::Io(io::ErrorKind::UnexpectedEof.into())),
            told => Ok(told),
        }
    }

    /// The book in a commit; nothing when the file is not in it.
    pub(super) fn book(&self, commit: &str) -> Result<Option<Result<Book, Damage>>, GitError> {
        let Some(blob) = self.named(&format!("{commit}:{}", self.file))? else { return Ok(None) };
        let bytes = match self.git.bytes(&["cat-file", "blob", &blob], None) {
            // Something else has its name: a folder, or another repository.
            Err(_) if self.git.run(&["cat-file", "-t", &blob]).is_ok_and(|kind| kind != "blob") => {
                return Ok(Some(Err(Damage::Foreign)));
            }
            bytes => bytes?,
        };
        Ok(Some(read(&bytes).map(|(book, _)| book)))
    }

    /// The commits in the history of one that changed the file, the newest first.
    pub(super) fn versions(&self, commit: &str) -> Result<Vec<Commit>, GitError> {
        let args = ["rev-list", "--full-history", "--max-count=300", commit, "--", &self.file];
        Ok(self.git.run(&args)?.lines().map(str::to_owned).collect())
    }

    /// The newest book in the history of a commit from which the file was taken out.
    pub(super) fn last_book(&self, commit: &str) -> Result<Option<Book>, GitError> {
        for commit in self.versions(commit)? {
            if let Some(Ok(book)) = self.book(&commit)? {
                return Ok(Some(book));
            }
        }
        Ok(None)
    }
}
