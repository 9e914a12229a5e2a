//! Languages, widths, wrapping, cleaning of untrusted text, masking of
//! numbers.
//!
//! Owns: everything between a value and the characters a person reads. Must
//! not know: what the words are about, where they are shown, files, the clock.

mod ask_date;
mod bytes;
mod catalog;
mod clean;
mod dates;
mod days;
mod entries;
mod lang;
mod localized;
mod mask;
mod nearest;
mod parser;
mod position;
mod refusal;
mod scan;
mod width;
mod wrap;

pub use ask_date::{DateFault, parse_date};
pub use catalog::{Arg, Text};
pub use clean::{clean, clean_line, escape_json};
pub use entries::{Entries, place_in, read_piece, read_settings};
pub use lang::Lang;
pub use localized::Localized;
pub use mask::{mask_digits, mask_known, mask_number};
pub use nearest::nearest;
pub use position::Position;
pub(crate) use scan::scan_share;
pub use width::{fit, graphemes, pad, width};
pub use wrap::wrap;
