//! Pages about what is not there any more, and documents whose files are not.
//!
//! Owns: which of the open pages have lost what they are about, and what follows from a lost
//! file. Must not know: who took it back, or who looked at the disk.

use super::{
    model::Model,
    value::{Dialog, Topic},
};
use crate::domain::{Case, Id, Item, Warning};

impl Model {
    /// The files of these documents of a case are gone; those of its others are not.
    pub(super) fn files_lost(&mut self, case: Id, items: Vec<Item>) {
        let known = self.lost_files.as_ref().filter(|(id, _)| *id == case);
        if known.map_or(&[][..], |(_, items)| items) != items {
            self.lost_files = Some((case, items));
            self.refresh();
        }
    }

    /// The documents of this case whose files are gone.
    pub(super) fn lost_here(&self) -> &[Item] {
        let here = self.lost_files.as_ref().filter(|(id, _)| self.case.as_ref() == Some(id));
        here.filter(|_| self.past.is_none()).map_or(&[], |(_, items)| items)
    }

    /// The case with the files that are there.
    pub(super) fn at_hand(&self) -> Option<Case> {
        Some(self.current()?.without_files(self.lost_here()))
    }

    /// Warns of files that are gone, while that matters, as the command line does.
    pub(super) fn warn_of_lost_files(&mut self) {
        let lost = self.lost_here().to_vec();
        if let Some(status) = self.status.as_mut().filter(|one| !one.stage.is_over())
            && !lost.is_empty()
        {
            status.warnings.push(Warning::FilesLost(lost));
        }
    }

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
