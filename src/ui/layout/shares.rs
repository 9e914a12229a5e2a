//! How many rows each piece of a column gets.

use ratatui::layout::Rect;

use super::{
    super::{
        importance::{IMPORTANCE, SAID},
        phase::Phase,
    },
    AT_EASE, BESIDE, Builder, Content, FRAME, LEAST, Place, STAGE,
};
use crate::app::PaneId;

impl<C: Content> Builder<'_, C> {
    /// Rows that a column needs so that nothing in it is cut but what can grow without
    /// end.
    pub(super) fn need(&self, rect: Rect, pieces: &[Place]) -> u16 {
        let of = |piece: &Place| match piece {
            Place::Stage => at_ease(self.phase),
            // What has been done matters least; what is looked up stands in its own place
            // only where all has room.
            Place::Pane(PaneId::Timeline) => 1,
            Place::Pane(PaneId::Line) if !self.explains => 1,
            piece if self.is_folded(*piece) => 1,
            piece if piece.is_log() => self.want(*piece, rect.width, rect.height).min(LEAST + 2),
            piece => self.want(*piece, rect.width, rect.height),
        };
        pieces.iter().map(of).fold(0, u16::saturating_add)
    }

    /// Rows that a piece would like, with its frame.
    pub(super) fn want(&self, piece: Place, columns: u16, height: u16) -> u16 {
        let inner = columns.saturating_sub(FRAME);
        let rows = match piece {
            Place::Pane(id) => self.content.rows(id, inner).max(1),
            Place::Agenda => match self.content.agenda(inner, self.is_wide) {
                0 => return 0,
                rows => rows,
            },
            Place::Stage => height,
            Place::Pair => {
                let (_, agenda) = self.pair(Rect::new(0, 0, columns, height));
                let review = self.review_wants(columns, height).saturating_sub(FRAME);
                let inner = agenda.width.saturating_sub(FRAME);
                // In full only where all of it has room: else its rows would be empty.
                let whole = self.content.agenda(inner, self.is_wide);
                let brief = self.content.agenda(inner, false);
                let agenda = if whole <= review.max(brief) + BESIDE { whole } else { brief };
                agenda.max(review)
            }
        };
        rows.saturating_add(FRAME).min(height)
    }

    /// Rows that the review would like, with its frame, where the agenda stands beside it.
    pub(super) fn review_wants(&self, columns: u16, height: u16) -> u16 {
        let (review, _) = self.pair(Rect::new(0, 0, columns, height));
        let rows = self.content.rows(PaneId::Review, review.width.saturating_sub(FRAME));
        rows.saturating_add(FRAME)
    }

    /// Rows that the explanation has before what yields to it has any.
    fn eased(&self, rect: Rect) -> u16 {
        at_ease(self.phase).min(rect.height * 3 / 5)
    }

    /// Rows that a piece has in any case.
    fn least(piece: Place) -> u16 {
        match piece {
            Place::Pane(PaneId::Review) | Place::Pair => LEAST,
            Place::Pane(_) => 1,
            Place::Stage => STAGE.1,
            Place::Agenda => 0,
        }
    }

    /// The rows of each piece: a line for each first; then each gets what it wants,
    /// the most important first, as long as there is enough to be of use. What is
    /// left goes to the stage.
    pub(super) fn heights(&self, rect: Rect, pieces: &[Place]) -> Vec<u16> {
        let mut heights: Vec<u16> = pieces.iter().map(|piece| Self::least(*piece)).collect();
        let mut left = rect.height.saturating_sub(heights.iter().sum());
        let wants: Vec<u16> =
            pieces.iter().map(|piece| self.want(*piece, rect.width, rect.height)).collect();
        let mut order: Vec<usize> = (0..pieces.len()).collect();
        let rank =
            |at: &usize| pieces.get(*at).map(|piece| (self.rank(*piece), *piece != Place::Stage));
        order.sort_by_key(|at| rank(at).unwrap_or((usize::MAX, true)));
        // A long log has a third of the column at most, as long as others want rows.
        // The agenda beside the review has more rows than that once all others had theirs.
        let pair = pieces.iter().position(|piece| *piece == Place::Pair);
        for most in [(rect.height / 3).max(LEAST), rect.height] {
            for (nth, at) in order.iter().chain(&pair).enumerate() {
                let review_only = self.explains && nth < order.len();
                let piece = pieces.get(*at).zip(wants.get(*at));
                let Some(((piece, want), height)) = piece.zip(heights.get_mut(*at)) else {
                    continue;
                };
                if self.is_folded(*piece) {
                    continue;
                }
                let most = match piece {
                    Place::Stage => self.eased(rect),
                    Place::Pair if review_only => self.review_wants(rect.width, rect.height),
                    piece if piece.is_log() => most,
                    _ => rect.height,
                };
                let want = (*want).min(most);
                let more = want.saturating_sub(*height).min(left);
                if *height + more >= want.min(LEAST) {
                    *height += more;
                    left -= more;
                }
            }
            let stage = pieces.iter().position(|piece| *piece == Place::Stage);
            if let Some(height) = stage.and_then(|at| heights.get_mut(at)) {
                *height += std::mem::take(&mut left);
            }
        }
        heights
    }

    /// Whether a piece is folded although it has room.
    pub(super) fn is_folded(&self, piece: Place) -> bool {
        let Place::Pane(id) = piece else { return false };
        let folds = self.phase.counts() || self.phase == Phase::Rejected;
        // What is not needed is one line in every phase: it takes no room from what is.
        let finished = folds && self.content.is_finished(id) || self.content.is_moot(id);
        // Where the selected row is explained beside it, a pane without rows takes no
        // room from that; where it is not, none from what has some.
        let empty = id != PaneId::Accounts && (self.explains || SAID.contains(&id));
        self.phase.is_past(id) || finished || (empty && self.content.is_empty(id))
    }

    /// Its place in the order in which rows are given.
    fn rank(&self, piece: Place) -> usize {
        let of = |id| 1 + IMPORTANCE.iter().position(|one| *one == id).unwrap_or(IMPORTANCE.len());
        match piece {
            Place::Pair => 0,
            // What has to be done comes before its explanation; that, before what was
            // said, what is looked up and what is dated.
            Place::Stage => of(PaneId::Contacts),
            // Once nobody asks for the rest, what still uses the number matters most,
            // and what goes with the line.
            Place::Pane(PaneId::Accounts | PaneId::Safeguards)
                if matches!(self.phase, Phase::Watching | Phase::Lapsing) =>
            {
                0
            }
            Place::Pane(id) => of(id),
            Place::Agenda => of(PaneId::Review),
        }
    }
}

pub(super) fn at_ease(phase: Phase) -> u16 {
    if phase.counts() { AT_EASE.1 } else { AT_EASE.0 }
}
