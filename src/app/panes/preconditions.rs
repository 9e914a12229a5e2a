//! What must hold before applying.

use crate::{
    app::{
        pane::{Column, Pane, Row, out_of},
        scene::Scene,
    },
    domain::{ItemKind, ItemState},
};

pub(crate) const PANE: Pane = Pane {
    id: "preconditions",
    column: Column::Left,
    shared: false,
    weight: 1,
    least: 3,
    len: |scene| scene.words.playbook.preconditions.len(),
    row,
    count: |scene| out_of(scene.standing.count(ItemKind::Precondition)),
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let one = scene.standing.of_kind(ItemKind::Precondition).nth(at)?;
    let words = &scene.words;
    let mark = words.case.mark(&one.item);
    let rule = words.playbook.preconditions.get(at)?;
    let word = if rule.follows_accounts && one.state == ItemState::Open {
        accounts_word(scene)
    } else {
        scene.state_word(&one.item)
    };
    let since = mark.on.map(|day| words.text.date_near(day, words.today));
    Some(Row {
        item: Some(one.item.clone()),
        sign: scene.sign(&one.item),
        title: words.title(&one.item),
        word,
        note: mark.reason.or(mark.note).or(since).unwrap_or_default(),
    })
}

/// "4 of 9", or that the search still goes on.
fn accounts_word(scene: &Scene<'_>) -> String {
    let accounts = &scene.words.case.accounts;
    if accounts.is_empty() {
        return scene.words.text.get("ui-search-open").into_owned();
    }
    let done = accounts.iter().filter(|one| one.state.is_released()).count();
    if done == accounts.len() {
        return scene.words.text.get("ui-search-on").into_owned();
    }
    let total = accounts.len();
    scene.words.text.with("ui-of", &[("done", done.into()), ("total", total.into())])
}
