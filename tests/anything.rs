//! Whatever is pressed, in whatever window: nothing panics, what is saved reads
//! back, and undo leads to the beginning.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/dashboard.rs"]
mod dashboard;

use jiff::ToSpan as _;
use proptest::prelude::*;
use ratatui::{Terminal, backend::TestBackend};
use ringoff::{
    app::{Code, Effect, Key, Message, Model, SaveState},
    domain::{Book, Id},
    export::{NotImported, json, read_json},
    store::{print, read},
    text::Lang,
    ui::{self, Theme},
};

fn start(lang: Lang, demo: bool, size: (u16, u16)) -> Model {
    let book = if demo { dashboard::demo(lang, size).book } else { Book::default() };
    dashboard::on(book, lang, size, SaveState::Unchanged)
}

/// Draws a frame and looks at every cell of it.
fn draw(model: &Model) {
    let mut terminal =
        Terminal::new(TestBackend::new(model.size.0, model.size.1)).expect("a terminal");
    let theme = Theme::plain();
    terminal.draw(|frame| ui::draw(model, &theme, frame)).expect("draws");
    for cell in &terminal.backend().buffer().content {
        let symbol = cell.symbol();
        assert!(!symbol.chars().any(char::is_control), "{symbol:?}");
        assert!(!symbol.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}']), "{symbol:?}");
    }
}

fn key() -> impl Strategy<Value = Key> {
    let plain = Key::plain;
    prop_oneof![
        6 => proptest::sample::select("jkhlaedwfyson.uUzm/123456789GgcbCEREqx []:?- Maybank+3d".chars().collect::<Vec<_>>())
            .prop_map(move |c| plain(Code::Char(c))),
        4 => proptest::sample::select(vec![
            Code::Enter, Code::Esc, Code::Tab, Code::BackTab, Code::Up, Code::Down, Code::Left,
            Code::Right, Code::Home, Code::End, Code::PageUp, Code::PageDown, Code::Backspace,
            Code::Delete,
        ])
        .prop_map(plain),
        1 => any::<char>().prop_map(move |c| plain(Code::Char(c))),
        1 => proptest::char::range('a', 'z').prop_map(|c| Key { code: Code::Char(c), ctrl: true, alt: false }),
    ]
}

fn message() -> impl Strategy<Value = Message> {
    prop_oneof![
        40 => key().prop_map(Message::Key),
        1 => "\\PC{0,12}|[\u{1b}\u{202e}解b\u{301}]{0,9}".prop_map(Message::Paste),
        2 => (0_u16..140, 0_u16..45).prop_map(|(columns, rows)| Message::Resize(columns, rows)),
        1 => Just(Message::SaveFailed("the disk is full".into())),
    ]
}

/// A book without what undo has put aside.
fn bare(book: &Book) -> Book {
    let mut book = book.clone();
    book.taken_back.clear();
    for case in &mut book.cases {
        case.undone.clear();
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_keys_in_any_window(
        messages in proptest::collection::vec(message(), 1..160),
        demo in any::<bool>(),
        lang in proptest::sample::select(Lang::ALL.to_vec()),
    ) {
        let mut model = start(lang, demo, (80, 24));
        let first = bare(&model.book);
        let mut now = model.now;
        for message in messages {
            now = now.checked_add(90.minutes()).expect("in range");
            model.update(Message::Now(now));
            for effect in model.update(message) {
                if let Effect::Save(book, upto) = effect {
                    let text = print(&book).expect("prints");
                    let (back, intact) = read(text.as_bytes()).expect("reads back");
                    prop_assert!(intact && back == *book);
                    let exported = json(&book, true).expect("writes");
                    prop_assert!(read_json(&exported).is_ok_and(|back| back == *book));
                    let masked = json(&book, false).expect("writes");
                    prop_assert!(matches!(read_json(&masked), Err(NotImported::Masked)));
                    model.update(Message::Saved { upto, durable: true });
                }
            }
            draw(&model);
        }
        let mut book = model.book.clone();
        let began = |id: &Id| first.case(id).map_or(0, |case| case.history.len());
        loop {
            let more = book.cases.iter().find(|case| case.history.len() > began(&case.id));
            let Some(id) = more.map(|case| case.id.clone()) else { break };
            book.undo(&id).expect("can be undone");
        }
        // What the demo began with may itself have been undone; whatever is
        // left is what it was.
        for case in &bare(&book).cases {
            let before = first.case(&case.id);
            let whole = before.is_some_and(|before| before.history == case.history);
            prop_assert!(!whole || before == Some(case));
        }
    }

    #[test]
    fn any_window(columns in 0_u16..220, rows in 0_u16..70, focus in 0_usize..9) {
        let lang = Lang::ALL[focus % Lang::ALL.len()];
        let mut model = start(lang, true, (columns, rows));
        model.focus = focus;
        draw(&model);
        for key in ["?", "c", ":", "s", "b", "/", "C", "E"] {
            model.update(Message::Key(key.parse().expect("a key")));
            draw(&model);
            model.update(Message::Key(Key::plain(Code::Esc)));
        }
    }

    #[test]
    fn any_text_in_any_field(text in "\\PC{0,30}|[\u{1b}\u{202e}\u{9b}\n\t解銀ｱ👨\u{200d}b\u{301}]{0,30}") {
        let mut model = start(Lang::En, true, (80, 24));
        for key in ["2", "a"] {
            model.update(Message::Key(key.parse().expect("a key")));
        }
        model.update(Message::Paste(text));
        draw(&model);
        model.update(Message::Key(Key::plain(Code::Enter)));
        draw(&model);
        let text = print(&model.book).expect("prints");
        let (back, _) = read(text.as_bytes()).expect("reads");
        prop_assert_eq!(back, model.book);
    }
}
