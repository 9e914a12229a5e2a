//! What is lost with the line unless it is saved first.

use super::documents::files;
use crate::{
    app::{
        command::list,
        value::{Pane, Row, Scene, is_all, out_of},
    },
    domain::ItemKind,
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Safeguard),
    hints: list![Toggle Attach Waive Open Submit Outcome Undo Find GoNext Palette Help Quit],
    len: |scene| scene.words.playbook.safeguards.len(),
    row,
    count: |scene| out_of(scene.status.count(ItemKind::Safeguard)),
    is_finished: |scene| is_all(scene.status.count(ItemKind::Safeguard)),
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let one = scene.status.of_kind(ItemKind::Safeguard).nth(at)?;
    let words = &scene.words;
    let mark = words.case.mark(&one.item);
    let credit = (one.item.id.as_str() == "credit").then(|| words.case.line.credit.clone());
    Some(Row {
        item: Some(one.item.clone()),
        status: scene.row_status(&one.item),
        title: words.title(&one.item),
        word: scene.state_word(&one.item),
        kind: String::new(),
        note: files(&mark).or(mark.reason).or(mark.note).or(credit.flatten()).unwrap_or_default(),
    })
}
