//! The countdown. Its one row is the newest submission; the `ui` room draws
//! the count and the strip of days in its place. Its page tells the older ones.

use crate::{
    app::{
        pane::{Column, Pane, Row, Sign},
        scene::Scene,
    },
    domain::{Caveat, Item, ItemKind, Verdict},
};

pub(crate) const PANE: Pane = Pane {
    id: "review",
    column: Column::Right,
    shared: false,
    weight: 6,
    least: 7,
    len: |scene| scene.words.case.applications.len().min(1),
    row,
    count: corner,
};

/// Whether the dates can still change.
fn corner(scene: &Scene<'_>) -> String {
    let doubts = scene.standing.review.as_ref().map(|review| review.caveats.as_slice());
    let key = match doubts.unwrap_or_default() {
        [] => return String::new(),
        [Caveat::WeekendsOnly, ..] => "ui-holidays-not-counted",
        _ => "ui-provisional",
    };
    scene.words.text.get(key).into_owned()
}

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let one = words.case.applications.iter().rev().nth(at)?;
    let verdict = one.outcome.as_ref().map(|outcome| outcome.verdict);
    let word = match verdict {
        Some(Verdict::Approved) => "word-verdict-approved".to_owned(),
        Some(Verdict::Rejected) => "word-verdict-rejected".to_owned(),
        None => format!("word-stage-{}", scene.standing.stage.word()),
    };
    let reason = one.outcome.as_ref().and_then(|outcome| outcome.reason.clone());
    let item = Item::new(ItemKind::Application, &one.id);
    Some(Row {
        sign: match verdict {
            Some(Verdict::Approved) => Sign::Done,
            Some(Verdict::Rejected) => Sign::Alert,
            None => Sign::Open,
        },
        title: words.title(&item),
        item: Some(item),
        word: words.text.get(&word).into_owned(),
        note: reason.or_else(|| one.reference.clone()).unwrap_or_default(),
    })
}
