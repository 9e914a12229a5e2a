//! Which accounts still uses the number: the answer lies in the person's own
//! exports of messages and passwords.
//!
//! Owns: reading exports as a stream in constant memory, naming the account
//! behind a message, counting what was seen. Must not know: files by name,
//! threads, the clock, the book. Nothing that is read is kept but the names of
//! accounts, counts, days and samples without a digit in them.
//!
//! ```text
//! bytes ─► format ─► reader ─► Message ─► Judge ─► Findings ─► Found
//!                          └─► Account ──────────────┘
//! ```

mod bytes;
mod catalogue;
mod code;
mod findings;
mod fold;
mod format;
mod judge;
mod memory;
mod message;
mod naming;
mod number;
mod phrases;
mod read;
mod scan;
mod vcard;
mod when;

pub use bytes::Watch;
pub use catalogue::{Catalogue, CatalogueEntry, same_name};
pub use findings::{Findings, Found, Seen};
pub use format::{Closed, Format};
pub use judge::{Judge, Verdict};
pub use message::{Message, What};
pub use number::{Carries, Number};
pub use scan::{Scan, Scanned, Trouble, Unscannable};
pub use vcard::Contacts;
