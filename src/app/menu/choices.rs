//! Entries about the case: other cases, rows, what gates, obstacles, letters,
//! and the questions that a change may ask first.

use super::{Choice, Entry};
use crate::{
    app::{model::Model, pane::PANES},
    domain::{Item, ItemKind},
    text::Text,
};

pub(super) fn cases(model: &Model) -> Vec<Entry> {
    let entry = |case: &crate::domain::Case| {
        let playbook = model.shelf().find(&case.playbook).ok();
        let note = playbook.map(|playbook| {
            let standing = playbook.status(case, playbook.today(model.now, &model.home));
            model.text.get(&format!("word-stage-{}", standing.stage.word())).into_owned()
        });
        Entry {
            label: case.label.clone(),
            note: note.unwrap_or_default(),
            also: "",
            unavailable: None,
            urgent: false,
            choice: Choice::Look(case.id.clone()),
        }
    };
    model.book.cases.iter().map(entry).collect()
}

pub(super) fn rows(model: &Model) -> Vec<Entry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let mut entries = Vec::new();
    for (place, pane) in PANES.iter().enumerate() {
        let title = model.text.get(&format!("ui-pane-{}", pane.id)).into_owned();
        for at in 0..(pane.len)(&scene) {
            let Some(row) = (pane.row)(&scene, at) else { continue };
            entries.push(Entry {
                label: row.title,
                note: [title.as_str(), &row.word, &row.note].join(" · "),
                also: "",
                unavailable: None,
                urgent: false,
                choice: Choice::Jump(place, at),
            });
        }
    }
    entries
}

/// Where an item stands on the dashboard.
pub(in crate::app) fn place_of_item(model: &Model, item: &Item) -> Option<(usize, usize)> {
    let scene = model.scene()?;
    let id = match item.kind {
        ItemKind::Precondition => "preconditions",
        ItemKind::Document => "documents",
        ItemKind::Safeguard => "safeguards",
        ItemKind::Account => "accounts",
        ItemKind::Contact => "contacts",
        ItemKind::Obstacle => "obstacles",
        ItemKind::Application => "review",
        ItemKind::Line => "line",
    };
    let place = crate::app::pane::place_of(id)?;
    let pane = PANES.get(place)?;
    let is_it =
        |at: &usize| (pane.row)(&scene, *at).and_then(|row| row.item).as_ref() == Some(item);
    Some((place, (0..(pane.len)(&scene)).find(is_it).unwrap_or_default()))
}

pub(super) fn gate(model: &Model) -> Vec<Entry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let text = &model.text;
    let rules = scene.words.playbook.procedure();
    let entry = |item: &Item| {
        let waits = scene.standing.item(item).map(|one| one.blocked_by.as_slice());
        let waits = waits.unwrap_or_default();
        // What an item waits for is where it can be helped.
        let (place, at) = place_of_item(model, waits.first().unwrap_or(item))?;
        let rule = rules.precondition(&item.id).filter(|_| item.kind == ItemKind::Precondition);
        let note = match waits.len() {
            0 if rule.is_some_and(|rule| rule.follows_accounts) => {
                text.get("ui-search-on").into_owned()
            }
            0 => scene.state_word(item),
            count => text.with("ui-to-do-count", &[("count", count.into())]),
        };
        let label = scene.words.title(item);
        Some(Entry {
            label,
            note,
            also: "",
            unavailable: None,
            urgent: false,
            choice: Choice::Jump(place, at),
        })
    };
    let mut entries: Vec<Entry> = scene.standing.gate.iter().filter_map(entry).collect();
    entries.push(Entry {
        label: text.get("ui-submit-anyway").into_owned(),
        note: text.get("ui-submit-anyway-note").into_owned(),
        also: "",
        unavailable: None,
        urgent: false,
        choice: Choice::SubmitAnyway,
    });
    entries
}

pub(super) fn obstacles(model: &Model) -> Vec<Entry> {
    let lang = model.text.lang();
    let known = model.playbook().map(|playbook| playbook.obstacles.as_slice()).unwrap_or_default();
    let entry = |one: &crate::playbook::Obstacle| Entry {
        label: one.title.get(lang).to_owned(),
        note: one.means.get(lang).to_owned(),
        also: "",
        unavailable: None,
        urgent: false,
        choice: Choice::Obstacle(one.id.clone()),
    };
    known.iter().map(entry).collect()
}

pub(super) fn letters(model: &Model) -> Vec<Entry> {
    let lang = model.text.lang();
    let letters = model.playbook().map(|playbook| model.shelf().letters(playbook));
    let entry = |one: &crate::playbook::Letter| Entry {
        label: one.title.get(lang).to_owned(),
        note: one.means.as_ref().map(|words| words.get(lang).to_owned()).unwrap_or_default(),
        also: "",
        unavailable: None,
        urgent: false,
        choice: Choice::Letter(one.id.clone()),
    };
    letters.unwrap_or_default().into_iter().map(entry).collect()
}

pub(super) fn settle(text: &Text, item: &Item) -> Vec<Entry> {
    let entry = |label: &str, note: &str, settled| Entry {
        label: text.get(label).into_owned(),
        note: text.get(note).into_owned(),
        also: "",
        unavailable: None,
        urgent: false,
        choice: Choice::Check { item: item.clone(), settled },
    };
    vec![
        entry("ui-settle-nothing", "ui-settle-nothing-note", false),
        entry("ui-settle-paid", "ui-settle-paid-note", true),
    ]
}

pub(super) fn no_accounts(model: &Model, item: &Item) -> Vec<Entry> {
    let text = &model.text;
    let entry = |label: &str, note: &str, choice| Entry {
        label: text.get(label).into_owned(),
        note: text.get(note).into_owned(),
        also: "",
        unavailable: None,
        urgent: false,
        choice,
    };
    let accounts = crate::app::pane::place_of("accounts").unwrap_or_default();
    let check = Choice::Check { item: item.clone(), settled: false };
    vec![
        entry("ui-no-accounts-list", "ui-no-accounts-list-note", Choice::Jump(accounts, 0)),
        entry("ui-no-accounts-none", "ui-no-accounts-none-note", check),
    ]
}

pub(super) fn unsaved(text: &Text) -> Vec<Entry> {
    let entry = |label: &str, choice| Entry {
        label: text.get(label).into_owned(),
        note: String::new(),
        also: "",
        unavailable: None,
        urgent: false,
        choice,
    };
    vec![entry("ui-unsaved-retry", Choice::Retry), entry("ui-unsaved-quit", Choice::QuitUnsaved)]
}
