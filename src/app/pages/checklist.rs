//! The page that says where to look for accounts that send no messages, by
//! kind.

use crate::{
    app::{
        model::Model,
        value::{Block, Page},
    },
    playbook::Words,
};

pub(super) fn page(model: &Model) -> Page {
    let text = &model.text;
    let mut blocks = vec![Block::Text(text.get("ui-checklist-lead").into_owned()), Block::Gap];
    blocks.extend(model.words().iter().flat_map(kinds));
    Page { title: text.get("ui-checklist-title").into_owned(), blocks }
}

/// How to find the accounts of each kind that use the number.
pub(super) fn kinds(words: &Words<'_>) -> Vec<Block> {
    let each = words.playbook.look_for.iter().map(|one| {
        let kind = words.text.get(&format!("word-kind-{}", one.kind.word())).into_owned();
        Block::Fact(kind, one.hint.get(words.text.lang()).to_owned())
    });
    each.collect()
}
