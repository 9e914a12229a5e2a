//! Everything that was done, newest first.

use crate::app::{
    pane::{Column, Pane, Row, Sign},
    scene::Scene,
};

pub(crate) const PANE: Pane = Pane {
    id: "timeline",
    column: Column::Right,
    shared: true,
    weight: 5,
    least: 3,
    len: |scene| scene.words.case.history.len(),
    row,
    count: |scene| scene.words.case.history.len().to_string(),
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
        sign: Sign::Plain,
        title: words.entry(entry),
        word,
        note: String::new(),
    })
}
