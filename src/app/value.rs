//! The lower floor of the room: plain values.
//!
//! Owns: what a key, a row, a form, a menu, a page, a call and a running scan
//! are, and what can be done to each alone. Must not know: the model. What
//! needs the model lies above, in `pages`, `menus`, `forms` and `acts`.

mod advice;
mod backup_copy;
mod call;
mod dialog;
mod field;
mod file_offer;
pub(super) mod filter;
mod form;
mod form_kind;
mod key;
pub(super) mod keyboard;
pub(super) mod line_edit;
mod menu;
mod menu_kind;
mod message;
mod note_kind;
mod page;
mod pane;
mod phone_link;
mod preferences;
mod question;
mod row;
mod save_state;
mod scan;
mod scene;
mod steps;
mod suggestions;
mod target;
mod toast;
mod topic;
mod view;

pub(crate) use advice::Advice;
pub use backup_copy::BackupCopy;
pub use call::Call;
pub use dialog::Dialog;
pub use field::FieldId;
pub(super) use field::Pasted;
pub(crate) use field::{Field, FieldChoice, FieldKind};
pub use file_offer::FileOffer;
pub(super) use form::FieldFault;
pub(crate) use form::Form;
pub(crate) use form_kind::FormKind;
pub(crate) use key::NotAKey;
pub use key::{Code, Key};
pub(super) use menu::Choice;
pub use menu::Menu;
pub(crate) use menu::MenuEntry;
pub(crate) use menu_kind::MenuKind;
pub use message::{Edited, Effect, Message};
pub(crate) use note_kind::NoteKind;
pub(super) use note_kind::Noted;
pub(super) use page::Block;
pub(crate) use page::{Page, PageLine, TextRole};
pub(crate) use pane::{Body, Column};
pub(super) use pane::{Opening, Pane, is_all, out_of, some};
pub(crate) use phone_link::link;
pub use preferences::Preferences;
pub(crate) use question::QUESTIONS;
pub(crate) use row::{Row, RowStatus};
pub use save_state::SaveState;
pub(crate) use scan::RunningScan;
pub(crate) use scene::Scene;
pub(super) use steps::{around, moved};
pub(crate) use suggestions::{Suggestion, Suggestions};
pub use target::Target;
pub use toast::{Toast, Tone};
pub(crate) use topic::Topic;
pub use view::View;
