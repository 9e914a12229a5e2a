//! Where a sync stands: what of the file is committed, and what it goes back to.
//!
//! Must not know: the remote, words.

use super::{Run, SyncError, Synced, repository::Commit};
use crate::{
    domain::Book,
    store::{Guard, Loaded, Seal},
};

impl Run<'_> {
    /// Commits what is new in the file, and ends what a run before left undone.
    pub(super) fn settle(&self, synced: &mut Synced) -> Result<(), SyncError> {
        let guard = self.store.lock()?;
        self.settled(&guard, synced).map(drop)
    }

    pub(super) fn settled(
        &self,
        guard: &Guard,
        synced: &mut Synced,
    ) -> Result<(Loaded, Option<Commit>), SyncError> {
        let git = &self.repository;
        let mut loaded = self.load()?;
        let head = git.head()?;
        let base = self.known_base(head.as_deref())?;
        // Where the index and the folder are.
        let followed = base.clone();
        self.take_hand_edits(guard, &mut loaded, base.as_ref().or(head.as_ref()), synced)?;
        let Some(mut head) = head else {
            if loaded.seal == Seal::default() {
                return Ok((loaded, None));
            }
            let first = self.commit(&loaded.book, &Book::default(), &[], synced)?;
            git.advance(&first, None)?;
            synced.keep(git.keep_file_base(&first, None)?);
            synced.book.clone_from(&loaded.book);
            return Ok((loaded, Some(first)));
        };
        let missing = loaded.seal == Seal::default();
        let Some(newest) = self.readable(&head)? else {
            // Somebody took the file out of the repository, or committed one that cannot
            // be read: what is here goes back in.
            if !missing {
                let made = self.commit(&loaded.book, &Book::default(), &[&head], synced)?;
                git.advance(&made, Some(&head))?;
                synced.keep(git.keep_file_base(&made, followed.as_deref())?);
                head = made;
            }
            synced.book.clone_from(&loaded.book);
            return Ok((loaded, Some(head)));
        };
        let from = match &base {
            Some(base) if *base == head => Some(newest.clone()),
            Some(base) => self.readable(base)?,
            None => None,
        };
        let is_older = |from: &Book| loaded.book.lacks(from) && !loaded.book.is_before(from);
        let (base, from) = match from {
            _ if missing || loaded.book == newest => (base, from),
            Some(from) if is_older(&from) => {
                synced.revived = true;
                self.version_before(&loaded.book, &head)?
            }
            // Another branch was checked out, and perhaps a version of it.
            None if base.is_none() && git.file_base()?.is_some() => {
                synced.revived |= loaded.book.lacks(&newest);
                self.version_before(&loaded.book, &head)?
            }
            from => (base, from),
        };
        if !missing && loaded.book == newest {
            if base.as_ref() != Some(&head) {
                synced.keep(git.keep_file_base(&head, followed.as_deref())?);
            }
        } else if missing
            || from.as_ref().is_some_and(|from| *from == loaded.book || loaded.book.is_before(from))
        {
            synced.brought_back |= missing && !newest.cases.is_empty();
            synced.revived |= from.is_some_and(|from| from != loaded.book) && !missing;
            loaded.seal = self.save(guard, &newest, loaded.seal, synced)?;
            loaded.book = newest;
            if base.as_ref() != Some(&head) {
                synced.keep(git.keep_file_base(&head, followed.as_deref())?);
            }
        } else {
            // The person went on since.
            let merged = if let (Some(from), Some(base)) = (&from, &base) {
                let made = self.commit(&loaded.book, from, &[base], synced)?;
                if *base == head {
                    git.advance(&made, Some(&head))?;
                    head = made;
                    loaded.book.clone()
                } else {
                    let merged = Book::merge(from, &loaded.book, &newest);
                    let made = self.joined(&merged.book, &[&made, &head])?;
                    git.advance(&made, Some(&head))?;
                    head = made;
                    merged.book
                }
            } else {
                // Nobody knows what the file goes back to: the histories tell.
                let gone_back = self.store.gone_back_from(&loaded.book, loaded.seal, &newest);
                let common = gone_back.unwrap_or_else(|| loaded.book.common_with(&newest, &[]));
                let merged = Book::merge(&common, &loaded.book, &newest);
                let made = self.commit(&merged.book, &newest, &[&head], synced)?;
                git.advance(&made, Some(&head))?;
                head = made;
                merged.book
            };
            if merged != loaded.book {
                loaded.seal = self.save(guard, &merged, loaded.seal, synced)?;
                loaded.book = merged;
            }
            synced.keep(git.keep_file_base(&head, followed.as_deref())?);
        }
        synced.book.clone_from(&loaded.book);
        Ok((loaded, Some(head)))
    }

    /// The commit that the file is known to go back to, if the branch that is checked out
    /// has come from there.
    fn known_base(&self, head: Option<&str>) -> Result<Option<Commit>, SyncError> {
        let git = &self.repository;
        Ok(match (git.file_base()?, head) {
            (Some(base), Some(head)) if base != head && !git.is_ancestor(&base, head)? => None,
            (base, _) => base,
        })
    }

    /// The version in the history of `head` that a copy was made from, of which somebody
    /// went on: the one with the most that has nothing which the copy lacks.
    fn version_before(
        &self,
        copy: &Book,
        head: &str,
    ) -> Result<(Option<Commit>, Option<Book>), SyncError> {
        let mut found: Option<(Commit, Book)> = None;
        for commit in self.repository.versions(head)? {
            let Some(Ok(book)) = self.repository.book(&commit)? else { continue };
            let best = found.as_ref().map(|(_, best)| best.count_events());
            if best.is_none_or(|best| book.count_events() > best) && !copy.lacks(&book) {
                found = Some((commit, book));
            }
        }
        Ok(found.unzip())
    }

    /// Writes what somebody changed in the file itself into its history, so that no
    /// version without it takes it away.
    fn take_hand_edits(
        &self,
        guard: &Guard,
        loaded: &mut Loaded,
        before: Option<&Commit>,
        synced: &mut Synced,
    ) -> Result<(), SyncError> {
        let Some(before) = before.filter(|_| loaded.edited) else { return Ok(()) };
        let Some(before) = self.readable(before)? else { return Ok(()) };
        if let Some(taken) =
            loaded.book.with_hand_edits(&before, loaded.changed_at(self.request.now))
        {
            loaded.seal = self.save(guard, &taken, loaded.seal, synced)?;
            (loaded.book, loaded.edited) = (taken, false);
        }
        Ok(())
    }
}
