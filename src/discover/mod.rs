//! Which accounts use the number: the answer is in the person's own exports of
//! messages and passwords.
//!
//! Owns: reading exports as a stream in constant memory, finding the account
//! behind a message, and counting what was seen. Must not know: names of files,
//! threads, the clock, the book. Of what is read, only names of accounts,
//! counts, days and samples without a digit are kept.
//!
//! ```text
//! bytes ─► Decoded ─► recognise ─► Reader ─► Sink ─┬─ Message ─► Detector ─┬─► Tally ─► Finding
//!                                                   └─ Login ─► Number ─────┘
//! ```
//!
//! [`Scan`] is the way in. The readers are the rows of one table, `read.rs`.

mod archive;
mod brand_number;
mod bytes;
mod cache;
mod catalogue;
mod code;
mod contact_table;
mod contacts;
mod csv;
mod day_order;
mod detector;
mod encoding;
mod encoding_guess;
mod entities;
mod error;
mod head;
mod html;
mod json;
mod links;
mod login;
mod marks;
mod message;
mod moment;
mod naming;
mod number;
mod phrases;
mod progress;
mod read;
mod recognise;
mod scan;
mod sink;
mod summary;
mod tally;
mod told_apart;
mod vcard;
mod words;

use crate::text::fold;

pub use catalogue::same_name;
pub(crate) use contacts::Contacts;
pub use detector::{Detection, Detector};
pub use error::ScanError;
pub use message::Message;
pub use number::Number;
pub use progress::ScanProgress;
pub(crate) use recognise::kind_of;
pub use recognise::{LooksLike, Unsupported};
pub use scan::Scan;
pub use sink::Scanned;
pub use summary::{Defects, FileSummary, Member, Place};
pub(crate) use tally::Samples;
pub use tally::Tally;
