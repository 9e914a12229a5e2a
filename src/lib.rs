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
//! key ─► app::keymap ─► Command ─► Model::update(Message) ─► Vec<Effect> ─► shell ─► store
//!                                     │  domain::Book::record(Change)
//! frame ◄─ ui::draw(&Model, &Theme) ◄─┘
//! ```
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
//! | [`store`] | `progress.ron`: format, lock, replacing, backups, private files | domain, text |
//! | [`playbook`] | reading, checking, offering playbooks; their sentences | domain, calendar, text |
//! | [`discover`] | from exports to accounts: readers, naming, counting | domain, calendar, text |
//! | [`app`] | what the person looks at: model, commands, keymap, update | domain, calendar, playbook, text |
//! | [`ui`] | how it looks | app and below, ratatui |
//! | [`export`] | files for others: the calendar file | domain, calendar, playbook, text |
//! | [`shell`] | terminal, signals, clock, paths, the saving thread | all |
//! | [`cli`] | one subcommand a file | all |
//!
//! `domain`, `calendar`, `app` and `ui` do no I/O and ask no clock: "now" comes
//! in as a message or an argument.
//!
//! To add a **pane**: a file in `app/panes` and a row in `app/panes.rs`. A
//! **command**: a row in `app/command.rs`, an arm in `app/acts.rs`, a key in
//! `assets/keys.ron`. A **reader** of exports: a file in `discover/read` and a
//! row in `discover/read.rs`. A **subcommand**: a file in `cli` and a row in
//! `cli/mod.rs`. A **setting**: a row in `shell/config.rs`. Words go to
//! `assets/locales`; a playbook, a theme, keys, a language's words or a region's
//! weekend are data only.

pub mod app;
pub mod calendar;
pub mod cli;
pub mod discover;
pub mod domain;
pub mod export;
pub mod playbook;
pub mod shell;
pub mod store;
pub mod text;
pub mod ui;
