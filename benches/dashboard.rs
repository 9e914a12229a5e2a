//! How long the dashboard takes, inside: a start, a key, a frame. Times are
//! printed, never asserted; compare them within one run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench tells what it measured")]

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use jiff::{Timestamp, tz::TimeZone};
use ratatui::{Terminal, backend::TestBackend};
use ringoff::{
    app::{Key, Keymap, Message, Model, SaveState, Start, View},
    playbook::{Shelf, demo_book},
    text::{Lang, Text},
    ui::{self, Theme},
};

const SIZE: (u16, u16) = (120, 40);

fn model(lang: Lang) -> Model {
    let now: Timestamp = "2026-11-05T02:00:00Z".parse().expect("a moment");
    let text = Text::new(lang);
    Model::new(Start {
        book: demo_book(&text, now),
        shelf: Shelf::default(),
        text,
        keymap: Keymap::built_in(),
        view: View::default(),
        now,
        home: TimeZone::UTC,
        size: SIZE,
        save: SaveState::Demo,
        notice: None,
    })
}

/// The median of so many runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(runs / 2).copied().unwrap_or_default()
}

fn main() {
    let theme = Theme::own();
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a terminal");
    for lang in Lang::ALL {
        let start = median(50, || {
            let model = model(lang);
            terminal.draw(|frame| ui::draw(&model, &theme, frame)).expect("draws");
        });
        let mut model = model(lang);
        let key: Key = "j".parse().expect("a key");
        let update = median(500, || {
            black_box(model.update(Message::Key(key)));
        });
        let frame = median(500, || {
            terminal.draw(|frame| ui::draw(&model, &theme, frame)).expect("draws");
        });
        println!("{lang:6} start {start:>10.1?}   key {update:>10.1?}   frame {frame:>10.1?}");
    }
}
