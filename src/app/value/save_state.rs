//! Whether the disk has what the screen shows.

use jiff::Timestamp;

/// The state of the progress file on disk, compared with the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was ever written: there is no progress file yet.
    Fresh,
    /// The book was read and has not changed since.
    Unchanged,
    /// A save is under way.
    Saving,
    /// Everything is on disk, since this moment.
    Saved(Timestamp),
    /// Everything was written at this moment, but the disk did not confirm it.
    Fragile(Timestamp),
    /// The last save failed, for this reason.
    Failed(String),
    /// Nothing is ever saved: the book is made up.
    Demo,
}
