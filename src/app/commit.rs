//! Changing the book, and saying what was changed: the one way in which the
//! dashboard does it.

use std::sync::Arc;

use jiff::Timestamp;

use super::{
    command::Command,
    model::Model,
    pending::{Action, PendingChange},
    value::{Effect, SaveState, Tone},
};
use crate::domain::{Change, Id, Refusal};

impl Model {
    /// Does something to a case of the book and keeps it until it is saved.
    /// Returns whether anything changed.
    pub(super) fn commit(&mut self, case: &Id, action: Action) -> Result<bool, Refusal> {
        if let Some(past) = &self.past {
            return Err(Refusal::Past(past.day));
        }
        // To the second: finer moments only make the file harder to read.
        let at = Timestamp::from_second(self.now.as_second()).unwrap_or(self.now);
        let number = self.counter + 1;
        let Some(done) = PendingChange::perform(&mut self.book, number, case, action, at)? else {
            return Ok(false);
        };
        self.counter = number;
        self.before_restore = None;
        if self.save != SaveState::Demo {
            self.pending.push(done);
        }
        self.changed = true;
        Ok(true)
    }

    /// Makes a change to the current case and says how that went.
    pub(super) fn change(&mut self, made: Result<Change, Refusal>) {
        let Some(case) = self.case.clone() else { return };
        let idle = made.as_ref().ok().cloned();
        match made.and_then(|change| self.commit(&case, Action::Change(change))) {
            Ok(false) => {
                let why = self.words().zip(idle).map(|(words, change)| words.idle(&change));
                self.say(Tone::Plain, why.unwrap_or_default());
            }
            done => self.tell(done),
        }
    }

    /// Says what was changed, as the timeline does; or that nothing was; or why
    /// it was refused.
    pub(super) fn tell(&mut self, done: Result<bool, Refusal>) {
        match done {
            Ok(true) => {
                let key = self.keymap.key_of(Command::Undo);
                let args = [("what", self.newest_entry().into()), ("key", key.into())];
                self.say_words(Tone::Good, "ui-did", &args);
            }
            Ok(false) => self.say_words(Tone::Plain, "ui-nothing-changed", &[]),
            Err(refusal) => self.say(Tone::Bad, self.refusal_words(&refusal)),
        }
    }

    /// The newest entry of the current case's history, in words.
    pub(super) fn newest_entry(&self) -> String {
        let words = self.words();
        let entry = words.and_then(|words| words.case.history.last().map(|one| words.entry(one)));
        entry.unwrap_or_default()
    }

    /// Undoes the newest change of the current case.
    pub(super) fn undo(&mut self) {
        let Some(case) = self.case.clone() else { return };
        let what = self.newest_entry();
        match self.commit(&case, Action::Undo) {
            Ok(_) => {
                let key = self.keymap.key_of(Command::Redo);
                let args = [("what", what.into()), ("key", key.into())];
                self.say_words(Tone::Good, "ui-undone", &args);
            }
            Err(refusal) => self.tell(Err(refusal)),
        }
    }

    /// The case in which something can be redone: the current one, or the one
    /// whose opening was undone last.
    pub(super) fn redoable(&self) -> Option<Id> {
        let here = self.current().filter(|case| !case.undone.is_empty());
        here.or_else(|| self.book.taken_back.last().map(Arc::as_ref)).map(|case| case.id.clone())
    }

    /// Redoes the newest undone change, and looks at its case.
    pub(super) fn redo(&mut self) {
        let Some(case) = self.redoable() else { return };
        let done = self.commit(&case, Action::Redo);
        if done.is_ok() {
            self.case = Some(case);
        }
        self.tell(done);
    }

    /// What the screen shows could not be saved so far.
    pub(crate) fn save_failed(&self) -> bool {
        self.has_unsaved() && matches!(self.save, SaveState::Failed(_))
    }

    /// Asks for a save.
    pub(super) fn ask_to_save(&mut self) {
        let book = self.past.as_ref().map_or(&self.book, |past| &past.present);
        self.ask(Effect::Save(Box::new(book.clone()), self.counter));
    }

    /// Asks for a save if the book was changed. A made-up book is never saved.
    pub(super) fn save_changes(&mut self) {
        if std::mem::take(&mut self.changed) {
            self.refresh();
            if self.save != SaveState::Demo {
                self.save = SaveState::Saving;
                self.ask_to_save();
            }
        }
    }
}
