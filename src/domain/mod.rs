//! What is true: the nouns of closing a line, the changes a person makes to
//! them, and what follows from both.
//!
//! Owns: the shape of a book, every rule about what may happen when, and the
//! derived facts (stage, gate, next). Must not know: files, the clock, the
//! terminal, languages, or any other room. "Today" is always an argument.

mod account;
mod agenda;
mod agenda_mark;
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
mod facts;
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
mod watch;
mod window;

pub(crate) use account::Dismissed;
pub use account::{Account, AccountKind, AccountState};
pub use agenda::{AgendaEntry, AgendaKind, AgendaState};
pub(crate) use agenda_mark::AgendaMark;
pub(crate) use application::{Application, Extension, Outcome, Verdict};
pub use book::Book;
pub use case::Case;
pub use change::Entry;
pub(crate) use change::{Change, Reckoned};
pub use checklist::Progress;
pub(crate) use checklist::{ItemState, ItemStatus};
pub use contact::Contact;
pub use day::DayName;
pub(crate) use day::{Caveat, Certainty, Day, Why};
pub(crate) use document::ExtraDocument;
pub(crate) use edit::{Edit, Keyed};
pub(crate) use finding::FindingStatus;
pub use finding::{Evidence, EvidenceKind, Finding};
pub use id::Id;
pub use item::Item;
pub(crate) use item::ItemKind;
pub use line::Line;
pub(crate) use line::{Class, Holder, LineEnd};
pub use mark::hex;
pub(crate) use mark::{Attachment, Mark, MarkState};
pub(crate) use named::named;
pub(crate) use next::Next;
pub(crate) use obstacle::Obstacle;
pub(crate) use procedure::{Document, Needed, Precondition, Procedure, RegistrationTerm};
pub(crate) use refusal::Refusal;
pub(crate) use review::LateContacts;
pub use review::{Filed, Review};
pub(crate) use review::{Moved, Reckoning};
pub(crate) use route::Ending;
pub use route::Route;
pub(crate) use rules::Toggle;
pub use stage::Stage;
pub(crate) use status::Status;
pub(crate) use terms::{DayOverrides, Terms};
pub(crate) use warning::Warning;
pub(crate) use watch::Watch;
use watch::WatchCheckKind;
pub use window::Window;
