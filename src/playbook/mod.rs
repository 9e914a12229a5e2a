//! The carrier's procedure as data: read, checked and offered.
//!
//! Owns: the schema of a playbook, the built-in ones, and the sentences that
//! need a playbook's texts. Must not know: where a file lies, the terminal,
//! the clock.

mod builtin;
mod demo;
mod draft;
mod ends;
mod fault;
mod items;
mod letter;
mod library;
mod overrides;
mod reach;
mod read;
mod review;
mod schema;
mod source;
mod status;
mod steps;
#[cfg(test)]
pub(crate) mod tests;
mod way_out;
mod words;

use builtin::BUILT_IN;
pub use demo::demo_book;
pub(crate) use draft::is_built_in;
pub(crate) use ends::{Ends, Porting, Question, Refund, RefundKind};
pub(crate) use fault::{Fault, Problem};
pub(crate) use items::{AtHand, Channel, Document, LookFor, Obstacle, Precondition, Safeguard};
pub(crate) use letter::Ground;
pub use letter::Letter;
pub use library::Library;
pub(crate) use library::PlaybookError;
pub(crate) use overrides::CalendarOverrides;
pub(crate) use reach::{FromAbroad, Hours, Reach, hours_told};
pub(crate) use schema::Playbook;
pub use source::Source;
pub(crate) use source::{Confidence, PageDate};
pub use steps::Step;
pub(crate) use steps::{Lapse, Registration, ReminderRule, ReviewWindow};
pub(crate) use words::{
    Clocks, Ending, OverviewColumn, Way, Ways, Words, WrittenLetter, window_told,
};
