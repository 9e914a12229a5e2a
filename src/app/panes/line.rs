//! Facts about the line.

use crate::{
    app::{
        command::list,
        value::{FormKind, Opening, Pane, Row, RowStatus, Scene},
    },
    domain::{Id, Item, ItemKind, Line},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Line),
    hints: list![Edit Mask Channels Copy Undo Find GoNext Palette Help Quit],
    add: || Some(Opening::Form(FormKind::Line)),
    len: |_| Line::FACTS.len(),
    row,
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let fact = Line::FACTS.get(at)?;
    let text = scene.words.text;
    let value = value(scene, fact);
    let past = scene.words.line_date(fact).is_some_and(|day| day < scene.words.today);
    // What has ended on purpose is no alarm.
    let runs = !scene.status.stage.is_over();
    let ends = runs && matches!(*fact, "active-until" | "grace-until");
    Some(Row {
        item: Some(Item::new(ItemKind::Line, &Id::new(*fact))),
        status: if ends && past { RowStatus::Alert } else { RowStatus::Plain },
        title: scene.words.line_label(fact),
        word: value.unwrap_or_else(|| text.get("word-unknown").into_owned()),
        note: String::new(),
    })
}

/// What is known of a fact, in words; the number as numbers are shown.
pub(in crate::app) fn value(scene: &Scene<'_>, fact: &str) -> Option<String> {
    let value = scene.words.line_fact(fact);
    if fact == "number" { value.map(|_| scene.number()) } else { value }
}
