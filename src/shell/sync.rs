//! One book on several machines, by way of git.
//!
//! Owns: the order of the steps, so that whatever cuts them short, the file is a
//! whole book, nothing is lost, and the next run goes on. Three things say where it
//! stands: the file, the newest commit, and the commit that the file goes back to.
//! Must not know: words, the terminal.
//!
//! The order is always: commits are made, the branch moves, the file is saved, the
//! file's commit is kept. After a cut the file is the newest commit's, or its own
//! commit's, or it holds something new; each case is told from the others.

mod child;
mod error;
mod following;
mod git;
mod making;
mod others;
mod repository;
mod settling;
mod synced;
mod versions;
mod workshop;

use std::{io, path::PathBuf, sync::Arc};

pub(crate) use error::SyncError;
pub(crate) use git::GitError;
use jiff::{Timestamp, civil::Date};
use repository::{Commit, Pushed, Repository};
use synced::without_secret;
pub(crate) use synced::{Arrival, Deed, Synced};

use crate::{
    domain::{Book, Case, Entry},
    store::{Damage, Guard, Loaded, Seal, Store},
};

/// How often to begin again because the remote moved meanwhile.
const ROUNDS: u32 = 20;
/// So many commits are told one by one.
const TOLD: usize = 100;

/// What a run of it is given.
pub(crate) struct SyncRequest<'a> {
    /// Where to send to from now on.
    pub(crate) remote: Option<String>,
    /// Who commits, where git does not know.
    pub(crate) user: String,
    /// The moment.
    pub(crate) now: Timestamp,
    /// The person's day.
    pub(crate) today: Date,
    /// The subject of a commit of so many changes.
    pub(crate) subject: &'a dyn Fn(usize) -> String,
}

/// Commits, fetches, merges and pushes.
pub(crate) fn sync(store: &Store, request: &SyncRequest<'_>) -> Result<Synced, SyncError> {
    // The lock makes the folder.
    let guard = store.lock()?;
    let (folder, file) = store.place()?;
    let file = file.into_string().map_err(|_| GitError::Io(io::ErrorKind::InvalidInput.into()))?;
    making::make(&folder, &file, request.now)?;
    drop(guard);
    let mut run = Run {
        repository: Repository::open(&folder, file, &request.user, request.now)?,
        store,
        request,
    };
    let mut synced = Synced::default();
    match run.go(&mut synced) {
        Ok(()) => Ok(synced),
        Err(error) => Err(error.diagnosed(&folder, &run.repository)),
    }
}

/// Where the repository is from which a sync brings a file back that is gone.
pub(crate) fn brings_back(store: &Store) -> Option<PathBuf> {
    let (folder, file) = store.place().ok()?;
    let place = folder.join(".git");
    let is_ours = place.join(workshop::TURN).exists();
    (is_ours && !folder.join(file).exists()).then_some(place)
}

struct Run<'a> {
    repository: Repository,
    store: &'a Store,
    request: &'a SyncRequest<'a>,
}

impl Run<'_> {
    fn go(&mut self, synced: &mut Synced) -> Result<(), SyncError> {
        let before = self.load()?.book;
        self.settle(synced)?;
        self.repository.tidy();
        let exchanged = self.exchange(synced);
        // Also those that another machine found when it merged.
        synced.conflicts = synced.book.new_conflicts(&before);
        exchanged
    }

    fn load(&self) -> Result<Loaded, SyncError> {
        self.store.load().map_err(SyncError::Unreadable)
    }

    /// The book of a commit, if it has one that can be read. What a newer ringoff wrote
    /// is not passed over.
    fn readable(&self, commit: &str) -> Result<Option<Book>, SyncError> {
        match self.repository.book(commit)? {
            Some(Err(damage @ Damage::Newer(_))) => Err(SyncError::Version(damage)),
            read => Ok(read.and_then(Result::ok)),
        }
    }

    fn save(
        &self,
        guard: &Guard,
        book: &Book,
        seal: Seal,
        synced: &mut Synced,
    ) -> Result<Seal, SyncError> {
        let saved = self.store.save(guard, book, seal, self.request.today)?;
        synced.fragile |= !saved.durable;
        Ok(saved.seal)
    }

    /// Fetches, merges and pushes.
    fn exchange(&mut self, synced: &mut Synced) -> Result<(), SyncError> {
        if let Some(remote) = &self.request.remote {
            self.repository.set_remote(remote)?;
        }
        let Some(remote) = self.repository.remote().map(str::to_owned) else { return Ok(()) };
        let shown = without_secret(&remote);
        synced.remote = Some(shown.clone());
        let away = |error: GitError| match error {
            GitError::Failed(said) if said.contains("algorithm") => {
                SyncError::Apart(shown.clone(), said)
            }
            GitError::Failed(said) => SyncError::Away(shown.clone(), said.replace(&remote, &shown)),
            GitError::Silent => SyncError::Stalled(shown.clone()),
            other => SyncError::Git(other),
        };
        let mut refused: Option<(String, Option<Commit>)> = None;
        for _ in 0..ROUNDS {
            self.repository.fetch().map_err(away)?;
            let theirs = self.repository.theirs()?;
            if let Some((said, _)) = refused.take_if(|(_, before)| *before == theirs) {
                return Err(SyncError::Refused(shown, said));
            }
            self.take_in(synced, theirs.as_deref())?;
            let Some(head) = self.repository.head()? else { return Ok(()) };
            if theirs.as_ref() == Some(&head) {
                return Ok(());
            }
            let before = match &theirs {
                Some(theirs) => self.readable(theirs)?.unwrap_or_default(),
                None => Book::default(),
            };
            match self.repository.push(&head).map_err(away)? {
                Pushed::Done => {
                    synced.sent = Some(synced.book.steps_since(&before));
                    return Ok(());
                }
                Pushed::Rejected(said) => refused = Some((said, theirs)),
            }
        }
        Err(SyncError::Restless(shown))
    }

    /// Merges what came, saves it and moves the branch. A version from which the file
    /// was taken out changes nothing: a case goes by a command that can be undone.
    fn take_in(&self, synced: &mut Synced, theirs: Option<&str>) -> Result<(), SyncError> {
        let guard = self.store.lock()?;
        let (loaded, head) = self.settled(&guard, synced)?;
        let git = &self.repository;
        let Some(theirs) = theirs else { return Ok(()) };
        if let Some(head) = &head
            && git.is_ancestor(theirs, head)?
        {
            return Ok(());
        }
        let there = git.book(theirs)?.transpose().map_err(SyncError::Version)?;
        // What was done there before the file was taken out is kept.
        let last = if there.is_none() { git.last_book(theirs)? } else { None };
        let (book, next) = match (&head, there) {
            (None, there) => (there.unwrap_or_default(), theirs.to_owned()),
            (Some(head), there) if git.is_ancestor(head, theirs)? => match there {
                Some(book) => (book, theirs.to_owned()),
                None if loaded.seal == Seal::default() => (Book::default(), theirs.to_owned()),
                None => {
                    synced.put_back = true;
                    let last = last.unwrap_or_else(|| loaded.book.clone());
                    let book = Book::merge(&loaded.book, &loaded.book, &last).book;
                    let made = self.joined(&book, &[theirs])?;
                    (book, made)
                }
            },
            (Some(head), there) => {
                let base = self.base(head, theirs)?;
                synced.put_back |= there.is_none() && base.as_ref().is_some_and(has_cases);
                let there = there.or(last).or_else(|| base.clone()).unwrap_or_default();
                // Where there is no version that both go back to, or none that can be read, the
                // histories tell.
                let base = base.unwrap_or_else(|| loaded.book.common_with(&there, &[]));
                let merged = Book::merge(&base, &loaded.book, &there);
                let made = self.joined(&merged.book, &[head, theirs])?;
                (merged.book, made)
            }
        };
        let came = self.arrivals(head.as_deref(), theirs, &book)?;
        git.advance(&next, head.as_deref())?;
        if book != loaded.book {
            self.save(&guard, &book, loaded.seal, synced)?;
        }
        synced.keep(git.keep_file_base(&next, head.as_deref())?);
        synced.came.extend(came);
        synced.book = book;
        Ok(())
    }

    /// What two commits both go back to, as a book, if it can be read. Where they were merged
    /// crosswise, all that they go back to is merged first, as git does.
    fn base(&self, one: &str, other: &str) -> Result<Option<Book>, SyncError> {
        let all = self.repository.common(one, other)?;
        let Some((first, rest)) = all.split_first() else { return Ok(None) };
        let Some(mut base) = self.readable(first)? else { return Ok(None) };
        for next in rest {
            let before = self.repository.common(first, next)?;
            let before = match before.first() {
                Some(before) => self.readable(before)?,
                None => Some(Book::default()),
            };
            let (Some(before), Some(next)) = (before, self.readable(next)?) else {
                return Ok(None);
            };
            base = Book::merge(&before, &base, &next).book;
        }
        Ok(Some(base))
    }

    fn commit(
        &self,
        book: &Book,
        before: &Book,
        parents: &[&str],
        synced: &mut Synced,
    ) -> Result<Commit, SyncError> {
        let count = book.steps_since(before);
        synced.committed += count.max(1);
        Ok(self.repository.commit(book, parents, &(self.request.subject)(count))?)
    }

    fn joined(&self, book: &Book, parents: &[&str]) -> Result<Commit, SyncError> {
        Ok(self.repository.commit(book, parents, &(self.request.subject)(0))?)
    }

    /// Who did what of that which came, as far as it is in the book now.
    fn arrivals(
        &self,
        head: Option<&str>,
        theirs: &str,
        now: &Book,
    ) -> Result<Vec<Arrival>, SyncError> {
        let mut arrivals = Vec::new();
        let commits = self.repository.between(head, theirs)?;
        let skipped = commits.len().saturating_sub(TOLD);
        for (commit, parent, author) in commits.into_iter().skip(skipped) {
            // A version that cannot be read tells nothing; the newest one was read.
            let Some(Ok(after)) = self.repository.book(&commit)? else { continue };
            let before = match parent {
                Some(parent) => self.repository.book(&parent)?.and_then(Result::ok),
                None => None,
            };
            let before = before.unwrap_or_default();
            let row = |deed| Arrival { from: author.clone(), deed };
            arrivals.extend(after.went_back_since(&before).then(|| row(Deed::WentBack)));
            for case in now.cases.iter().filter(|case| after.case(&case.id).is_some()) {
                let older: &[Entry] = before.case(&case.id).map_or(&[], |one| &one.history);
                let newer: &[Entry] = after.case(&case.id).map_or(&[], |one| &one.history);
                let new = |entry: &&Entry| {
                    newer.iter().any(|one| one.is_of(entry))
                        && !older.iter().any(|one| one.is_of(entry))
                };
                let told = case.history.iter().filter(new).cloned();
                arrivals.extend(told.map(|entry| row(Deed::Did(Arc::clone(case), entry))));
            }
            let stands = |(case, entry): &(Arc<Case>, Entry)| {
                let here = now.case(&case.id).map_or(&[][..], |one| &one.history);
                here.iter().any(|one| one.is_of(entry))
            };
            let undone = before.undone_in(&after).into_iter().filter(|one| !stands(one));
            arrivals.extend(undone.map(|(case, entry)| row(Deed::Undid(case, entry))));
        }
        Ok(arrivals)
    }
}

fn has_cases(book: &Book) -> bool {
    !book.cases.is_empty()
}
