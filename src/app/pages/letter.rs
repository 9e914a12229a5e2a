//! A letter, as it would be submitted.

use crate::{
    app::{
        model::Model,
        value::{Block, Page},
    },
    domain::Id,
    playbook::Letter,
};

fn find<'a>(model: &'a Model, id: &Id) -> Option<&'a Letter> {
    let letters = model.shelf.letters(model.playbook()?);
    letters.into_iter().find(|one| one.id == *id)
}

/// Its text, filled from the case.
pub(in crate::app) fn text(model: &Model, id: &Id) -> Option<String> {
    Some(model.words()?.letter(find(model, id)?))
}

/// The letter with this id, or what the person has made of it.
pub(super) fn page(model: &Model, id: &Id, edited: Option<&str>) -> Page {
    let Some(letter) = find(model, id) else { return Page::default() };
    let title = letter.title.get(model.text.lang()).to_owned();
    let filled = || text(model, id).unwrap_or_default();
    let body = edited.map_or_else(filled, str::to_owned);
    let blocks = body.lines().map(|line| match line {
        "" => Block::Gap,
        line => Block::Text(line.to_owned()),
    });
    Page { title, blocks: blocks.collect() }
}
