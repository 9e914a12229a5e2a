//! What touches the outside: the terminal, signals, the clock, paths, the
//! thread that saves.
//!
//! Owns: the loop and everything it waits for. Must not know: what a key
//! means, what the screen looks like, the format of the book.
//!
//! ```text
//! start ─► Host::run: wait, hear, update, perform, draw
//!             │  Event (keys, answers, replies)      ▲
//!             ▼                                      │
//!          World: RealWorld (terminal, threads) or a test's script
//!             input · raw · signals · wake · system: one file a platform
//! ```

mod abilities;
mod appearance;
mod attachable;
mod attached;
mod backup;
mod choices;
mod clock;
mod command_line;
mod config;
mod crash;
mod dropped;
mod editor;
mod event;
mod faults;
mod fingerprint;
mod host;
mod input;
mod known;
mod looks;
mod notify;
mod offers;
mod own_file;
mod paths;
mod pen;
mod pen_style;
mod place;
mod raw;
mod real_world;
mod reply;
mod row_change;
mod save_slot;
mod saver;
mod scan_faults;
mod scan_paths;
mod scanning;
mod signals;
mod start;
mod state_file;
mod sync;
mod system;
mod task;
mod terminal;
mod typed_path;
mod views;
mod wake;
mod watch;
mod world;

pub(crate) use abilities::Abilities;
pub use abilities::Blanks;
pub use appearance::Appearance;
pub(crate) use attachable::{NotAttached, fingerprint_for};
pub use attached::Attached;
pub(crate) use attached::{attached_state, seems_attached};
pub(crate) use backup::{CheckedBackup, HeldBackup, describe_backup};
pub use choices::Choices;
pub use clock::Clock;
pub use command_line::CommandLine;
pub use config::Config;
pub(crate) use config::{SETTINGS, SignsWanted};
pub use crash::end_at_panics;
pub use event::{Answer, Event};
pub(crate) use faults::{
    describe_faults, describe_missing, describe_save_error, describe_unreadable, io_words,
};
pub(crate) use fingerprint::fingerprint;
pub use host::{Dashboard, Host};
pub use known::Known;
pub use notify::notify;
pub(crate) use own_file::{own_words, read_own};
pub use paths::Paths;
pub use reply::{Inbox, Reply, ReplySender, replies};
pub use save_slot::{AllSaved, Checker};
pub use saver::Saver;
pub(crate) use scan_faults::{describe_reading, describe_scanned};
pub use scanning::ScanReport;
pub(crate) use scanning::scan_watched;
pub(crate) use scanning::{ScanResult, ScannedFile, open_regular, scan_files};
pub use start::run;
pub(crate) use sync::{Arrival, Deed, GitError, SyncError, SyncRequest, Synced, brings_back, sync};
pub use system::{CAN_STOP, LOCALE_ENCODES};
pub use task::Task;
pub(crate) use typed_path::{expand, named_file};
pub use views::Views;
pub use world::{End, World};
