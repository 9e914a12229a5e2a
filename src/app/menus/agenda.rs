//! Entries for the agenda: each dated thing, and what can be done about one.

use jiff::{ToSpan as _, civil::Date};

use crate::{
    app::{
        availability::why_not,
        command::Command,
        model::Model,
        panes::place_of,
        value::{Choice, Menu, MenuEntry, MenuKind},
    },
    domain::{AgendaEntry, AgendaState, Id},
    text::{pad, width},
};

/// Days for which an entry can be put off in one step.
const SPANS: [i32; 4] = [1, 3, 7, 30];

/// The entries that are not done, soonest first, each with its rule.
pub(super) fn agenda(model: &Model) -> Vec<MenuEntry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let (words, text, today) = (&scene.words, &model.text, scene.words.today);
    let open = || scene.status.agenda.iter().filter(|one| one.state != AgendaState::Done);
    let column = open().map(|one| width(&words.near(one.on))).max().unwrap_or_default();
    let entry = |one: &AgendaEntry| {
        let state = match one.state {
            AgendaState::Snoozed(_) => {
                text.with("word-agenda-snoozed", &[("date", text.full_date(one.given).into())])
            }
            _ => words.rule(one, scene.status.review.as_ref()),
        };
        let due = one.is_due(today) && one.kind.is_deadline();
        MenuEntry {
            urgent: due && one.on < today,
            soon: due && one.on >= today,
            hang: column + 2,
            ..MenuEntry::new(
                format!("{}  {}", pad(&words.near(one.on), column), words.dated(one)),
                state,
                Choice::List(MenuKind::AgendaEntry(one.id.clone())),
            )
        }
    };
    open().map(entry).collect()
}

/// An entry as its list names it: when, and what.
pub(super) fn named(model: &Model, id: &Id) -> Option<String> {
    let scene = model.scene()?;
    let entry = scene.status.agenda.iter().find(|one| one.id == *id)?;
    Some(format!("{}  {}", scene.words.near(entry.on), scene.words.dated(entry)))
}

/// What Enter offers for the selected entry of the agenda, in a word each.
pub(super) fn offered(model: &Model, menu: &Menu) -> String {
    let all = agenda(model);
    let Some(Choice::List(MenuKind::AgendaEntry(id))) =
        all.get(menu.selected).map(|entry| &entry.choice)
    else {
        return String::new();
    };
    let mut keys: Vec<&str> = Vec::new();
    for entry in about(model, id) {
        let key = match entry.choice {
            Choice::Finish(_) => "ui-see-done",
            Choice::Snooze(..) => "ui-see-later",
            Choice::GoTo(_) => "ui-see-go",
            _ => "ui-see-log-use",
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let words: Vec<_> = keys.into_iter().map(|key| model.text.get(key)).collect();
    words.join(&model.text.get("word-comma"))
}

/// What can be done about one entry.
pub(super) fn about(model: &Model, id: &Id) -> Vec<MenuEntry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let Some(entry) = scene.status.agenda.iter().find(|one| one.id == *id) else {
        return Vec::new();
    };
    let text = &model.text;
    let today = scene.words.today;
    let mut entries = Vec::new();
    if entry.is_of_keeping() && why_not(model, Command::LogUse).is_none() {
        let label = text.get(Command::LogUse.text()).into_owned();
        let note = model.keymap.key_of(Command::LogUse);
        entries.push(MenuEntry::new(label, note, Choice::Run(Command::LogUse)));
    }
    if entry.can_be_done() {
        let label = text.get("ui-agenda-done").into_owned();
        entries.push(MenuEntry::new(label, String::new(), Choice::Finish(id.clone())));
    }
    // Never beyond a day that is to come.
    let last = if entry.given > today { entry.given } else { Date::MAX };
    for days in SPANS {
        let Ok(until) = today.checked_add(days.days()) else { continue };
        if until > last || (entry.kind.is_of_the_line() && until > entry.given) {
            continue;
        }
        let label = text.with("ui-agenda-snooze", &[("count", days.into())]);
        let note = text.full_date(until);
        entries.push(MenuEntry::new(label, note, Choice::Snooze(id.clone(), until)));
    }
    if let Some((pane, _)) = place_of(&scene, &entry.item) {
        let label = text.get("ui-agenda-go").into_owned();
        let note = pane.title(text, Some(&scene));
        entries.push(MenuEntry::new(label, note, Choice::GoTo(entry.item.clone())));
    }
    entries
}
