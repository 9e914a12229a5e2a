//! One item of the case: what it means, how it stands, where that comes from.

use super::sources;
use crate::{
    app::{
        model::Model,
        page::{Block, Page, Role},
        pane::Sign,
        panes,
        scene::Scene,
    },
    domain::{AccountKind, Item, ItemKind, Mark},
};

pub(in crate::app) fn page(model: &Model, item: &Item) -> Page {
    let Some(scene) = model.scene() else { return Page::default() };
    let mut blocks = match item.kind {
        ItemKind::Precondition => precondition(&scene, item),
        ItemKind::Document => document(&scene, item),
        ItemKind::Safeguard => safeguard(&scene, item),
        ItemKind::Account => account(&scene, item),
        ItemKind::Contact => contact(&scene, item),
        ItemKind::Obstacle => obstacle(&scene, item),
        ItemKind::Application => super::application::blocks(&scene, item),
        ItemKind::Line => line(&scene),
    };
    if let Some(first) = blocks.iter().position(|block| *block != Block::Gap) {
        blocks.drain(..first);
    }
    Page { title: scene.words.title(item), blocks }
}

/// How it stands, what it waits for, and what the person said about it.
fn standing(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let text = scene.words.text;
    let mark: Mark = scene.words.case.mark(item);
    let one = scene.standing.item(item);
    let required = one.is_some_and(|one| one.required);
    let role = match scene.sign(item) {
        Sign::Done | Sign::Waived | Sign::NotNeeded => Role::Good,
        _ => Role::Warn,
    };
    let need = if required { "ui-required" } else { "ui-not-required" };
    let state = text.with(
        "ui-standing",
        &[("state", scene.state_word(item).into()), ("need", text.get(need).into())],
    );
    let mut blocks = vec![Block::Lead(role, state)];
    let fact = |key: &str, value: String| Block::Fact(text.get(key).into_owned(), value);
    blocks.extend(mark.on.map(|day| fact("ui-since", text.full_date(day))));
    blocks.extend(mark.reason.map(|reason| fact("ui-reason", reason)));
    if mark.settled {
        blocks.push(Block::Text(text.get("ui-settled").into_owned()));
    }
    blocks.extend(mark.note.map(|note| fact("ui-note", note)));
    for file in mark.files {
        let size = text.with("ui-bytes", &[("size", file.size.into())]);
        let print = file.sha256.get(..16).unwrap_or(&file.sha256);
        blocks.push(fact("ui-file", format!("{} ({size}, SHA-256 {print}…)", file.path)));
    }
    let waits = one.map(|one| one.blocked_by.as_slice()).unwrap_or_default();
    if !waits.is_empty() {
        blocks.push(Block::Heading(text.get("ui-waits-for").into_owned()));
        blocks.extend(waits.iter().map(|item| Block::Point("○".into(), scene.words.title(item))));
    }
    blocks
}

fn precondition(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, lang) = (&scene.words, scene.words.text.lang());
    let Some(rule) = words.playbook.preconditions.iter().find(|one| one.id == item.id) else {
        return Vec::new();
    };
    let mut blocks = standing(scene, item);
    blocks.extend([Block::Gap, Block::Text(rule.means.get(lang).to_owned())]);
    blocks.extend([Block::Gap, Block::Heading(words.text.get("ui-how-to-check").into_owned())]);
    blocks.push(Block::Text(rule.check.get(lang).to_owned()));
    if rule.follows_accounts {
        blocks.extend([Block::Gap, Block::Heading(words.text.get("ui-look-for").into_owned())]);
        blocks.extend(super::checklist::kinds(words));
    }
    blocks.extend(sources::blocks(words.playbook, words.text, &rule.sources));
    blocks
}

fn document(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, lang) = (&scene.words, scene.words.text.lang());
    let mut blocks = standing(scene, item);
    match words.playbook.documents.iter().find(|one| one.id == item.id) {
        Some(paper) => {
            blocks.extend([Block::Gap, Block::Text(paper.means.get(lang).to_owned())]);
            blocks.extend(sources::blocks(words.playbook, words.text, &paper.sources));
        }
        None => {
            let own = words.text.get("ui-own-document").into_owned();
            blocks.extend([Block::Gap, Block::Text(own)]);
        }
    }
    blocks
}

fn safeguard(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, lang) = (&scene.words, scene.words.text.lang());
    let Some(one) = words.playbook.safeguards.iter().find(|one| one.id == item.id) else {
        return Vec::new();
    };
    let mut blocks = standing(scene, item);
    blocks.extend([Block::Gap, Block::Text(one.means.get(lang).to_owned())]);
    blocks.extend(sources::blocks(words.playbook, words.text, &one.sources));
    blocks
}

fn account(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let Ok(account) = words.case.account(&item.id) else { return Vec::new() };
    let state = text.get(&format!("word-account-{}", account.state.word())).into_owned();
    let role = if account.state.is_released() { Role::Good } else { Role::Warn };
    let kind = |kind: AccountKind| text.get(&format!("word-kind-{}", kind.word())).into_owned();
    let fact = |key: &str, value: String| Block::Fact(text.get(key).into_owned(), value);
    let mut blocks = vec![Block::Lead(role, state), fact("ui-field-kind", kind(account.kind))];
    blocks.extend(account.since.map(|day| fact("ui-since", text.full_date(day))));
    blocks.extend(account.note.clone().map(|note| fact("ui-note", note)));
    let hint = words.playbook.look_for.iter().find(|one| one.kind == account.kind);
    if let Some(hint) = hint {
        blocks.extend([Block::Gap, Block::Text(hint.hint.get(text.lang()).to_owned())]);
    }
    blocks
}

fn contact(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let Ok(contact) = words.case.contact(&item.id) else { return Vec::new() };
    let fact = |key: &str, value: String| Block::Fact(text.get(key).into_owned(), value);
    let mut blocks = vec![
        fact("ui-field-on", text.full_date(contact.on)),
        fact("ui-field-channel", words.channel_title(&contact.channel)),
    ];
    blocks.extend(contact.agent.clone().map(|agent| fact("ui-field-agent", agent)));
    blocks.extend(contact.reference.clone().map(|one| fact("ui-field-reference", one)));
    blocks.extend(contact.promised.map(|day| fact("ui-field-promised", text.full_date(day))));
    blocks.extend(contact.note.clone().map(|note| fact("ui-note", note)));
    blocks
}

fn obstacle(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, text, lang) = (&scene.words, scene.words.text, scene.words.text.lang());
    let Ok(obstacle) = words.case.obstacle(&item.id) else { return Vec::new() };
    let fact = |key: &str, value: String| Block::Fact(text.get(key).into_owned(), value);
    let (role, state) = match obstacle.resolved {
        Some(_) => (Role::Good, "word-obstacle-resolved"),
        None => (Role::Warn, "word-obstacle-open"),
    };
    let mut blocks = vec![
        Block::Lead(role, text.get(state).into_owned()),
        fact("ui-opened", text.full_date(obstacle.opened)),
    ];
    blocks.extend(obstacle.resolved.map(|day| fact("ui-resolved", text.full_date(day))));
    blocks.extend(obstacle.follow_up.map(|day| fact("ui-field-follow-up", text.full_date(day))));
    blocks.extend(obstacle.note.clone().map(|note| fact("ui-note", note)));
    if let Some(known) = words.playbook.obstacles.iter().find(|one| one.id == obstacle.kind) {
        blocks.extend([Block::Gap, Block::Text(known.means.get(lang).to_owned()), Block::Gap]);
        blocks.push(Block::Heading(text.get("ui-what-to-do").into_owned()));
        let steps = known.steps.iter().enumerate();
        blocks.extend(
            steps.map(|(at, step)| Block::Point(format!("{}.", at + 1), step.get(lang).to_owned())),
        );
        blocks.extend(sources::blocks(words.playbook, text, &known.sources));
    }
    blocks
}

fn line(scene: &Scene<'_>) -> Vec<Block> {
    let text = scene.words.text;
    let facts = panes::line::FACTS.iter().map(|fact| {
        let value = panes::line::value(scene, fact)
            .unwrap_or_else(|| text.get("word-unknown").into_owned());
        Block::Fact(text.get(&format!("word-line-{fact}")).into_owned(), value)
    });
    let mut blocks: Vec<Block> = facts.collect();
    blocks.extend([Block::Gap, Block::Text(text.get("ui-line-help").into_owned())]);
    let lapse = &scene.words.playbook.lapse;
    blocks.extend([Block::Gap, Block::Heading(text.get("ui-lapse").into_owned())]);
    blocks.push(Block::Text(lapse.means.get(text.lang()).to_owned()));
    blocks
        .extend(lapse.rest.iter().map(|rest| Block::Text(rest.means.get(text.lang()).to_owned())));
    blocks.extend(sources::blocks(scene.words.playbook, text, &lapse.sources));
    blocks
}
