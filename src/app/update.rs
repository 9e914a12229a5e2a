//! The heart: a message comes in, the model changes, effects go out.

use super::{
    act,
    command::{Command, Scope},
    deed::{Act, Deed},
    dialog::Dialog,
    form::FormKind,
    key::Key,
    keymap::Lookup,
    menu::{Menu, MenuKind},
    message::{Effect, Message},
    model::{Model, SaveState, Tone},
    page::Topic,
};
use crate::domain::{Attachment, Book, Id, Item, Refusal};

impl Model {
    /// Takes one message and says what has to happen outside.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = match message {
            Message::Now(now) => {
                self.now = now;
                // The day is looked up when it has turned, not at every key.
                if self.turns.is_none_or(|turns| now >= turns) {
                    self.refresh();
                }
                Vec::new()
            }
            Message::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Message::Key(key) => self.key(key),
            Message::Paste(text) => {
                self.paste(&text);
                Vec::new()
            }
            Message::Saved { upto, durable } => self.saved(upto, durable),
            Message::SaveFailed(reason) => self.save_failed(reason),
            Message::Elsewhere(book) => {
                self.rebase(*book);
                Vec::new()
            }
            Message::Reloaded(read) => {
                self.reloaded(read);
                Vec::new()
            }
            Message::Written(ticket, wrote) => {
                self.written(ticket, wrote);
                Vec::new()
            }
            Message::Edited(text) => {
                self.edited(text);
                Vec::new()
            }
            Message::Fingerprinted(ticket, read) => {
                self.fingerprinted(ticket, read);
                Vec::new()
            }
        };
        if std::mem::take(&mut self.changed) {
            self.refresh();
            if self.save != SaveState::Demo {
                self.save = SaveState::Saving;
                effects.push(Effect::Save(Box::new(self.book.clone()), self.counter));
            }
        }
        effects
    }

    fn scope(&self) -> Scope {
        match self.dialogs.last() {
            None => Scope::Dashboard,
            Some(Dialog::Form(_)) => Scope::Form,
            Some(Dialog::Page { topic: Topic::Letter(..), .. }) => Scope::Letter,
            Some(Dialog::Call(_)) => Scope::Call,
            Some(Dialog::Page { .. } | Dialog::Menu(_) | Dialog::WhatIf(_)) => Scope::Dialog,
        }
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.toast = None;
        // Who goes on working has changed their mind about leaving.
        let was_leaving = std::mem::take(&mut self.leaving);
        let scope = self.scope();
        // What can be typed into a filter or a field is typed, before it is
        // looked up: `q` in a filter is a letter.
        if key.typed().is_some() && self.pending.is_empty() && self.type_key(key) {
            return Vec::new();
        }
        self.pending.push(key);
        let found = match (self.keymap.look_up(scope, &self.pending), scope.beneath()) {
            (Lookup::Unbound, Some(beneath)) => self.keymap.look_up(beneath, &self.pending),
            (found, _) => found,
        };
        match found {
            Lookup::Prefix => Vec::new(),
            Lookup::Command(command) => {
                self.pending.clear();
                if was_leaving && matches!(command, Command::Quit | Command::Leave) {
                    self.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Unsaved)));
                    return Vec::new();
                }
                self.run(command)
            }
            Lookup::Unbound => {
                let alone = self.pending.len() == 1;
                self.pending.clear();
                if alone && !self.type_edit(key) && scope == Scope::Dialog {
                    return self.act_on_page(key);
                }
                Vec::new()
            }
        }
    }

    /// Types a character where there is something to type into.
    fn type_key(&mut self, key: Key) -> bool {
        match self.dialogs.last() {
            Some(Dialog::Form(_)) => {}
            Some(Dialog::Menu(menu)) if menu.filter.is_some() => {}
            _ => return false,
        }
        self.type_edit(key)
    }

    /// Gives a key to the field or filter on top, if there is one.
    fn type_edit(&mut self, key: Key) -> bool {
        let today = self.today();
        match self.dialogs.last_mut() {
            Some(Dialog::Form(form)) => {
                form.type_key(key);
                form.look(&self.text, today);
                true
            }
            Some(Dialog::Menu(menu)) if menu.filter.is_some() => {
                menu.type_key(key);
                true
            }
            _ => false,
        }
    }

    /// On the page of an item the keys for items work as on the dashboard.
    fn act_on_page(&mut self, key: Key) -> Vec<Effect> {
        let Some(Dialog::Page { topic: Topic::Item(_), .. }) = self.dialogs.last() else {
            return Vec::new();
        };
        let allowed = [
            Command::Toggle,
            Command::Edit,
            Command::Waive,
            Command::Attach,
            Command::Copy,
            Command::Outcome,
            Command::Extend,
            Command::Undo,
            Command::Redo,
        ];
        match self.keymap.look_up(Scope::Dashboard, &[key]) {
            Lookup::Command(command) if allowed.contains(&command) => self.run(command),
            _ => Vec::new(),
        }
    }

    /// Carries out a command.
    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        if let Some(why) = self.why_not(command) {
            self.say(Tone::Bad, why);
            return Vec::new();
        }
        act::run(self, command)
    }

    fn paste(&mut self, text: &str) {
        let today = self.today();
        match self.dialogs.last_mut() {
            Some(Dialog::Form(form)) => {
                form.paste(text);
                form.look(&self.text, today);
            }
            Some(Dialog::Menu(Menu { filter: Some(filter), .. })) => {
                for c in crate::text::clean_line(text).chars().take(100) {
                    filter.handle(tui_input::InputRequest::InsertChar(c));
                }
            }
            _ => {
                let told = self.text.get("ui-paste-nowhere").into_owned();
                self.say(Tone::Plain, told);
            }
        }
    }

    /// Does something to the book and keeps it in mind until it is saved.
    /// Says whether anything changed.
    pub(super) fn commit(&mut self, case: &Id, act: Act) -> Result<bool, Refusal> {
        // To the second: finer moments only make the file harder to read.
        let at = jiff::Timestamp::from_second(self.now.as_second()).unwrap_or(self.now);
        let number = self.counter + 1;
        let Some(deed) = Deed::perform(&mut self.book, number, case, act, at)? else {
            return Ok(false);
        };
        self.counter = number;
        if self.save != SaveState::Demo {
            self.unsaved.push(deed);
        }
        self.changed = true;
        Ok(true)
    }

    fn saved(&mut self, upto: u64, durable: bool) -> Vec<Effect> {
        self.unsaved.retain(|deed| deed.number > upto);
        if self.unsaved.is_empty() {
            self.save =
                if durable { SaveState::Saved(self.now) } else { SaveState::Fragile(self.now) };
            if self.leaving {
                return vec![Effect::Quit];
            }
        }
        Vec::new()
    }

    fn save_failed(&mut self, reason: String) -> Vec<Effect> {
        self.say(Tone::Bad, reason.clone());
        self.save = SaveState::Failed(reason);
        if std::mem::take(&mut self.leaving) {
            self.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Unsaved)));
        }
        Vec::new()
    }

    /// Puts what was done since the last save on top of somebody else's book.
    fn rebase(&mut self, theirs: Book) {
        self.book = theirs;
        let mut lost = 0_usize;
        let mut renamed: Vec<(Id, Id)> = Vec::new();
        for mut deed in std::mem::take(&mut self.unsaved) {
            let newest = renamed.iter().rev().find(|(old, _)| *old == deed.case);
            if let Some((_, new)) = newest.cloned() {
                deed.case = new;
            }
            match deed.replay(&mut self.book) {
                Ok(Some(again)) => {
                    if again.case != deed.case {
                        renamed.push((deed.case, again.case.clone()));
                    }
                    self.unsaved.push(again);
                }
                Ok(None) => {}
                Err(_) => lost += 1,
            }
        }
        let here = renamed.into_iter().find(|(old, _)| self.case.as_ref() == Some(old));
        if let Some((_, new)) = here {
            self.case = Some(new);
        }
        let told = match lost {
            0 => self.text.get("ui-rebased").into_owned(),
            _ => self.text.with("ui-rebased-lost", &[("count", lost.into())]),
        };
        self.say(if lost == 0 { Tone::Plain } else { Tone::Bad }, told);
        self.refresh();
        self.recompute();
        self.changed = !self.unsaved.is_empty();
        if !self.changed {
            self.save = SaveState::Unchanged;
            // What was to be saved before leaving is not there any more: that
            // has to be seen first.
            self.leaving = false;
        }
        self.refresh();
    }

    fn reloaded(&mut self, read: Result<Box<Book>, String>) {
        match read {
            Err(reason) => self.say(Tone::Bad, reason),
            Ok(book) if self.unsaved.is_empty() => {
                let same = *book == self.book;
                self.book = *book;
                self.refresh();
                self.recompute();
                if self.changed {
                    return;
                }
                let told = if same { "ui-reloaded-same" } else { "ui-reloaded" };
                let told = self.text.get(told).into_owned();
                self.say(Tone::Good, told);
            }
            Ok(book) => self.rebase(*book),
        }
    }

    /// A fingerprint has arrived. It counts only for the form that asked for
    /// it: when that was left, so was the wish.
    fn fingerprinted(&mut self, ticket: u64, read: Result<Attachment, String>) {
        let Some(Dialog::Form(form)) = self.dialogs.last() else { return };
        let FormKind::Attach(item) = form.kind.clone() else { return };
        if form.ticket != Some(ticket) {
            return;
        }
        let made = read.and_then(|file| {
            let Some((case, playbook)) = self.current().zip(self.playbook()) else {
                return Err(String::new());
            };
            case.attach(&playbook.procedure(), &item, file)
                .map(|change| (case.id.clone(), change))
                .map_err(|refusal| self.refusal_words(&refusal))
        });
        let done = made.and_then(|(id, change)| {
            self.commit(&id, Act::Do(change)).map_err(|refusal| self.refusal_words(&refusal))
        });
        match done {
            Ok(_) => {
                self.dialogs.pop();
                let told = self.text.get("ui-attached").into_owned();
                self.say(Tone::Good, told);
            }
            Err(words) => {
                if let Some(Dialog::Form(form)) = self.dialogs.last_mut() {
                    form.ticket = None;
                    form.blame(super::form::Wrong { field: "path", words });
                }
            }
        }
    }

    /// A file was written. As with a fingerprint, only the form that asked for
    /// it is told so.
    fn written(&mut self, ticket: u64, wrote: Result<String, String>) {
        let Some(Dialog::Form(form)) = self.dialogs.last_mut() else { return };
        if form.ticket != Some(ticket) {
            return;
        }
        match wrote {
            Ok(path) => {
                self.dialogs.pop();
                let told = self.text.with("cli-written", &[("path", path.into())]);
                self.say(Tone::Good, told);
            }
            Err(words) => {
                form.ticket = None;
                form.blame(super::form::Wrong { field: "file", words });
            }
        }
    }

    /// The person comes back from their editor with the letter on top.
    fn edited(&mut self, text: Result<String, String>) {
        let Some(Dialog::Page { topic: Topic::Letter(_, changed), scroll }) =
            self.dialogs.last_mut()
        else {
            return;
        };
        match text {
            Ok(text) => {
                *scroll = 0;
                *changed = Some(text);
                let told = self.text.get("ui-letter-edited").into_owned();
                self.say(Tone::Good, told);
            }
            Err(words) => self.say(Tone::Bad, words),
        }
    }

    /// A refusal, in words.
    pub(super) fn refusal_words(&self, refusal: &Refusal) -> String {
        match self.words() {
            Some(words) => words.refusal(refusal),
            None => self.text.refusal(refusal, Item::to_string),
        }
    }
}
