//! What a pane of the dashboard is: the shape of the rows in `panes`.

use super::{form_kind::FormKind, menu_kind::MenuKind, row::Row, scene::Scene, topic::Topic};
use crate::{
    app::command::{Command, list},
    domain::{ItemKind, Progress},
};

/// Which column of the dashboard a pane stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// What has to be done, and what is known.
    Left,
    /// Dates, and what is said to the carrier.
    Right,
}

impl Column {
    /// Every column, from the left.
    pub(crate) const ALL: [Self; 2] = [Self::Left, Self::Right];

    /// Fewest columns of a window in which what is explained stands between the two.
    pub(crate) const WIDE: u16 = 160;
}

/// What is drawn inside the frame of a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Its rows.
    List,
    /// The countdown of the review, or of a line that is left to lapse.
    Countdown,
}

/// What a command opens in a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Nothing.
    Nothing,
    /// A form.
    Form(FormKind),
    /// A list to choose from.
    Menu(MenuKind),
    /// A page.
    Page(Topic),
    /// The form for submitting, or what has to be done before.
    Submit,
}

/// One pane of the dashboard: everything that is known about it but its name,
/// which stands in the table `panes`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pane {
    /// The items that its rows are about.
    pub(crate) kind: Option<ItemKind>,
    /// Where it stands.
    pub(crate) column: Column,
    /// Its rows begin with a date, which is the word of the row.
    pub(crate) dated: bool,
    /// The key of its title where the stage gives it another than its own.
    pub(crate) titled: fn(&Scene<'_>) -> Option<&'static str>,
    /// What is drawn inside its frame.
    pub(crate) body: Body,
    /// The commands that the footer and help name first while it has the focus.
    pub(crate) hints: &'static [Command],
    /// What "add" opens. Without it nothing can be added.
    pub(crate) add: fn() -> Option<Opening>,
    /// What "open" opens while no row with an item is selected. Without it that
    /// is the same as "add".
    pub(crate) open: fn(&Scene<'_>) -> Option<Opening>,
    /// The form that "edit" opens while no row with an item is selected.
    pub(crate) edit: Option<fn(&Scene<'_>) -> FormKind>,
    /// How many rows it has.
    pub(crate) len: fn(&Scene<'_>) -> usize,
    /// The row at a place. Only visible rows are asked for.
    pub(crate) row: fn(&Scene<'_>, usize) -> Option<Row>,
    /// The count in its corner.
    pub(crate) count: fn(&Scene<'_>) -> String,
    /// Whether nothing is left to do in it.
    pub(crate) is_finished: fn(&Scene<'_>) -> bool,
    /// Cells of its widest title and of its widest word, where it can have more
    /// rows than a window.
    pub(crate) widest: fn(&Scene<'_>) -> Option<(usize, usize)>,
}

impl Pane {
    /// A list without rows, to which nothing can be added: what a pane says
    /// nothing else about is as here.
    pub(crate) const LIST: Self = Self {
        kind: None,
        column: Column::Left,
        dated: false,
        titled: |_| None,
        body: Body::List,
        hints: list![
            Toggle Open Submit Outcome Call Letters Waive Edit Undo Find GoNext Palette Help Quit
        ],
        add: || None,
        open: |_| None,
        edit: None,
        len: |_| 0,
        row: |_, _| None,
        count: |_| String::new(),
        is_finished: |_| false,
        widest: |_| None,
    };
}

/// `2/3`; nothing where there is nothing to count.
pub(crate) fn out_of(progress: Progress) -> String {
    match progress.total {
        0 => String::new(),
        total => format!("{}/{total}", progress.done),
    }
}

/// Whether all of it is done.
pub(crate) fn is_all(progress: Progress) -> bool {
    progress.done == progress.total
}

/// A count; nothing where there is none.
pub(crate) fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
