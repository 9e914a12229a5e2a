//! What the host hears, as plain values.

use super::reply::Reply;
use crate::app::Key;

/// Something that happened outside.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// A click at a column and a row, both from 0.
    Click(u16, u16),
    /// The wheel was turned there: so many rows down, or up when negative.
    Wheel(u16, u16, isize),
    /// The terminal has answered a question.
    Answer(Answer),
    /// A thread has replied.
    Reply(Reply),
}

/// What the terminal answers to the questions that are asked at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Its background is light, or dark.
    Background {
        /// It is light.
        light: bool,
    },
    /// After one sign of a frame in the first column the cursor stood in this
    /// column, from 1.
    Column(u32),
    /// It has answered everything it ever will.
    Done,
}
