//! Whatever is pressed, in whatever window: nothing panics, what is saved reads
//! back, and undo leads to the beginning.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/dashboard.rs"]
mod dashboard;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use jiff::ToSpan as _;
use proptest::prelude::*;
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Rect};
use ringoff::{
    app::{Code, Effect, Key, Message, Model, PaneId, SaveState},
    domain::{Book, Id},
    export::{ImportError, json, read_json},
    store::{print, read},
    text::Lang,
    ui::{self, Canvas, Theme},
};

fn start(lang: Lang, demo: bool, size: (u16, u16)) -> Model {
    let book = if demo { dashboard::demo(lang, size).book } else { Book::default() };
    dashboard::on(book, lang, size, SaveState::Unchanged)
}

/// Draws a frame and looks at every cell of it.
fn draw(model: &Model) -> Buffer {
    let mut terminal =
        Terminal::new(TestBackend::new(model.size.0, model.size.1)).expect("a terminal");
    let theme = Theme::plain();
    let drawn = terminal.draw(|frame| ui::draw(model, &theme, frame)).expect("draws");
    let drawn = drawn.buffer.clone();
    for cell in &terminal.backend().buffer().content {
        let symbol = cell.symbol();
        assert!(!symbol.chars().any(char::is_control), "{symbol:?}");
        assert!(!symbol.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}']), "{symbol:?}");
    }
    drawn
}

/// Draws what differs from the last frame: that must be what is drawn anew.
fn draw_on(canvas: &mut Canvas, model: &Model) {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    if canvas.cells().area != area {
        *canvas = Canvas::new(area);
    }
    ui::paint(model, &Theme::plain(), canvas);
    assert_eq!(*canvas.cells(), draw(model));
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

#[test]
fn a_key_that_only_selects_leaves_the_rest_as_it_is() {
    let mut model = start(Lang::En, true, (120, 40));
    let mut canvas = Canvas::new(Rect::new(0, 0, 120, 40));
    let drawn = |canvas: &Canvas| (0..40).filter(|y| canvas.is_drawn(*y)).count();
    ui::paint(&model, &Theme::plain(), &mut canvas);
    for (key, part) in
        [("1", false), ("2", false), ("j", true), ("j", true), ("k", true), (" ", false)]
    {
        model.update(Message::Key(key.parse().unwrap_or(Key::plain(Code::Char(' ')))));
        draw_on(&mut canvas, &model);
        assert_eq!(drawn(&canvas) < 30, part, "{key}: {} rows", drawn(&canvas));
    }
}

/// A book without what undo has put aside.
fn bare(book: &Book) -> Book {
    let mut book = book.clone();
    book.taken_back.clear();
    for case in &mut book.cases {
        let case = Arc::make_mut(case);
        case.undone.clear();
        // When something was undone for good stays on record.
        case.forgotten.clear();
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
        let mut canvas = Canvas::default();
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
                    prop_assert!(matches!(read_json(&masked), Err(ImportError::Masked)));
                    model.update(Message::Saved { upto, durable: true });
                }
            }
            draw_on(&mut canvas, &model);
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
        model.focus = PaneId::ALL[focus];
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
        model.update(Message::Key(Key { code: Code::Char('s'), ctrl: true, alt: false }));
        draw(&model);
        let text = print(&model.book).expect("prints");
        let (back, _) = read(text.as_bytes()).expect("reads");
        prop_assert_eq!(back, model.book);
    }
}

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("fits")
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        all.get(self.roll(all.len())).expect("one of them")
    }
}

/// Texts that break terminals, wrapping or widths.
const HOSTILE: [&str; 23] = [
    "\u{1b}]0;pwn\u{7}",
    "\u{9b}31m",
    "\u{1b}[2J\u{1b}[1;1H",
    "a\tb\nc\r",
    "\u{202e}gnp.exe",
    "\u{2066}a\u{2069}",
    "\u{200b}\u{200b}",
    "\u{feff}x",
    "e\u{301}\u{301}\u{301}\u{301}",
    "👨\u{200d}👩\u{200d}👧",
    "b解b",
    "ｱｲｳ",
    "解解解解解解解解解解",
    "🇲🇾🇨🇳",
    "❤\u{fe0f}",
    "\u{0}",
    "ﷺ",
    "שלום עולם",
    "مرحبا",
    "สวัสดี",
    "\u{ad}\u{ad}",
    "𝒳𝓎",
    "a\u{300}\u{200d}\u{fe0f}",
];

/// A text of pieces of any script.
fn any_text(dice: &mut Dice) -> String {
    let pieces = 1 + dice.roll(6);
    (0..pieces).map(|_| (*dice.one_of(&HOSTILE)).repeat(1 + dice.roll(4))).collect()
}

/// A book of one case with a lot in it, and no history to undo.
fn large() -> Book {
    let mut book = dashboard::demo(Lang::En, (80, 24)).book;
    book.cases.truncate(1);
    let today = jiff::civil::date(2026, 11, 5);
    for number in 0..60 {
        let case = book.cases.first_mut().expect("a case");
        let name = format!("Made-up {number}");
        let made = case.add_account(
            &name,
            ringoff::domain::AccountKind::Other,
            ringoff::domain::AccountState::ToDo,
            None,
            today,
        );
        let id = case.id.clone();
        let at = "2026-11-05T02:00:00Z".parse().expect("a moment");
        book.record(&id, made.expect("fits"), at).expect("is recorded");
    }
    let case = book.cases.first_mut().expect("a case");
    Arc::make_mut(case).history.clear();
    book
}

#[test]
fn twenty_thousand_draws_of_hostile_text() {
    let mut dice = Dice(0x5eed);
    let mut model = start(Lang::En, true, (80, 24));
    model.book = large();
    model.update(Message::Key("g".parse().expect("a key")));
    let screens =
        ["1", "2", "4", "5", "9", "z", "?", ":", "c", "b", "L", "p", "t", "g i", "2 a", "C"];
    for round in 0..20_000 {
        if round % 50 == 0 {
            model.dialogs.clear();
            let keys = *dice.one_of(&screens);
            for key in keys.split(' ') {
                model.update(Message::Key(key.parse().expect("a key")));
            }
        }
        let case = Arc::make_mut(model.book.cases.first_mut().expect("a case"));
        case.label = any_text(&mut dice);
        case.line.number = Some(any_text(&mut dice));
        let at = dice.roll(case.accounts.len());
        if let Some(account) = case.accounts.get_mut(at) {
            account.name = any_text(&mut dice);
            account.note = Some(any_text(&mut dice));
        }
        if let Some(contact) = case.contacts.first_mut() {
            contact.channel = any_text(&mut dice);
            contact.note = Some(any_text(&mut dice));
        }
        if dice.roll(4) == 0 {
            model.update(Message::Paste(any_text(&mut dice)));
        }
        model.toast = (dice.roll(3) == 0).then(|| ringoff::app::Toast {
            text: any_text(&mut dice),
            tone: ringoff::app::Tone::Bad,
        });
        let (columns, rows) = (dice.roll(201), dice.roll(61));
        model.size = (columns.try_into().expect("fits"), rows.try_into().expect("fits"));
        draw(&model);
    }
}

#[test]
fn a_hundred_thousand_keys_can_all_be_undone() {
    let keys: Vec<Key> =
        "jkl1236 d uU 12  aedwfysonruUzmtcbCERELpSgGx/:?[]45789 Maybank+3d-. \u{20}  "
            .chars()
            .map(|c| Key::plain(Code::Char(c)))
            .chain(
                [
                    Code::Enter,
                    Code::Enter,
                    Code::Enter,
                    Code::Esc,
                    Code::Esc,
                    Code::Tab,
                    Code::BackTab,
                    Code::Up,
                    Code::Down,
                    Code::Left,
                    Code::Right,
                    Code::Backspace,
                    Code::Delete,
                    Code::PageDown,
                    Code::Home,
                    Code::End,
                ]
                .map(Key::plain),
            )
            .collect();
    let full = large();
    // The runs have nothing in common: every core takes the next one.
    let next = AtomicU64::new(0);
    let run = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|run| *run < 20);
    let runs = || std::iter::from_fn(run).map(|run| press_and_undo(run, &keys, &full));
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let (pressed, changed) = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..cores).map(|_| scope.spawn(|| runs().collect::<Vec<_>>())).collect();
        let done = threads.into_iter().flat_map(|one| one.join().expect("nothing panics"));
        done.fold((0, 0), |sum, run| (sum.0 + run.0, sum.1 + run.1))
    });
    assert_eq!(pressed, 100_000);
    // Most keys only move about or are typed into a form; enough of them change
    // something.
    assert!(changed > 100, "{changed}");
}

/// Presses keys by chance and undoes everything. Returns how many were pressed, and how
/// many changes were saved.
fn press_and_undo(run: u64, keys: &[Key], full: &Book) -> (usize, usize) {
    let (mut pressed, mut changed) = (0, 0);
    let mut dice = Dice(0xfeed + run * 7919);
    let lang = *dice.one_of(&Lang::ALL);
    let book = if run.is_multiple_of(2) { Book::default() } else { full.clone() };
    let first = print(&bare(&book)).expect("prints");
    let mut model = dashboard::on(book, lang, (80, 24), SaveState::Unchanged);
    for at in 0..5_000 {
        // A form that random keys cannot leave would take all that follow.
        if at % 200 == 0 {
            model.dialogs.clear();
        }
        let effects = model.update(Message::Key(*dice.one_of(keys)));
        for effect in effects {
            if let Effect::Save(_, upto) = effect {
                model.update(Message::Saved { upto, durable: true });
                changed += 1;
            }
        }
        pressed += 1;
        if at % 250 == 0 {
            draw(&model);
        }
    }
    let text = print(&model.book).expect("prints");
    let (back, intact) = read(text.as_bytes()).expect("reads back");
    assert!(intact && back == model.book, "run {run}");
    let mut book = model.book.clone();
    while let Some(id) =
        book.cases.iter().find(|case| !case.history.is_empty()).map(|case| case.id.clone())
    {
        book.undo(&id).expect("can be undone");
    }
    assert_eq!(print(&bare(&book)).expect("prints"), first, "run {run}");
    (pressed, changed)
}
