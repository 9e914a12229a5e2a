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
use crate::domain::{Case, Change, Entry, Id, Refusal};

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
                let what = self.newest_entries(self.together(|case| case.history.last()));
                let args = [("what", what.into()), ("key", key.into())];
                self.say_words(Tone::Good, "ui-did", &args);
            }
            Ok(false) => self.say_words(Tone::Plain, "ui-nothing-changed", &[]),
            Err(refusal) => self.say(Tone::Bad, self.refusal_words(&refusal)),
        }
    }

    /// The newest entry of the current case's history, in words.
    pub(super) fn newest_entry(&self) -> String {
        self.newest_entries(1)
    }

    /// So many of the newest entries, in words.
    fn newest_entries(&self, count: usize) -> String {
        let Some(words) = self.words() else { return String::new() };
        let history = &words.case.history;
        let newest = history.get(history.len().saturating_sub(count)..).unwrap_or_default();
        let newest: Vec<String> = newest.iter().map(|one| words.entry(one)).collect();
        newest.join(&self.text.get("word-semicolon"))
    }

    /// So many entries were made by one act.
    pub(super) fn keep_together(&mut self, count: usize) {
        let newest = self.current().and_then(|case| case.history.last()).cloned();
        self.together = newest.filter(|_| count > 1).map(|newest| (count, newest));
    }

    /// How many entries one act has made of which this is the last one.
    fn together(&self, last: impl Fn(&Case) -> Option<&Entry>) -> usize {
        match (&self.together, self.current().and_then(last)) {
            (Some((count, known)), Some(last)) if known == last => *count,
            _ => 1,
        }
    }

    /// Undoes the newest change of the current case, and what one act did with it.
    pub(super) fn undo(&mut self) {
        let Some(case) = self.case.clone() else { return };
        let count = self.together(|case| case.history.last());
        let what = self.newest_entries(count);
        for _ in 0..count {
            if let Err(refusal) = self.commit(&case, Action::Undo) {
                return self.tell(Err(refusal));
            }
        }
        let undone = self.book.case(&case).and_then(|case| case.undone.last()).cloned();
        self.together = undone.filter(|_| count > 1).map(|undone| (count, undone));
        let key = self.keymap.key_of(Command::Redo);
        let args = [("what", what.into()), ("key", key.into())];
        self.say_words(Tone::Good, "ui-undone", &args);
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
        let count = self.together(|case| case.undone.last());
        let mut done = Ok(false);
        for _ in 0..count {
            done = self.commit(&case, Action::Redo);
            if done.is_err() {
                break;
            }
            self.case = Some(case.clone());
        }
        if done.is_ok() {
            self.keep_together(count);
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
