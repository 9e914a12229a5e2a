//! When the dashboard looks whether attached files are still there.
//!
//! Must not know: how a file is looked at.

use std::time::{Duration, Instant};

use super::{attached::Attached, task::Task};
use crate::{
    app::{Dialog, Model, SaveState, Topic},
    domain::{Attachment, Id, Item},
};

/// How long what was seen is believed while somebody uses the dashboard.
const FRESH: Duration = Duration::from_secs(10);

/// When the dashboard looks, and at what it has looked last.
#[derive(Debug, Default)]
pub(super) struct Looks {
    attached: Attached,
    seen: Option<(Id, Vec<(Item, Attachment)>)>,
    at: Option<Instant>,
    /// A letter lay on top.
    letter: bool,
    /// A look is under way: a slow disk never has more than one thread wait for it.
    busy: bool,
}

impl Looks {
    /// A look at the files of the case that is looked at, if it is time for one: another
    /// case, another file, a letter, or some time since the last one.
    pub(super) fn look(&mut self, model: &Model) -> Option<Task> {
        let case = model.current().filter(|_| model.save != SaveState::Demo)?;
        let files = || case.newest_files();
        let letter =
            matches!(model.dialogs.last(), Some(Dialog::Page { topic: Topic::Letter(..), .. }));
        let opened = letter && !std::mem::replace(&mut self.letter, letter);
        self.letter = letter;
        if self.busy {
            return None;
        }
        let same = self.seen.as_ref().is_some_and(|(id, seen)| {
            *id == case.id && seen.iter().map(|(item, file)| (item, file)).eq(files())
        });
        let fresh = self.at.is_some_and(|at| at.elapsed() < FRESH);
        if same && (seen_none(self.seen.as_ref()) || (fresh && !opened)) {
            return None;
        }
        let all: Vec<_> = files().map(|(item, file)| (item.clone(), file.clone())).collect();
        let none = all.is_empty() && self.seen.as_ref().is_none_or(|(_, seen)| seen.is_empty());
        self.seen = Some((case.id.clone(), all));
        if none {
            return None;
        }
        (self.at, self.busy) = (Some(Instant::now()), true);
        Some(Task::LookAtFiles(self.attached.clone(), Box::new(case.clone())))
    }

    /// The look under way is over.
    pub(super) fn done(&mut self) {
        self.busy = false;
    }
}

fn seen_none(seen: Option<&(Id, Vec<(Item, Attachment)>)>) -> bool {
    seen.is_none_or(|(_, files)| files.is_empty())
}
