//! Languages, widths, wrapping, cleaning of untrusted text, masking of
//! numbers, reading of RON and of what people type.
//!
//! Owns: everything between a value and the characters that a person reads or
//! writes. Must not know: what the words are about, where they are shown, where
//! a file lies, the clock.

mod bare_name;
mod bytes;
mod catalog;
mod charset;
mod clean;
mod clock;
mod controls;
mod date_fault;
mod date_figures;
mod date_input;
mod date_offset;
mod date_reading;
mod date_time;
mod date_vague;
mod date_view;
mod date_words;
mod dates;
mod days;
mod every_fault;
mod expected;
pub(crate) mod fold;
mod foreign_path;
mod key_hash;
mod lang;
mod localized;
mod mask;
mod month_edge;
mod nearest;
mod numbered;
mod own_command;
mod packed;
mod pattern;
mod phone_number;
mod plain_sign;
mod prepared;
mod refusal;
mod ron;
mod scan;
mod shell_word;
mod simplified;
mod table;
mod width;
mod wrap;
mod writing;
mod written;

pub(crate) use bare_name::{bare_name, without_sequences};
pub use catalog::Text;
pub(crate) use charset::pinyin_place;
pub use charset::{Charset, Decoding};
pub use clean::clean_line;
pub(crate) use clean::{clean, escape_json};
pub(crate) use clock::clock;
pub(crate) use controls::without_controls;
pub(crate) use date_fault::DateFault;
pub(crate) use date_input::{DatePlace, DateRule, typed_time};
pub(crate) use date_time::TypedTime;
pub(crate) use date_view::Lean;
pub(crate) use every_fault::{STAND_IN, every_fault};
pub(crate) use foreign_path::{is_of_windows, machine_of};
pub use lang::Lang;
pub(crate) use localized::Localized;
pub(crate) use mask::{mask_digits, mask_known, mask_number};
pub(crate) use nearest::{nearest, slips};
pub(crate) use numbered::numbered;
pub(crate) use packed::read_packed;
pub(crate) use pattern::unstopped;
pub use pattern::{Arg, Value};
pub(crate) use phone_number::as_keyed;
pub(crate) use plain_sign::plain_sign;
pub(crate) use ron::{Entries, Position, RonError};
pub(crate) use ron::{read_piece, read_ron, ron_options};
pub(crate) use scan::scan_share;
pub use shell_word::shell_word;
pub(crate) use simplified::simplified;
pub(crate) use table::{GAP, columns, table};
pub use width::width;
pub(crate) use width::{fit, graphemes, pad, takes_a_cell_a_sign};
pub(crate) use wrap::wrap;
pub(crate) use writing::write_lines;
pub(crate) use written::read_written;
