//! What touches the outside: the terminal, signals, the clock, paths, the
//! thread that saves.
//!
//! Owns: the event loop and everything it waits for. Must not know: what a
//! key means, what the screen looks like, the format of the book.

mod abilities;
mod clock;
mod completion;
mod config;
mod crash;
mod editor;
mod faults;
mod fingerprint;
mod input;
mod look;
mod notify;
mod paths;
mod run;
mod saver;
mod scanning;
mod signals;
mod terminal;
mod views;

pub use abilities::Abilities;
pub use clock::Clock;
pub use config::{Config, SETTINGS, SignsWanted};
pub use faults::{
    describe_faults, describe_missing, describe_save_error, describe_scan_error, describe_scanned,
    describe_unreadable, io_words,
};
pub use fingerprint::{Unattachable, expand, fingerprint};
pub use look::Look;
pub use notify::notify;
pub use paths::{NoHome, Paths};
pub use run::{Dashboard, run};
pub(crate) use scanning::scan_watched;
pub use scanning::{ScanResult, ScannedFile, open_regular, scan_files};
pub use views::Views;
