//! What the world answers: saves, other books, files, scans.

use super::{
    act,
    deed::Act,
    dialog::Dialog,
    form::FormKind,
    menu::{Menu, MenuKind},
    message::Effect,
    model::{Model, SaveState, Tone},
    page::Topic,
};
use crate::domain::{Attachment, Book, Finding, Id};

impl Model {
    pub(super) fn saved(&mut self, upto: u64, durable: bool) -> Vec<Effect> {
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

    pub(super) fn save_failed(&mut self, reason: String) -> Vec<Effect> {
        self.say(Tone::Bad, reason.clone());
        self.save = SaveState::Failed(reason);
        if std::mem::take(&mut self.leaving) {
            self.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Unsaved)));
        }
        Vec::new()
    }

    /// Puts what was done since the last save on top of somebody else's book.
    pub(super) fn rebase(&mut self, theirs: Book) {
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

    pub(super) fn reloaded(&mut self, read: Result<Box<Book>, String>) {
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

    /// Help lies on whatever waits for an answer, and gives way to it.
    fn drop_help(&mut self) {
        let is_help =
            |one: &Dialog| matches!(one, Dialog::Menu(menu) if menu.kind == MenuKind::Help);
        while self.dialogs.last().is_some_and(is_help) {
            self.dialogs.pop();
        }
    }

    /// A fingerprint has arrived. It counts only for the form that asked for
    /// it: when that was left, so was the wish.
    pub(super) fn fingerprinted(&mut self, ticket: u64, read: Result<Attachment, String>) {
        self.drop_help();
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
    pub(super) fn written(&mut self, ticket: u64, wrote: Result<String, String>) {
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

    /// A scan is done; one that was left is not told.
    pub(super) fn scanned(
        &mut self,
        ticket: u64,
        done: Result<(Vec<Finding>, Vec<String>), String>,
    ) {
        self.drop_help();
        let Some(Dialog::Scanning(scan)) = self.dialogs.last() else { return };
        if scan.ticket != ticket {
            return;
        }
        match done {
            Err(words) => {
                self.dialogs.pop();
                self.say(Tone::Bad, words);
            }
            Ok((found, _)) if found.is_empty() => {
                self.dialogs.pop();
                let told = self.text.get("ui-found-nothing").into_owned();
                self.say(Tone::Plain, told);
            }
            Ok((found, troubles)) => {
                act::show_found(self, found);
                if let Some(first) = troubles.into_iter().next() {
                    self.say(Tone::Bad, first);
                }
            }
        }
    }

    /// Completes the path in the form as far as it is certain, and tells what
    /// it could be.
    pub(super) fn completed(&mut self, paths: &[String]) {
        let Some(first) = paths.first() else {
            let told = self.text.get("ui-no-such-path").into_owned();
            return self.say(Tone::Plain, told);
        };
        let common = paths.iter().skip(1).fold(first.as_str(), |common, path| {
            let same = common.char_indices().zip(path.chars()).take_while(|((_, a), b)| a == b);
            let end = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
            common.get(..end).unwrap_or_default()
        });
        let common = common.to_owned();
        if let Some(Dialog::Form(form)) = self.dialogs.last_mut() {
            form.complete(&common);
        }
        if paths.len() > 1 {
            let name =
                |path: &String| path.trim_end_matches('/').rsplit('/').next().map(str::to_owned);
            let names: Vec<String> = paths.iter().take(8).filter_map(name).collect();
            let told = names.join("  ");
            self.say(Tone::Plain, told);
        }
    }

    /// The person comes back from their editor with the letter on top.
    pub(super) fn edited(&mut self, text: Result<String, String>) {
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
}
