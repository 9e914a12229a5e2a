//! Moving the selection and the focus.

use super::dialogs;
use crate::app::{
    command::Command,
    menus,
    model::Model,
    pages::explained,
    panes::PaneId,
    value::{Choice, Column, Menu, MenuKind, Tone, around, moved},
};

/// Moves the selection of what is on top, or of the focused pane, by so many
/// rows, as far as it goes.
pub(in crate::app) fn go(model: &mut Model, steps: isize) {
    if !model.dialogs.is_empty() {
        return dialogs::scroll(model, steps);
    }
    let pane = model.focus;
    let length = model.scene().map(|scene| (pane.pane().len)(&scene)).unwrap_or_default();
    model.select(pane, moved(model.row_of(pane), steps, length.saturating_sub(1)));
}

/// Focuses the pane at this place, or the last one.
pub(super) fn focus(model: &mut Model, place: usize) {
    let pane = PaneId::ALL.get(place).or(PaneId::ALL.last());
    model.focus = pane.copied().unwrap_or(model.focus);
}

/// Focuses the next or previous pane; after the last comes the first.
pub(super) fn pane(model: &mut Model, steps: isize) {
    focus(model, around(model.focus as usize, steps, PaneId::ALL.len()));
}

/// Focuses the pane at the same height in the column to the left or right.
pub(super) fn column(model: &mut Model, steps: isize) {
    let is_wide = model.size.0 >= Column::WIDE;
    let panes_in = |column| {
        PaneId::ALL.iter().copied().filter(move |id: &PaneId| id.column(is_wide) == column)
    };
    let here = model.focus.column(is_wide);
    let Some(at) = Column::ALL.iter().position(|column| *column == here) else { return };
    let height = panes_in(here).position(|id| id == model.focus).unwrap_or_default();
    let Some(column) = at.checked_add_signed(steps).and_then(|at| Column::ALL.get(at)) else {
        return;
    };
    let beside = panes_in(*column).nth(height).or_else(|| panes_in(*column).next_back());
    model.focus = beside.unwrap_or(model.focus);
}

/// Goes so many lines on in the explanation of the selected row, until its last one is seen.
pub(in crate::app) fn read(model: &mut Model, steps: isize) {
    let page = explained(model, model.focus);
    let last = page.longest_scroll(model.room.get());
    let lines = moved(model.lines_read().min(last), steps, last);
    model.read = (model.focus, model.row_of(model.focus), lines);
}

/// Selects the next or previous row that holds the search term.
pub(super) fn find(model: &mut Model, forward: bool) {
    if model.search_term.is_empty() {
        let key = |name, command| (name, model.keymap.key_of(command).into());
        let this = if forward { Command::FindNext } else { Command::FindPrevious };
        let keys = [key("find", Command::Find), key("key", this)];
        return model.say_words(Tone::Plain, "ui-nothing-searched", &keys);
    }
    let mut menu = Menu::new(MenuKind::Find);
    menu.filter = Some(tui_input::Input::new(model.search_term.clone()));
    let entries = menus::entries(model, &menu).into_iter();
    let places: Vec<(PaneId, usize)> = entries
        .filter_map(|entry| match entry.choice {
            Choice::Jump(pane, row) => Some((pane, row)),
            _ => None,
        })
        .collect();
    let here = (model.focus, model.row_of(model.focus));
    let next = if forward {
        places.iter().find(|place| **place > here).or(places.first())
    } else {
        places.iter().rev().find(|place| **place < here).or(places.last())
    };
    match next {
        Some((pane, row)) => model.select(*pane, *row),
        None => model.say_words(Tone::Plain, "ui-nothing-found", &[]),
    }
}
