//! What comes into the dashboard and what goes out of it, as plain values.

use jiff::Timestamp;

use super::{
    backup_copy::BackupCopy, copy_offer::CopyOffer, file_offer::FileOffer, key::Key,
    target::Target, view::View,
};
use crate::domain::{Attachment, Book, Finding, Id, Item};

/// Something that happened. A number in front is the ticket of the effect that
/// it answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// It is this moment now.
    Now(Timestamp),
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has so many columns and rows.
    Resize(u16, u16),
    /// The book is on disk up to the change with this number.
    Saved {
        /// Number of the newest change in it.
        upto: u64,
        /// Whether the disk confirmed it, so that a power cut cannot undo it.
        durable: bool,
    },
    /// The book could not be saved; why, in words.
    SaveFailed(String),
    /// The file is gone, as a reading has found; in words.
    Gone(String),
    /// Another program has changed the progress file; this is its book. When it
    /// was an older copy, what this window had saved is in it again and has to
    /// be saved.
    Elsewhere(Box<Book>, bool),
    /// The book was read again, or could not be; why, in words.
    Reloaded(Result<Box<Book>, String>),
    /// Another program has written the progress file; this is its book.
    Live(Box<Book>),
    /// The progress file was damaged or replaced by something else; how, in
    /// words.
    Damaged(String),
    /// The backups that open, the newest first.
    Backups(Vec<BackupCopy>),
    /// This book was put in the place of the progress file; what was there is
    /// kept in the file of this name.
    Restored(Box<Book>, Option<String>),
    /// Copies that sync tools have left and that have something which is not in the
    /// book.
    Copies(Vec<CopyOffer>),
    /// The files of these documents of a case are gone, or are not what was attached.
    FilesLost(Id, Vec<Item>),
    /// Files were fingerprinted, or one could not be; why, in words.
    Fingerprinted(u64, Result<Vec<Attachment>, NoAttachment>),
    /// The text was written to the file of this name, or could not be; why, in
    /// words.
    Written(u64, Result<String, String>),
    /// The person was in their editor.
    Edited(Edited),
    /// A scan has read so many bytes of so many.
    Scanning(u64, u64, u64),
    /// How much of each file of a scan is read, of 100.
    ScanningFiles(u64, Vec<(String, u64)>),
    /// A scan is over: its results and what was wrong on the way, or why it
    /// failed.
    Scanned(u64, Result<(Vec<Finding>, Vec<String>), String>),
    /// An errand is done: what it told, or why it failed.
    Ran(u64, Result<String, String>),
    /// The program ends without having been left.
    Ending,
    /// Something on the screen was clicked.
    Click(Target),
    /// The wheel was turned over something, so many lines of a text down.
    Wheel(isize, Target),
    /// The dashboard is drawn with the theme of this name now.
    ThemeApplied(String),
    /// Files that the form may mean.
    Offered(String, Vec<FileOffer>),
    /// The paths that begin as the one in the form.
    Completed(String, Vec<String>),
}

/// What became of a text in the person's editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// It says this now.
    Changed(String),
    /// Nothing was changed so far; the draft lies in the file of this name.
    Unchanged(String),
    /// It is not open yet: the person has not named this editor.
    Unnamed(UnnamedEditor),
    /// It could not be edited; why, in words.
    Failed(String),
}

/// Why what was typed is no file to attach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAttachment {
    /// It is a folder.
    Folder,
    /// Why, in words.
    Other(String),
}

/// An editor that opens though the person has not named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnnamedEditor {
    /// What it is called.
    pub name: String,
    /// The one that they have named, which is not there.
    pub missing: Option<String>,
    /// It is left as `vi` is, which nobody guesses.
    pub is_vi: bool,
}

/// Something that has to be done outside. A number in front is a ticket, which
/// the answer must carry.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save this book; its newest change has this number.
    Save(Box<Book>, u64),
    /// Read the book again.
    Reload,
    /// Answer with the backups.
    Backups,
    /// Put this book in the place of the progress file, whatever that is.
    Restore(Box<Book>),
    /// Fingerprint the file at this path, or the files at these; they shall stand for this
    /// item.
    Fingerprint(u64, String, Option<Item>),
    /// Write a text to a new file: the path, then the text.
    Write(u64, String, String),
    /// Let the person edit this text in their editor.
    Edit(String),
    /// Scan the file at this path for accounts, and for this phone number.
    Scan(u64, String, Option<String>),
    /// Have the command line do this, with the file at this path.
    Errand(u64, Vec<String>, Option<String>),
    /// Stop the scan under way.
    StopScan,
    /// Answer with the files that may be meant by what was typed; for a scan, if
    /// so.
    Offer(String, bool),
    /// Answer with the paths that begin so.
    Complete(String),
    /// Put this text on the clipboard.
    Copy(String),
    /// Keep where the person is for the next start.
    Remember(View),
    /// Keep what was chosen for the setting of this name.
    Choose(&'static str, String),
    /// Redraw the whole screen.
    Redraw,
    /// Give the terminal back until the person returns.
    Suspend,
    /// End, once everything is saved.
    Quit,
    /// End without waiting for a save that cannot succeed.
    QuitUnsaved,
}
