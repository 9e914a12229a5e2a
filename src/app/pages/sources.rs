//! Where a page's facts come from, and what is to be said before any of them.

use crate::{
    app::value::{Block, Scene, TextRole},
    domain::{Id, Warning},
    playbook::{Confidence, PageDate, Playbook},
    text::Text,
};

/// The sources with these ids, each with its confidence and date. Nothing is told
/// as a fact without them.
pub(super) fn blocks(playbook: &Playbook, text: &Text, ids: &[Id]) -> Vec<Block> {
    let mut blocks: Vec<Block> = playbook
        .sources(ids)
        .map(|source| {
            let seen = text.with(
                "ui-source",
                &[
                    ("title", source.title.get(text.lang()).into()),
                    ("confidence", confidence(text, source.confidence).into()),
                    ("date", PageDate::told(source.date.as_ref(), text).into()),
                ],
            );
            Block::Point("·".into(), seen)
        })
        .collect();
    if !blocks.is_empty() {
        blocks.splice(0..0, [Block::Gap, Block::heading(text, "ui-sources")]);
    }
    blocks
}

/// What the person should know, each in a sentence of its own. What stands below the next
/// step already is not told at length again.
pub(super) fn warnings(scene: &Scene<'_>) -> Vec<Block> {
    let submitted = scene.status.review.is_some();
    let told = scene.status.warnings.iter().map(|warning| match warning {
        Warning::Unsaved(_) if submitted => scene.words.warning_briefly(warning),
        _ => scene.words.warning(warning),
    });
    let mut blocks: Vec<Block> = told.map(|told| Block::Lead(TextRole::Warn, told)).collect();
    if !blocks.is_empty() {
        blocks.push(Block::Gap);
    }
    blocks
}

/// How sure something is, in words.
pub(super) fn confidence(text: &Text, confidence: Confidence) -> String {
    text.get(&format!("word-confidence-{}", confidence.word())).into_owned()
}
