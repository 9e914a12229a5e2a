//! The map of ringoff.
//!
//! ringoff closes a phone line without losing the accounts behind it. A
//! **book** holds **cases**, each the closing of one **line**; a case follows a
//! **playbook**, the carrier's procedure as data. What a person does is a
//! **change**, a value that knows its inverse: history, undo, the dashboard
//! and the command line all speak changes.
//!
//! Data flows one way:
//!
//! ```text
//! key ─► app::keymap ─► Command ─► Model::update(Message) ─► Vec<Effect> ─► shell::Host ─► store
//!                                     │  domain::Book::record(Change)
//! frame ◄─ ui::draw(&Model, &Theme) ◄─┘
//! ```
//!
//! `docs/ARCHITECTURE.md` walks through a key, a save, a scan, a merge and a letter, door
//! by door; `docs/EXTENDING.md` adds a pane, a command, a reader, a subcommand, a setting.
//! What is data only (a playbook, a theme, keys, words) needs no code.
//!
//! A line of code knows its room by what it may not touch, and inside a room no
//! files know each other in a circle. `tests/rooms.rs` follows every path and
//! fails on a breach.
//!
//! | room | owns | may know |
//! |---|---|---|
//! | [`domain`] | what is true: nouns, changes, rules, stage and next | nothing of ours |
//! | [`text`] | languages, widths, cleaning, masking, RON and typed dates | domain |
//! | [`calendar`] | which days count | domain, text |
//! | [`catalogue`] | the accounts that are known by name, and how to change the number there | domain, text |
//! | [`store`] | `progress.ron`: format, lock, replacing, backups, private files | domain, text |
//! | [`playbook`] | reading, checking, offering playbooks; their sentences | domain, calendar, catalogue, text |
//! | [`discover`] | from exports to accounts: readers, naming, counting | domain, calendar, catalogue, text |
//! | [`app`] | what the person looks at: model, commands, keymap, update | domain, calendar, catalogue, playbook, text |
//! | [`ui`] | how it looks | app and below, ratatui |
//! | [`export`] | files for others: calendar, evidence, table, JSON | domain, calendar, catalogue, playbook, text |
//! | [`shell`] | the loop, terminal, signals, clock, paths, the saving thread | all but cli and export |
//! | [`cli`] | one subcommand a file, one session for every change | all |
//!
//! Only `store`, `discover`, `export`, `shell` and `cli` do I/O, and only the last two ask
//! the clock or the environment: "now" comes in as a message or an argument.

pub mod app;
pub mod calendar;
pub mod catalogue;
pub mod cli;
pub mod discover;
pub mod domain;
pub mod export;
pub mod playbook;
pub mod shell;
pub mod store;
pub mod text;
pub mod ui;
