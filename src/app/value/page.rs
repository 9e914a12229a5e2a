//! A page: text to read, built from values and laid out for a width.

use crate::text::{self, Text, width, wrap};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading of its own.
    Heading(String),
    /// A sentence that matters.
    Lead(TextRole, String),
    /// Running text.
    Text(String),
    /// Text of less weight.
    Faint(String),
    /// A label and its value.
    Fact(String, String),
    /// The same, where the value says how something stands.
    State(TextRole, String, String),
    /// A point of a list, with what stands before it.
    Point(String, String),
    /// An empty line.
    Gap,
    /// An address that a phone can scan: beside the text, where there is room.
    Code(String),
}

impl Block {
    /// A heading with the words of `key`.
    pub(crate) fn heading(text: &Text, key: &str) -> Self {
        Self::Heading(text.get(key).into_owned())
    }

    /// A value, labelled with the words of `key`.
    pub(crate) fn fact(text: &Text, key: &str, value: String) -> Self {
        Self::Fact(text.get(key).into_owned(), value)
    }
}

/// How a line of a page is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextRole {
    /// A heading.
    Heading,
    /// Running text.
    Text,
    /// Of less weight.
    Faint,
    /// It is in order.
    Good,
    /// It is due soon, or only half sure.
    Warn,
    /// It is late, lost or refused.
    Bad,
}

/// One line of a page that was laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageLine {
    /// How it is meant.
    pub(crate) role: TextRole,
    /// The label in front, padded to its column; empty if there is none.
    pub(crate) label: String,
    /// The text.
    pub(crate) text: String,
}

impl PageLine {
    fn new(role: TextRole, text: String) -> Self {
        Self { role, label: String::new(), text }
    }
}

/// A page before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its title.
    pub(crate) title: String,
    /// Its pieces.
    pub(crate) blocks: Vec<Block>,
}

impl Page {
    /// Widest text that reads well, in cells.
    const WIDEST: u16 = 76;

    /// Widest text of a page that stands beside the lists.
    pub(crate) const COLUMNS: u16 = 84;

    /// Columns and rows of a page's text in a window of `size`: what is left
    /// inside the frame and its margin.
    pub(crate) fn room(size: (u16, u16)) -> (u16, u16) {
        (size.0.saturating_sub(4).min(Self::WIDEST), size.1.saturating_sub(3))
    }

    /// The address that a phone can scan from it.
    pub(crate) fn code(&self) -> Option<&str> {
        self.blocks.iter().find_map(|block| match block {
            Block::Code(address) => Some(address.as_str()),
            _ => None,
        })
    }

    /// Breaks the page into lines of at most `cells` cells.
    pub(crate) fn lay_out(&self, cells: usize) -> Vec<PageLine> {
        // The values of all facts stand in one column, which no long label moves far to the
        // right: that goes on below.
        let labels = self.blocks.iter().filter_map(|block| match block {
            Block::Fact(label, _) | Block::State(_, label, _) => {
                wrap(label, (cells / 3).max(FACT) - 2).iter().map(|line| width(line) + 2).max()
            }
            _ => None,
        });
        let column = labels.max().unwrap_or_default().max(FACT);
        self.blocks.iter().flat_map(|block| lay_out(block, cells, column)).collect()
    }

    /// How many lines can be scrolled away where so many columns and rows are
    /// visible.
    pub(crate) fn longest_scroll(&self, (columns, rows): (u16, u16)) -> usize {
        self.lay_out(columns.into()).len().saturating_sub(rows.into())
    }
}

/// Fewest cells of the labels of facts.
const FACT: usize = 20;

fn lay_out(block: &Block, cells: usize, column: usize) -> Vec<PageLine> {
    let plain = |role: TextRole, text: &str| {
        wrap(text, cells).into_iter().map(|text| PageLine::new(role, text)).collect()
    };
    match block {
        Block::Heading(text) => plain(TextRole::Heading, text),
        Block::Lead(role, text) => plain(*role, text),
        Block::Text(text) => plain(TextRole::Text, text),
        Block::Faint(text) => plain(TextRole::Faint, text),
        Block::Code(_) => Vec::new(),
        Block::Gap => vec![PageLine::new(TextRole::Text, String::new())],
        Block::Fact(label, value) => fact(label, (TextRole::Text, value), cells, column),
        Block::State(role, label, value) => fact(label, (*role, value), cells, column),
        Block::Point(mark, text) => labelled(&format!("{mark} "), text, cells, 0),
    }
}

/// A label in its column, on as many lines as it takes, and its value beside it. Where the
/// column would take more than half of the line the label stands above.
fn fact(
    label: &str,
    (role, value): (TextRole, &str),
    cells: usize,
    column: usize,
) -> Vec<PageLine> {
    if column > cells / 2 {
        let above = wrap(label, cells).into_iter().map(|text| PageLine::new(TextRole::Text, text));
        let below = wrap(value, cells).into_iter().map(|text| PageLine::new(role, text));
        return above.chain(below).collect();
    }
    let (labels, values) = (wrap(label, column - 2), wrap(value, cells - column));
    let line = |all: &[String], at: usize| all.get(at).cloned().unwrap_or_default();
    (0..labels.len().max(values.len()))
        .map(|at| {
            let label = text::pad(&line(&labels, at), column);
            PageLine { role, label, text: line(&values, at) }
        })
        .collect()
}

/// Text with a label in front of its first line; the other lines are indented
/// as far. A label that would take more than half of the line stands above it.
fn labelled(label: &str, text: &str, cells: usize, least: usize) -> Vec<PageLine> {
    let column = width(label).max(least);
    if column > cells / 2 {
        let lines = [label.trim_end(), text].into_iter().flat_map(|text| wrap(text, cells));
        return lines.map(|text| PageLine::new(TextRole::Text, text)).collect();
    }
    let lines = wrap(text, cells - column).into_iter().enumerate();
    lines
        .map(|(at, text)| {
            let label = text::pad(if at == 0 { label } else { "" }, column);
            PageLine { role: TextRole::Text, label, text }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of facts stand in one column, however long a label is.
    #[test]
    fn the_column_of_values_is_never_broken() {
        let fact = |label: &str| Block::Fact(label.to_owned(), "value".to_owned());
        let page = Page {
            title: String::new(),
            blocks: vec![
                fact("short"),
                fact("a label that goes on for longer than that"),
                Block::State(TextRole::Good, "号码的状态".to_owned(), "value".to_owned()),
            ],
        };
        for cells in 44..90 {
            let lines = page.lay_out(cells);
            let values = lines.iter().filter(|line| !line.text.is_empty());
            let columns: Vec<usize> = values.map(|line| width(&line.label)).collect();
            assert_eq!(columns, [columns[0]; 3], "{cells}");
            assert!(lines.iter().all(|line| width(&line.label) <= cells / 2));
            assert!(lines.iter().any(|line| line.role == TextRole::Good));
        }
    }
}
