//! What the person is looking at, and what each key makes of it.
//!
//! Owns: the model, the command table, the keymap, `update`. Must not know:
//! ratatui, files, the clock, the environment. "Now" comes in as a message,
//! whatever has to happen outside goes out as an [`Effect`].

mod act;
mod answers;
mod call;
mod command;
mod deed;
mod dialog;
mod form;
mod forms;
mod key;
mod keymap;
mod layout;
mod menu;
mod message;
mod model;
mod offered;
mod page;
mod pages;
mod pane;
mod panes;
mod point;
mod recompute;
mod scan;
mod scene;
mod update;
mod view;

pub use call::{Call, Stamp, link};
pub use command::{Command, Scope};
pub use dialog::Dialog;
pub use form::{Field, FieldKind, Form};
pub use key::{Code, Key};
pub use keymap::{KeyFault, Keymap, Lookup};
pub use menu::{Entry as MenuEntry, Menu, MenuKind};
pub use message::{Effect, Message};
pub use model::{Habits, Model, SaveState, Start, Toast, Tone};
pub use offered::offered;
pub use page::{Block, Line as PageLine, Page, Role, Topic};
pub use pane::{Column, PANES, Pane, Row, Sign};
pub use point::Target;
pub use scan::RunningScan;
pub use scene::Scene;
pub use view::View;
