//! What is true: the nouns of closing a line, the changes a person makes to
//! them, and what follows from both.
//!
//! Owns: the shape of a book, every rule about what may happen when, and the
//! derived facts (stage, gate, next). Must not know: files, the clock, the
//! terminal, languages, or any other room. "Today" is always an argument.

mod account;
mod application;
mod book;
mod case;
mod change;
mod contact;
mod day;
mod document;
mod finding;
mod history;
mod id;
mod item;
mod line;
mod mark;
mod next;
mod obstacle;
mod procedure;
mod rebase;
mod refusal;
mod review;
mod rules;
mod stage;
mod standing;
mod terms;

pub use account::{Account, Dismissed, Kind as AccountKind, State as AccountState};
pub use application::{Application, Extension, Outcome, Verdict};
pub use book::Book;
pub use case::{Case, Ending, Route};
pub use change::{Change, Keyed, Put};
pub use contact::Contact;
pub use day::{Day, DayName, Doubt, Surety, Why};
pub use document::OwnDocument;
pub(crate) use finding::FindingStatus;
pub use finding::{Evidence, EvidenceKind, Finding};
pub use history::Entry;
pub use id::Id;
pub use item::{Item, Kind as ItemKind};
pub use line::{Class, Holder, Line};
pub use mark::{Attachment, Mark, MarkState, hex};
pub use next::Next;
pub use obstacle::Obstacle;
pub use procedure::{Needed, Paper, Precondition, Procedure, Window};
pub use refusal::Refusal;
pub use review::{Chase, Filed, Moved, Reckoning, Review, Told};
pub use stage::Stage;
pub use standing::{ItemStanding, ItemState, Progress, Standing, Warning};
pub use terms::{OwnDays, Terms};
