//! The countdown. Its one row is the newest submission; the `ui` room draws the
//! count and the days in its place. The page of that row tells the older ones.

use crate::{
    app::{
        command::list,
        value::{Body, Column, FormKind, Opening, Pane, Row, RowStatus, Scene, Topic},
    },
    domain::{Caveat, Id, Item, ItemKind, Stage, Verdict},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Application),
    column: Column::Right,
    body: Body::Countdown,
    hints: list![
        LogUse Submit Outcome Closing Archive Call Letters Agenda Extend WhatIf Terms Open Undo Find GoNext Palette Help Quit
    ],
    add: || Some(Opening::Submit),
    open: |scene| Some(Opening::Page(Topic::Item(ahead(scene)))),
    edit: Some(edited),
    len: |scene| scene.words.case.applications.len().min(1),
    row,
    titled,
    count: corner,
    ..Pane::LIST
};

/// What it is about once nothing is reviewed: how long the number rests, when the line
/// lapses, or by when it has to be used.
fn titled(scene: &Scene<'_>) -> Option<&'static str> {
    match scene.status.stage {
        Stage::Cancelled | Stage::Lapsed | Stage::Closed => Some("ui-pane-review-watch"),
        Stage::Kept => Some("ui-pane-review-keep"),
        Stage::Abandoned => None,
        _ => scene.lapses().then_some("ui-pane-review-lapse"),
    }
}

/// What is changed there: how a review is counted, or the days of the line.
fn edited(scene: &Scene<'_>) -> FormKind {
    let of_line = scene.lapses() || scene.status.stage == Stage::Kept;
    if of_line { FormKind::Line } else { FormKind::Terms }
}

/// The item whose page is opened before anything was submitted: the application
/// to come, the end of a line that is left to lapse, or the day by which a line that
/// is kept asks for something.
fn ahead(scene: &Scene<'_>) -> Item {
    let of_line = |field| Item::of_line(field);
    if scene.status.stage == Stage::Kept {
        let clock = scene.status.clock().map(|clock| clock.item.clone());
        return clock.unwrap_or_else(|| of_line("active-until"));
    }
    if scene.lapses() {
        return of_line("grace-until");
    }
    Item::new(ItemKind::Application, &Id::new("1"))
}

/// Whether the dates can still change.
fn corner(scene: &Scene<'_>) -> String {
    let doubts = scene.status.review.as_ref().map(|review| review.caveats.as_slice());
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
    let (status, word) = match verdict {
        Some(verdict @ Verdict::Approved) => (RowStatus::Done, words.verdict(one, verdict)),
        Some(verdict @ Verdict::Rejected) => (RowStatus::Alert, words.verdict(one, verdict)),
        None => (RowStatus::Open, words.stage(scene.status.stage)),
    };
    let reason = one.outcome.as_ref().and_then(|outcome| outcome.reason.clone());
    let item = Item::new(ItemKind::Application, &one.id);
    Some(Row {
        status,
        title: words.title(&item),
        item: Some(item),
        word,
        kind: String::new(),
        note: reason.or_else(|| one.reference.clone()).unwrap_or_default(),
    })
}
