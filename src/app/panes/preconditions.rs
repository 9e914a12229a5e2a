//! What must hold before applying.

use crate::{
    app::value::{Pane, Row, Scene, is_all, out_of},
    domain::{ItemKind, ItemState, Progress},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Precondition),
    len: |scene| scene.words.playbook.preconditions.len(),
    row,
    count: |scene| out_of(scene.status.count(ItemKind::Precondition)),
    is_finished: |scene| is_all(scene.status.count(ItemKind::Precondition)),
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let one = scene.status.of_kind(ItemKind::Precondition).nth(at)?;
    let words = &scene.words;
    let mark = words.case.mark(&one.item);
    let rule = words.playbook.preconditions.get(at)?;
    let word = if rule.follows_accounts && one.state == ItemState::Open && !one.refused {
        accounts_word(scene)
    } else if one.state == ItemState::Open && !one.required && !one.refused {
        // Nobody asks for it on this way out: it is worth a look, and no task.
        words.text.get("ui-optional").into_owned()
    } else {
        scene.state_word(&one.item)
    };
    let since = mark.on.map(|day| words.text.date_near(day, words.today));
    let criticism = words.criticism(&one.item).filter(|_| one.refused);
    Some(Row {
        item: Some(one.item.clone()),
        status: scene.row_status(&one.item),
        title: words.title(&one.item),
        word,
        kind: String::new(),
        note: criticism.or(mark.reason).or(mark.note).or(since).unwrap_or_default(),
    })
}

/// "4 of 9", or that the search for accounts still goes on.
fn accounts_word(scene: &Scene<'_>) -> String {
    let text = scene.words.text;
    match Progress::of_accounts(scene.words.case) {
        Progress { total: 0, .. } => text.get("ui-search-open").into_owned(),
        Progress { done, total } if done == total => text.get("ui-search-on").into_owned(),
        Progress { done, total } => {
            text.with("ui-of", &[("done", done.into()), ("total", total.into())])
        }
    }
}
