//! Pages: text to read, built from values and laid out for a width.

use super::{model::Model, pages};
use crate::{
    domain::{Id, Item},
    text::{width, wrap},
};

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// One item of the case.
    Item(Item),
    /// How to reach the carrier, and what to have at hand.
    Channels,
    /// What came with each version.
    News,
    /// Where to look for accounts that messages cannot show.
    Checklist,
    /// A letter of this id, as it stands or as the person has changed it.
    Letter(Id, Option<String>),
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of its own.
    Heading(String),
    /// A sentence that matters.
    Lead(Role, String),
    /// Running text.
    Text(String),
    /// Text of less weight.
    Faint(String),
    /// A label and its value.
    Fact(String, String),
    /// A point of a list, with what stands before it.
    Point(String, String),
    /// An empty line.
    Gap,
}

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading.
    Heading,
    /// Running text.
    Text,
    /// Of less weight.
    Faint,
    /// It holds.
    Good,
    /// It matters and is open.
    Warn,
}

/// One laid out line: a label in front, the rest behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it is meant.
    pub role: Role,
    /// What stands in front, already padded.
    pub label: String,
    /// The text.
    pub text: String,
}

/// A page before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its pieces.
    pub blocks: Vec<Block>,
}

impl Page {
    /// Widest text that reads well.
    const WIDEST: u16 = 76;

    /// The page about `topic` as things stand.
    pub fn about(model: &Model, topic: &Topic) -> Self {
        match topic {
            Topic::Item(item) => pages::item::page(model, item),
            Topic::Channels => pages::channels::page(model),
            Topic::News => pages::news::page(model),
            Topic::Checklist => pages::checklist::page(model),
            Topic::Letter(id, changed) => pages::letter::page(model, id, changed.as_deref()),
        }
    }

    /// Columns and rows of a page's text in a window of `size`: what is left
    /// inside the frame and its margin.
    pub fn room(size: (u16, u16)) -> (u16, u16) {
        (size.0.saturating_sub(6).min(Self::WIDEST), size.1.saturating_sub(4))
    }

    /// Breaks the page into lines of at most `cells` cells.
    pub fn lay_out(&self, cells: usize) -> Vec<Line> {
        self.blocks.iter().flat_map(|block| lay_out(block, cells)).collect()
    }

    /// How many lines can be scrolled away in a window of `size`.
    pub fn longest_scroll(&self, size: (u16, u16)) -> usize {
        let (columns, rows) = Self::room(size);
        self.lay_out(columns.into()).len().saturating_sub(rows.into())
    }
}

fn lay_out(block: &Block, cells: usize) -> Vec<Line> {
    let plain = |role: Role, text: &str| {
        wrap(text, cells)
            .into_iter()
            .map(|text| Line { role, label: String::new(), text })
            .collect()
    };
    match block {
        Block::Heading(text) => plain(Role::Heading, text),
        Block::Lead(role, text) => plain(*role, text),
        Block::Text(text) => plain(Role::Text, text),
        Block::Faint(text) => plain(Role::Faint, text),
        Block::Gap => vec![Line { role: Role::Text, label: String::new(), text: String::new() }],
        Block::Fact(label, value) => hang(&format!("{label}  "), value, cells, 20),
        Block::Point(mark, text) => hang(&format!("{mark} "), text, cells, 0),
    }
}

/// Text with a label in front of its first line; further lines are indented
/// as far. A label never takes more than a third of the line.
fn hang(label: &str, text: &str, cells: usize, least: usize) -> Vec<Line> {
    let column = width(label).max(least);
    if column > cells / 2 {
        let stacked = format!("{}: {text}", label.trim_end());
        let lines = wrap(&stacked, cells).into_iter();
        return lines.map(|text| Line { role: Role::Text, label: String::new(), text }).collect();
    }
    let pad = |text: &str| crate::text::pad(text, column);
    let lines = wrap(text, cells - column).into_iter().enumerate();
    lines
        .map(|(at, text)| {
            let label = if at == 0 { pad(label) } else { pad("") };
            Line { role: Role::Text, label, text }
        })
        .collect()
}
