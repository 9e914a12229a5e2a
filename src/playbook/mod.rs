//! The carrier's procedure as data: read, checked and offered.
//!
//! Owns: the schema of a playbook, the built-in ones, and the sentences that
//! need a playbook's texts. Must not know: where a file lies, the terminal,
//! the clock.

mod builtin;
mod demo;
mod fault;
mod items;
mod library;
mod milestone;
mod overrides;
mod read;
mod review;
mod schema;
mod source;
mod status;
mod steps;
mod words;

pub(crate) use builtin::BUILT_IN;
pub use demo::demo_book;
pub use fault::{Fault, Problem};
pub use items::{AtHand, Channel, Document, Letter, LookFor, Obstacle, Precondition, Safeguard};
pub use library::{Library, PlaybookError};
pub use milestone::Milestone;
pub use overrides::CalendarOverrides;
pub use schema::Playbook;
pub use source::{Confidence, Source};
pub use steps::{Lapse, ReminderRule, Rest, ReviewWindow, Step};
pub use words::Words;
