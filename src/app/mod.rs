//! What the person is looking at, and what each key makes of it.
//!
//! Owns: the model, the commands, the keys, `update`. Must not know: ratatui,
//! files, the clock, the environment. "Now" comes in as a message, whatever has
//! to be done outside goes out as an [`Effect`].
//!
//! Two floors. On the lower one nothing knows the model: `value` has the plain
//! values, `command` and `panes` are the tables, `keymap` says which key asks
//! for which command. On the upper one are the [`Model`] and all that needs it:
//!
//! ```text
//! update ─► typing, mouse ─► acts ─► commit ─► model ─► value, panes, command
//!        ─► saving, restoring, results    forms, menus, pages
//! ```

mod acts;
mod anchors;
mod availability;
mod command;
mod commit;
mod copies;
mod forms;
mod gone;
mod hints;
mod interview;
mod key_file;
mod keymap;
mod menus;
mod model;
mod mouse;
mod pages;
mod panes;
mod past;
mod pending;
mod recompute;
mod restoring;
mod results;
mod saving;
mod selection;
mod shortened;
mod start;
mod talk;
mod turn;
mod typing;
mod update;
mod value;

pub(crate) use availability::why_not;
pub use command::{Command, Scope};
pub(crate) use forms::title as form_title;
pub(crate) use hints::hints;
pub(crate) use interview::Interview;
pub(crate) use key_file::KeyFault;
pub use keymap::Keymap;
pub use menus::entries as menu_entries;
pub(crate) use menus::{agenda_offers, command_words};
pub(crate) use menus::{
    is_current_case, lead as menu_lead, next_of_case, nothing as nothing_in, overview_heads,
    title as menu_title,
};
pub use model::Model;
pub(crate) use pages::{call_script, call_ways, closing_facts, explained, page_about};
pub use panes::PaneId;
pub(crate) use selection::{can_be_toggled, chosen_count, is_ticked, next_state};
pub use start::Start;
pub use value::{
    BackupCopy, Call, Code, CopyOffer, Dialog, Edited, Effect, FieldId, FileOffer, Key, Menu,
    Message, NoAttachment, Preferences, SaveState, Target, Toast, Tone, UnnamedEditor, View,
};
pub(crate) use value::{Body, Column, Page, PageLine, Row, RowStatus, TextRole, is_short, link};
pub(crate) use value::{
    Field, FieldChoice, FieldFault, FieldKind, Form, FormKind, MenuEntry, QUESTIONS, RunningScan,
    Scene, Topic,
};
