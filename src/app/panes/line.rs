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
    hints: list![LogUse Edit Call Letters Mask Channels Copy Undo Find GoNext Palette Help Quit],
    add: || Some(Opening::Form(FormKind::Line)),
    edit: Some(|_| FormKind::Line),
    len: |scene| match known(scene).count() {
        all if all == Line::FACTS.len() => all,
        known => known + 1,
    },
    row,
    ..Pane::LIST
};

/// What is known, with its value, in the order of the facts.
fn known(scene: &Scene<'_>) -> impl Iterator<Item = (&'static str, String)> {
    Line::FACTS.into_iter().filter_map(|fact| Some((fact, value(scene, fact)?)))
}

/// The first fact that is not known yet.
pub(in crate::app) fn first_unknown(scene: &Scene<'_>) -> Option<Item> {
    let fact = Line::FACTS.into_iter().find(|fact| value(scene, fact).is_none())?;
    Some(Item::new(ItemKind::Line, &Id::new(fact)))
}

/// What is not known yet, in one row behind what is. Enter opens the form for it.
fn unknown(scene: &Scene<'_>) -> Row {
    let names = Line::FACTS.into_iter().filter(|fact| value(scene, fact).is_none());
    let names: Vec<String> = names.map(|fact| scene.words.line_label(fact)).collect();
    let text = scene.words.text;
    Row {
        item: None,
        status: RowStatus::Plain,
        title: text.with("ui-line-unknown", &[("count", names.len().into())]),
        word: String::new(),
        kind: String::new(),
        note: names.join(&text.get("word-comma")),
    }
}

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let Some((fact, value)) = known(scene).nth(at) else {
        return (at < (PANE.len)(scene)).then(|| unknown(scene));
    };
    let past = scene.words.line_date(fact).is_some_and(|day| day < scene.words.today);
    let ends = past && matches!(fact, "active-until" | "grace-until");
    // What has ended on purpose, or ends as it should, is no alarm.
    let wrong = match (scene.status.stage, &scene.status.next) {
        (Stage::Kept, next) => matches!(next, Next::KeepLate(..)),
        (stage, _) => !stage.is_over() && !scene.lapses(),
    };
    Some(Row {
        item: Some(Item::new(ItemKind::Line, &Id::new(fact))),
        status: if ends && wrong { RowStatus::Alert } else { RowStatus::Plain },
        title: scene.words.line_label(fact),
        word: value,
        kind: String::new(),
        note: String::new(),
    })
}

/// What is known of a fact, in words; the number as numbers are shown.
pub(in crate::app) fn value(scene: &Scene<'_>, fact: &str) -> Option<String> {
    let value = scene.words.line_fact(fact);
    if fact == "number" { value.map(|_| scene.number()) } else { value }
}
