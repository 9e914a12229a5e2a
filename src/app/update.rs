//! The heart: a message comes in, the model changes, effects go out.

use super::{
    acts,
    command::{Command, Scope},
    copies,
    keymap::Lookup,
    model::Model,
    mouse, past, restoring, results, saving, typing,
    value::{Dialog, Effect, Message, Target},
};

impl Model {
    /// Takes one message and returns what has to be done outside.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let is_about_now = matches!(
            message,
            Message::Elsewhere(..)
                | Message::Reloaded(Ok(_))
                | Message::Live(_)
                | Message::Backups(_)
                | Message::Restored(..)
        );
        if is_about_now {
            past::come_back(self);
        }
        self.revision += u64::from(!self.only_selects(&message));
        match message {
            Message::Now(now) => {
                self.pass_time(now);
                saving::retry(self);
            }
            Message::Resize(columns, rows) => self.size = (columns, rows),
            Message::Key(key) => typing::press(self, key),
            Message::Ending => acts::keep_call(self),
            Message::Paste(text) => typing::paste(self, &text),
            Message::Click(target) => mouse::click(self, target),
            Message::Wheel(steps, target) => mouse::wheel(self, steps, target),
            Message::Saved { upto, durable } => saving::saved(self, upto, durable),
            Message::SaveFailed(reason) => saving::failed(self, reason),
            Message::Gone(reason) => saving::gone(self, reason),
            Message::Elsewhere(book, revived) => saving::rebase(self, *book, revived),
            Message::Reloaded(read) => saving::reloaded(self, read),
            Message::Live(book) => saving::live(self, *book),
            Message::Damaged(words) => restoring::damaged(self, &words),
            Message::Backups(all) => restoring::choose(self, all),
            Message::Restored(book, kept) => restoring::restored(self, *book, kept),
            Message::Copies(copies) => copies::found(self, copies),
            Message::Fingerprinted(ticket, read) => results::fingerprinted(self, ticket, read),
            Message::FilesLost(case, items) => self.files_lost(case, items),
            Message::Written(ticket, wrote) => results::written(self, ticket, wrote),
            Message::Ran(ticket, told) => results::ran(self, ticket, told),
            Message::Edited(text) => results::edited(self, text),
            Message::Scanning(ticket, read, total) => results::scanning(self, ticket, read, total),
            Message::ScanningFiles(ticket, files) => results::scanning_files(self, ticket, &files),
            Message::Scanned(ticket, done) => results::scanned(self, ticket, done),
            Message::Offered(typed, files) => acts::show_files(self, &typed, files),
            Message::Completed(typed, paths) => results::completed(self, &typed, &paths),
            Message::ThemeApplied(name) => self.preferences.active_theme = name,
        }
        // Another row is explained from its beginning, also one that was read on before.
        let here = (self.focus, self.row_of(self.focus));
        if (self.read.0, self.read.1) != here {
            self.read = (here.0, here.1, 0);
        }
        self.save_changes();
        std::mem::take(&mut self.effects)
    }

    /// The letter on top, of which a late edit is taken before this message: whoever copies,
    /// saves or closes it means what they wrote. The command that opens the editor looks
    /// for itself.
    pub fn letter_before(&self, next: Option<&Message>) -> Option<String> {
        let command = match next {
            Some(Message::Key(key)) => match self.keymap.look_up(Scope::Letter, &[*key]) {
                Lookup::Command(command) => Some(command),
                _ => None,
            },
            Some(Message::Click(Target::Run(command))) => Some(*command),
            _ => None,
        };
        if command == Some(Command::LetterEdit) { None } else { acts::shown_letter(self) }
    }

    /// Whether a message does no more than select, on the dashboard. What a moment
    /// changes is found by itself.
    fn only_selects(&self, message: &Message) -> bool {
        let bare = self.dialogs.is_empty() && self.keys_so_far.is_empty();
        match message {
            Message::Now(_) => true,
            Message::Wheel(..) => bare,
            Message::Key(key) if bare => matches!(
                self.keymap.look_up(Scope::Dashboard, &[*key]),
                Lookup::Command(command) if command.only_selects()
            ),
            _ => false,
        }
    }

    /// What can follow on the keys pressed so far, and what it would do.
    pub(crate) fn following(&self) -> Vec<(String, Command)> {
        self.keymap.after(Dialog::scope(self.dialogs.last()), &self.keys_so_far)
    }
}
