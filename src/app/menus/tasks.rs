//! Entries for what only the command line does: they copy the command.

use crate::{
    app::{
        model::Model,
        value::{Choice, MenuEntry},
    },
    text::Text,
};

/// Name, whether it is about one case, and the command, one a line.
const TASKS: &str = include_str!("../../../assets/palette.txt");

/// Every task of the command line, with its command.
pub(super) fn tasks(model: &Model) -> Vec<MenuEntry> {
    let several = model.book.cases.len() > 1;
    let case = model.current().filter(|_| several).map(|case| format!(" -C {}", case.id));
    let entry = |line: &str| {
        let (name, rest) = line.split_once(char::is_whitespace)?;
        let (about, command) = rest.trim().split_once(char::is_whitespace)?;
        let case = case.as_deref().filter(|_| about == "case").unwrap_or_default();
        let command = format!("{}{case}", command.trim());
        let key = format!("cmd-task-{name}");
        let label = model.text.get(&key).into_owned();
        let choice = Choice::CopyCommand(command.clone());
        let also = format!("{name} {}", synonyms(&model.text, &key));
        Some(MenuEntry { also, ..MenuEntry::new(label, command, choice) })
    };
    TASKS.lines().filter(|line| !line.starts_with('#')).filter_map(entry).collect()
}

/// The other words by which something is found whose own words are under `key`.
pub(super) fn synonyms(text: &Text, key: &str) -> String {
    let key = format!("{key}-also");
    let words = text.get(&key).into_owned();
    if words == key { String::new() } else { words }
}
