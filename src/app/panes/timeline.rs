//! Everything that was done, newest first.

use crate::app::{
    command::list,
    value::{Opening, Pane, Row, RowStatus, Scene},
};

pub(super) const PANE: Pane = Pane {
    dated: true,
    hints: list![Undo Redo Find GoNext Palette Help Quit],
    open: |_| Some(Opening::Nothing),
    len: |scene| scene.words.case.history.len(),
    row,
    count: |scene| scene.words.case.history.len().to_string(),
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let entry = words.case.history.iter().rev().nth(at)?;
    let when = entry.at.to_zoned(scene.home.clone());
    let today = scene.now.to_zoned(scene.home.clone()).date();
    let word = if when.date() == today {
        words.text.time(when.time())
    } else {
        words.text.date_near(when.date(), today)
    };
    Some(Row {
        item: None,
        status: RowStatus::Plain,
        title: words.entry(entry),
        word,
        note: String::new(),
    })
}
