//! The log of reaching the carrier, newest first.

use crate::{
    app::{
        command::list,
        value::{Column, FormKind, Opening, Pane, Row, RowStatus, Scene, Topic, some},
    },
    domain::{Item, ItemKind},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Contact),
    column: Column::Right,
    dated: true,
    hints: list![Add Call Letters Channels Edit Delete Submit Outcome Undo Find GoNext Palette Help Quit],
    add: || Some(Opening::Form(FormKind::Contact(None))),
    open: |_| Some(Opening::Page(Topic::Channels)),
    len: |scene| scene.words.case.contacts.len(),
    row,
    count: |scene| some(scene.words.case.contacts.len()),
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, at: usize) -> Option<Row> {
    let words = &scene.words;
    let contact = *words.case.newest_contacts().get(at)?;
    let procedure = words.playbook.procedure();
    let open = contact.promised.filter(|_| words.case.awaits_promise(&procedure, contact));
    let status = match open {
        Some(by) if by < words.today => RowStatus::Alert,
        Some(_) => RowStatus::Open,
        None => RowStatus::Plain,
    };
    let kept = contact.kept.map(|on| {
        words
            .text
            .with("ui-promise-kept", &[("date", words.text.date_near(on, words.today).into())])
    });
    let promised = contact.promised.filter(|_| kept.is_none()).map(|by| {
        words.text.with("ui-promised", &[("date", words.text.date_near(by, words.today).into())])
    });
    let expected = contact.answer_by.map(|by| {
        words.text.with("ui-expected", &[("date", words.text.date_near(by, words.today).into())])
    });
    let told = kept.or(promised).or(expected);
    let parts = [
        words.asked_about(contact),
        told,
        contact.reference.clone(),
        contact.agent.clone(),
        words.contact_note(contact),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    Some(Row {
        item: Some(Item::new(ItemKind::Contact, &contact.id)),
        status,
        title: words.channel_title(&contact.channel),
        word: words.text.date_near(contact.on, words.today),
        kind: String::new(),
        note: said.join(" · "),
    })
}
