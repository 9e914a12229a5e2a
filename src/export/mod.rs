//! What leaves ringoff as a file for somebody else: so far the calendar file.
//!
//! Owns: the formats. Must not know: where a file is written, the terminal,
//! the clock.

mod ics;

pub use ics::calendar_file;
