//! How it looks: a frame is a function of the model and the theme.
//!
//! Owns: colours, signs, borders, where things stand. Must not know: files, the
//! clock, what a key does. Nothing here changes the model; it keeps how much of an
//! explanation a frame had room for.
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
mod canvas;
mod closing;
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
mod legend;
mod list;
mod memo;
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

pub use canvas::Canvas;
pub use colour::Depth;
pub(crate) use qr_code::printed;
pub use signs::Signs;
pub use theme::Theme;
pub(crate) use theme::ThemeFault;

use canvas::Shows;
use memo::Memo;
use plan::{Opened, Plan};
use rows::Rows;
use screen::Screen;
use theme::Role;

use crate::app::{Body, Dialog, Model, PaneId, Scene, Target, explained};

/// Smallest window in which panes are drawn; below it there is one line.
const SMALLEST: (u16, u16) = (20, 5);

/// Fewest rows of a pane that has a frame, and of one that has the screen.
const LEAST_FRAMED: (u16, u16) = (3, 4);

/// Draws a frame.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let mut screen = Screen::new(frame.buffer_mut(), theme);
    if let Some(cursor) = paint_all(model, &mut Memo::default(), &mut screen) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws on a canvas what differs from what it shows, and says where the cursor stands
/// when something is being typed. Every model gives a screen in every area.
pub fn paint(model: &Model, theme: &Theme, canvas: &mut Canvas) -> Option<Position> {
    let shows = Shows::of(model, theme);
    if shows.is_some() && canvas.shows == shows {
        let drawn = selection(model, &mut canvas.memo, &mut Screen::new(&mut canvas.buffer, theme));
        if let Some(drawn) = drawn {
            canvas.drawn = drawn;
            return None;
        }
    }
    canvas.begin();
    canvas.shows = shows;
    paint_all(model, &mut canvas.memo, &mut Screen::new(&mut canvas.buffer, theme))
}

/// Draws the whole screen on an empty one.
fn paint_all(model: &Model, memo: &mut Memo, screen: &mut Screen<'_>) -> Option<Position> {
    let area = screen.area();
    screen.ground();
    let cursor = draw_on(model, memo, screen, area);
    screen.replace_signs(area);
    cursor.map(Position::from).filter(|cursor| area.contains(*cursor))
}

/// Draws, and says where the cursor stands when something is being typed.
fn draw_on(
    model: &Model,
    memo: &mut Memo,
    screen: &mut Screen<'_>,
    area: Rect,
) -> Option<(u16, u16)> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        header::one_line(model, screen, area);
        return None;
    }
    match model.scene() {
        Some(scene) => {
            header::draw(model, &scene, screen, area);
            dashboard(&rows(model, &scene, memo, area), screen);
        }
        None if model.dialogs.is_empty() => welcome::draw(model, screen, area),
        // Below a dialog the ends of its sentences would only distract.
        None => {}
    }
    let cursor = dialogs(model, screen, area);
    footer::draw(model, screen, last_row(area));
    cursor
}

/// The rows of a screen that is as large as this.
fn rows<'a>(model: &'a Model, scene: &'a Scene<'a>, memo: &'a mut Memo, area: Rect) -> Rows<'a> {
    let top = header::rows(area.height);
    let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 1), ..area };
    memo.renew(model.revision(), body);
    Rows::new(model, scene, body, memo)
}

/// Draws again what the selected row decides: the pane that has the focus, the
/// explanation and the keys. Nothing if they are not apart from the rest; else where
/// they are.
fn selection(model: &Model, memo: &mut Memo, screen: &mut Screen<'_>) -> Option<Vec<Rect>> {
    let area = screen.area();
    let scene = model.scene()?;
    let rows = rows(model, &scene, memo, area);
    let plan = rows.plan()?;
    let framed = plan.panes.iter().find(|(id, _)| *id == model.focus).map(|(_, rect)| *rect);
    let opened = opened(&rows, plan);
    let focused = framed.or_else(|| opened.as_ref().map(|opened| opened.rect));
    let places = [plan.stage, plan.free, focused].into_iter().flatten();
    let places: Vec<Rect> = places.chain([last_row(area)]).collect();
    // Without a frame it says in the row below which of its rows is selected.
    if focused.is_some_and(|rect| rect.height < LEAST_FRAMED.0) {
        return None;
    }
    for place in &places {
        screen.empty(*place);
    }
    if let Some(rect) = plan.stage {
        stage(&rows, screen, rect, plan.free);
    }
    // What is opened can stand over the explanation.
    match (framed, opened) {
        (Some(rect), _) => pane(&rows, screen, (model.focus, rect), plan, &[]),
        (None, Some(opened)) => {
            screen.empty(opened.rect);
            open(&rows, screen, &opened, plan);
        }
        (None, None) => {}
    }
    footer::draw(model, screen, last_row(area));
    for place in &places {
        screen.replace_signs(*place);
    }
    Some(places)
}

/// The panes.
fn dashboard(rows: &Rows<'_>, screen: &mut Screen<'_>) {
    let model = rows.model;
    let single;
    let plan = if let Some(plan) = rows.plan() {
        plan
    } else {
        single = Plan::single(model.focus, rows.body);
        &single
    };
    if let Some(tabs) = plan.tabs {
        tabs::draw(model, screen, tabs);
    }
    for (id, rect) in &plan.panes {
        pane(rows, screen, (*id, *rect), plan, &[]);
    }
    let opened = opened(rows, plan);
    for (id, rect) in &plan.folded {
        let focused = has_focus(model, *id) && opened.is_none();
        list::folded(rows, screen, *rect, *id, focused);
    }
    if let Some(rect) = plan.agenda {
        agenda::draw(rows, screen, rect);
    }
    if let Some(rect) = plan.stage {
        stage(rows, screen, rect, plan.free);
    }
    if let Some(opened) = opened {
        screen.empty(opened.rect);
        open(rows, screen, &opened, plan);
    }
}

/// Where the pane that has the focus opens if it is folded. What has no rows does not where
/// what it is for is explained: its line is marked.
fn opened(rows: &Rows<'_>, plan: &Plan) -> Option<Opened> {
    let id = rows.model.focus;
    let is_told = layout::Content::is_empty(rows, id)
        && plan.stage.is_some()
        && !explained(rows.model, id).blocks.is_empty();
    let wanted = |columns| layout::Content::rows(rows, id, columns);
    if is_told { None } else { plan.opened(id, rows.body, wanted) }
}

/// Draws a folded pane that has the focus over what stands there.
fn open(rows: &Rows<'_>, screen: &mut Screen<'_>, opened: &Opened, plan: &Plan) {
    let (id, rect) = (rows.model.focus, opened.rect);
    pane(rows, screen, (id, rect), plan, &opened.covered);
    let edges = [(rect.y, opened.joins.0), (rect.bottom() - 1, opened.joins.1)];
    for (y, _) in edges.into_iter().filter(|(_, joins)| *joins) {
        frame::join(screen, Rect { y, height: 1, ..rect }, has_focus(rows.model, id));
    }
}

/// What stands where the selected row is explained.
fn stage(rows: &Rows<'_>, screen: &mut Screen<'_>, rect: Rect, free: Option<Rect>) {
    let model = rows.model;
    let more = detail::draw(model, model.focus, screen, rect, free);
    let room = rect.width.saturating_sub(4);
    screen.put_right(rect.x + 2, rect.bottom() - 1, room, &more, Role::Faint);
}

/// What stands at a place of the screen, for a click there. The frame is drawn
/// once more to find it: clicks are rare, frames are not.
pub fn target_at(model: &Model, column: u16, row: u16) -> Target {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    let mut buffer = Buffer::empty(area);
    let mut screen = Screen::new(&mut buffer, &Theme::plain());
    draw_on(model, &mut Memo::default(), &mut screen, area);
    screen.target_at(Position::new(column, row))
}

fn last_row(area: Rect) -> Rect {
    Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }
}

/// Whether keys go to a pane.
fn has_focus(model: &Model, id: PaneId) -> bool {
    id == model.focus && model.dialogs.is_empty()
}

/// One pane: its frame, then the countdown or a list. Those that share its place are named in
/// the lower edge.
fn pane(
    rows: &Rows<'_>,
    screen: &mut Screen<'_>,
    (id, rect): (PaneId, Rect),
    plan: &Plan,
    sharing: &[PaneId],
) {
    let (model, pane) = (rows.model, id.pane());
    let focused = has_focus(model, id);
    screen.target(rect, Target::Pane(id, None));
    let count = rows.count(id);
    let least = if plan.tabs.is_some() { LEAST_FRAMED.1 } else { LEAST_FRAMED.0 };
    // Where a frame would leave next to nothing inside, there is none. The tab has
    // the name.
    let inner = if rect.height < least {
        Rect { width: rect.width.saturating_sub(1), ..rect }
    } else {
        let title = frame::Title { id, count, sharing, named: plan.tabs.is_none() };
        let inner = frame::pane(screen, rect, &title, focused, rows.scene);
        if pane.body == Body::Countdown && plan.agenda.is_none() {
            agenda::named(rows, screen, rect);
        }
        inner
    };
    match pane.body {
        Body::Countdown => review::draw(rows, screen, inner),
        // Where others share its place their names have the lower edge.
        Body::List => list::draw(rows, screen, inner, id, focused, sharing.is_empty()),
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
