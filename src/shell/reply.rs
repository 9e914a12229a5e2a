//! What threads tell the host, and the line they tell it through.
//!
//! Owns: the replies as plain values. Must not know: their words on the
//! screen, what the host makes of them.

use std::{
    io,
    path::PathBuf,
    sync::mpsc::{Receiver, Sender, channel},
};

use super::{
    attachable::NotAttached,
    offers::OfferedFile,
    scanning::ScanReport,
    wake::{self, Wake, Waker},
};
use crate::{
    domain::{Attachment, Book, Id, Item},
    store::{Backup, SaveError, Unreadable},
};

/// What a thread has to tell the host.
#[derive(Debug)]
pub enum Reply {
    /// The book is on disk.
    Saved {
        /// Number of the newest change in it.
        upto: u64,
        /// A power cut cannot undo it.
        durable: bool,
    },
    /// The book is not on disk.
    SaveFailed(SaveError),
    /// The file is gone: a reading has found it, and no save.
    ReadFailed(SaveError),
    /// The book was not saved, since somebody else has saved: this is theirs.
    Elsewhere(Reading),
    /// The file was read again.
    Loaded(Reading),
    /// Copies that sync tools have left and that have something new.
    Copies(Vec<(PathBuf, Box<Book>)>),
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// Somebody else has written the file: this is what it holds now.
    Live(Reading),
    /// The backups that open, the newest first.
    Backups(Vec<Backup>),
    /// This book was put in the place of the file; what was there is kept in the
    /// file of this name.
    Restored(Reading, Option<PathBuf>),
    /// The files of a ticket were fingerprinted, or one of them could not be.
    Fingerprinted(u64, Result<Vec<Attachment>, NotAttached>),
    /// The files of these documents of a case are gone, or others.
    Looked(Id, Vec<Item>),
    /// The errand of a ticket is done: what it told, or why it failed.
    Ran(u64, Result<String, String>),
    /// How far the scan of a ticket is.
    Scan(u64, ScanReport),
    /// The files that may be meant by what was typed.
    Offered(String, Vec<OfferedFile>),
    /// The paths that begin as typed.
    Completed(String, Vec<String>),
    /// The text of a ticket stands in the new file of this path, or cannot.
    Written(u64, PathBuf, io::Result<()>),
}

/// What the file held when it was read again.
#[derive(Debug)]
pub struct Reading {
    /// Its book, with everything that this window had saved.
    pub book: Box<Book>,
    /// The number of this reading.
    pub number: u64,
    /// The file was an older copy: it lacked something that was saved, and has
    /// to be saved anew.
    pub revived: bool,
}

/// The end that threads reply to. Each has a copy.
#[derive(Clone, Debug)]
pub struct ReplySender {
    sender: Sender<Reply>,
    waker: Waker,
}

/// The end that the host hears.
#[derive(Debug)]
pub struct Inbox {
    replies: Receiver<Reply>,
    pub(super) wake: Wake,
}

/// Makes both ends.
pub fn replies() -> io::Result<(ReplySender, Inbox)> {
    let (sender, replies) = channel();
    let (waker, wake) = wake::pair()?;
    Ok((ReplySender { sender, waker }, Inbox { replies, wake }))
}

impl ReplySender {
    /// Tells the host and wakes it.
    pub fn send(&self, reply: Reply) {
        // When the host is gone there is nobody to tell.
        let _ = self.sender.send(reply);
        self.waker.wake();
    }

    /// What wakes the host.
    pub(super) fn waker(&self) -> &Waker {
        &self.waker
    }
}

impl Inbox {
    /// What has been told since the last call.
    pub fn take(&self) -> impl Iterator<Item = Reply> {
        self.replies.try_iter()
    }
}
