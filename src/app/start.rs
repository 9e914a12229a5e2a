//! Opening the dashboard: where the person was, what has moved since, and what
//! to say first.

use std::cell::{Cell, OnceCell};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    command::Command,
    keymap::Keymap,
    model::Model,
    panes::PaneId,
    recompute,
    value::{AccountView, Effect, Preferences, SaveState, Toast, Tone, View},
};
use crate::{
    domain::{AccountSort, Book, Id},
    playbook::Library,
    text::Text,
};

/// The version that is running.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a dashboard begins with.
#[derive(Debug)]
pub struct Start {
    /// The book as it was read.
    pub book: Book,
    /// The playbooks that can be used.
    pub shelf: Library,
    /// The words.
    pub text: Text,
    /// The keys.
    pub keymap: Keymap,
    /// The case that the person has named.
    pub case: Option<Id>,
    /// Where the person was last time.
    pub view: View,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub home: TimeZone,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// Whether the disk has the book.
    pub save: SaveState,
    /// The progress file as a shell names it, where the person has named one.
    pub named: Option<String>,
    /// Why there is no book to open, though there are backups of one.
    pub lost: Option<String>,
    /// Something to say at once.
    pub notice: Option<String>,
    /// What the person has chosen.
    pub preferences: Preferences,
}

impl Model {
    /// Opens where the person was. A case or pane that does not exist any more
    /// is replaced by the first one.
    pub fn new(start: Start) -> Self {
        let view = start.view;
        let last =
            view.case.filter(|id| start.book.case(id).is_some_and(|case| case.archived.is_none()));
        let case = start.case.filter(|id| start.book.case(id).is_some()).or(last).or_else(|| {
            let mut cases = start.book.cases.iter();
            let shown = cases.find(|case| case.archived.is_none());
            shown.or(start.book.cases.first()).map(|case| case.id.clone())
        });
        let upgraded = !view.version.is_empty() && view.version != VERSION;
        let seen = if upgraded { view.version.clone() } else { VERSION.to_owned() };
        let sort = AccountSort::ALL.into_iter().find(|sort| sort.word() == view.accounts);
        let sort = sort.unwrap_or_default();
        let mut rows = [0; PaneId::ALL.len()];
        for (row, pane) in rows.iter_mut().zip(PaneId::ALL) {
            *row = view.rows.get(pane.word()).copied().unwrap_or_default();
        }
        let mut model = Self {
            text: start.text,
            keymap: start.keymap,
            book: start.book,
            past: None,
            copies: Vec::new(),
            now: start.now,
            home: start.home,
            size: start.size,
            save: start.save,
            case,
            focus: PaneId::named(&view.pane).unwrap_or(PaneId::Preconditions),
            rows,
            dialogs: Vec::new(),
            toast: start.notice.map(|text| Toast { text, tone: Tone::Plain }),
            masked: !view.revealed,
            zoomed: false,
            read: (PaneId::Preconditions, 0, 0),
            room: Cell::default(),
            keys_so_far: Vec::new(),
            preferences: start.preferences,
            pace: 1,
            accounts: AccountView::sorted(sort),
            search_term: String::new(),
            found: Vec::new(),
            merging: None,
            found_ids: Vec::new(),
            backups: Vec::new(),
            before_restore: None,
            kept_letter: None,
            putting_back: false,
            lost: start.lost,
            lost_files: None,
            named: start.named,
            seen,
            shelf: start.shelf,
            day: Date::default(),
            zone: TimeZone::UTC,
            next_turn: None,
            status: None,
            pasts: OnceCell::new(),
            pending: Vec::new(),
            together: None,
            counter: 0,
            tickets: 0,
            changed: false,
            retry: None,
            leaving: false,
            effects: Vec::new(),
            revision: 0,
        };
        model.refresh();
        if PaneId::named(&view.pane).is_none() {
            model.focus = model.usual_focus();
            model.go_to_first();
        }
        recompute::recompute(&mut model);
        model.greet(upgraded);
        if model.lost.is_some() {
            model.ask(Effect::Backups);
        }
        model
    }

    /// Says what is new or wrong, unless something else has to be said first.
    fn greet(&mut self, upgraded: bool) {
        if upgraded && self.toast.is_none() {
            VERSION.clone_into(&mut self.seen);
            let key = self.keymap.key_of(Command::News);
            let args = [("version", VERSION.into()), ("key", key.into())];
            self.say_words(Tone::Plain, "ui-upgraded", &args);
        }
        if let (None, Some(case), Some(_)) = (&self.toast, self.current(), self.playbook_trouble())
        {
            let args = [("id", case.playbook.to_string().into())];
            self.say_words(Tone::Bad, "ui-playbook-trouble", &args);
        }
    }
}
