//! Entries for what the command line does: they have it done, or copy the command
//! where that needs a terminal of its own.

use crate::{
    app::{
        model::Model,
        value::{Choice, Errand, ErrandFile, MenuEntry, SaveState},
    },
    text::{Lang, Text, shell_word},
};

/// Name, whether it is about one case, how it is done, and the command, one a line.
const TASKS: &str = include_str!("../../../assets/palette.txt");

/// A line of the table.
pub(super) struct Task {
    name: &'static str,
    about: &'static str,
    how: &'static str,
    command: &'static str,
}

fn all() -> impl Iterator<Item = Task> {
    let part = |line: &'static str| line.split_once(char::is_whitespace);
    TASKS.lines().filter(|line| !line.starts_with('#')).filter_map(move |line| {
        let (name, rest) = part(line)?;
        let (about, rest) = part(rest.trim())?;
        let (how, command) = part(rest.trim())?;
        Some(Task { name, about, how, command: command.trim() })
    })
}

/// Every task by its words, and by the others that it can be found by.
pub(super) fn named(text: &Text) -> Vec<(Task, MenuEntry)> {
    let one = |task: Task| {
        let key = format!("cmd-task-{}", task.name);
        let also = format!("{} {}", task.name, synonyms(text, &key));
        let (label, elsewhere) = (text.get(&key).into_owned(), elsewhere(text, &key));
        (task, MenuEntry { label, also, elsewhere, ..MenuEntry::default() })
    };
    all().map(one).collect()
}

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

/// Every task of the command line.
pub(super) fn tasks(model: &Model) -> Vec<MenuEntry> {
    let several = model.book.cases.len() > 1;
    let case = model.current().filter(|_| several).map(|case| case.id.as_str());
    let needs_file = model.text.get("ui-demo-no-errands");
    let entry = |(task, entry): (Task, MenuEntry)| {
        let case = case.filter(|_| task.about == "case");
        if task.how == "copy" {
            let command = pasted(task.command, model.named.as_deref(), case);
            return MenuEntry {
                note: command.clone(),
                choice: Choice::CopyCommand(command),
                ..entry
            };
        }
        let unavailable = (model.save == SaveState::Demo).then(|| needs_file.clone().into_owned());
        MenuEntry { choice: Choice::Errand(errand(&task, case)), unavailable, ..entry }
    };
    named(&model.text).into_iter().map(entry).collect()
}

/// The words of a task behind the name of the program; a file that it needs is asked
/// for.
fn errand(task: &Task, case: Option<&str>) -> Errand {
    let about = case.into_iter().flat_map(|case| ["-C", case]);
    let words = about.chain(task.command.split_whitespace().skip(1));
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    let file = match task.how {
        "write" => ErrandFile::Written(named_after(words.pop().unwrap_or_default(), case)),
        "read" => {
            words.pop();
            ErrandFile::Read
        }
        _ => ErrandFile::None,
    };
    Errand { name: task.name.to_owned(), words, file }
}

/// The name of a file with that of the case in it: the file of one case is not written over
/// by that of another.
fn named_after(file: String, case: Option<&str>) -> String {
    match (file.rsplit_once('.'), case) {
        (Some((stem, kind)), Some(case)) => format!("{stem}-{case}.{kind}"),
        _ => file,
    }
}

/// The words of the other languages for something whose own words are under `key`: who
/// does not read the language of the screen finds the way out of it.
pub(super) fn elsewhere(text: &Text, key: &str) -> String {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != text.lang()).map(Text::new);
    let words = others.map(|other| format!("{} {}", other.get(key), synonyms(&other, key)));
    words.collect::<Vec<_>>().join(" ")
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
        let right = format!("ringoff --file {book} export ics -o dates.ics -C kl");
        assert!(right.contains("my lines") && !right.contains(" /home"), "in quotes: {right}");
        assert_eq!(pasted(ics, Some(&book), Some("kl")), right);
    }

    #[test]
    fn what_is_exported_of_one_case_bears_its_name() {
        let file = |case| {
            let tasks = all().filter(|task| task.how == "write");
            let errand = |task: Task| match errand(&task, case).file {
                ErrandFile::Written(name) => name,
                other => panic!("{other:?}"),
            };
            tasks.map(errand).collect::<Vec<_>>()
        };
        assert_eq!(file(None).first().map(String::as_str), Some("dates.ics"));
        assert_eq!(file(Some("kl")).first().map(String::as_str), Some("dates-kl.ics"));
        assert!(file(Some("kl")).iter().all(|name| name.contains("-kl.")));
    }

    #[test]
    fn every_task_is_a_command_of_ringoff() {
        for task in all() {
            let told = pasted(task.command, Some("book.ron"), None);
            assert!(told.starts_with("ringoff --file book.ron "), "{}", task.command);
        }
    }
}
