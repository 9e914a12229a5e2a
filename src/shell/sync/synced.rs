//! What a run of `ringoff sync` has done, as plain values.
//!
//! Must not know: git, the order of the steps.

use std::{collections::BTreeSet, sync::Arc};

use crate::domain::{Book, Case, Entry};

/// What happened.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Default)]
pub(crate) struct Synced {
    /// How many changes were committed here.
    pub(crate) committed: usize,
    /// What came in, the oldest first.
    pub(crate) came: Vec<Arrival>,
    /// How many changes were sent: none where only commits of two people were joined.
    /// Nothing if nothing was sent.
    pub(crate) sent: Option<usize>,
    /// How many things both sides had changed differently.
    pub(crate) conflicts: usize,
    /// Where it was sent to; nothing when no place is known.
    pub(crate) remote: Option<String>,
    /// Somebody had taken the file out of the repository; it is there again.
    pub(crate) put_back: bool,
    /// An older copy had taken the place of the file; what was saved is in it again.
    pub(crate) revived: bool,
    /// The file was gone; it is there again as it was committed.
    pub(crate) brought_back: bool,
    /// Files of others that were left as they are here.
    pub(crate) left: BTreeSet<String>,
    /// The disk did not confirm a save.
    pub(crate) fragile: bool,
    /// The book as it is now.
    pub(crate) book: Book,
}

impl Synced {
    /// Keeps the names of what was left.
    pub(super) fn keep(&mut self, left: Vec<String>) {
        self.left.extend(left);
    }
}

/// What one person did.
#[derive(Debug)]
pub(crate) struct Arrival {
    /// Who committed it.
    pub(crate) from: String,
    pub(crate) deed: Deed,
}

/// What was done, with the case as it is with that.
#[derive(Debug)]
pub(crate) enum Deed {
    Did(Arc<Case>, Entry),
    Undid(Arc<Case>, Entry),
    /// The person went back to a backup. What is gone with that is told by itself.
    WentBack,
}

/// An address without the password in it.
pub(super) fn without_secret(remote: &str) -> String {
    let hidden = remote.split_once("://").and_then(|(scheme, rest)| {
        let (who, place) = rest.split_once('@')?;
        (!who.contains('/')).then(|| {
            let user = who.split(':').next().unwrap_or_default();
            let user = if who.contains(':') { user } else { who };
            format!("{scheme}://{user}@{place}")
        })
    });
    hidden.unwrap_or_else(|| remote.to_owned())
}
