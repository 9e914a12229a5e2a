//! Facts about the line.

use jiff::civil::Date;

use crate::{
    app::{
        command::list,
        value::{FormKind, Opening, Pane, Row, RowStatus, Scene},
    },
    domain::{Holder, Id, Item, ItemKind},
};

/// The facts, by the id that follows `line:` in the name of an item.
pub(in crate::app) const FACTS: [&str; 10] = [
    "number",
    "holder",
    "class",
    "registered",
    "active-until",
    "grace-until",
    "credit",
    "name",
    "reply-to",
    "abroad",
];

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Line),
    hints: list![Edit Mask Channels Copy Undo Find GoNext Palette Help Quit],
    add: || Some(Opening::Form(FormKind::Line)),
    len: |_| FACTS.len(),
    row,
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let fact = FACTS.get(at)?;
    let text = scene.words.text;
    let value = value(scene, fact);
    let past = date_of(scene, fact).is_some_and(|day| day < scene.words.today);
    let ends = matches!(*fact, "active-until" | "grace-until");
    Some(Row {
        item: Some(Item::new(ItemKind::Line, &Id::new(*fact))),
        status: if ends && past { RowStatus::Alert } else { RowStatus::Plain },
        title: text.get(&format!("word-line-{fact}")).into_owned(),
        word: value.unwrap_or_else(|| text.get("word-unknown").into_owned()),
        note: String::new(),
    })
}

fn date_of(scene: &Scene<'_>, fact: &str) -> Option<Date> {
    let line = &scene.words.case.line;
    match fact {
        "registered" => line.registered,
        "active-until" => line.active_until,
        "grace-until" => line.grace_until,
        _ => None,
    }
}

/// What is known of a fact, in words.
pub(in crate::app) fn value(scene: &Scene<'_>, fact: &str) -> Option<String> {
    let (line, text) = (&scene.words.case.line, scene.words.text);
    match fact {
        "number" => line.number.as_ref().map(|_| scene.number()),
        "holder" => Some(match &line.holder {
            Holder::Me => text.get("word-holder-me").into_owned(),
            Holder::Other(name) => name.clone(),
        }),
        "class" => {
            line.class.map(|class| text.get(&format!("word-class-{}", class.word())).into_owned())
        }
        "credit" => line.credit.clone(),
        "name" => line.name.clone(),
        "reply-to" => line.reply_to.clone(),
        "abroad" => Some(text.get(if line.abroad { "word-yes" } else { "word-no" }).into_owned()),
        _ => date_of(scene, fact).map(|day| text.full_date(day)),
    }
}
