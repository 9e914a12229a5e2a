//! What is lost with the line unless saved first.

use super::documents::files;
use crate::{
    app::{
        pane::{Column, Pane, Row, out_of},
        scene::Scene,
    },
    domain::ItemKind,
};

pub(crate) const PANE: Pane = Pane {
    id: "safeguards",
    column: Column::Left,
    shared: false,
    weight: 1,
    least: 3,
    len: |scene| scene.words.playbook.safeguards.len(),
    row,
    count: |scene| out_of(scene.standing.count(ItemKind::Safeguard)),
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let one = scene.standing.of_kind(ItemKind::Safeguard).nth(at)?;
    let words = &scene.words;
    let mark = words.case.mark(&one.item);
    let credit = (one.item.id.as_str() == "credit").then(|| words.case.line.credit.clone());
    Some(Row {
        item: Some(one.item.clone()),
        sign: scene.sign(&one.item),
        title: words.title(&one.item),
        word: scene.state_word(&one.item),
        note: files(&mark).or(mark.reason).or(mark.note).or(credit.flatten()).unwrap_or_default(),
    })
}
