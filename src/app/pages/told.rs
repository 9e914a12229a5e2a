//! What the command line has told.

use crate::app::{
    model::Model,
    value::{Block, Page, TextRole, Told},
};

pub(super) fn page(model: &Model, told: &Told) -> Page {
    let text = &model.text;
    let block = |line: &str| match line {
        "" => Block::Gap,
        line => Block::Text(line.to_owned()),
    };
    let blocks = match &told.answer {
        None => vec![Block::Faint(text.get("ui-told-soon").into_owned())],
        Some(Ok(told)) => told.trim_end().lines().map(block).collect(),
        Some(Err(why)) => {
            let mut lines = why.lines();
            let first = lines.next().unwrap_or_default().to_owned();
            [Block::Lead(TextRole::Bad, first)].into_iter().chain(lines.map(block)).collect()
        }
    };
    Page { title: text.get(&told.title).into_owned(), blocks }
}
