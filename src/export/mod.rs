//! Files for others: the calendar file, the evidence of a case, a table of its
//! items, the whole book as JSON.
//!
//! Owns: the formats, and that text stays text in each of them. Must not know:
//! where a file is written, the terminal, the clock.

mod csv;
mod event;
mod evidence;
mod html;
mod ics;
mod json;
mod markdown;
mod numbers;
mod plain;
mod procedure;
mod report;

#[cfg(test)]
mod tests;

pub(crate) use csv::{csv, csv_head};
pub(crate) use event::{Event, events};
pub(crate) use evidence::evidence;
pub(crate) use html::html;
pub(crate) use ics::calendar_file;
pub use json::{ImportError, json, read_json};
pub(crate) use markdown::markdown;
pub(crate) use numbers::{hidden, numbers};
pub(crate) use plain::plain;
pub(crate) use procedure::procedure;
pub(crate) use report::Report;
