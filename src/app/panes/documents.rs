//! Papers the carrier wants.

use crate::{
    app::{
        pane::{Column, Pane, Row, out_of},
        scene::Scene,
    },
    domain::{ItemKind, ItemState, Mark},
};

pub(crate) const PANE: Pane = Pane {
    id: "documents",
    column: Column::Middle,
    shared: false,
    weight: 2,
    least: 3,
    len: |scene| scene.standing.of_kind(ItemKind::Document).count(),
    row,
    count: |scene| out_of(scene.standing.count(ItemKind::Document)),
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let one = scene.standing.of_kind(ItemKind::Document).nth(at)?;
    let words = &scene.words;
    let mark = words.case.mark(&one.item);
    let optional = one.state == ItemState::Open && !one.required;
    let word = if optional {
        words.text.get("ui-optional").into_owned()
    } else {
        scene.state_word(&one.item)
    };
    Some(Row {
        item: Some(one.item.clone()),
        sign: scene.sign(&one.item),
        title: words.title(&one.item),
        word,
        note: files(&mark).or(mark.reason).or(mark.note).unwrap_or_default(),
    })
}

/// The name of the attached file, and how many more there are.
pub(super) fn files(mark: &Mark) -> Option<String> {
    let first = mark.files.first()?;
    let name = first.path.rsplit('/').next().unwrap_or(&first.path);
    Some(match mark.files.len() {
        1 => name.to_owned(),
        more => format!("{name} +{}", more - 1),
    })
}
