//! How it looks: a frame is a function of the model and the theme.
//!
//! Owns: colours, signs, borders, where things stand. Must not know: files, the
//! clock, what a key does. Nothing here changes the model.
//!
//! ```text
//! header    ringoff · case · number            stage  progress   saved
//! next      what to do now; below it what to beware of
//! panes     lists left, the selected row right; what is counted across the top
//! footer    keys that work now, or what was just said
//! ```

mod agenda;
mod big_digits;
mod call;
mod colour;
mod content;
mod countdown;
mod dated;
mod day_row;
mod detail;
mod footer;
mod form;
mod frame;
mod header;
mod importance;
mod keep;
mod lapse;
mod layout;
mod list;
mod menu;
mod month_grid;
mod overview;
mod page;
mod phase;
mod plan;
mod qr_code;
mod review;
mod road;
mod row_lines;
mod rows;
mod scanning;
mod screen;
mod signs;
mod tabs;
mod text_input;
mod theme;
mod tour;
mod watch;
mod welcome;
mod what_if;

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use colour::Depth;
pub(crate) use qr_code::printed;
pub use signs::Signs;
pub use theme::Theme;
pub(crate) use theme::ThemeFault;

use plan::Plan;
use rows::Rows;
use screen::Screen;
use theme::Role;

use crate::app::{Body, Dialog, Model, PaneId, Scene, Target, explained};

/// Smallest window in which panes are drawn; below it there is one line.
const SMALLEST: (u16, u16) = (20, 5);

/// Fewest rows of a pane that has a frame, and of one that has the screen.
const LEAST_FRAMED: (u16, u16) = (3, 4);

/// Fewest rows, with its upper edge, of an explanation above a list.
const LEAST_EXPLAINED: u16 = 3;

/// Draws a frame.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    if let Some(cursor) = paint(model, theme, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the whole screen, and says where the cursor stands when something is being
/// typed. Every model gives a screen in every area.
pub fn paint(model: &Model, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let mut screen = Screen::new(buffer, theme);
    screen.ground();
    let cursor = draw_on(model, &mut screen, area);
    signs::replace(buffer, theme.signs());
    cursor.map(Position::from).filter(|cursor| area.contains(*cursor))
}

/// Draws, and says where the cursor stands when something is being typed.
fn draw_on(model: &Model, screen: &mut Screen<'_>, area: Rect) -> Option<(u16, u16)> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        header::one_line(model, screen, area);
        return None;
    }
    match model.scene() {
        Some(scene) => dashboard(model, &scene, screen, area),
        None => welcome::draw(model, screen, area),
    }
    let cursor = dialogs(model, screen, area);
    footer::draw(model, screen, last_row(area));
    cursor
}

/// The header and the panes.
fn dashboard(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) {
    header::draw(model, scene, screen, area);
    let top = header::rows(area.height);
    let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 1), ..area };
    let rows = Rows::new(model, scene, body);
    let plan = Some(&rows).filter(|_| !model.zoomed);
    let plan = plan.and_then(|rows| layout::plan(body, rows.phase, rows));
    let plan = plan.unwrap_or_else(|| Plan::single(model.focus, body));
    if let Some(tabs) = plan.tabs {
        tabs::draw(model, screen, tabs);
    }
    for (id, rect) in &plan.panes {
        pane(&rows, screen, *id, *rect, &plan);
    }
    for (id, rect) in &plan.folded {
        list::folded(&rows, screen, *rect, *id, has_focus(model, *id));
    }
    if let Some(rect) = plan.agenda {
        agenda::draw(&rows, screen, rect);
    }
    if let Some(rect) = plan.stage {
        stage(&rows, screen, rect, &plan);
    }
}

/// What stands where the selected row is explained: in the lower part of the same frame,
/// so that nothing moves, the pane that has the focus and no frame of its own.
fn stage(rows: &Rows<'_>, screen: &mut Screen<'_>, rect: Rect, plan: &Plan) {
    let model = rows.model;
    let Some(id) = plan.on_stage(model.focus) else {
        let more = detail::draw(model, model.focus, screen, rect);
        let room = rect.width.saturating_sub(4);
        screen.put_right(rect.x + 2, rect.bottom() - 1, room, &more, Role::Faint);
        return;
    };
    // Without a row there may be nothing to explain.
    let empty = layout::Content::is_empty(rows, id) && explained(model, id).blocks.is_empty();
    if !plan.sharing.is_empty() || empty {
        return pane(rows, screen, id, rect, plan);
    }
    let want = layout::Content::rows(rows, id, rect.width.saturating_sub(2)).saturating_add(2);
    let fits = want <= rect.height.saturating_sub(LEAST_EXPLAINED);
    let height = if fits { want } else { rect.height / 2 };
    let height = height.max(LEAST_FRAMED.0).min(rect.height);
    let top = rect.bottom() - height;
    // The upper edge of the list is the lower one of the explanation.
    let above = Rect { height: (top + 1).saturating_sub(rect.y), ..rect };
    let more = detail::draw(model, id, screen, above);
    let list = frame::below(rect, top);
    pane(rows, screen, id, list, plan);
    if top > rect.y {
        frame::join(screen, list, has_focus(model, id));
    }
    screen.put(rect.x + 2, rect.bottom() - 1, rect.width / 2, &more, Role::Faint);
}

/// What stands at a place of the screen, for a click there. The frame is drawn
/// once more to find it: clicks are rare, frames are not.
pub fn target_at(model: &Model, column: u16, row: u16) -> Target {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    let mut buffer = Buffer::empty(area);
    let mut screen = Screen::new(&mut buffer, &Theme::plain());
    draw_on(model, &mut screen, area);
    screen.target_at(Position::new(column, row))
}

fn last_row(area: Rect) -> Rect {
    Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }
}

/// Whether keys go to a pane.
fn has_focus(model: &Model, id: PaneId) -> bool {
    id == model.focus && model.dialogs.is_empty()
}

/// One pane: its frame, then the countdown or a list.
fn pane(rows: &Rows<'_>, screen: &mut Screen<'_>, id: PaneId, rect: Rect, plan: &Plan) {
    let (model, pane) = (rows.model, id.pane());
    let focused = has_focus(model, id);
    screen.target(rect, Target::Pane(id, None));
    let count = (pane.count)(rows.scene);
    let shares = plan.sharing.contains(&id) || plan.stage == Some(rect);
    let sharing: &[PaneId] = if shares { &plan.sharing } else { &[] };
    let least = if plan.tabs.is_some() { LEAST_FRAMED.1 } else { LEAST_FRAMED.0 };
    // Where a frame would leave next to nothing inside, there is none. The tab has
    // the name.
    let inner = if rect.height < least {
        Rect { width: rect.width.saturating_sub(1), ..rect }
    } else {
        let title = frame::Title { id, count: &count, sharing };
        frame::pane(screen, rect, &title, focused, rows.scene)
    };
    match pane.body {
        Body::Countdown => review::draw(rows, screen, inner),
        Body::List => list::draw(rows, screen, inner, id, focused),
    }
}

fn dialogs(model: &Model, screen: &mut Screen<'_>, area: Rect) -> Option<(u16, u16)> {
    if model.dialogs.is_empty() {
        return None;
    }
    // What lies below can still be seen, and a click there closes the dialog.
    let below = frame::above_footer(area);
    screen.dim(below);
    screen.target(below, Target::Outside);
    // Only the topmost is drawn: the others would only distract.
    match model.dialogs.last()? {
        Dialog::Page { topic, scroll } => {
            page::draw(model, topic, *scroll, screen, area);
            None
        }
        Dialog::WhatIf(day) => {
            what_if::draw(model, *day, screen, area);
            None
        }
        Dialog::Menu(menu) if menu.kind.is_table() => {
            Some(overview::draw(model, menu, screen, area))
        }
        Dialog::Menu(menu) => menu::draw(model, menu, screen, area),
        Dialog::Form(form) => {
            // The clock of a call goes on while something is noted.
            if let [.., Dialog::Call(under), _] = model.dialogs.as_slice() {
                call::draw(model, under, screen, area);
            }
            form::draw(model, form, screen, area)
        }
        Dialog::Tour(step) => {
            tour::draw(model, *step, screen, area);
            None
        }
        Dialog::Scanning(scan) => {
            scanning::draw(model, scan, screen, area);
            None
        }
        Dialog::Call(call) => {
            call::draw(model, call, screen, area);
            None
        }
    }
}
