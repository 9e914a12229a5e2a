//! How it looks: a frame is a function of the model and the theme.
//!
//! Owns: colours, signs, borders, where things stand. Must not know: files, the
//! clock, what a key does. Nothing here changes the model.
//!
//! ```text
//! header    ringoff · case · number            stage  progress   saved
//! next      what to do now, and warnings
//! panes     one, two or three columns, by the room there is
//! footer    keys that work now, or what was just said
//! ```

mod big_digits;
mod call;
mod colour;
mod countdown;
mod day_row;
mod footer;
mod form;
mod frame;
mod header;
mod lapse;
mod layout;
mod list;
mod menu;
mod page;
mod qr_code;
mod review;
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
pub use signs::Signs;
pub use theme::Theme;
pub(crate) use theme::ThemeFault;

use crate::app::{Body, Dialog, Model, PaneId, Scene, Target};
use screen::Screen;

/// Smallest window in which panes are drawn; below it there is one line.
const SMALLEST: (u16, u16) = (20, 5);

/// Fewest rows of a pane that has a frame.
const LEAST_FRAMED: u16 = 4;

/// Draws the whole screen. Every model gives a frame in every area.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut screen = Screen::new(frame.buffer_mut(), *theme);
    screen.clear(area);
    let cursor = draw_on(model, &mut screen, area);
    signs::replace(frame.buffer_mut(), theme.signs());
    if let Some((x, y)) = cursor.filter(|(x, y)| *x < area.right() && *y < area.bottom()) {
        frame.set_cursor_position((x, y));
    }
}

/// Draws, and says where the cursor stands when something is being typed.
fn draw_on(model: &Model, screen: &mut Screen<'_>, area: Rect) -> Option<(u16, u16)> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        header::one_line(model, screen, area);
        return None;
    }
    let Some(scene) = model.scene() else {
        welcome::draw(model, screen, area);
        let cursor = dialogs(model, screen, area);
        footer::draw(model, screen, last_row(area));
        return cursor;
    };
    let top = header::draw(model, &scene, screen, area);
    let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 1), ..area };
    let plan = layout::plan(model, &scene, body);
    if let Some(tabs) = plan.tabs {
        tabs::draw(model, screen, tabs);
    }
    for (id, rect) in plan.panes {
        pane(model, &scene, screen, id, rect, &plan.sharing);
    }
    // What was just said may need a second row: nothing lies over it.
    let cursor = dialogs(model, screen, area);
    footer::draw(model, screen, last_row(area));
    cursor
}

/// What stands at a place of the screen, for a click there. The frame is drawn
/// once more to find it: clicks are rare, frames are not.
pub fn target_at(model: &Model, column: u16, row: u16) -> Target {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    let mut buffer = Buffer::empty(area);
    let mut screen = Screen::new(&mut buffer, Theme::plain());
    draw_on(model, &mut screen, area);
    screen.target_at(Position::new(column, row))
}

fn last_row(area: Rect) -> Rect {
    Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }
}

/// One pane: its frame, then the countdown or a list.
fn pane(
    model: &Model,
    scene: &Scene<'_>,
    screen: &mut Screen<'_>,
    id: PaneId,
    rect: Rect,
    sharing: &[PaneId],
) {
    let pane = id.pane();
    let focused = id == model.focus && model.dialogs.is_empty();
    screen.target(rect, Target::Pane(id, None));
    let title = id.title(&model.text);
    let count = (pane.count)(scene);
    let sharing: &[PaneId] = if sharing.contains(&id) { sharing } else { &[] };
    let others = sharing.iter().filter(|other| **other != id).map(|id| id.number().to_string());
    let others = others.collect::<Vec<_>>().join(" ");
    let others = if others.is_empty() {
        others
    } else {
        model.text.with("ui-behind", &[("panes", others.into())])
    };
    // Where a frame would leave next to nothing inside, there is none. The tab has
    // the name.
    let inner = if rect.height < LEAST_FRAMED {
        Rect { width: rect.width.saturating_sub(1), ..rect }
    } else {
        let title =
            frame::Title { number: id.number(), name: &title, count: &count, others: &others };
        frame::pane(screen, rect, &title, focused)
    };
    match pane.body {
        Body::Countdown => review::draw(model, scene, screen, inner, focused),
        Body::List => list::draw(model, scene, screen, inner, id, focused),
    }
}

fn dialogs(model: &Model, screen: &mut Screen<'_>, area: Rect) -> Option<(u16, u16)> {
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
