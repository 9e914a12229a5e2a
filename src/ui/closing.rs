//! A closed case: the closing summary, in as many columns as read well.

use ratatui::layout::Rect;

use super::{countdown::height_of, frame::below, page, screen::Screen, theme::Role};
use crate::{
    app::{PageLine, Scene, closing_facts},
    domain::{Route, Stage},
};

/// Fewest columns of a fact, and the gap between two.
const FACT: u16 = 54;
const GAP: u16 = 3;

/// Whether it is what there is to say.
pub(super) fn is_closed(scene: &Scene<'_>) -> bool {
    scene.status.stage == Stage::Closed
}

/// How it ended.
fn lead(scene: &Scene<'_>) -> Vec<(String, Role)> {
    let (words, text) = (&scene.words, scene.words.text);
    let Some(approval) = words.case.approval() else { return Vec::new() };
    let told = if words.case.way() == Route::Port {
        let on = words.near(approval.on);
        text.with(&words.of_way("ui-told-cancelled"), &[("date", on.into())])
    } else {
        text.get("ui-watch-closed").into_owned()
    };
    vec![(told, Role::Good)]
}

/// The lines of the summary, the columns of each, and how many stand below one another.
fn lines(scene: &Scene<'_>, columns: u16) -> (Vec<PageLine>, u16, usize) {
    let beside = (columns / FACT).clamp(1, 3);
    let wide = columns.saturating_sub(GAP * (beside - 1)) / beside;
    let lines = closing_facts(scene).lay_out(wide.into());
    let tall = lines.len().div_ceil(beside.into()).max(1);
    (lines, wide, tall)
}

/// Rows that it takes.
pub(super) fn rows_wanted(scene: &Scene<'_>, columns: u16) -> u16 {
    let (_, _, tall) = lines(scene, columns);
    let tall = u16::try_from(tall).unwrap_or(u16::MAX);
    height_of(&lead(scene), columns).saturating_add(tall)
}

pub(super) fn draw(scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) {
    let mut y = area.y;
    for (told, role) in lead(scene) {
        y += screen.words(below(area, y), &told, role);
    }
    let place = below(area, y);
    let (lines, wide, tall) = lines(scene, area.width);
    for (x, column) in (0_u16..).map(|at| area.x + at * (wide + GAP)).zip(lines.chunks(tall)) {
        for (line, y) in column.iter().zip(place.y..place.bottom()) {
            page::put(screen, Rect { x, width: wide, ..place }, y, line);
        }
    }
    screen.more(area, false, tall > place.height.into());
}
