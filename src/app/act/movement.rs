//! Moving the selection and the focus.

use crate::app::{
    menu::{Choice, Menu, MenuKind},
    model::{Model, Tone},
    pane::{Column, PANES},
};

/// Rows that a page key goes.
pub(super) const PAGE: isize = 10;

/// Moves the selection of the focused pane by so many rows, as far as it goes.
pub(in crate::app) fn step(model: &mut Model, steps: isize) {
    let length = model
        .scene()
        .zip(PANES.get(model.focus))
        .map(|(scene, pane)| (pane.len)(&scene))
        .unwrap_or_default();
    if let Some(row) = model.rows.get_mut(model.focus) {
        *row = row.saturating_add_signed(steps).min(length.saturating_sub(1));
    }
}

/// Focuses the pane at a place.
pub(super) fn focus(model: &mut Model, place: usize) {
    model.focus = place.min(PANES.len() - 1);
}

/// Focuses the next or previous pane, around the end.
pub(super) fn pane(model: &mut Model, steps: isize) {
    let count = PANES.len();
    let forward = if steps < 0 { count - 1 } else { 1 };
    model.focus = (model.focus + forward) % count;
}

/// Focuses the pane beside this one: the one at the same height in the column
/// to the left or right.
pub(super) fn column(model: &mut Model, steps: isize) {
    const COLUMNS: [Column; 3] = [Column::Left, Column::Middle, Column::Right];
    let Some(here) = PANES.get(model.focus) else { return };
    let panes_in = |column| {
        PANES.iter().enumerate().filter(move |(_, pane)| pane.column == column).map(|(at, _)| at)
    };
    let Some(now) = COLUMNS.iter().position(|column| *column == here.column) else { return };
    let height = panes_in(here.column).position(|at| at == model.focus).unwrap_or_default();
    let Some(column) = now.checked_add_signed(steps).and_then(|at| COLUMNS.get(at)) else { return };
    let beside: Vec<usize> = panes_in(*column).collect();
    if let Some(place) = beside.get(height).or(beside.last()) {
        model.focus = *place;
    }
}

/// Goes to the next or previous row that holds what was looked for.
pub(super) fn find(model: &mut Model, forward: bool) {
    let mut menu = Menu::new(MenuKind::Find);
    menu.filter = Some(tui_input::Input::new(model.sought.clone()));
    let places: Vec<(usize, usize)> = menu
        .entries(model)
        .into_iter()
        .filter_map(|entry| match entry.choice {
            Choice::Jump(place, at) => Some((place, at)),
            _ => None,
        })
        .collect();
    let here = (model.focus, model.rows.get(model.focus).copied().unwrap_or_default());
    let next = if forward {
        places.iter().find(|place| **place > here).or(places.first())
    } else {
        places.iter().rev().find(|place| **place < here).or(places.last())
    };
    match next.filter(|_| !model.sought.is_empty()) {
        Some((place, at)) => jump(model, *place, *at),
        None => {
            let told = model.text.get("ui-nothing-found").into_owned();
            model.say(Tone::Plain, told);
        }
    }
}

/// Goes to a row of a pane.
pub(super) fn jump(model: &mut Model, place: usize, at: usize) {
    focus(model, place);
    if let Some(row) = model.rows.get_mut(place) {
        *row = at;
    }
}
