//! The heart: a message comes in, the model changes, effects go out.

use super::{
    act,
    command::{Command, Scope},
    deed::{Act, Deed},
    dialog::Dialog,
    key::Key,
    keymap::Lookup,
    menu::{Menu, MenuKind},
    message::{Effect, Message},
    model::{Model, SaveState, Tone},
    page::Topic,
};
use crate::domain::{Id, Item, Refusal};

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
            Message::Scanning(ticket, read, total) => {
                for dialog in &mut self.dialogs {
                    if let Dialog::Scanning(scan) = dialog
                        && scan.ticket == ticket
                    {
                        (scan.read, scan.total) = (read, total);
                    }
                }
                Vec::new()
            }
            Message::Scanned(ticket, scanned) => {
                self.scanned(ticket, scanned);
                Vec::new()
            }
            Message::Completed(paths) => {
                self.completed(&paths);
                Vec::new()
            }
            Message::Edited(text) => {
                self.edited(text);
                Vec::new()
            }
            Message::Point(target) => self.point(&target),
            Message::Wheel(steps, target) => {
                self.wheel(steps, &target);
                Vec::new()
            }
            Message::Worn(name) => {
                self.habits.worn = name;
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

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.toast = None;
        // Who goes on working has changed their mind about leaving.
        let was_leaving = std::mem::take(&mut self.leaving);
        self.leave_tour_for(key);
        let scope = Scope::of(self.dialogs.last());
        // What can be typed into a filter or a field is typed, before it is
        // looked up: `q` in a filter is a letter.
        if key.typed().is_some() && self.pending.is_empty() && self.type_key(key) {
            return Vec::new();
        }
        self.pending.push(key);
        match self.keymap.look_up_latin(scope, &mut self.pending) {
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

    /// The tour gives way to the keys it tells of.
    fn leave_tour_for(&mut self, key: Key) {
        if !matches!(self.dialogs.last(), Some(Dialog::Tour(_))) {
            return;
        }
        let of_tour = [Command::Choose, Command::Close];
        match self.keymap.look_up(Scope::Dialog, &[key]) {
            Lookup::Command(command) if of_tour.contains(&command) && key.typed().is_none() => {}
            _ => {
                self.dialogs.pop();
            }
        }
    }

    /// What can follow on the keys pressed so far.
    pub fn following(&self) -> Vec<(String, Command)> {
        self.keymap.after(Scope::of(self.dialogs.last()), &self.pending)
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
        match self.keymap.look_up_latin(Scope::Dashboard, &mut [key]) {
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

    /// A refusal, in words.
    pub(super) fn refusal_words(&self, refusal: &Refusal) -> String {
        match self.words() {
            Some(words) => words.refusal(refusal),
            None => self.text.refusal(refusal, Item::to_string),
        }
    }
}
