//! How long the dashboard takes, inside: a start, a key, a frame. Times are
//! printed, never asserted; compare them within one run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench tells what it measured")]

#[path = "../tests/support/dashboard.rs"]
mod dashboard;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use ratatui::{Terminal, backend::TestBackend};
use ringoff::{
    app::{Key, Message},
    text::Lang,
    ui::{self, Theme},
};

const SIZE: (u16, u16) = (120, 40);

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
            let model = dashboard::demo(lang, SIZE);
            terminal.draw(|frame| ui::draw(&model, &theme, frame)).expect("draws");
        });
        let mut model = dashboard::demo(lang, SIZE);
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
