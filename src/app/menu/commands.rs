//! Entries that are commands: the palette and help; and the settings that can
//! be changed while the program runs.

use super::{Choice, Entry, MenuKind};
use crate::{
    app::{
        command::{Command, Scope},
        dialog::Dialog,
        model::Model,
        offered::offered,
    },
    text::{Lang, pad},
};

/// Cells for the keys in help, in a wide window and in a narrow one.
const KEYS: (usize, usize) = (16, 8);
/// Fewest columns of a wide one.
const WIDE: u16 = 60;

/// Every command of the dashboard that does more than move about.
pub(super) fn palette(model: &Model) -> Vec<Entry> {
    let of_dashboard = Command::ALL.iter().filter(|one| {
        matches!(one.scope(), Scope::Dashboard | Scope::Everywhere) && one.is_offered()
    });
    of_dashboard
        .map(|&command| Entry {
            label: model.text.get(command.text()).into_owned(),
            note: model.keymap.keys_of(command).join(", "),
            also: command.id(),
            unavailable: model.why_not(command),
            urgent: false,
            choice: Choice::Run(command),
        })
        .collect()
}

/// What help lies on.
pub(super) fn beneath(model: &Model) -> Option<&Dialog> {
    let is_help = |one: &&Dialog| matches!(one, Dialog::Menu(menu) if menu.kind == MenuKind::Help);
    model.dialogs.iter().rev().find(|one| !is_help(one))
}

/// The keys that work where the person is, the likeliest first.
pub(super) fn help(model: &Model) -> Vec<Entry> {
    let on = beneath(model);
    let scope = Scope::of(on);
    let works = |command: &Command| {
        let own = command.scope();
        own == scope || own == Scope::Everywhere || scope.beneath() == Some(own)
    };
    let first = offered(model, on).iter().copied();
    let mut commands: Vec<Command> = Vec::new();
    for command in first.chain(Command::ALL.iter().copied().filter(works)) {
        if !commands.contains(&command) && command != Command::Help {
            commands.push(command);
        }
    }
    let cells = if model.size.0 < WIDE { KEYS.1 } else { KEYS.0 };
    let entry = |command: Command| {
        let keys = model.keymap.keys_of(command).join(", ");
        let keys = if keys.is_empty() { model.text.get("ui-unbound").into_owned() } else { keys };
        let words = model.text.get(command.text());
        Entry {
            label: format!("{} {words}", pad(&keys, cells)),
            note: String::new(),
            also: command.id(),
            unavailable: model.why_not(command),
            urgent: false,
            choice: Choice::Run(command),
        }
    };
    commands.into_iter().map(entry).collect()
}

/// The languages, each by its own name.
pub(super) fn languages(model: &Model) -> Vec<Entry> {
    let entry = |lang: Lang| Entry {
        label: model.text.get(&format!("word-lang-{}", lang.tag())).into_owned(),
        note: lang.tag().to_owned(),
        also: lang.tag(),
        unavailable: None,
        urgent: false,
        choice: Choice::Speak(lang),
    };
    Lang::ALL.map(entry).into()
}

/// The themes: those that ringoff comes with have words for themselves.
pub(super) fn themes(model: &Model) -> Vec<Entry> {
    let entry = |name: &String| {
        let key = format!("word-theme-{name}");
        let told = model.text.get(&key).into_owned();
        Entry {
            label: name.clone(),
            note: if told == key { String::new() } else { told },
            also: "",
            unavailable: None,
            urgent: false,
            choice: Choice::Wear(name.clone()),
        }
    };
    model.habits.themes.iter().map(entry).collect()
}
