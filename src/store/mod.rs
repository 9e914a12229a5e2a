//! The only room that touches `progress.ron`.
//!
//! Owns: its format and every older one, the lock, the replacing of the file,
//! its backups, and what a private file is on each system. Must not know: what
//! the book is about beyond its shape, the terminal, languages, the clock.
//!
//! Promises: a save is all or nothing; "saved" is said only when a power cut
//! can no longer undo it; a file that could not be read is never written;
//! only its owner can read it.

mod backup;
mod contents;
mod copies;
mod damage;
mod file;
mod format;
mod kept;
mod lock;
mod names;
mod overtaken;
mod platform;
mod replace;

pub use backup::Backup;
pub(crate) use backup::Backups;
pub(crate) use copies::ConflictCopy;
pub(crate) use damage::{Damage, Unreadable};
pub use file::{Loaded, Saved, Seal, Store};
pub(crate) use file::{Restored, SaveError};
pub(crate) use format::adopt;
pub use format::{print, read};
pub(crate) use kept::is_book;
pub(crate) use lock::Guard;
pub(crate) use overtaken::Overtaken;
pub(crate) use platform::{
    is_disk_failure, modes, private_file, private_folder, put_in_places, sweep, write_private,
};
