//! The carrier's procedure as data: read, checked and offered.
//!
//! Owns: the schema of a playbook, the built-in ones, and the sentences that
//! need a playbook's texts. Must not know: where a file lies, the terminal,
//! the clock.

mod builtin;
mod demo;
mod position;
mod read;
mod schema;
mod shelf;
mod standing;
mod words;

pub use builtin::BUILT_IN;
pub use demo::demo_book;
pub use read::{Fault, Problem};
pub use schema::{
    AtHand, Channel, Confidence, Document, LookFor, NeededOn, Obstacle, Playbook, Precondition,
    ReviewWindow, Safeguard, Source, Step,
};
pub use shelf::{Missing, Shelf};
pub use words::Words;
