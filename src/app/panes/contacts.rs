//! The log of reaching the carrier, newest first.

use crate::{
    app::{
        pane::{Column, Pane, Row, Sign},
        scene::Scene,
    },
    domain::{Item, ItemKind},
};

pub(crate) const PANE: Pane = Pane {
    id: "contacts",
    column: Column::Middle,
    shared: true,
    weight: 5,
    least: 3,
    len: |scene| scene.words.case.contacts.len(),
    row,
    count: |scene| match scene.words.case.contacts.len() {
        0 => String::new(),
        some => some.to_string(),
    },
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let contact = words.case.contacts.iter().rev().nth(at)?;
    let open = words.case.open_promise().filter(|(one, _)| one.id == contact.id);
    let sign = match open {
        Some((_, by)) if by <= words.today => Sign::Alert,
        Some(_) => Sign::Open,
        None => Sign::Plain,
    };
    let promised = contact
        .promised
        .map(|by| words.text.with("ui-promised", &[("date", words.text.day(by).into())]));
    let parts = [promised, contact.reference.clone(), contact.agent.clone(), contact.note.clone()];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    Some(Row {
        item: Some(Item::new(ItemKind::Contact, &contact.id)),
        sign,
        title: words.channel_title(&contact.channel),
        word: words.text.date_near(contact.on, words.today),
        note: said.join(" · "),
    })
}
