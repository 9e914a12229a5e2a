//! What comes into the program and what goes out of it, as plain values.

use jiff::Timestamp;

use super::{key::Key, point::Target, view::View};
use crate::domain::{Attachment, Book, Finding};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Time went on.
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
        /// A power cut cannot undo it.
        durable: bool,
    },
    /// The book could not be saved; the reason, in words.
    SaveFailed(String),
    /// Somebody else changed the book; this is theirs.
    Elsewhere(Box<Book>),
    /// The book was read again, or could not be; the reason, in words.
    Reloaded(Result<Box<Book>, String>),
    /// The file of a ticket was fingerprinted, or could not be.
    Fingerprinted(u64, Result<Attachment, String>),
    /// The text of a ticket was written to the file of this name, or could not
    /// be; the reason, in words.
    Written(u64, Result<String, String>),
    /// The person has changed a text, or could not; the reason, in words.
    Edited(Result<String, String>),
    /// The scan of a ticket has read so many bytes of so many.
    Scanning(u64, u64, u64),
    /// It is done: what was found and what was wrong, or why it was not.
    Scanned(u64, Result<(Vec<Finding>, Vec<String>), String>),
    /// Something on the screen was clicked.
    Point(Target),
    /// The wheel was turned over something, so many lines of a text down.
    Wheel(isize, Target),
    /// The theme of this name is worn now.
    Worn(String),
    /// The paths that begin as the one in the form.
    Completed(Vec<String>),
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save this book; its newest change has this number.
    Save(Box<Book>, u64),
    /// Read the book again.
    Reload,
    /// Fingerprint the file at this path and answer with the ticket.
    Fingerprint(u64, String),
    /// Write to a new file at this path and answer with the ticket.
    Write(u64, String, String),
    /// Let the person change this text in their editor.
    Edit(String),
    /// Scan the file at this path for accounts, and for this number.
    Scan(u64, String, Option<String>),
    /// End the scan under way.
    StopScan,
    /// Answer with the paths that begin so.
    Complete(String),
    /// Put this text on the clipboard.
    Copy(String),
    /// Keep what the person is looking at.
    Remember(View),
    /// Wear the theme of this name.
    Wear(String),
    /// Take clicks and the wheel, or leave them to the terminal.
    Mouse(bool),
    /// Let the clock run so many times as fast.
    Pace(u32),
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back until the person returns.
    Suspend,
    /// End, once everything is saved.
    Quit,
    /// End without waiting for a save that cannot succeed.
    QuitUnsaved,
}
