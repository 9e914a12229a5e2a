//! One of the values that a field offers, and what it is found by.

use super::menu::{Choice, MenuEntry};

/// One of the values that a field offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
    /// As the rules know it.
    pub value: String,
    /// As the person reads it.
    pub label: String,
    /// Other words that it can be found by.
    pub(crate) also: String,
}

impl FieldChoice {
    /// A choice that is found by its label and its value.
    pub(super) fn new((value, label): (String, String)) -> Self {
        Self { value, label, also: String::new() }
    }

    /// Itself as what was typed is compared with.
    pub(super) fn entry(&self) -> MenuEntry {
        let entry = MenuEntry::new(self.label.clone(), String::new(), Choice::Nothing);
        MenuEntry { also: self.value.replace('_', " "), elsewhere: self.also.clone(), ..entry }
    }
}
