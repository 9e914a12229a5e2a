//! What is drawn on from one frame to the next.
//!
//! Owns: the cells, and what is known of them: a key that only selects another row
//! leaves most of them as they are. Must not know: how anything is drawn.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{memo::Memo, theme::Theme};
use crate::app::{Model, PaneId};

/// The cells of a screen, and what they show.
#[derive(Default)]
pub struct Canvas {
    pub(super) buffer: Buffer,
    pub(super) memo: Memo,
    /// What it shows, if that can be drawn over in part.
    pub(super) shows: Option<Shows>,
    /// Where it was drawn on last.
    pub(super) drawn: Vec<Rect>,
}

impl Canvas {
    /// An empty one.
    pub fn new(area: Rect) -> Self {
        Self { buffer: Buffer::empty(area), drawn: vec![area], ..Self::default() }
    }

    /// Its cells.
    pub fn cells(&self) -> &Buffer {
        &self.buffer
    }

    /// Whether something in a row may be other than before it was drawn on last.
    pub fn is_drawn(&self, y: u16) -> bool {
        self.drawn.iter().any(|rect| (rect.top()..rect.bottom()).contains(&y))
    }

    /// Makes it empty, to show something new.
    pub(super) fn begin(&mut self) {
        self.buffer.reset();
        self.drawn.clear();
        self.drawn.push(self.buffer.area);
    }
}

impl std::fmt::Debug for Canvas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Canvas")
    }
}

/// All that decides what is shown, but for the selected row.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Shows {
    revision: u64,
    focus: PaneId,
    theme: Theme,
}

impl Shows {
    /// Nothing while something lies on top of the dashboard.
    pub(super) fn of(model: &Model, theme: &Theme) -> Option<Self> {
        let bare =
            model.dialogs.is_empty() && model.toast.is_none() && model.keys_so_far.is_empty();
        let shows = || Self { revision: model.revision(), focus: model.focus, theme: *theme };
        bare.then(shows)
    }
}
