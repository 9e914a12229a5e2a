//! Papers the carrier wants.

use crate::{
    app::{
        command::list,
        value::{FormKind, Opening, Pane, Row, Scene, is_all, out_of},
    },
    domain::{ItemKind, ItemState, Mark},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Document),
    hints: list![Toggle Attach Add Submit Outcome Call Letters Edit Open Waive Undo Find GoNext Palette Help Quit],
    add: || Some(Opening::Form(FormKind::Document(None))),
    len: |scene| scene.status.of_kind(ItemKind::Document).count(),
    row,
    count: |scene| out_of(scene.status.count(ItemKind::Document)),
    is_finished: |scene| is_all(scene.status.count(ItemKind::Document)),
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let one = scene.status.of_kind(ItemKind::Document).nth(at)?;
    let words = &scene.words;
    let mark = words.case.mark(&one.item);
    let optional = one.state == ItemState::Open && !one.required;
    let word = if optional {
        words.text.get("ui-optional").into_owned()
    } else {
        scene.state_word(&one.item)
    };
    let criticism = words.criticism(&one.item).filter(|_| one.refused);
    Some(Row {
        item: Some(one.item.clone()),
        status: scene.row_status(&one.item),
        title: words.title(&one.item),
        word,
        kind: String::new(),
        note: criticism.or_else(|| files(&mark)).or(mark.reason).or(mark.note).unwrap_or_default(),
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
