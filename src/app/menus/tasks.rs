//! Entries for what only the command line does: they copy the command.

use crate::{
    app::{
        model::Model,
        value::{Choice, MenuEntry},
    },
    text::{Text, shell_word},
};

/// Name, whether it is about one case, and the command, one a line.
const TASKS: &str = include_str!("../../../assets/palette.txt");

/// The command as it works when it is pasted: on the book that is open, and on this
/// case of it.
fn pasted(command: &str, book: Option<&str>, case: Option<&str>) -> String {
    let book = book.map(|path| format!("ringoff --file {path} "));
    let command = match (book, command.strip_prefix("ringoff ")) {
        (Some(book), Some(rest)) => format!("{book}{rest}"),
        _ => command.to_owned(),
    };
    case.map_or(command.clone(), |case| format!("{command} -C {}", shell_word(case)))
}

/// Every task of the command line, with its command.
pub(super) fn tasks(model: &Model) -> Vec<MenuEntry> {
    let several = model.book.cases.len() > 1;
    let case = model.current().filter(|_| several).map(|case| case.id.as_str());
    let entry = |line: &str| {
        let (name, rest) = line.split_once(char::is_whitespace)?;
        let (about, command) = rest.trim().split_once(char::is_whitespace)?;
        let case = case.filter(|_| about == "case");
        let command = pasted(command.trim(), model.named.as_deref(), case);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_command_names_the_book_and_the_case() {
        let ics = "ringoff export ics -o dates.ics";
        assert_eq!(pasted(ics, None, None), ics);
        assert_eq!(pasted(ics, None, Some("kl")), format!("{ics} -C kl"));
        let book = shell_word("/home/me/my lines/progress.ron");
        let right = "ringoff --file '/home/me/my lines/progress.ron' export ics -o dates.ics -C kl";
        assert_eq!(pasted(ics, Some(&book), Some("kl")), right);
    }

    #[test]
    fn every_task_is_a_command_of_ringoff() {
        for line in TASKS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let command = line.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
            let told = pasted(&command, Some("book.ron"), None);
            assert!(told.starts_with("ringoff --file book.ron "), "{line}");
        }
    }
}
