//! The carrier's procedure as data: read, checked and offered.
//!
//! Owns: the schema of a playbook, the built-in ones, and the sentences that
//! need a playbook's texts. Must not know: where a file lies, the terminal,
//! the clock.

mod builtin;
mod demo;
mod letter;
mod milestones;
mod own_calendar;
mod read;
mod reviews;
mod schema;
mod shelf;
mod standing;
mod telling;
mod words;

pub use builtin::BUILT_IN;
pub use demo::demo_book;
pub use letter::BLANKS;
pub use milestones::Milestone;
pub use own_calendar::OwnCalendar;
pub use read::{Fault, Problem};
pub use schema::{
    AtHand, Channel, ChaseRule, Confidence, Document, Lapse, Letter, LookFor, NeededOn, Obstacle,
    Playbook, Precondition, Rest, ReviewWindow, Safeguard, Source, Step,
};
pub use shelf::{Missing, Shelf};
pub use words::Words;
