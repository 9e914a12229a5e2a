//! What a pane of the dashboard is: the shape of the rows in `panes`.

use super::{form_kind::FormKind, menu_kind::MenuKind, row::Row, scene::Scene, topic::Topic};
use crate::{
    app::command::{Command, list},
    domain::{ItemKind, Progress},
};

/// Which column of the widest layout a pane stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// What has to be done.
    Left,
    /// What is gathered and said.
    Middle,
    /// Dates and times.
    Right,
}

impl Column {
    /// Every column, from the left.
    pub(crate) const ALL: [Self; 3] = [Self::Left, Self::Middle, Self::Right];
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
    /// Where it stands on a wide screen.
    pub(crate) column: Column,
    /// Where there are two columns, it shares a rectangle with the others that
    /// are shared; one of them is seen.
    pub(crate) shared: bool,
    /// How much of the spare room of its column it takes, compared with its
    /// neighbours.
    pub(crate) weight: u16,
    /// Fewest rows with which it is of use.
    pub(crate) least: u16,
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
    pub(crate) edit: Option<fn() -> FormKind>,
    /// How many rows it has.
    pub(crate) len: fn(&Scene<'_>) -> usize,
    /// The row at a place. Only visible rows are asked for.
    pub(crate) row: fn(&Scene<'_>, usize) -> Option<Row>,
    /// The count in its corner.
    pub(crate) count: fn(&Scene<'_>) -> String,
}

impl Pane {
    /// A list without rows, to which nothing can be added: what a pane says
    /// nothing else about is as here.
    pub(crate) const LIST: Self = Self {
        kind: None,
        column: Column::Left,
        shared: false,
        weight: 1,
        least: 3,
        body: Body::List,
        hints: list![
            Toggle Open Add Edit Help Quit Undo Submit Outcome Channels NextPane Find Palette Waive
            Attach
        ],
        add: || None,
        open: |_| None,
        edit: None,
        len: |_| 0,
        row: |_, _| None,
        count: |_| String::new(),
    };
}

/// `2/3`; nothing where there is nothing to count.
pub(crate) fn out_of(progress: Progress) -> String {
    match progress.total {
        0 => String::new(),
        total => format!("{}/{total}", progress.done),
    }
}

/// A count; nothing where there is none.
pub(crate) fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
