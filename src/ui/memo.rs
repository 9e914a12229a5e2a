//! What a frame has prepared and the next one can use: rows, their lines, counts, and
//! where everything stands. It is of one state of the model and one size; whatever
//! differs begins anew.
//!
//! Must not know: how anything of it is made.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
};

use ratatui::layout::Rect;

use super::{
    dated::Dated,
    plan::Plan,
    row_lines::{Columns, Line},
};
use crate::{
    app::{PaneId, Row, RowStatus},
    domain::Review,
};

/// Of what rows are counted: a pane, or else the agenda; in so many columns; and
/// whether in full.
pub(super) type Measured = (Option<PaneId>, u16, bool);

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
    /// Those that were seen last, and in which window.
    pub(super) seen: RefCell<(Option<Window>, Vec<Seen>)>,
}

/// Which rows are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The first of them.
    pub(super) first: usize,
    /// The columns.
    pub(super) width: u16,
    /// The rows of the screen.
    pub(super) height: u16,
}

/// A row that is seen.
pub(super) struct Seen {
    /// Its place in the pane.
    pub(super) at: usize,
    pub(super) status: RowStatus,
    pub(super) lines: Vec<Line>,
}

impl Listed {
    pub(super) fn new(len: usize, all: Option<Vec<Row>>, columns: Columns) -> Self {
        Self { len, all, columns, lines: OnceCell::new(), seen: RefCell::default() }
    }

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

/// What is known of a pane.
#[derive(Default)]
pub(super) struct PaneMemo {
    pub(super) listed: OnceCell<Listed>,
    pub(super) count: OnceCell<String>,
    pub(super) finished: OnceCell<bool>,
}

/// What is known of a state of the model in a part of the screen.
#[derive(Default)]
pub(super) struct Memo {
    /// Which state, and which part.
    of: Option<(u64, Rect)>,
    pub(super) panes: [PaneMemo; PaneId::ALL.len()],
    pub(super) dated: OnceCell<Vec<Dated>>,
    pub(super) if_today: OnceCell<Option<Review>>,
    pub(super) plan: OnceCell<Option<Plan>>,
    measured: RefCell<BTreeMap<Measured, u16>>,
}

impl Memo {
    /// Begins anew, unless it is of this state and this part.
    pub(super) fn renew(&mut self, revision: u64, part: Rect) {
        if self.of != Some((revision, part)) {
            *self = Self { of: Some((revision, part)), ..Self::default() };
        }
    }

    /// What `count` gives, counted once.
    pub(super) fn measured(&self, what: Measured, count: impl FnOnce() -> u16) -> u16 {
        let known = self.measured.borrow().get(&what).copied();
        known.unwrap_or_else(|| {
            let counted = count();
            self.measured.borrow_mut().insert(what, counted);
            counted
        })
    }
}
