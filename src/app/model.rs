//! Everything the screen is drawn from.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    deed::Deed,
    dialog::Dialog,
    key::Key,
    keymap::Keymap,
    pane::{PANES, place_of},
    scene::Scene,
    view::View,
};
use crate::{
    domain::{Book, Case, Finding, Id, Status},
    playbook::{Library, Playbook, PlaybookError, Words},
    text::Text,
};

/// The version that is running.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Whether the disk has what the screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was ever written: there is no book yet.
    Fresh,
    /// The book was read and not changed since.
    Unchanged,
    /// A save is under way.
    Saving,
    /// It has, since this moment.
    Saved(Timestamp),
    /// It has, but the disk would not confirm it.
    Fragile(Timestamp),
    /// It has not, for this reason.
    Failed(String),
    /// It never will: a made-up book.
    Demo,
}

/// How a toast is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Good,
    /// It did not, and why.
    Bad,
    /// Something to know.
    Plain,
}

/// A line that stays until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How the person likes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// The names of the themes at hand.
    pub themes: Vec<String>,
    /// The name of the one that is worn.
    pub worn: String,
    /// Clicks and the wheel are taken.
    pub mouse: bool,
    /// The first case is followed by a tour.
    pub tour: bool,
}

/// What a dashboard begins with.
#[derive(Debug)]
pub struct Start {
    /// The book as it was read.
    pub book: Book,
    /// The playbooks at hand.
    pub shelf: Library,
    /// The words.
    pub text: Text,
    /// The keys.
    pub keymap: Keymap,
    /// Where the person was.
    pub view: View,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub home: TimeZone,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// Whether the disk has the book.
    pub save: SaveState,
    /// Something to say at once.
    pub notice: Option<String>,
    /// How the person likes it.
    pub habits: Habits,
}

/// The state of the dashboard.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, not a state")]
pub struct Model {
    /// The words.
    pub text: Text,
    /// The keys.
    pub keymap: Keymap,
    /// Every case.
    pub book: Book,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub home: TimeZone,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// Whether the disk has what the screen shows.
    pub save: SaveState,
    /// The case looked at.
    pub case: Option<Id>,
    /// The place of the focused pane among [`PANES`].
    pub focus: usize,
    /// The selected row of each pane.
    pub rows: [usize; PANES.len()],
    /// What lies on top of the dashboard, the topmost last.
    pub dialogs: Vec<Dialog>,
    /// What was just said.
    pub toast: Option<Toast>,
    /// Numbers are masked.
    pub masked: bool,
    /// The focused pane has the whole screen.
    pub zoomed: bool,
    /// Keys pressed of a sequence that is not complete.
    pub pending: Vec<Key>,
    /// How the person likes it.
    pub habits: Habits,
    /// How many times as fast as usual the clock runs.
    pub pace: u32,
    /// What was last looked for.
    pub sought: String,
    /// What the last scan found.
    pub found: Vec<Finding>,
    /// The row of it that is to be made one with another.
    pub(super) merging: Option<usize>,
    /// The version whose news the person was told of.
    pub(super) seen: String,
    pub(super) shelf: Library,
    pub(super) day: Date,
    pub(super) zone: TimeZone,
    pub(super) turns: Option<Timestamp>,
    pub(super) standing: Option<Status>,
    pub(super) unsaved: Vec<Deed>,
    pub(super) counter: u64,
    pub(super) tickets: u64,
    pub(super) changed: bool,
    pub(super) leaving: bool,
}

impl Model {
    /// Opens where the person was. A case or pane that is no more gives way
    /// to the first one.
    pub fn new(start: Start) -> Self {
        let view = start.view;
        let case = view
            .case
            .filter(|id| start.book.case(id).is_some())
            .or_else(|| start.book.cases.first().map(|case| case.id.clone()));
        let upgraded = !view.version.is_empty() && view.version != VERSION;
        let seen = if upgraded { view.version.clone() } else { VERSION.to_owned() };
        let mut rows = [0; PANES.len()];
        for (row, pane) in rows.iter_mut().zip(PANES) {
            *row = view.rows.get(pane.id).copied().unwrap_or_default();
        }
        let mut model = Self {
            text: start.text,
            keymap: start.keymap,
            book: start.book,
            now: start.now,
            home: start.home,
            size: start.size,
            save: start.save,
            case,
            focus: place_of(&view.pane).unwrap_or_default(),
            rows,
            dialogs: Vec::new(),
            toast: start.notice.map(|text| Toast { text, tone: Tone::Plain }),
            masked: !view.revealed,
            zoomed: false,
            pending: Vec::new(),
            habits: start.habits,
            pace: 1,
            sought: String::new(),
            found: Vec::new(),
            merging: None,
            seen,
            shelf: start.shelf,
            day: Date::default(),
            zone: TimeZone::UTC,
            turns: None,
            standing: None,
            unsaved: Vec::new(),
            counter: 0,
            tickets: 0,
            changed: false,
            leaving: false,
        };
        model.refresh();
        model.recompute();
        // When something else has to be said, this is said next time.
        if upgraded && model.toast.is_none() {
            VERSION.clone_into(&mut model.seen);
            let key = model.keymap.key_of(super::command::Command::News);
            let args = [("version", VERSION.into()), ("key", key.into())];
            let told = model.text.with("ui-upgraded", &args);
            model.say(Tone::Plain, told);
        }
        if let (None, Some(case), Some(_)) =
            (&model.toast, model.current(), model.playbook_trouble())
        {
            let id = case.playbook.to_string();
            let told = model.text.with("ui-playbook-trouble", &[("id", id.into())]);
            model.say(Tone::Bad, told);
        }
        model
    }

    /// What the person is looking at, to be kept.
    pub fn view(&self) -> View {
        let rows = PANES.iter().zip(self.rows).filter(|(_, row)| *row > 0);
        View {
            case: self.case.clone(),
            pane: PANES.get(self.focus).map(|pane| pane.id.to_owned()).unwrap_or_default(),
            rows: rows.map(|(pane, row)| (pane.id.to_owned(), row)).collect(),
            revealed: !self.masked,
            version: self.seen.clone(),
        }
    }

    /// The case looked at.
    pub fn current(&self) -> Option<&Case> {
        self.book.case(self.case.as_ref()?)
    }

    /// The playbook of the case looked at; the generic one when its own
    /// cannot be used.
    pub fn playbook(&self) -> Option<&Playbook> {
        let case = self.current()?;
        self.shelf.find(&case.playbook).or_else(|_| self.shelf.find(&Id::new("generic"))).ok()
    }

    /// Why the case's own playbook is not used.
    pub fn playbook_trouble(&self) -> Option<PlaybookError> {
        self.shelf.find(&self.current()?.playbook).err()
    }

    /// The playbooks at hand.
    pub fn shelf(&self) -> &Library {
        &self.shelf
    }

    /// The day it is where the carrier of the current case is, or at home.
    pub fn today(&self) -> Date {
        self.day
    }

    /// The case as it is looked at.
    pub fn scene(&self) -> Option<Scene<'_>> {
        Some(Scene {
            words: self.words()?,
            standing: self.standing.as_ref()?,
            now: self.now,
            home: &self.home,
            zone: &self.zone,
            masked: self.masked,
        })
    }

    /// The words about the current case.
    pub fn words(&self) -> Option<Words<'_>> {
        Some(Words {
            case: self.current()?,
            playbook: self.playbook()?,
            text: &self.text,
            today: self.today(),
        })
    }

    /// Whether something is not on disk yet.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// The moment at which something on the screen changes by itself: the
    /// next midnight where the carrier is, or the next hour while hours are
    /// counted.
    pub fn next_turn(&self) -> Option<Timestamp> {
        let calls = self.dialogs.iter().rev();
        let second = calls.filter_map(|one| match one {
            Dialog::Call(call) => call.next_second(self.now),
            _ => None,
        });
        second.chain(self.turns).min()
    }

    fn find_next_turn(&self) -> Option<Timestamp> {
        let tomorrow = self.today().tomorrow().ok()?;
        let midnight = tomorrow.to_zoned(self.zone.clone()).ok()?.timestamp();
        let hour = self.scene().and_then(|scene| scene.next_hour());
        Some(hour.map_or(midnight, |hour| hour.min(midnight)))
    }

    /// Looks at the case anew and keeps every selection inside its pane.
    pub(super) fn refresh(&mut self) {
        if self.current().is_none() {
            self.case = self.book.cases.first().map(|case| case.id.clone());
        }
        let zone = self.playbook().map(|playbook| playbook.time_zone(&self.home));
        self.zone = zone.unwrap_or_else(|| self.home.clone());
        let today = self.now.to_zoned(self.zone.clone()).date();
        self.day = today;
        self.standing = self
            .current()
            .zip(self.playbook())
            .map(|(case, playbook)| playbook.status(case, today));
        self.turns = self.find_next_turn();
        let Some(scene) = self.scene() else { return };
        let mut rows = self.rows;
        for (row, pane) in rows.iter_mut().zip(PANES) {
            *row = (*row).min((pane.len)(&scene).saturating_sub(1));
        }
        self.rows = rows;
    }

    /// Says something until the next key.
    pub(super) fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), tone });
    }
}
