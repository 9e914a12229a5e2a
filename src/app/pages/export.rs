//! The page about an export: how it is made, step by step.

use crate::{
    app::{
        model::Model,
        value::{Block, Page},
    },
    catalogue::export_guide,
};

pub(super) fn page(model: &Model, id: &str) -> Page {
    let text = &model.text;
    let Some(guide) = export_guide(id) else { return Page::default() };
    let steps = text.export_steps(guide).into_iter();
    let mut blocks: Vec<Block> = steps.map(|(number, step)| Block::Point(number, step)).collect();
    blocks.extend(guide.address.clone().map(Block::Code));
    blocks.push(Block::Gap);
    let facts = text.export_facts(guide).into_iter();
    blocks.extend(facts.map(|(key, value)| Block::fact(text, key, value)));
    blocks.extend([Block::Gap, Block::Text(text.get("ui-export-clear").into_owned())]);
    blocks.extend([Block::Gap, Block::heading(text, "ui-sources")]);
    for source in &guide.sources {
        blocks.push(Block::Point("·".into(), text.export_source(source)));
        blocks.extend(source.address.clone().map(Block::Faint));
    }
    Page { title: guide.name.clone(), blocks }
}
