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
//! important are folded to a line each; what is folded and has the focus opens over its
//! line. Must not know: the model.

mod shares;

use ratatui::layout::Rect;

use super::{
    importance::{COUNTING, KNOWN, MENDING, SAID, WORK},
    phase::Phase,
    plan::{EXPLAINS, Plan},
};
use crate::app::{Column, PaneId};

/// What there is to show.
pub(super) trait Content {
    /// Rows that a pane has to show inside its frame, in so many columns.
    fn rows(&self, id: PaneId, columns: u16) -> u16;
    /// Whether nothing is left to do in a pane.
    fn is_finished(&self, id: PaneId) -> bool;
    /// Whether none of the rows of a pane is needed.
    fn is_moot(&self, id: PaneId) -> bool;
    /// Whether a pane has no rows, only words about that.
    fn is_empty(&self, id: PaneId) -> bool;
    /// Rows that the agenda has to show, in so many columns; and with what each of its
    /// entries comes from, where there is room for that.
    fn agenda(&self, columns: u16, in_full: bool) -> u16;
}

/// Fewest columns and rows for two columns.
const TWO: (u16, u16) = (80, 19);
/// Fewest rows in which every pane has a place of its own although nothing is explained.
const TALL: u16 = 40;
/// Columns of a countdown that shows whole weeks.
const WEEKS: u16 = 53;
/// Rows of a frame.
const FRAME: u16 = 2;
/// Fewest rows of a frame with something in it.
const LEAST: u16 = 4;
/// Fewest rows below the countdown, and of an explanation.
const STAGE: (u16, u16) = (6, 9);
/// Rows of an explanation that is not made shorter so that a list is whole: while
/// things are done, and while days are counted.
const AT_EASE: (u16, u16) = (15, 14);

/// Rows that the agenda may have more than the countdown beside it.
const BESIDE: u16 = 2;

/// Finds a place for everything; nothing if only one pane has room.
pub(super) fn plan(body: Rect, phase: Phase, content: &impl Content) -> Option<Plan> {
    if body.width < TWO.0 || body.height < TWO.1 {
        return None;
    }
    let explains = body.width >= EXPLAINS.0 && body.height >= EXPLAINS.1;
    let is_wide = explains && body.width >= Column::WIDE;
    let is_tall = body.height >= TALL;
    let mut builder = Builder { phase, explains, is_wide, is_tall, content, plan: Plan::default() };
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

impl Place {
    /// Whether it can grow without end.
    fn is_log(self) -> bool {
        matches!(self, Self::Pane(id) if id.pane().dated)
    }
}

struct Builder<'a, C> {
    phase: Phase,
    explains: bool,
    is_wide: bool,
    is_tall: bool,
    content: &'a C,
    plan: Plan,
}

impl<C: Content> Builder<'_, C> {
    /// The countdown and the agenda across the top; returns what is left.
    fn hero(&mut self, body: Rect) -> Rect {
        let want = self.want(Place::Pair, body.width, body.height);
        // Below it the lists need rows too; what they do not need is not left empty.
        // Where a row is explained, the agenda takes no rows from that.
        let share = if self.explains { 9 } else { 11 };
        let most = (body.height * share / 20).min(if self.explains {
            self.review_wants(body.width, body.height)
        } else {
            body.height
        });
        let most = most.max(body.height.saturating_sub(self.below_hero(body)));
        let mut height = want.clamp(LEAST, most.max(LEAST)).min(body.height);
        // Rows that would stand empty below both columns are its own.
        let below = |height: u16| {
            let half = Rect { width: body.width / 2, height: body.height - height, ..body };
            [COUNTING.0, COUNTING.1].map(|ids| self.heights(half, &places(ids)))
        };
        while !self.explains
            && height < want
            && body.height - height > STAGE.0
            && below(height + 1) == below(height)
        {
            height += 1;
        }
        self.put(Place::Pair, Rect { height, ..body });
        Rect { y: body.y + height, height: body.height - height, ..body }
    }

    /// Rows that what stands below the countdown needs.
    fn below_hero(&self, body: Rect) -> u16 {
        let known = self.panes_of(Column::Left);
        if self.explains {
            let left = Rect { width: left_width(body), ..body };
            let beside = [Place::Stage, Place::Pane(PaneId::Contacts)];
            let right = Rect { width: body.width - left.width, ..body };
            return self.need(left, &known).max(self.need(right, &beside));
        }
        let half = Rect { width: body.width / 2, ..body };
        let [left, right] = [COUNTING.0, COUNTING.1].map(|ids| self.need(half, &places(ids)));
        left.max(right)
    }

    /// Lists left, the selected row right; what is dated in a third column where there
    /// is room for one. Which column a pane stands in follows from the window and the
    /// phase alone: whatever comes, none goes to another one.
    fn explained(&mut self, body: Rect) {
        let counts = self.phase.counts();
        let left_width = left_width(body);
        let third = if self.is_wide { (body.width * 36 / 100).clamp(48, 74) } else { 0 };
        let left = Rect { width: left_width, ..body };
        let middle = Rect { x: left.right(), width: body.width - left_width - third, ..body };
        let right = Rect { x: middle.right(), width: third, ..body };
        let (known, mut said) = (self.panes_of(Column::Left), self.panes_of(Column::Right));
        said.retain(|piece| *piece != Place::Pane(PaneId::Review));
        if self.is_wide {
            let mut dated =
                if counts { Vec::new() } else { vec![Place::Pane(PaneId::Review), Place::Agenda] };
            dated.extend(said);
            self.column(left, &known);
            self.column(middle, &[Place::Stage]);
            self.column(right, &dated);
            let used: u16 = self.heights(right, &dated).iter().sum();
            let free =
                Rect { y: right.y + used, height: right.height.saturating_sub(used), ..right };
            self.plan.free = (free.height >= STAGE.0).then_some(free);
            return;
        }
        let mut pieces = vec![Place::Stage];
        pieces.extend((!counts).then_some(Place::Pair));
        // What was criticised stands above what is to be done about it.
        if self.phase == Phase::Rejected {
            pieces.reverse();
        }
        pieces.extend(said);
        self.column(left, &known);
        self.column(middle, &pieces);
    }

    /// Two columns without an explanation. What was said and what is looked up stands
    /// where the window leaves room for it in the phase.
    fn narrow(&mut self, body: Rect) {
        let half = body.width / 2;
        let left = Rect { width: half, ..body };
        let right = Rect { x: body.x + half, width: body.width - half, ..body };
        let counts = self.phase.counts();
        let (first, second) = match self.phase {
            Phase::Rejected => MENDING,
            phase if phase.counts() => COUNTING,
            _ => WORK,
        };
        let (mut first, mut second) = (places(first), places(second));
        if !counts {
            second.push(Place::Agenda);
            first.extend(places(&SAID));
            if self.is_tall { &mut second } else { &mut first }.extend(places(&KNOWN));
        }
        self.column(left, &by_number(first));
        self.column(right, &by_number(second));
    }

    fn panes_of(&self, column: Column) -> Vec<Place> {
        let all = PaneId::ALL.iter().copied();
        let inside = all.filter(|id| id.column(self.is_wide) == column);
        let hero = |id: &PaneId| *id == PaneId::Review && self.phase.counts();
        inside.filter(|id| !hero(id)).map(Place::Pane).collect()
    }

    /// The countdown and the agenda beside it. Where days are counted, the weeks
    /// need room first; where nothing is dated, the countdown has all of it.
    fn pair(&self, rect: Rect) -> (Rect, Rect) {
        if self.content.agenda(rect.width, false) == 0 {
            return (rect, Rect { x: rect.right(), width: 0, ..rect });
        }
        let share = rect.width * 42 / 100;
        let weeks = if self.phase.counts() { rect.width.saturating_sub(WEEKS) } else { share };
        let agenda = share.min(weeks).clamp(26, 84).min(rect.width);
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
                self.plan.agenda = Some(agenda).filter(|agenda| agenda.width > 0);
            }
        }
    }
}

fn places(panes: &[PaneId]) -> Vec<Place> {
    panes.iter().copied().map(Place::Pane).collect()
}

/// The panes of a column in the order of their numbers; the agenda stays behind the one
/// that it stands behind.
fn by_number(mut pieces: Vec<Place>) -> Vec<Place> {
    pieces.sort_by_key(|piece| match piece {
        Place::Pane(id) => *id as usize,
        // After what has to be done, before what is looked up.
        _ => PaneId::Safeguards as usize,
    });
    pieces
}

/// Columns of the lists where the selected row is explained beside them.
fn left_width(body: Rect) -> u16 {
    (body.width * 38 / 100).clamp(38, 52)
}

#[cfg(test)]
mod tests;
