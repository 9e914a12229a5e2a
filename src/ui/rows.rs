//! The rows of every pane, built only where they are asked for, and kept as long as
//! nothing changes but what is selected.

use ratatui::layout::Rect;

use super::{
    dated::{Dated, entries},
    layout,
    memo::{Listed, Measured, Memo},
    phase::Phase,
    plan::Plan,
    row_lines::Columns,
};
use crate::{
    app::{Command, Model, PaneId, Row, Scene},
    domain::Review,
};

/// What a frame shows of a case.
pub(super) struct Rows<'a> {
    pub(super) model: &'a Model,
    pub(super) scene: &'a Scene<'a>,
    pub(super) phase: Phase,
    /// The part of the screen that panes stand in.
    pub(super) body: Rect,
    memo: &'a Memo,
}

impl<'a> Rows<'a> {
    /// The memo is of this model and this part of the screen.
    pub(super) fn new(model: &'a Model, scene: &'a Scene<'a>, body: Rect, memo: &'a Memo) -> Self {
        Self { model, scene, phase: Phase::of(scene.status.stage), body, memo }
    }

    /// Where everything stands; nothing if only one pane has room.
    pub(super) fn plan(&self) -> Option<&Plan> {
        if self.model.zoomed {
            return None;
        }
        self.memo.plan.get_or_init(|| layout::plan(self.body, self.phase, self)).as_ref()
    }

    /// What `count` gives, counted once.
    pub(super) fn measured(&self, what: Measured, count: impl FnOnce() -> u16) -> u16 {
        self.memo.measured(what, count)
    }

    /// The count in the corner of a pane.
    pub(super) fn count(&self, id: PaneId) -> &str {
        let known = self.memo.panes.get(id as usize).map(|pane| &pane.count);
        known.map_or("", |known| known.get_or_init(|| (id.pane().count)(self.scene)))
    }

    /// Whether nothing is left to do in a pane.
    pub(super) fn finished(&self, id: PaneId) -> bool {
        let known = self.memo.panes.get(id as usize).map(|pane| &pane.finished);
        known.is_some_and(|known| *known.get_or_init(|| (id.pane().is_finished)(self.scene)))
    }

    /// The rows of a pane; nothing if there is no such pane.
    pub(super) fn of(&self, id: PaneId) -> Option<&Listed> {
        Some(self.memo.panes.get(id as usize)?.listed.get_or_init(|| self.listed(id)))
    }

    fn listed(&self, id: PaneId) -> Listed {
        let (pane, scene) = (id.pane(), self.scene);
        let len = (pane.len)(scene);
        let some = |places: &mut dyn Iterator<Item = usize>| -> Vec<Row> {
            places.filter_map(|at| (pane.row)(scene, at)).collect()
        };
        let text = scene.words.text;
        // A window can show no more.
        if len <= self.body.height.into() {
            let all = some(&mut (0..len));
            let columns = Columns::of(text, &all, None, pane.dated);
            return Listed::new(len, Some(all), columns);
        }
        // Of many rows the ends are measured: the dates there are the longest.
        let ends = some(&mut (0..8).chain(len.saturating_sub(8)..len));
        let columns = Columns::of(text, &ends, (pane.widest)(scene), pane.dated);
        Listed::new(len, None, columns)
    }

    /// The dated things of the case.
    pub(super) fn dated(&self) -> &[Dated] {
        self.memo.dated.get_or_init(|| entries(self.scene))
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
        self.memo.if_today.get_or_init(reckon).as_ref()
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
        let open = self.model.keymap.key_of(Command::Open);
        let keys = [("key", key.into()), ("open", open.into())];
        self.model.text.with(&format!("ui-empty-{}", id.word()), &keys)
    }
}
