//! Pages about what is not there any more.
//!
//! Owns: which of the open pages have lost what they are about. Must not know: who took it
//! back.

use super::{
    model::Model,
    value::{Dialog, Topic},
};

impl Model {
    /// Closes pages about what is gone: taken back, or removed elsewhere.
    pub(super) fn close_what_is_gone(&mut self) {
        let mut open = std::mem::take(&mut self.dialogs);
        let words = self.words();
        let gone = |topic: &Topic| match topic {
            Topic::Item(item) => words.is_none_or(|words| words.title_of(item).is_none()),
            Topic::Entry(place) => words.is_none_or(|words| *place >= words.case.history.len()),
            _ => false,
        };
        open.retain(|one| !matches!(one, Dialog::Page { topic, .. } if gone(topic)));
        self.dialogs = open;
    }
}
