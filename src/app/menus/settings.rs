//! Entries for the settings that can be changed while the program runs.

use crate::{
    app::{
        model::Model,
        value::{Choice, MenuEntry},
    },
    text::{Lang, Text},
};

/// The languages, each by its own name.
pub(super) fn languages(text: &Text) -> Vec<MenuEntry> {
    let entry = |lang: Lang| {
        let label = text.get(&format!("word-lang-{}", lang.tag())).into_owned();
        let entry = MenuEntry::new(label, lang.tag().to_owned(), Choice::Language(lang));
        MenuEntry { also: lang.tag().to_owned(), ..entry }
    };
    Lang::ALL.map(entry).into()
}

/// The themes. Those that ringoff comes with have a note.
pub(super) fn themes(model: &Model) -> Vec<MenuEntry> {
    let entry = |name: &String| {
        let key = format!("word-theme-{name}");
        let told = model.text.get(&key).into_owned();
        let note = if told == key { String::new() } else { told };
        MenuEntry::new(name.clone(), note, Choice::Theme(name.clone()))
    };
    model.preferences.themes.iter().map(entry).collect()
}
