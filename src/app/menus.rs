//! What each list offers: one function a list.

mod accounts;
mod agenda;
mod backups;
mod choices;
mod commands;
mod copies;
mod exports;
mod found;
mod overview;
mod questions;
mod settings;
mod tasks;

pub(crate) use commands::words_of as command_words;
pub(crate) use overview::{
    heads as overview_heads, is_current as is_current_case, next as next_of_case,
};

use super::{
    command::{Command, Scope},
    interview::advice,
    model::Model,
    panes::PaneId,
    talk,
    value::{Dialog, Menu, MenuEntry, MenuKind, SaveState, filter},
};

/// The entries of a list that its filter leaves.
pub fn entries(model: &Model, menu: &Menu) -> Vec<MenuEntry> {
    let all = match &menu.kind {
        MenuKind::Palette => {
            let mut all = commands::palette(model);
            all.extend(tasks::tasks(model));
            // What cannot be done now stands at the end, with the reasons.
            all.sort_by_key(|entry| entry.unavailable.is_some());
            all
        }
        MenuKind::Help => commands::help(model, beneath_help(model)),
        MenuKind::Languages => settings::languages(&model.text),
        MenuKind::Themes => settings::themes(model),
        MenuKind::Cases => overview::cases(model),
        MenuKind::Archived => overview::archived(model),
        MenuKind::Find => choices::rows(model),
        MenuKind::Letters => choices::letters(model),
        MenuKind::Agenda => agenda::agenda(model),
        MenuKind::AgendaEntry(id) => agenda::about(model, id),
        MenuKind::Found => found::found(model),
        MenuKind::Gate => choices::gate(model),
        MenuKind::Obstacles => choices::obstacles(model),
        MenuKind::Settle(item) => questions::settle(&model.text, item),
        MenuKind::NoAccounts(item) => questions::no_accounts(&model.text, item),
        MenuKind::Conflicts => choices::conflicts(model),
        MenuKind::Opened => questions::opened(model),
        MenuKind::Backups => backups::backups(model),
        MenuKind::Copies => copies::copies(model),
        MenuKind::SentSubmits(id) => questions::sent_submits(&model.text, id),
        MenuKind::Keep => questions::keep(model),
        MenuKind::EndCall => questions::end_call(model),
        MenuKind::DropLetter => questions::drop_letter(&model.text),
        MenuKind::AccountFilter => accounts::shown(model),
        MenuKind::Exports => exports::exports(model),
        MenuKind::Chosen => accounts::changes(model),
        MenuKind::Unsaved => questions::unsaved(&model.text),
        MenuKind::Unusable => questions::unusable(&model.text),
    };
    match (menu.wanted(), &menu.kind) {
        ("", _) => all,
        // Rows that are called so stand among the commands; those that hold the words
        // come behind them.
        (wanted, MenuKind::Palette) => {
            let rows = choices::rows_about(model, wanted).into_iter();
            let (called, others): (Vec<_>, Vec<_>) =
                rows.partition(|row| filter::is_called(row, wanted));
            let near = all.into_iter().chain(called).collect();
            filter::by_letters(near, wanted).into_iter().chain(others).collect()
        }
        (wanted, MenuKind::Help) => filter::by_letters(all, wanted),
        (wanted, MenuKind::Find) => choices::rows_about(model, wanted),
        (wanted, _) => filter::by_words(all, wanted),
    }
}

/// What Enter offers for the selected entry of the agenda.
pub(crate) fn agenda_offers(model: &Model, menu: &Menu) -> String {
    agenda::offered(model, menu)
}

/// The title of a list.
pub(crate) fn title(model: &Model, kind: &MenuKind) -> String {
    let place = match (kind, Dialog::scope(beneath_help(model))) {
        (MenuKind::Help, Scope::Dashboard) if model.current().is_some() => {
            model.focus.title(&model.text, model.scene().as_ref())
        }
        (MenuKind::Help, scope) => {
            model.text.get(&format!("ui-scope-{}", scope.word())).into_owned()
        }
        _ => String::new(),
    };
    if let MenuKind::AgendaEntry(id) = kind
        && let Some(named) = agenda::named(model, id)
    {
        return named;
    }
    let count = model.accounts.chosen_and_shown().len();
    model.text.with(
        &talk::of_call(model, kind.title()),
        &[("where", place.into()), ("count", count.into())],
    )
}

/// What is said above the entries; empty for most lists.
pub(crate) fn lead(model: &Model, kind: &MenuKind) -> String {
    let text = &model.text;
    let keep = |key, name: &str| text.with(key, &[("name", name.into())]);
    let key = |name, command| (name, model.keymap.key_of(command).into());
    match kind {
        MenuKind::Help => text.get("ui-help-legend").into_owned(),
        MenuKind::Copies => text.with("ui-copies-lead", &[key("key", Command::Choose)]),
        MenuKind::Found => {
            let key = model.keymap.key_of(Command::FoundChecklist);
            text.with("ui-found-not-all", &[("key", key.into())])
        }
        MenuKind::Languages => keep("ui-keep-language", text.lang().tag()),
        MenuKind::Themes => keep("ui-keep-theme", &model.preferences.active_theme),
        MenuKind::Opened => match (model.current(), model.playbook()) {
            (Some(case), Some(playbook)) => {
                advice(text, playbook, case, model.today()).answered(text, case.route)
            }
            _ => String::new(),
        },
        MenuKind::Backups => match &model.lost {
            Some(words) => {
                let what = ("what", words.as_str().into());
                let keys = [key("key", Command::Choose), key("back", Command::Close), what];
                text.with("restore-lost", &keys)
            }
            None => text.with("restore-lead", &[key("key", Command::Choose)]),
        },
        MenuKind::Unusable => match &model.save {
            SaveState::Failed(reason) => reason.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// What is said where a list has no entries.
pub(crate) fn nothing(model: &Model, menu: &Menu) -> String {
    if menu.kind.is_agenda() {
        let key = format!("{} {}", PaneId::Line.number(), model.keymap.key_of(Command::Edit));
        return model.text.with("ui-agenda-none", &[("key", key.into())]);
    }
    model.text.get("ui-nothing-found").into_owned()
}

/// The topmost dialog that is not help.
fn beneath_help(model: &Model) -> Option<&Dialog> {
    model.dialogs.iter().rev().find(|one| !one.is_menu(&MenuKind::Help))
}
