//! The state of the dashboard: everything the screen is drawn from.
//!
//! Owns: the state, and what follows from it. `start` makes it, `commit` changes
//! its book, `update` gives it messages. Must not know: what a command does,
//! how a form, page or list is filled.

use std::{
    cell::{Cell, OnceCell},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    interview::Interview,
    keymap::Keymap,
    panes::{PaneId, place_of},
    pending::PendingChange,
    shortened::shortened,
    value::{
        AccountView, BackupCopy, CopyOffer, Dialog, Effect, Key, Menu, MenuKind, Past, Preferences,
        SaveState, Scene, Toast, Tone, Topic, View,
    },
};
use crate::{
    domain::{AccountPasts, Book, Case, Entry, Finding, Id, Item, Refusal, Stage, Status},
    playbook::{Library, Playbook, PlaybookError, Words},
    text::{Arg, Text},
};

/// The state of the dashboard.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, not a state")]
pub struct Model {
    /// The words.
    pub text: Text,
    /// The keys.
    pub(crate) keymap: Keymap,
    /// Every case; while a day is looked back at, as they were then.
    pub book: Book,
    /// Copies of sync tools that have something which is not in the book.
    pub(crate) copies: Vec<CopyOffer>,
    /// The day that is looked back at.
    pub(crate) past: Option<Past>,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub(crate) home: TimeZone,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// Whether the disk has what the screen shows.
    pub save: SaveState,
    /// The case that is looked at.
    pub(crate) case: Option<Id>,
    /// The pane with the focus.
    pub focus: PaneId,
    /// What lies on top of the dashboard, the topmost last.
    pub dialogs: Vec<Dialog>,
    /// What was just said.
    pub toast: Option<Toast>,
    /// Phone numbers are masked.
    pub(crate) masked: bool,
    /// The focused pane has the whole screen.
    pub(crate) zoomed: bool,
    /// Keys pressed so far that are the beginning of something.
    pub keys_so_far: Vec<Key>,
    /// What the person has chosen.
    pub preferences: Preferences,
    /// How many times as fast as usual the clock runs.
    pub(crate) pace: u32,
    /// The results of the last scan.
    pub found: Vec<Finding>,
    /// The ids of all that the list was opened with.
    pub(super) found_ids: Vec<Id>,
    /// The row whose explanation was read on, and how many lines of it.
    pub(super) read: (PaneId, usize, usize),
    /// Columns and rows in which the last frame explained it.
    pub(super) room: Cell<(u16, u16)>,
    /// Which accounts are shown, and in which order.
    pub(super) accounts: AccountView,
    /// What was last searched for in the rows.
    pub(super) search_term: String,
    /// The selected row of each pane.
    pub(super) rows: [usize; PaneId::ALL.len()],
    /// The place of the result that is to be merged with another.
    pub(super) merging: Option<usize>,
    /// The backups to choose from.
    pub(super) backups: Vec<BackupCopy>,
    /// The book that a backup took the place of, until something is done.
    pub(super) before_restore: Option<Box<Book>>,
    /// What the person has made of a letter and copied or saved last: it is somewhere
    /// else too.
    pub(super) kept_letter: Option<String>,
    /// The book that is put back was there before a backup.
    pub(super) putting_back: bool,
    /// Why there was no book to open, though there are backups of one.
    pub(super) lost: Option<String>,
    /// The documents of a case whose files are gone.
    pub(super) lost_files: Option<(Id, Vec<Item>)>,
    /// The progress file as a shell names it, where the person has named one.
    pub(super) named: Option<String>,
    /// The version whose news the person was told of.
    pub(super) seen: String,
    pub(super) shelf: Library,
    pub(super) day: Date,
    pub(super) zone: TimeZone,
    pub(super) next_turn: Option<Timestamp>,
    pub(super) status: Option<Status>,
    /// Which entries of the history name which account, once that was asked.
    pub(super) pasts: OnceCell<AccountPasts>,
    /// What was done and is not on disk yet.
    pub(super) pending: Vec<PendingChange>,
    /// How many entries of the history one act has made, and the last of them: one press
    /// undoes them all.
    pub(super) together: Option<(usize, Entry)>,
    /// The number of the newest change.
    pub(super) counter: u64,
    /// The number of the newest effect that is answered.
    pub(super) tickets: u64,
    /// The book was changed and has to be saved.
    pub(super) changed: bool,
    /// When a save that failed is tried again by itself.
    pub(super) retry: Option<Timestamp>,
    /// The person wants to leave as soon as everything is saved.
    pub(super) leaving: bool,
    /// What has to be done outside after this message.
    pub(super) effects: Vec<Effect>,
    /// Another one once anything may be shown otherwise but which pane has the focus,
    /// which rows are selected, and how far their explanation is read.
    pub(super) revision: u64,
}

impl Model {
    /// There is no book to open, though there are backups of one.
    pub(crate) fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Another number once what is shown may be another, whatever is selected.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Where the person is, to be kept for the next start.
    pub fn view(&self) -> View {
        let rows = PaneId::ALL.iter().zip(self.rows).filter(|(_, row)| *row > 0);
        View {
            case: self.case.clone(),
            pane: self.focus.word().to_owned(),
            rows: rows.map(|(pane, row)| (pane.word().to_owned(), row)).collect(),
            revealed: !self.masked,
            version: self.seen.clone(),
            accounts: self.accounts.sort.word().to_owned(),
        }
    }

    /// The case that is looked at.
    pub fn current(&self) -> Option<&Case> {
        self.book.case(self.case.as_ref()?)
    }

    /// The cases to choose from: those that were not put away, and the one that
    /// is looked at.
    pub(super) fn shown_cases(&self) -> Vec<&Case> {
        let shown = |case: &&Case| case.archived.is_none() || Some(&case.id) == self.case.as_ref();
        self.book.cases.iter().map(Arc::as_ref).filter(shown).collect()
    }

    /// The playbook of that case. If its own cannot be used, the generic one.
    pub(crate) fn playbook(&self) -> Option<&Playbook> {
        let id = &self.current()?.playbook;
        self.shelf.find(id).or_else(|_| self.shelf.find(&Id::new("generic"))).ok()
    }

    /// Why the case's own playbook is not used, if it is not.
    pub(crate) fn playbook_trouble(&self) -> Option<PlaybookError> {
        self.shelf.find(&self.current()?.playbook).err()
    }

    /// The day it is where the carrier of the current case is; without a case,
    /// where the person is.
    pub fn today(&self) -> Date {
        self.day
    }

    /// The case as it is looked at.
    pub fn scene(&self) -> Option<Scene<'_>> {
        Some(Scene {
            words: self.words()?,
            status: self.status.as_ref()?,
            now: self.now,
            home: &self.home,
            zone: &self.zone,
            accounts: &self.accounts,
            pasts: &self.pasts,
            masked: self.masked,
        })
    }

    /// What the interview for a new case is held with.
    pub(crate) fn interview(&self) -> Interview<'_> {
        let (text, shelf) = (&self.text, &self.shelf);
        Interview { text, shelf, now: self.now, home: &self.home }
    }

    /// The words about the current case.
    pub(crate) fn words(&self) -> Option<Words<'_>> {
        let (case, playbook) = (self.current()?, self.playbook()?);
        Some(Words { case, playbook, text: &self.text, today: self.day })
    }

    /// The country of the line, as ISO 3166 writes it.
    pub(super) fn country(&self) -> Option<&str> {
        let region = self.playbook()?.region(&self.current()?.terms);
        region.split('-').next()
    }

    /// A refusal, in words.
    pub(super) fn refusal_words(&self, refusal: &Refusal) -> String {
        match self.words() {
            Some(words) => words.refusal(refusal),
            None => self.text.refusal(refusal, Item::to_string),
        }
    }

    /// What the person has made of the letter on top.
    pub(super) fn edited_letter(&self) -> Option<&String> {
        match self.dialogs.last() {
            Some(Dialog::Page { topic: Topic::Letter(_, edited, _), .. }) => edited.as_ref(),
            _ => None,
        }
    }

    /// The letter on top is somewhere else too.
    pub(super) fn keep_letter(&mut self) {
        self.kept_letter = self.edited_letter().cloned();
    }

    /// Whether something is not on disk yet.
    pub fn has_unsaved(&self) -> bool {
        !self.pending.is_empty()
    }

    /// It is another moment now. The day is computed only after it has turned,
    /// not at every key.
    pub(super) fn pass_time(&mut self, now: Timestamp) {
        self.now = now;
        if self.next_turn.is_none_or(|turn| now >= turn) {
            self.refresh();
        }
    }

    /// Computes anew what follows from the book and the day, and keeps every
    /// selection inside its pane.
    pub(super) fn refresh(&mut self) {
        self.revision += 1;
        self.pasts.take();
        if self.current().is_none() {
            self.case = self.book.cases.first().map(|case| case.id.clone());
        }
        let zone = self.playbook().map(|playbook| playbook.time_zone(&self.home));
        self.zone = zone.unwrap_or_else(|| self.home.clone());
        let today = self.now.to_zoned(self.zone.clone()).date();
        let today = self.past.as_ref().map_or(today, |past| past.day);
        self.day = today;
        self.status = self
            .current()
            .zip(self.playbook())
            .map(|(case, playbook)| playbook.status(case, today));
        self.warn_of_lost_files();
        self.next_turn = self.find_next_turn();
        self.arrange_accounts();
        self.close_what_is_gone();
        let Some(scene) = self.scene() else { return };
        let mut rows = self.rows;
        for (row, id) in rows.iter_mut().zip(PaneId::ALL) {
            *row = (*row).min((id.pane().len)(&scene).saturating_sub(1));
        }
        self.rows = rows;
    }

    /// The tour comes once: who has had a case before knows the way.
    pub(super) fn tour_is_due(&self) -> bool {
        self.preferences.tour && self.book.cases.len() == 1 && self.book.taken_back.is_empty()
    }

    /// Computes which accounts are shown. The selected one stays selected.
    fn arrange_accounts(&mut self) {
        let mut view = std::mem::take(&mut self.accounts);
        let row = self.row_of(PaneId::Accounts);
        let row = self
            .words()
            .map_or(row, |words| view.arrange(words.case, row, |one| words.account_spelling(one)));
        self.accounts = view;
        if let Some(selected) = self.rows.get_mut(PaneId::Accounts as usize) {
            *selected = row;
        }
    }

    /// The selected row of a pane.
    pub(crate) fn row_of(&self, pane: PaneId) -> usize {
        self.rows.get(pane as usize).copied().unwrap_or_default()
    }

    /// How many lines of the explanation of the selected row are read already.
    pub(crate) fn lines_read(&self) -> usize {
        let (pane, row, lines) = self.read;
        let same = pane == self.focus && row == self.row_of(pane);
        if same { lines } else { 0 }
    }

    /// Keeps in how many columns and rows a frame explains the selected row: how far can be
    /// read on follows from that.
    pub(crate) fn keep_room(&self, columns: u16, rows: u16) {
        self.room.set((columns, rows));
    }

    /// Focuses a pane and selects a row of it.
    pub(super) fn select(&mut self, pane: PaneId, row: usize) {
        self.focus = pane;
        if let Some(selected) = self.rows.get_mut(pane as usize) {
            *selected = row;
        }
    }

    /// The pane that matters most in the stage of the case.
    pub(super) fn usual_focus(&self) -> PaneId {
        match self.status.as_ref().map(|status| status.stage) {
            None | Some(Stage::Preparing | Stage::Ready | Stage::Rejected) => PaneId::Preconditions,
            Some(_) => PaneId::Review,
        }
    }

    /// Goes to what was refused, if something was.
    pub(super) fn go_to_refused(&mut self) {
        let refused = |status: &Status| {
            status.items.iter().find(|one| one.refused).map(|one| one.item.clone())
        };
        let item = self.status.as_ref().and_then(refused);
        let place = item.zip(self.scene()).and_then(|(item, scene)| place_of(&scene, &item));
        if let Some((pane, row)) = place {
            self.select(pane, row);
        }
    }

    /// Where nobody has been yet: goes to what was refused, or while things are done to what
    /// the next step is about, so that the way to do it stands beside it.
    pub(super) fn go_to_first(&mut self) {
        let next = self.status.as_ref().and_then(|status| status.next.item().cloned());
        let place = next.zip(self.scene()).and_then(|(item, scene)| place_of(&scene, &item));
        if let Some((pane, row)) = place.filter(|_| self.focus == PaneId::Preconditions) {
            self.select(pane, row);
        }
        self.go_to_refused();
    }

    /// Looks at another case, from the top of each pane.
    pub(super) fn look_at(&mut self, case: Id) {
        self.case = Some(case);
        self.rows.fill(0);
        self.refresh();
        self.ask(Effect::Remember(self.view()));
    }

    /// Puts a list on top.
    pub(super) fn open_menu(&mut self, kind: MenuKind) {
        self.dialogs.push(Dialog::Menu(Menu::new(kind)));
    }

    /// Puts a page on top, from its beginning.
    pub(super) fn open_page(&mut self, topic: Topic) {
        self.dialogs.push(Dialog::Page { topic, scroll: 0 });
    }

    /// Asks for something to be done outside.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// A number for an effect that is answered.
    pub(super) fn new_ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    /// Says something until the next key.
    pub(super) fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.toast = Some(Toast { text: shortened(self.current(), text.into()), tone });
    }

    /// Says the words of a key until the next key.
    pub(super) fn say_words(&mut self, tone: Tone, key: &str, args: &[Arg<'_>]) {
        self.say(tone, self.text.with(key, args));
    }
}
