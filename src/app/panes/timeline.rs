//! Everything that was done, newest first.

use crate::app::{
    command::list,
    value::{Column, Opening, Pane, Row, RowStatus, Scene},
};

pub(super) const PANE: Pane = Pane {
    column: Column::Left,
    dated: true,
    hints: list![Open Undo Redo Find GoNext Palette Help Quit],
    open: |_| Some(Opening::Nothing),
    len: |scene| scene.words.case.history.len(),
    row,
    count: |scene| scene.words.case.history.len().to_string(),
    ..Pane::LIST
};

/// The place in the history, counted from the oldest, of what stands in a row.
pub(in crate::app) fn place(scene: &Scene<'_>, row: usize) -> Option<usize> {
    scene.words.case.history.len().checked_sub(row.checked_add(1)?)
}

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let entry = words.case.history.get(place(scene, at)?)?;
    let day = scene.day_of(entry.at);
    let word = if day == scene.day_of(scene.now) {
        words.text.time(entry.at.to_zoned(scene.home.clone()).time())
    } else {
        words.text.date_near(day, words.today)
    };
    Some(Row {
        item: None,
        status: RowStatus::Plain,
        title: words.entry(entry),
        word,
        kind: String::new(),
        note: String::new(),
    })
}
