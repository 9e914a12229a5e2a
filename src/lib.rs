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
//! Four ways through the house, door by door:
//!
//! - **A key.** `shell/input/unix.rs` reads bytes and makes an `Event`; the loop in
//!   `shell/host.rs` turns it into a `Message`; `app/update.rs` looks it up in
//!   `app/keymap.rs`; the arm of the command in `app/acts.rs` asks a rule in
//!   `domain/rules` for a `Change`; `app/commit.rs` records it in the book and
//!   returns `Effect::Save`; `ui/mod.rs` draws what the model is now.
//! - **A save.** The host gives `Effect::Save` to the thread in
//!   `shell/saver.rs`; `store/file.rs` locks, compares and prints the book
//!   (`store/format.rs`), `store/replace.rs` puts the new file in the place of
//!   the old one; the `Reply` wakes the loop, and `Message::Saved` ends in
//!   `app/saving.rs`. A command of the command line takes the same way through
//!   `cli/session.rs`.
//! - **A scan.** `Effect::Scan` becomes a `Task` (`shell/task.rs`);
//!   `shell/scanning.rs` opens the file; `discover/recognise.rs` finds its row in
//!   the table of `discover/read.rs`; the reader pours messages into
//!   `discover/sink.rs`; `discover/detector.rs` says what each shows, and
//!   `discover/tally.rs` adds it up into `domain::Finding`s, which wait in
//!   `app/results.rs` for the person.
//! - **A letter.** The texts stand in `assets/playbooks`;
//!   `playbook/words/letter.rs` fills in what the book holds;
//!   `app/pages/letter.rs` shows it, `app/acts/letter.rs` asks the host to copy,
//!   save or edit it, and `cli/letter.rs` prints it.
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
//! | [`export`] | files for others: the calendar file | domain, calendar, catalogue, playbook, text |
//! | [`shell`] | the loop, terminal, signals, clock, paths, the saving thread | all but cli and export |
//! | [`cli`] | one subcommand a file, one session for every change | all |
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
