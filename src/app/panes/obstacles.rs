//! What blocks or bends the way.

use crate::{
    app::{
        pane::{Column, Pane, Row, Sign},
        scene::Scene,
    },
    domain::{Item, ItemKind},
};

pub(crate) const PANE: Pane = Pane {
    id: "obstacles",
    column: Column::Middle,
    shared: true,
    weight: 2,
    least: 2,
    len: |scene| scene.words.case.obstacles.len(),
    row,
    count: |scene| match scene
        .words
        .case
        .obstacles
        .iter()
        .filter(|one| one.resolved.is_none())
        .count()
    {
        0 => String::new(),
        open => open.to_string(),
    },
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let one = words.case.obstacles.get(at)?;
    let due = one.follow_up.is_some_and(|day| day <= words.today);
    let follow_up = one
        .follow_up
        .filter(|_| one.resolved.is_none())
        .map(|day| words.text.with("ui-follow-up", &[("date", words.text.day(day).into())]));
    let (sign, word) = match one.resolved {
        Some(_) => (Sign::Done, "word-obstacle-resolved"),
        None if due => (Sign::Alert, "word-obstacle-open"),
        None => (Sign::Open, "word-obstacle-open"),
    };
    let parts: Vec<String> = [follow_up, one.note.clone()].into_iter().flatten().collect();
    Some(Row {
        item: Some(Item::new(ItemKind::Obstacle, &one.id)),
        sign,
        title: words.obstacle_title(&one.kind),
        word: words.text.get(word).into_owned(),
        note: parts.join(" · "),
    })
}
