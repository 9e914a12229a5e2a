//! Entries that are commands: the palette and help.

use super::tasks::synonyms;
use crate::{
    app::{
        availability::why_not,
        command::Command,
        hints::hints,
        model::Model,
        value::{Choice, Dialog, MenuEntry},
    },
    text::pad,
};

/// Cells for the keys in help, in a wide window and in a narrow one.
const KEYS: (usize, usize) = (16, 8);
/// Fewest columns of a wide one.
const WIDE: u16 = 60;

fn entry(model: &Model, command: Command, label: String, note: String) -> MenuEntry {
    MenuEntry {
        also: format!("{} {}", command.id(), synonyms(&model.text, command.text())),
        unavailable: why_not(model, command),
        ..MenuEntry::new(label, note, Choice::Run(command))
    }
}

/// Every command that the palette names.
pub(super) fn palette(model: &Model) -> Vec<MenuEntry> {
    let all = Command::ALL.iter().filter(|one| one.is_in_palette());
    all.map(|&command| {
        let keys = model.keymap.keys_of(command).join(", ");
        entry(model, command, model.text.get(command.text()).into_owned(), keys)
    })
    .collect()
}

/// The commands that work while `on` is on top, the most useful first, each with
/// its keys.
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
    let told = |command: Command| {
        let keys = model.keymap.keys_of(command).join(", ");
        let keys = if keys.is_empty() { model.text.get("ui-unbound").into_owned() } else { keys };
        let label = format!("{} {}", pad(&keys, cells), model.text.get(command.text()));
        entry(model, command, label, String::new())
    };
    commands.into_iter().map(told).collect()
}
