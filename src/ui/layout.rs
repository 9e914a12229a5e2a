//! Where everything stands below the header: a function of the window, the phase
//! and what the panes have to show. The focus and the selection are not among its
//! arguments, so that no key that selects moves anything.
//!
//! ```text
//! work                            waiting
//! ╭ lists ─╮╭ the selected row ─╮  ╭ countdown ────────╮╭ agenda ─╮
//! │        ││                   │  ╰───────────────────╯╰─────────╯
//! ╰────────╯╰───────────────────╯  ╭ lists ─╮╭ the selected row ──╮
//! ╭ lists ─╮╭ review ─╮╭ agenda ╮  ╰────────╯│                    │
//! ╰────────╯╰─────────╯╰────────╯   folded   ╰────────────────────╯
//! ```
//!
//! A pane takes the rows of its content. Where not all have room, the least
//! important are folded to a line each; the stage shows what is folded and has the
//! focus. Must not know: the model.

use ratatui::layout::Rect;

use super::phase::Phase;
use crate::app::{Column, PaneId};

/// What there is to show.
pub(super) trait Content {
    /// Rows that a pane has to show inside its frame, in so many columns.
    fn rows(&self, id: PaneId, columns: u16) -> u16;
    /// Whether nothing is left to do in a pane.
    fn is_finished(&self, id: PaneId) -> bool;
    /// Rows that the agenda has to show, in so many columns.
    fn agenda(&self, columns: u16) -> u16;
}

/// What is drawn where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The panes that have a frame.
    pub(super) panes: Vec<(PaneId, Rect)>,
    /// The panes that are folded to a line.
    pub(super) folded: Vec<(PaneId, Rect)>,
    /// Where the selected row is explained, and a pane is shown that has the focus
    /// and no frame of its own.
    pub(super) stage: Option<Rect>,
    /// Where there is no room to explain anything: the panes that share the stage.
    /// The first is seen while another pane has the focus.
    pub(super) sharing: Vec<PaneId>,
    /// The dated things.
    pub(super) agenda: Option<Rect>,
    /// One pane has the screen; the others are tabs.
    pub(super) tabs: Option<Rect>,
}

impl Plan {
    /// The pane with the screen to itself, below its tabs.
    pub(super) fn single(focus: PaneId, body: Rect) -> Self {
        let tabs = Rect { height: 1.min(body.height), ..body };
        let pane = Rect { y: body.y + tabs.height, height: body.height - tabs.height, ..body };
        Self { panes: vec![(focus, pane)], tabs: Some(tabs), ..Self::default() }
    }

    /// The pane that the stage shows while `focus` has the focus, if it shows one.
    pub(super) fn on_stage(&self, focus: PaneId) -> Option<PaneId> {
        self.stage?;
        if self.panes.iter().any(|(id, _)| *id == focus) {
            return self.sharing.first().copied();
        }
        Some(focus)
    }
}

/// Fewest columns and rows, of the part below the header, in which the selected row
/// is explained.
const EXPLAINS: (u16, u16) = (100, 26);
/// Fewest columns in which the countdown has a column of its own.
const WIDE: u16 = 160;
/// Fewest columns and rows for two columns.
const TWO: (u16, u16) = (80, 19);
/// Columns of a countdown that shows whole weeks.
const WEEKS: u16 = 54;
/// Rows of a frame.
const FRAME: u16 = 2;
/// Fewest rows of a frame with something in it.
const LEAST: u16 = 4;
/// Fewest rows of the stage: of a list, and of an explanation.
const STAGE: (u16, u16) = (4, 9);

/// Who gets its rows first, and is folded last. What is not named comes after.
const IMPORTANCE: [PaneId; 9] = [
    PaneId::Preconditions,
    PaneId::Documents,
    PaneId::Safeguards,
    PaneId::Review,
    PaneId::Accounts,
    PaneId::Contacts,
    PaneId::Obstacles,
    PaneId::Line,
    PaneId::Timeline,
];

/// Finds a place for everything; nothing if only one pane has room.
pub(super) fn plan(body: Rect, phase: Phase, content: &impl Content) -> Option<Plan> {
    if body.width < TWO.0 || body.height < TWO.1 {
        return None;
    }
    let explains = body.width >= EXPLAINS.0 && body.height >= EXPLAINS.1;
    let mut builder = Builder { phase, explains, content, plan: Plan::default() };
    let body = if phase.counts() { builder.hero(body) } else { body };
    if explains {
        builder.explained(body);
    } else {
        builder.narrow(body);
    }
    Some(builder.plan)
}

/// A piece of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Pane(PaneId),
    Stage,
    Agenda,
    /// The countdown with the agenda beside it.
    Pair,
}

struct Builder<'a, C> {
    phase: Phase,
    explains: bool,
    content: &'a C,
    plan: Plan,
}

impl<C: Content> Builder<'_, C> {
    /// The countdown and the agenda across the top; returns what is left.
    fn hero(&mut self, body: Rect) -> Rect {
        let want = self.want(Place::Pair, body.width, body.height);
        // Below it the lists need rows too.
        let most = if self.explains { body.height * 2 / 5 } else { body.height * 11 / 20 };
        let height = want.clamp(LEAST, most.max(LEAST)).min(body.height);
        self.put(Place::Pair, Rect { height, ..body });
        Rect { y: body.y + height, height: body.height - height, ..body }
    }

    /// Lists left, the selected row right.
    fn explained(&mut self, body: Rect) {
        let wide = body.width >= WIDE && !self.phase.counts();
        let left_width = (body.width * 36 / 100).clamp(38, 52);
        let third = if wide { (body.width * 36 / 100).clamp(48, 74) } else { 0 };
        let stage_width = body.width - left_width - third;
        let left = Rect { width: left_width, ..body };
        let middle = Rect { x: left.right(), width: stage_width, ..body };
        let right = Rect { x: middle.right(), width: third, ..body };
        let timeline = Place::Pane(PaneId::Timeline);
        let review = Place::Pane(PaneId::Review);
        let (mut known, mut said) = (self.panes_of(Column::Left), self.panes_of(Column::Right));
        said.retain(|piece| *piece != review);
        if wide {
            // The third column has what is dated.
            known.retain(|piece| *piece != timeline);
            let dated = [vec![review, Place::Agenda], said, vec![timeline]].concat();
            self.column(left, &known);
            self.column(middle, &[Place::Stage]);
            return self.column(right, &dated);
        }
        self.column(left, &known);
        let mut pieces = vec![Place::Stage];
        pieces.extend((!self.phase.counts()).then_some(Place::Pair));
        pieces.extend(said);
        // What was criticised stands above what is to be done about it.
        if self.phase == Phase::Rejected {
            pieces.swap(0, 1);
        }
        self.column(middle, &pieces);
    }

    /// Two columns without an explanation: what does not matter most shares a
    /// place.
    fn narrow(&mut self, body: Rect) {
        let half = body.width / 2;
        let left = Rect { width: half, ..body };
        let right = Rect { x: body.x + half, width: body.width - half, ..body };
        let counts = self.phase.counts();
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for id in PaneId::ALL.iter().copied() {
            match id {
                PaneId::Review if counts => {}
                PaneId::Review => second.push(Place::Pane(id)),
                PaneId::Documents if !counts => second.push(Place::Pane(id)),
                PaneId::Preconditions
                | PaneId::Accounts
                | PaneId::Documents
                | PaneId::Safeguards => first.push(Place::Pane(id)),
                _ => self.plan.sharing.push(id),
            }
        }
        let rest: Vec<Place> = self.plan.sharing.iter().map(|id| Place::Pane(*id)).collect();
        let open: Vec<Place> = second.iter().chain(&rest).copied().collect();
        let wants = |piece: &Place| self.want(*piece, right.width, right.height);
        if open.iter().map(wants).sum::<u16>() <= right.height {
            self.plan.sharing.clear();
            second = open;
            if !counts {
                second.push(Place::Agenda);
            }
        } else {
            second.push(Place::Stage);
        }
        self.column(left, &first);
        self.column(right, &second);
    }

    fn panes_of(&self, column: Column) -> Vec<Place> {
        let all = PaneId::ALL.iter().copied();
        let inside = all.filter(|id| id.pane().column == column);
        let hero = |id: &PaneId| *id == PaneId::Review && self.phase.counts();
        inside.filter(|id| !hero(id)).map(Place::Pane).collect()
    }

    /// Rows that a piece would like, with its frame.
    fn want(&self, piece: Place, columns: u16, height: u16) -> u16 {
        let inner = columns.saturating_sub(FRAME);
        let rows = match piece {
            Place::Pane(id) => self.content.rows(id, inner).max(1),
            Place::Agenda => self.content.agenda(inner).max(1),
            Place::Stage => height,
            Place::Pair => {
                let (review, agenda) = self.pair(Rect::new(0, 0, columns, height));
                let review = self.content.rows(PaneId::Review, review.width.saturating_sub(FRAME));
                review.max(self.content.agenda(agenda.width.saturating_sub(FRAME)))
            }
        };
        rows.saturating_add(FRAME).min(height)
    }

    /// Rows that a piece has in any case.
    fn least(&self, piece: Place) -> u16 {
        match piece {
            Place::Pane(PaneId::Review) | Place::Pair => LEAST,
            Place::Pane(_) => 1,
            Place::Stage if self.explains => STAGE.1,
            Place::Stage => STAGE.0,
            Place::Agenda => 0,
        }
    }

    /// The countdown and the agenda beside it. Where days are counted, the weeks
    /// need room first.
    fn pair(&self, rect: Rect) -> (Rect, Rect) {
        let share = rect.width * 42 / 100;
        let weeks = if self.phase.counts() { rect.width.saturating_sub(WEEKS) } else { share };
        let agenda = share.min(weeks).clamp(26, 60).min(rect.width);
        let review = Rect { width: rect.width - agenda, ..rect };
        (review, Rect { x: review.right(), width: agenda, ..rect })
    }

    /// Stacks pieces in a column.
    fn column(&mut self, rect: Rect, pieces: &[Place]) {
        let heights = self.heights(rect, pieces);
        let mut y = rect.y;
        for (piece, height) in pieces.iter().zip(heights) {
            let height = height.min(rect.bottom().saturating_sub(y));
            self.put(*piece, Rect { y, height, ..rect });
            y += height;
        }
    }

    /// The rows of each piece: a line for each first; then each gets what it wants,
    /// the most important first, as long as there is enough to be of use. What is
    /// left goes to the stage.
    fn heights(&self, rect: Rect, pieces: &[Place]) -> Vec<u16> {
        let mut heights: Vec<u16> = pieces.iter().map(|piece| self.least(*piece)).collect();
        let mut left = rect.height.saturating_sub(heights.iter().sum());
        let wants: Vec<u16> =
            pieces.iter().map(|piece| self.want(*piece, rect.width, rect.height)).collect();
        let mut order: Vec<usize> = (0..pieces.len()).collect();
        order.sort_by_key(|at| pieces.get(*at).map_or(usize::MAX, |piece| rank(*piece)));
        // A long log has a third of the column at most, as long as others want rows.
        for most in [(rect.height / 3).max(LEAST), rect.height] {
            for at in &order {
                let piece = pieces.get(*at).zip(wants.get(*at));
                let Some(((piece, want), height)) = piece.zip(heights.get_mut(*at)) else {
                    continue;
                };
                if *piece == Place::Stage || self.is_folded(*piece) {
                    continue;
                }
                let most = if is_log(*piece) { most } else { rect.height };
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
    fn is_folded(&self, piece: Place) -> bool {
        let Place::Pane(id) = piece else { return false };
        self.phase.is_past(id) || (self.phase.counts() && self.content.is_finished(id))
    }

    fn put(&mut self, piece: Place, rect: Rect) {
        match piece {
            Place::Pane(id) if rect.height > 1 => self.plan.panes.push((id, rect)),
            Place::Pane(id) => self.plan.folded.push((id, rect)),
            Place::Stage => self.plan.stage = Some(rect),
            Place::Agenda if rect.height > FRAME => self.plan.agenda = Some(rect),
            Place::Agenda => {}
            Place::Pair => {
                let (review, agenda) = self.pair(rect);
                self.plan.panes.push((PaneId::Review, review));
                self.plan.agenda = Some(agenda);
            }
        }
    }
}

/// Whether it can grow without end.
fn is_log(piece: Place) -> bool {
    matches!(piece, Place::Pane(id) if id.pane().dated)
}

fn rank(piece: Place) -> usize {
    let of = |id| IMPORTANCE.iter().position(|one| *one == id).unwrap_or(IMPORTANCE.len());
    match piece {
        Place::Stage | Place::Pair => 0,
        Place::Pane(id) => of(id),
        Place::Agenda => of(PaneId::Review),
    }
}

#[cfg(test)]
mod tests;
