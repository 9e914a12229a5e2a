//! Entries that are commands: the palette and help.

use std::borrow::Cow;

use super::tasks::{elsewhere, synonyms};
use crate::{
    app::{
        availability::why_not,
        command::Command,
        hints::hints,
        model::Model,
        talk,
        value::{Choice, Dialog, MenuEntry, SaveState},
    },
    text::{Text, pad, width},
};

/// Cells for the keys in help, in a wide window and in a narrow one.
const KEYS: (usize, usize) = (16, 8);
/// Commands that a pane may name in the bar, but that are no pane's own.
const EVERYWHERE: [Command; 6] =
    [Command::Undo, Command::Find, Command::GoNext, Command::Palette, Command::Help, Command::Quit];
/// Fewest columns of a wide one.
const WIDE: u16 = 60;

/// A command by its words, and by the others that it can be found by.
fn named(text: &Text, command: Command) -> MenuEntry {
    let label = text.get(command.text()).into_owned();
    let also = format!("{} {}", command.id(), synonyms(text, command.text()));
    let elsewhere = elsewhere(text, command.text());
    let entry = MenuEntry::new(label, String::new(), Choice::Run(command));
    MenuEntry { also, elsewhere, ..entry }
}

fn entry(model: &Model, command: Command) -> MenuEntry {
    let label = words_of(model, command).into_owned();
    MenuEntry { label, unavailable: why_not(model, command), ..named(&model.text, command) }
}

/// What a command does, as it is now: nobody is told that everything is saved while it
/// is not.
pub(crate) fn words_of(model: &Model, command: Command) -> Cow<'_, str> {
    let failed = matches!(model.save, SaveState::Failed(_));
    let unsaved = command == Command::Quit && failed;
    model.text.get(&match command {
        _ if unsaved => "cmd-quit-unsaved".to_owned(),
        Command::CallEnd => talk::of_call(model, command.text()),
        _ => command.text().to_owned(),
    })
}

/// Every command that the palette names.
pub(super) fn palette(model: &Model) -> Vec<MenuEntry> {
    let all = Command::ALL.iter().filter(|one| one.is_in_palette());
    all.map(|&command| {
        let note = model.keymap.keys_of(command).join(", ");
        MenuEntry { note, ..entry(model, command) }
    })
    .collect()
}

/// The commands that work while `on` is on top, each with its keys: first those of the
/// pane, the most useful first, then those that work everywhere. What cannot be done
/// now stands at the end, with the reasons.
pub(super) fn help(model: &Model, on: Option<&Dialog>) -> Vec<MenuEntry> {
    let scope = Dialog::scope(on);
    let rest = Command::ALL.iter().filter(|command| scope.has(command.scope()));
    let mut commands: Vec<Command> = Vec::new();
    for command in hints(model, on).iter().chain(rest) {
        if !commands.contains(command) && *command != Command::Help {
            commands.push(*command);
        }
    }
    let cells = if model.size.0 < WIDE { KEYS.1 } else { KEYS.0 };
    let pane = model.focus.pane();
    let is_own = |command| pane.hints.contains(&command) && !EVERYWHERE.contains(&command);
    let group = |command, can: bool| match on {
        _ if !can => model.text.get("ui-help-not-now").into_owned(),
        Some(_) => String::new(),
        None if model.current().is_some() && is_own(command) => {
            model.focus.title(&model.text, model.scene().as_ref())
        }
        None => model.text.get("ui-help-everywhere").into_owned(),
    };
    let told = |command: Command| {
        let keys = model.keymap.keys_of(command).join(", ");
        let keys = if keys.is_empty() { model.text.get("ui-unbound").into_owned() } else { keys };
        let label = format!("{} {}", pad(&keys, cells), words_of(model, command));
        let entry = entry(model, command);
        let hang = cells.max(width(&keys)) + 1;
        MenuEntry { label, hang, group: group(command, entry.unavailable.is_none()), ..entry }
    };
    let mut all: Vec<MenuEntry> = commands.into_iter().map(told).collect();
    all.sort_by_key(|entry| entry.unavailable.is_some());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{menus::tasks, value::filter},
        text::Lang,
    };

    /// The most entries among which a word must find what is looked for, unless more are.
    const FIRST: usize = 3;

    /// Every entry of the palette with its id.
    fn all(text: &Text) -> Vec<MenuEntry> {
        let commands = Command::ALL.iter().filter(|one| one.is_in_palette());
        let mut all: Vec<MenuEntry> = commands.map(|one| named(text, *one)).collect();
        all.extend(tasks::named(text).into_iter().map(|(_, entry)| entry));
        all
    }

    #[test]
    fn the_words_that_people_type_find_their_commands_in_each_language() {
        let table = include_str!("../../../tests/palette/words.txt");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split_whitespace();
            let lang = parts.next().and_then(Lang::of_tag).expect("a language");
            let word = parts.next().expect("a word").replace('_', " ");
            let parts: Vec<&str> = parts.collect();
            let found = filter::by_letters(all(&Text::new(lang)), &word);
            let first = found.iter().take(FIRST.max(parts.len()));
            let ids: Vec<&str> = first.filter_map(|one| one.also.split(' ').next()).collect();
            for id in parts {
                assert!(ids.contains(&id), "{lang} {word}: {id} is not in {ids:?}");
            }
        }
    }

    #[test]
    fn what_is_meant_most_stands_first() {
        let table = include_str!("../../../tests/palette/first.txt");
        let mut wrong = Vec::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split_whitespace();
            let lang = parts.next().and_then(Lang::of_tag).expect("a language");
            let word = parts.next().expect("a word").replace('_', " ");
            let found = filter::by_letters(all(&Text::new(lang)), &word);
            let first = found.first().and_then(|one| one.also.split(' ').next());
            if first != parts.next() {
                let ids: Vec<_> =
                    found.iter().filter_map(|one| one.also.split(' ').next()).collect();
                wrong.push(format!("{lang} {word}: {ids:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn everything_in_the_palette_has_other_words_in_each_language() {
        for lang in Lang::ALL {
            for one in all(&Text::new(lang)) {
                assert!(one.also.split(' ').count() > 1, "{lang}: {}", one.also);
            }
        }
    }
}
