//! What can be meant by what was typed into a field: a list that drops down from
//! it. Above it stands what was typed, as it is: its place is behind the last.

use super::steps::around;

/// One thing that can be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// As it is put into the field.
    pub(crate) value: String,
    /// More about it.
    pub(crate) note: String,
    /// As it is shown.
    pub(crate) shown: String,
}

/// The list, and the chosen row of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Suggestions {
    /// The likeliest first.
    pub(crate) all: Vec<Suggestion>,
    /// The place of the chosen row.
    pub(crate) chosen: usize,
}

impl Suggestions {
    /// A list of which the first row is chosen, or what was typed.
    pub(crate) fn new(all: Vec<Suggestion>, first: bool) -> Self {
        let chosen = if first { 0 } else { all.len() };
        Self { all, chosen }
    }

    /// There is nothing to choose.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Goes so many rows down; behind what was typed comes the first row.
    pub(crate) fn step(&mut self, steps: isize) {
        self.chosen = around(self.chosen, steps, self.all.len() + 1);
    }

    /// What is chosen; nothing when it is what was typed.
    pub(crate) fn taken(&self) -> Option<&Suggestion> {
        self.all.get(self.chosen)
    }
}
