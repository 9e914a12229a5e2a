//! The beginning of a file, as formats are told apart by it: what its records
//! look like, and not how the file is called.

use std::collections::BTreeSet;

use super::{csv::Table, json};

/// The most paths that are kept.
const MOST: usize = 4000;

/// The beginning of a file, in UTF-8.
pub(super) struct Head {
    /// Without blanks in front.
    pub(super) text: String,
    /// As a table. Any text of several columns can be one.
    pub(super) table: Option<Table>,
    /// The paths of the values in it, when it is JSON.
    paths: BTreeSet<String>,
    /// Each line is JSON of its own.
    pub(super) is_lines: bool,
}

impl Head {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).trim_start().to_owned();
        let mut paths = BTreeSet::new();
        let is_json = text.starts_with(['{', '[']);
        let is_lines = is_json
            && json::paths(&text, |path| {
                if paths.len() < MOST && path.len() < 400 {
                    paths.insert(path.to_owned());
                }
            });
        let is_lines = is_lines && text.starts_with('{');
        let markup = text.starts_with('<') || is_json;
        let table = if markup { None } else { Table::of(&text) };
        Self { text, table, paths, is_lines }
    }

    pub(super) fn is_json(&self) -> bool {
        self.text.starts_with(['{', '['])
    }

    /// Whether a value stands at a path of JSON.
    pub(super) fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Every path of JSON.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// Whether JSON has this key with this truth at the top.
    pub(super) fn says(&self, key: &str, value: &str) -> bool {
        let wanted = format!("\"{key}\":{value}");
        let text: String = self.text.chars().filter(|c| !c.is_whitespace()).take(4000).collect();
        text.contains(&wanted)
    }
}
