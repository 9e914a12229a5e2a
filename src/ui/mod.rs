//! How it looks: a frame is a function of the model and the theme.
//!
//! Owns: colours, glyphs, borders, where things stand. Must not know: files,
//! the clock, what a key does. Nothing here changes the model.
//!
//! ```text
//! header    ringoff · case · number            stage  progress   saved
//! next      what to do now, and what to beware of
//! panes     one, two or three columns, by the room there is
//! footer    keys that work now, or what was just said
//! ```

mod call;
mod canvas;
mod colour;
mod digits;
mod footer;
mod form;
mod frame;
mod glyph;
mod header;
mod lapse;
mod layout;
mod list;
mod menu;
mod page;
mod review;
mod scannable;
mod scanning;
mod signs;
mod strip;
mod theme;
mod tour;
mod welcome;
mod what_if;

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use colour::Depth;
pub use signs::Signs;
pub use theme::{Theme, ThemeFault};

use crate::app::{Dialog, Model, PANES, Scene, Target};
use canvas::Canvas;

/// Smallest window in which panes are drawn; below it there is one line.
const SMALLEST: (u16, u16) = (20, 5);

/// Fewest rows of a pane that has a frame.
const LEAST_FRAMED: u16 = 4;

/// Draws the whole screen. Total: any model in any area gives a frame.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), *theme);
    canvas.clear(area);
    let cursor = draw_on(model, &mut canvas, area);
    signs::replace(frame.buffer_mut(), theme.signs());
    if let Some((x, y)) = cursor.filter(|(x, y)| *x < area.right() && *y < area.bottom()) {
        frame.set_cursor_position((x, y));
    }
}

/// Draws, and says where the cursor stands when something is being typed.
fn draw_on(model: &Model, canvas: &mut Canvas<'_>, area: Rect) -> Option<(u16, u16)> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        header::one_line(model, canvas, area);
        return None;
    }
    let Some(scene) = model.scene() else {
        welcome::draw(model, canvas, area);
        footer::draw(model, canvas, last_row(area));
        return dialogs(model, canvas, area);
    };
    let top = header::draw(model, &scene, canvas, area);
    let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 1), ..area };
    let plan = layout::plan(model, &scene, body);
    if let Some(tabs) = plan.tabs {
        header::tabs(model, canvas, tabs);
    }
    for (place, rect) in plan.panes {
        pane(model, &scene, canvas, place, rect, &plan.behind);
    }
    footer::draw(model, canvas, last_row(area));
    dialogs(model, canvas, area)
}

/// What stands at a place of the screen, for whoever points at it. It is
/// drawn once more to find out: clicks are rare, frames are not.
pub fn target_at(model: &Model, column: u16, row: u16) -> Target {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, Theme::plain());
    draw_on(model, &mut canvas, area);
    canvas.target_at(Position::new(column, row))
}

fn last_row(area: Rect) -> Rect {
    Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }
}

/// One pane: its frame, then the countdown or a list.
fn pane(
    model: &Model,
    scene: &Scene<'_>,
    canvas: &mut Canvas<'_>,
    place: usize,
    rect: Rect,
    behind: &[usize],
) {
    let Some(pane) = PANES.get(place) else { return };
    let focused = place == model.focus && model.dialogs.is_empty();
    canvas.target(rect, Target::Pane(place, None));
    let title = model.text.get(&format!("ui-pane-{}", pane.id));
    let count = (pane.count)(scene);
    let behind: &[usize] = if behind.contains(&place) { behind } else { &[] };
    let others = behind.iter().filter(|at| **at != place).map(|at| (at + 1).to_string());
    let others = others.collect::<Vec<_>>().join(" ");
    let others = if others.is_empty() {
        others
    } else {
        model.text.with("ui-behind", &[("panes", others.into())])
    };
    // Where a frame would leave next to nothing inside, there is none: the tab
    // has the name.
    let inner = if rect.height < LEAST_FRAMED {
        Rect { width: rect.width.saturating_sub(1), ..rect }
    } else {
        let title =
            frame::Title { number: place + 1, name: &title, count: &count, others: &others };
        frame::pane(canvas, rect, &title, focused)
    };
    if pane.id == "review" {
        review::draw(model, scene, canvas, inner, focused);
    } else {
        list::draw(model, scene, canvas, inner, place, focused);
    }
}

fn dialogs(model: &Model, canvas: &mut Canvas<'_>, area: Rect) -> Option<(u16, u16)> {
    // Only the topmost is drawn: what it covers would only distract.
    match model.dialogs.last()? {
        Dialog::Page { topic, scroll } => {
            page::draw(model, topic, *scroll, canvas, area);
            None
        }
        Dialog::WhatIf(day) => {
            what_if::draw(model, *day, canvas, area);
            None
        }
        Dialog::Menu(menu) => menu::draw(model, menu, canvas, area),
        Dialog::Form(form) => {
            // The clock of a call goes on while something is noted.
            if let [.., Dialog::Call(under), _] = model.dialogs.as_slice() {
                call::draw(model, under, canvas, area);
            }
            form::draw(model, form, canvas, area)
        }
        Dialog::Tour(step) => {
            tour::draw(model, *step, canvas, area);
            None
        }
        Dialog::Scanning(scan) => {
            scanning::draw(model, scan, canvas, area);
            None
        }
        Dialog::Call(call) => {
            call::draw(model, call, canvas, area);
            None
        }
    }
}
