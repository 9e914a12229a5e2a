//! Entries about the case: rows, what is open, obstacles, letters.

use crate::{
    app::{
        model::Model,
        pages::letter,
        panes::PaneId,
        value::{Choice, MenuEntry, filter},
    },
    catalogue::known,
    domain::{Item, ItemKind, Next},
    playbook::{Letter, Obstacle, Words},
    text::{Lang, Text},
};

/// The most accounts that a few letters can mean.
const SUGGESTED: usize = 6;

/// Every row of every pane.
pub(super) fn rows(model: &Model) -> Vec<MenuEntry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let mut entries = Vec::new();
    // What a playbook calls a thing is found in each language.
    let texts = Lang::ALL.map(Text::new);
    let others = texts.each_ref().map(|text| Words { text, ..scene.words });
    for id in PaneId::ALL {
        let title = id.title(&model.text, Some(&scene));
        for at in 0..(id.pane().len)(&scene) {
            let Some(row) = (id.pane().row)(&scene, at) else { continue };
            let parts = [title.as_str(), &row.word, &row.note].into_iter();
            let note: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            let note = note.join(" · ");
            let account = row.item.as_ref().filter(|item| item.kind == ItemKind::Account);
            let also = account.and_then(|item| known().by_id(item.id.as_str()));
            let also = also.map(|one| {
                let all = [one.id.as_str()].into_iter().chain(one.names());
                all.collect::<Vec<_>>().join(" ")
            });
            let elsewhere = row.item.as_ref().map(|item| others.map(|words| words.title(item)));
            let elsewhere = elsewhere.map(|titles| titles.join(" ")).unwrap_or_default();
            let entry = MenuEntry::new(row.title, note, Choice::Jump(*id, at));
            entries.push(MenuEntry { also: also.unwrap_or_default(), elsewhere, ..entry });
        }
    }
    entries
}

/// The rows that hold the words that were typed; an account also by its names in every
/// language, by how they are pronounced, and by initials.
pub(super) fn rows_about(model: &Model, wanted: &str) -> Vec<MenuEntry> {
    let all = rows(model);
    let meant = known().suggest(wanted, model.country(), SUGGESTED);
    let ids: Vec<&str> = meant.all.iter().map(|one| one.id.as_str()).collect();
    let is_meant = |entry: &MenuEntry| {
        let id = entry.also.split(' ').next().unwrap_or_default();
        !id.is_empty() && ids.contains(&id)
    };
    let by_sound: Vec<MenuEntry> = all.iter().filter(|entry| is_meant(entry)).cloned().collect();
    let mut found = filter::by_words(all, wanted);
    let new = |one: &MenuEntry| found.iter().all(|other| other.choice != one.choice);
    let more: Vec<MenuEntry> = by_sound.into_iter().filter(new).collect();
    found.extend(more);
    found
}

/// What has to be done before the application; and to submit it anyway.
pub(super) fn gate(model: &Model) -> Vec<MenuEntry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let text = &model.text;
    let rules = scene.words.playbook.procedure();
    let entry = |item: &Item| {
        let waits = scene.status.item(item).map(|one| one.blocked_by.as_slice());
        let waits = waits.unwrap_or_default();
        // An item that waits for others is helped along there.
        let place = waits.first().unwrap_or(item);
        let rule = rules.precondition(&item.id).filter(|_| item.kind == ItemKind::Precondition);
        let note = match waits.len() {
            0 if rule.is_some_and(|rule| rule.follows_accounts) => {
                text.get("ui-search-on").into_owned()
            }
            0 => scene.state_word(item),
            count => text.with("ui-to-do-count", &[("count", count.into())]),
        };
        Some(MenuEntry::new(scene.words.title(item), note, Choice::GoTo(place.clone())))
    };
    let mut entries: Vec<MenuEntry> = scene.status.gate.iter().filter_map(entry).collect();
    let (label, note) = (text.get("ui-submit-anyway"), text.get("ui-submit-anyway-note"));
    let anyway = MenuEntry::new(label.into_owned(), note.into_owned(), Choice::SubmitAnyway);
    entries.push(anyway);
    entries
}

/// Both sides of what was changed differently: what stands here, then the other.
pub(super) fn conflicts(model: &Model) -> Vec<MenuEntry> {
    let Some(words) = model.words() else { return Vec::new() };
    let side = |key: &str, said: String, choice| {
        MenuEntry::new(said, model.text.get(key).into_owned(), choice)
    };
    let both = |(at, one)| {
        let (kept, other) = words.conflict(one);
        [
            side("ui-conflict-keep", kept, Choice::Settle(at, false)),
            side("ui-conflict-take", other, Choice::Settle(at, true)),
        ]
    };
    words.case.conflicts.iter().enumerate().flat_map(both).collect()
}

/// The obstacles that the playbook knows.
pub(super) fn obstacles(model: &Model) -> Vec<MenuEntry> {
    let lang = model.text.lang();
    let known = model.playbook().map(|playbook| playbook.obstacles.as_slice()).unwrap_or_default();
    let entry = |one: &Obstacle| {
        let (label, note) = (one.title.get(lang), one.means.get(lang));
        MenuEntry::new(label.to_owned(), note.to_owned(), Choice::Obstacle(one.id.clone()))
    };
    known.iter().map(entry).collect()
}

/// The letters of the playbook: first the one that the next step asks for, last those that
/// cannot be written, with the reason.
pub(super) fn letters(model: &Model) -> Vec<MenuEntry> {
    let lang = model.text.lang();
    let letters = model.playbook().map(|playbook| model.shelf.letters(playbook));
    let entry = |one: &Letter| {
        let note = one.means.as_ref().map(|words| words.get(lang)).unwrap_or_default();
        let label = one.title.get(lang).to_owned();
        let why = letter::refused(model, one).map(|refusal| model.refusal_words(&refusal));
        let entry = MenuEntry::new(label, note.to_owned(), Choice::Letter(one.id.clone()));
        MenuEntry { unavailable: why, ..entry }
    };
    let fits = model.status.as_ref().and_then(|status| letter_for(&status.next));
    let mut all: Vec<MenuEntry> = letters.unwrap_or_default().into_iter().map(entry).collect();
    all.sort_by_key(|one| {
        let is_it = matches!(&one.choice, Choice::Letter(id) if Some(id.as_str()) == fits);
        (one.unavailable.is_some(), !is_it)
    });
    all
}

/// The id of the letter with which a next step is done.
fn letter_for(next: &Next) -> Option<&'static str> {
    match next {
        Next::Chase(..)
        | Next::Nudge(..)
        | Next::AskAgain(..)
        | Next::Promise(..)
        | Next::Await(..)
        | Next::PutOff(..) => Some("chaser"),
        Next::Complain(..) => Some("complaint"),
        _ => None,
    }
}
