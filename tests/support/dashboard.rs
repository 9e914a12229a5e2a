//! A dashboard to draw, its clock standing still.

use jiff::{Timestamp, tz::TimeZone};
use ringoff::{
    app::{Keymap, Model, Preferences, SaveState, Start, View},
    domain::Book,
    playbook::{Library, demo_book},
    text::{Lang, Text},
};

/// The moment at which it stands.
fn now() -> Timestamp {
    "2026-11-05T02:00:00Z".parse().expect("a moment")
}

/// On the made-up book.
pub(crate) fn demo(lang: Lang, size: (u16, u16)) -> Model {
    on(demo_book(&Text::new(lang), now()), lang, size, SaveState::Demo)
}

/// On any book.
pub(crate) fn on(book: Book, lang: Lang, size: (u16, u16), save: SaveState) -> Model {
    Model::new(Start {
        book,
        shelf: Library::default(),
        text: Text::new(lang),
        keymap: Keymap::built_in(),
        view: View::default(),
        now: now(),
        home: TimeZone::get("Asia/Kuala_Lumpur").expect("a zone"),
        size,
        save,
        named: None,
        case: None,
        lost: None,
        notice: None,
        preferences: Preferences::default(),
    })
}
