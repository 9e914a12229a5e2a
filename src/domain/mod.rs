//! What is true: the nouns of closing a line, the changes a person makes to
//! them, and what follows from both.
//!
//! Owns: the shape of a book, every rule about what may happen when, and the
//! derived facts (stage, gate, next). Must not know: files, the clock, the
//! terminal, languages, or any other room. "Today" is always an argument.

mod account;
mod application;
mod apply;
mod book;
mod case;
mod change;
mod checklist;
mod contact;
mod day;
mod document;
mod edit;
mod finding;
mod id;
mod item;
mod line;
mod mark;
mod merge;
mod named;
mod next;
mod obstacle;
mod procedure;
mod refusal;
mod review;
mod route;
mod rules;
mod stage;
mod status;
mod terms;
mod warning;
mod window;

pub use account::{Account, AccountKind, AccountState, Dismissed};
pub use application::{Application, Extension, Outcome, Verdict};
pub use book::Book;
pub use case::Case;
pub use change::{Change, Entry, Reckoned};
pub use checklist::{ItemState, ItemStatus, Progress};
pub use contact::Contact;
pub use day::{Caveat, Certainty, Day, DayName, Why};
pub use document::ExtraDocument;
pub use edit::{Edit, Keyed};
pub(crate) use finding::FindingStatus;
pub use finding::{Evidence, EvidenceKind, Finding};
pub use id::Id;
pub use item::{Item, ItemKind, NotAnItem};
pub use line::{Class, Holder, Line};
pub use mark::{Attachment, Mark, MarkState, hex};
pub(crate) use named::named;
pub use next::Next;
pub use obstacle::Obstacle;
pub use procedure::{Document, Needed, Precondition, Procedure};
pub use refusal::Refusal;
pub(crate) use review::LateContacts;
pub use review::{Filed, Moved, Reckoning, Review};
pub use route::{Ending, Route};
pub use rules::Toggle;
pub use stage::Stage;
pub use status::Status;
pub use terms::{DayOverrides, Terms};
pub use warning::Warning;
pub use window::Window;
