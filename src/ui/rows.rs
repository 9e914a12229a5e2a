//! The rows of every pane, built at most once a frame and only where they are
//! asked for.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
};

use ratatui::layout::Rect;

use super::{
    dated::{Dated, entries},
    phase::Phase,
    row_lines::{Columns, Line},
};
use crate::{
    app::{Command, Model, PaneId, Row, Scene},
    domain::Review,
};

/// The rows of a pane.
pub(super) struct Listed {
    /// How many there are.
    pub(super) len: usize,
    /// All of them, unless there are more than a window can show.
    pub(super) all: Option<Vec<Row>>,
    /// The columns they stand in.
    pub(super) columns: Columns,
    /// The lines of each in so many columns, for the width that is asked for first.
    lines: OnceCell<(u16, Vec<Vec<Line>>)>,
}

impl Listed {
    /// The lines of the row at a place, in so many columns.
    pub(super) fn lines(&self, at: usize, row: &Row, columns: u16) -> Vec<Line> {
        let known = self.all_lines(columns).and_then(|all| all.get(at));
        known.cloned().unwrap_or_else(|| self.columns.lines(row, columns))
    }

    /// How many lines all rows take in so many columns.
    pub(super) fn height(&self, columns: u16) -> usize {
        match (self.all_lines(columns), &self.all) {
            (Some(all), _) => all.iter().map(Vec::len).sum(),
            (None, Some(all)) => all.iter().map(|row| self.columns.lines(row, columns).len()).sum(),
            (None, None) => self.len,
        }
    }

    fn all_lines(&self, columns: u16) -> Option<&[Vec<Line>]> {
        let all = self.all.as_ref()?;
        let make = || (columns, all.iter().map(|row| self.columns.lines(row, columns)).collect());
        let (known, lines) = self.lines.get_or_init(make);
        (*known == columns).then_some(lines.as_slice())
    }
}

/// Of what rows are counted: a pane, or else the agenda; in so many columns; and
/// whether in full.
type Measured = (Option<PaneId>, u16, bool);

/// What a frame shows of a case.
pub(super) struct Rows<'a> {
    pub(super) model: &'a Model,
    pub(super) scene: &'a Scene<'a>,
    pub(super) phase: Phase,
    /// Most rows that a pane can show.
    most: usize,
    panes: Vec<OnceCell<Listed>>,
    dated: OnceCell<Vec<Dated>>,
    if_today: OnceCell<Option<Review>>,
    measured: RefCell<BTreeMap<Measured, u16>>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(model: &'a Model, scene: &'a Scene<'a>, body: Rect) -> Self {
        let panes = PaneId::ALL.iter().map(|_| OnceCell::new()).collect();
        let phase = Phase::of(scene.status.stage);
        let (dated, if_today) = (OnceCell::new(), OnceCell::new());
        let (most, measured) = (body.height.into(), RefCell::default());
        Self { model, scene, phase, most, panes, dated, if_today, measured }
    }

    /// What `count` gives, counted once a frame.
    pub(super) fn measured(&self, what: Measured, count: impl FnOnce() -> u16) -> u16 {
        let known = self.measured.borrow().get(&what).copied();
        known.unwrap_or_else(|| {
            let counted = count();
            self.measured.borrow_mut().insert(what, counted);
            counted
        })
    }

    /// The rows of a pane; nothing if there is no such pane.
    pub(super) fn of(&self, id: PaneId) -> Option<&Listed> {
        Some(self.panes.get(id as usize)?.get_or_init(|| self.listed(id)))
    }

    fn listed(&self, id: PaneId) -> Listed {
        let (pane, scene) = (id.pane(), self.scene);
        let len = (pane.len)(scene);
        let some = |places: &mut dyn Iterator<Item = usize>| -> Vec<Row> {
            places.filter_map(|at| (pane.row)(scene, at)).collect()
        };
        let text = scene.words.text;
        if len <= self.most {
            let all = some(&mut (0..len));
            let columns = Columns::of(text, &all, None, pane.dated);
            return Listed { len, all: Some(all), columns, lines: OnceCell::new() };
        }
        // Of many rows the ends are measured: the dates there are the longest.
        let ends = some(&mut (0..8).chain(len.saturating_sub(8)..len));
        let columns = Columns::of(text, &ends, (pane.widest)(scene), pane.dated);
        Listed { len, all: None, columns, lines: OnceCell::new() }
    }

    /// The dated things of the case.
    pub(super) fn dated(&self) -> &[Dated] {
        self.dated.get_or_init(|| entries(self.scene))
    }

    /// The review as it would be if an application went today, while one can go.
    pub(super) fn if_today(&self) -> Option<&Review> {
        let reckon = || {
            let (words, today) = (&self.scene.words, self.scene.words.today);
            let ahead = matches!(self.phase, Phase::Preparing | Phase::Rejected);
            let applies = ahead && words.case.way().is_asked();
            applies
                .then(|| {
                    words.playbook.review_if((&words.case.terms, words.case.way()), today, today)
                })
                .flatten()
        };
        self.if_today.get_or_init(reckon).as_ref()
    }

    /// What a pane without rows says.
    pub(super) fn empty(&self, id: PaneId) -> String {
        let hidden = id == PaneId::Accounts && !self.scene.words.case.accounts.is_empty();
        if hidden {
            let key = self.model.keymap.key_of(Command::FilterAccounts);
            return self.model.text.with("ui-accounts-hidden", &[("key", key.into())]);
        }
        if id == PaneId::Accounts && self.scene.status.inbox > 0 {
            let key = self.model.keymap.key_of(Command::Inbox);
            return self.model.text.with("ui-empty-accounts-found", &[("key", key.into())]);
        }
        let key = self.model.keymap.key_of(Command::Add);
        self.model.text.with(&format!("ui-empty-{}", id.word()), &[("key", key.into())])
    }
}
