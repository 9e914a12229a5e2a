//! Facts about the line.

use crate::{
    app::{
        command::list,
        value::{FormKind, Opening, Pane, Row, RowStatus, Scene},
    },
    domain::{Id, Item, ItemKind, Line, Next, Stage},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Line),
    hints: list![LogUse Edit Mask Channels Copy Undo Find GoNext Palette Help Quit],
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
    let ends = past && matches!(*fact, "active-until" | "grace-until");
    // What has ended on purpose, or ends as it should, is no alarm.
    let wrong = match (scene.status.stage, &scene.status.next) {
        (Stage::Kept, next) => matches!(next, Next::KeepLate(..)),
        (stage, _) => !stage.is_over() && !scene.lapses(),
    };
    Some(Row {
        item: Some(Item::new(ItemKind::Line, &Id::new(*fact))),
        status: if ends && wrong { RowStatus::Alert } else { RowStatus::Plain },
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
