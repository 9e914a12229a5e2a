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

use super::{
    importance::{IMPORTANCE, LISTS, MOVABLE},
    phase::Phase,
    plan::Plan,
};
use crate::app::{Column, PaneId};

/// What there is to show.
pub(super) trait Content {
    /// Rows that a pane has to show inside its frame, in so many columns.
    fn rows(&self, id: PaneId, columns: u16) -> u16;
    /// Whether nothing is left to do in a pane.
    fn is_finished(&self, id: PaneId) -> bool;
    /// Whether a pane has no rows, only words about that.
    fn is_empty(&self, id: PaneId) -> bool;
    /// Rows that the agenda has to show, in so many columns; and with what each of its
    /// entries comes from, where there is room for that.
    fn agenda(&self, columns: u16, in_full: bool) -> u16;
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
const STAGE: (u16, u16) = (6, 9);
/// Rows of an explanation that is not made shorter so that a list is whole: while
/// things are done, and while days are counted.
const AT_EASE: (u16, u16) = (15, 10);

/// Rows that the agenda may have more than the countdown beside it.
const BESIDE: u16 = 6;

/// Finds a place for everything; nothing if only one pane has room.
pub(super) fn plan(body: Rect, phase: Phase, content: &impl Content) -> Option<Plan> {
    if body.width < TWO.0 || body.height < TWO.1 {
        return None;
    }
    let explains = body.width >= EXPLAINS.0 && body.height >= EXPLAINS.1;
    let is_wide = explains && body.width >= WIDE;
    let mut builder = Builder { phase, explains, is_wide, content, plan: Plan::default() };
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
    is_wide: bool,
    content: &'a C,
    plan: Plan,
}

impl<C: Content> Builder<'_, C> {
    /// The countdown and the agenda across the top; returns what is left.
    fn hero(&mut self, body: Rect) -> Rect {
        let want = self.want(Place::Pair, body.width, body.height);
        // Below it the lists need rows too; what they do not need is not left empty.
        let most = if self.explains { body.height * 9 / 20 } else { body.height * 11 / 20 };
        let most = most.max(body.height.saturating_sub(self.below_hero(body)));
        let height = want.clamp(LEAST, most.max(LEAST)).min(body.height);
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
        let lists = LISTS.map(Place::Pane);
        let left = Rect { width: body.width / 2, ..body };
        self.need(left, &lists).max(STAGE.0)
    }

    /// Lists left, the selected row right; what is dated in a third column where there
    /// is room for one.
    fn explained(&mut self, body: Rect) {
        let counts = self.phase.counts();
        let left_width = left_width(body);
        let third = if self.is_wide { (body.width * 36 / 100).clamp(48, 74) } else { 0 };
        let left = Rect { width: left_width, ..body };
        let middle = Rect { x: left.right(), width: body.width - left_width - third, ..body };
        let right = Rect { x: middle.right(), width: third, ..body };
        let review = Place::Pane(PaneId::Review);
        let (mut known, mut said) = (self.panes_of(Column::Left), self.panes_of(Column::Right));
        said.retain(|piece| *piece != review);
        if self.is_wide {
            let mut dated = if counts { Vec::new() } else { vec![review, Place::Agenda] };
            // A log comes last: what is left over is its.
            said.sort_by_key(|piece| is_log(*piece));
            dated.extend(said);
            let mut stage = vec![Place::Stage];
            self.balance((&mut known, left), (&mut dated, right));
            self.balance((&mut known, left), (&mut stage, middle));
            self.balance((&mut dated, right), (&mut stage, middle));
            self.column(left, &known);
            self.column(middle, &stage);
            return self.column(right, &dated);
        }
        let mut pieces = vec![Place::Stage];
        pieces.extend((!counts).then_some(Place::Pair));
        // What was criticised stands above what is to be done about it.
        if self.phase == Phase::Rejected {
            pieces.reverse();
        }
        pieces.extend(said);
        self.balance((&mut known, left), (&mut pieces, middle));
        self.column(left, &known);
        self.column(middle, &pieces);
    }

    /// Two columns without an explanation: what does not matter most shares a
    /// place, unless all of it has room.
    fn narrow(&mut self, body: Rect) {
        let half = body.width / 2;
        let left = Rect { width: half, ..body };
        let right = Rect { x: body.x + half, width: body.width - half, ..body };
        let of = |ids: &[PaneId]| ids.iter().copied().map(Place::Pane).collect::<Vec<_>>();
        let said = [PaneId::Contacts, PaneId::Obstacles];
        let known = [PaneId::Line, PaneId::Timeline];
        let (mut first, mut second) = if self.phase.counts() {
            (of(&LISTS), Vec::new())
        } else {
            let lists = [PaneId::Documents, PaneId::Review, PaneId::Safeguards];
            (of(&[PaneId::Preconditions, PaneId::Accounts]), of(&lists))
        };
        let dated = (!self.phase.counts()).then_some(Place::Agenda);
        let (open_first, open_second) = if self.phase.counts() {
            (first.clone(), [second.clone(), of(&said), of(&known)].concat())
        } else {
            let second: Vec<Place> = second.iter().copied().chain(dated).collect();
            ([first.clone(), of(&said)].concat(), [second, of(&known)].concat())
        };
        if self.need(left, &open_first) <= left.height
            && self.need(right, &open_second) <= right.height
        {
            (first, second) = (open_first, open_second);
        } else {
            self.plan.sharing = [said, known].concat();
            let column = if self.phase.counts() { &mut second } else { &mut first };
            column.push(Place::Stage);
        }
        self.column(left, &first);
        self.column(right, &second);
    }

    /// Rows that a column needs so that nothing in it is cut but what can grow without
    /// end.
    fn need(&self, rect: Rect, pieces: &[Place]) -> u16 {
        let of = |piece: &Place| match piece {
            Place::Stage if self.explains => at_ease(self.phase),
            Place::Stage => STAGE.0,
            // What has been done matters least.
            Place::Pane(PaneId::Timeline) => 1,
            piece if self.is_folded(*piece) => 1,
            piece if is_log(*piece) => self.want(*piece, rect.width, rect.height).min(LEAST + 2),
            piece => self.want(*piece, rect.width, rect.height),
        };
        pieces.iter().map(of).fold(0, u16::saturating_add)
    }

    /// Moves what has no room in a column to another one that has.
    fn balance(&self, from: (&mut Vec<Place>, Rect), to: (&mut Vec<Place>, Rect)) {
        let ((from, from_rect), (to, to_rect)) = (from, to);
        for id in MOVABLE {
            let piece = Place::Pane(id);
            // The timeline moves where it is whole.
            let long = id == PaneId::Timeline;
            let more = if long { self.want(piece, from_rect.width, u16::MAX) - 1 } else { 0 };
            let short = self.need(from_rect, from).saturating_add(more);
            if short <= from_rect.height || !from.contains(&piece) || self.is_folded(piece) {
                continue;
            }
            let want = self.want(piece, to_rect.width, to_rect.height);
            if self.need(to_rect, to).saturating_add(want) <= to_rect.height {
                from.retain(|one| *one != piece);
                // What was done last stands last; anything else before what was said.
                let said = |one: &Place| *one == Place::Pane(PaneId::Contacts);
                let at = to.iter().position(said).filter(|_| id != PaneId::Timeline);
                to.insert(at.unwrap_or(to.len()), piece);
            }
        }
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
            Place::Agenda => self.content.agenda(inner, self.is_wide).max(1),
            Place::Stage => height,
            Place::Pair => {
                let (review, agenda) = self.pair(Rect::new(0, 0, columns, height));
                let review = self.content.rows(PaneId::Review, review.width.saturating_sub(FRAME));
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
        order.sort_by_key(|at| pieces.get(*at).map_or(usize::MAX, |piece| self.rank(*piece)));
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
        // Where nothing is explained, a log can have more rows than it needs now.
        let open = pieces.iter().zip(&mut heights).filter(|(piece, _)| is_log(**piece));
        if let Some((_, height)) = open.filter(|(_, height)| **height > 1).last() {
            *height += left;
        }
        heights
    }

    /// Whether a piece is folded although it has room.
    fn is_folded(&self, piece: Place) -> bool {
        let Place::Pane(id) = piece else { return false };
        let finished = self.phase.counts() && self.content.is_finished(id);
        // Where the selected row is explained beside it, a pane without rows takes no
        // room from that.
        let empty = self.explains && !self.is_wide && id != PaneId::Accounts;
        self.phase.is_past(id) || finished || (empty && self.content.is_empty(id))
    }

    /// Its place in the order in which rows are given.
    fn rank(&self, piece: Place) -> usize {
        let of = |id| 1 + IMPORTANCE.iter().position(|one| *one == id).unwrap_or(IMPORTANCE.len());
        match piece {
            Place::Stage | Place::Pair => 0,
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

/// Columns of the lists where the selected row is explained beside them.
fn left_width(body: Rect) -> u16 {
    (body.width * 38 / 100).clamp(38, 52)
}

fn at_ease(phase: Phase) -> u16 {
    if phase.counts() { AT_EASE.1 } else { AT_EASE.0 }
}

/// Whether it can grow without end.
fn is_log(piece: Place) -> bool {
    matches!(piece, Place::Pane(id) if id.pane().dated)
}

#[cfg(test)]
mod tests;
