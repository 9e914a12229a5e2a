//! What blocks or bends the way.

use std::cmp::Ordering;

use crate::{
    app::{
        command::list,
        value::{Column, MenuKind, Opening, Pane, Row, RowStatus, Scene, some},
    },
    domain::{Item, ItemKind},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Obstacle),
    column: Column::Right,
    hints: list![Add Toggle Call Letters Edit Delete Undo Find GoNext Palette Help Quit],
    add: || Some(Opening::Menu(MenuKind::Obstacles)),
    len: |scene| scene.words.case.obstacles.len(),
    row,
    count: |scene| {
        let all = scene.words.case.obstacles.iter();
        let open = all.filter(|one| one.resolved.is_none() && !scene.status.stage.is_over());
        some(open.count())
    },
    is_finished: |scene| scene.status.stage.is_over() && !scene.words.case.obstacles.is_empty(),
    ..Pane::LIST
};

/// How an open one stands by the day on which it is to be followed up.
fn by_day(due: Ordering) -> RowStatus {
    match due {
        Ordering::Less => RowStatus::Alert,
        Ordering::Equal => RowStatus::Caution,
        Ordering::Greater => RowStatus::Open,
    }
}

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let one = words.case.obstacles.get(at)?;
    let due = one.follow_up.map(|day| day.cmp(&words.today));
    // Where the line is gone there is no way that it blocks.
    let over = scene.status.stage.is_over();
    let follow_up = one
        .follow_up
        .filter(|_| one.resolved.is_none() && !over)
        .map(|day| words.text.with("ui-follow-up", &[("date", words.near(day).into())]));
    let (status, word) = match one.resolved {
        Some(_) => (RowStatus::Done, "word-obstacle-resolved"),
        None if over => (RowStatus::NotNeeded, "word-obstacle-over"),
        None => (due.map_or(RowStatus::Open, by_day), "word-obstacle-open"),
    };
    let parts: Vec<String> = [follow_up, one.note.clone()].into_iter().flatten().collect();
    Some(Row {
        item: Some(Item::new(ItemKind::Obstacle, &one.id)),
        status,
        title: words.obstacle_title(&one.kind),
        word: words.text.get(word).into_owned(),
        kind: String::new(),
        note: parts.join(" · "),
    })
}
