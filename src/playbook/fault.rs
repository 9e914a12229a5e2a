//! What is wrong with a playbook.

use crate::{domain::Id, text::Position};

/// What is wrong at one place of a playbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not what the schema asks for.
    Schema(Box<ron::Error>),
    /// An id is not a slug.
    NotASlug(String),
    /// Two things of one list share an id.
    Twice(String),
    /// A source, a precondition or something else that does not exist, and what does.
    Unknown(String, Vec<String>),
    /// Nobody speaks this language here.
    NoLanguage(String),
    /// There is no such time zone.
    NoZone(String),
    /// Hours that are none: days out of order, or an end before the beginning.
    Hours,
    /// A bracket of a letter that does not close, or does not open.
    Unbalanced,
    /// A text lacks this language.
    NoText(String),
    /// A day is computed by a rule whose sources are not sure enough for that.
    NotSure,
    /// The way out needs a part of the playbook that is not there.
    Missing(String),
    /// Nobody knows the working days of this region.
    NoRegion(String),
    /// A field, and the one beside which it says nothing.
    Needless(String, String),
    /// The window is empty, reversed or past 400 days.
    Window(u16, u16),
}

impl Problem {
    /// Something that does not exist, with the names that do.
    pub(super) fn unknown<'a>(id: &Id, known: impl Iterator<Item = &'a str>) -> Self {
        Self::Unknown(id.to_string(), known.map(str::to_owned).collect())
    }
}

/// One fault and its place.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}:{}: {problem:?}", place.line, place.column)]
pub struct Fault {
    /// Where in the file.
    pub place: Position,
    /// What is wrong.
    pub problem: Problem,
}
