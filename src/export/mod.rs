//! What leaves ringoff as a file for somebody else: the calendar file, the
//! evidence pack, a table, the whole book.
//!
//! Owns: the formats, and that text stays text in each. Must not know: where a
//! file is written, the terminal, the clock.

mod csv;
mod html;
mod ics;
mod json;
mod markdown;
mod pack;
mod plain;
mod procedure;

#[cfg(test)]
mod tests;

pub use csv::{csv, csv_head};
pub use html::html;
pub use ics::calendar_file;
pub use json::{Exported, NotImported, json, read_json};
pub use markdown::markdown;
pub use pack::{Body, Pack, Packer, Section};
pub use plain::plain;
pub use procedure::procedure;
