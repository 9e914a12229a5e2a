//! What is wrong with a playbook.

use std::fmt;

use crate::text::Position;

/// What is wrong at one place of a playbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not what the schema asks for.
    Schema(Box<ron::Error>),
    /// An id is not a slug.
    NotASlug(String),
    /// Two things of one list share an id.
    Twice(String),
    /// A source, precondition or region that does not exist.
    Unknown(String),
    /// A text lacks this language.
    NoText(String),
    /// The window is empty, reversed or past 400 days.
    Window(u16, u16),
}

/// One fault and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where in the file.
    pub place: Position,
    /// What is wrong.
    pub problem: Problem,
}

/// For programmers; people read what the room `shell` makes of it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.place;
        write!(f, "{line}:{column}: {:?}", self.problem)
    }
}

impl std::error::Error for Fault {}
