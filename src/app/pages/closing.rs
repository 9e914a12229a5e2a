//! The closing summary: what is left to know once the line is gone, and what is
//! looked at until its number has rested.

use super::sources;
use crate::{
    app::{
        model::Model,
        value::{Block, Page, Scene, TextRole},
    },
    domain::{Next, Route},
};

pub(super) fn page(model: &Model) -> Page {
    let title = model.text.get("ui-closing").into_owned();
    let blocks = model.scene().map(|scene| blocks(&scene)).unwrap_or_default();
    Page { title, blocks }
}

/// What is left to know, an account a line.
pub(crate) fn facts(scene: &Scene<'_>) -> Page {
    let facts = scene.words.closing(scene.status, &scene.number(), "\n").into_iter();
    let blocks = facts.map(|(label, value)| Block::Fact(label, value)).collect();
    Page { title: String::new(), blocks }
}

fn blocks(scene: &Scene<'_>) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let next = words.next(&scene.status.next);
    let done =
        matches!(scene.status.next, Next::Archive(..) | Next::Archived(_) | Next::Nothing(_));
    let role = if done { TextRole::Good } else { TextRole::Heading };
    let mut blocks = vec![Block::Lead(role, next), Block::Gap];
    blocks.extend(facts(scene).blocks);
    blocks.extend(watch(scene));
    let rests = words.case.way() != Route::Port;
    let rest = words.playbook.lapse.rest.as_ref().filter(|_| rests);
    let Some(rest) = rest else { return blocks };
    blocks.extend([Block::Gap, Block::heading(text, "ui-rest")]);
    blocks.push(Block::Text(rest.means.get(text.lang()).to_owned()));
    blocks.extend(sources::blocks(words.playbook, text, &rest.sources));
    blocks
}

/// What is looked at while the number rests, and when.
fn watch(scene: &Scene<'_>) -> Vec<Block> {
    let text = scene.words.text;
    let Some(watch) = scene.status.watch else { return Vec::new() };
    let mut blocks = vec![Block::Gap, Block::heading(text, "ui-watch")];
    blocks.extend(watch.checks().into_iter().map(|check| {
        let what = text.get(&format!("ui-watch-{}", check.kind.word())).into_owned();
        Block::Fact(text.full_date(check.on), what)
    }));
    blocks
}
