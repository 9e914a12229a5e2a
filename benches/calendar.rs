//! How long the working days take, inside: loading one region, the n-th
//! working day, a whole review. Times are printed, never asserted; compare them
//! within one run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench tells what it measured")]

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use jiff::{ToSpan as _, civil::date};
use ringoff::{
    calendar::Calendar,
    domain::{Filed, Window},
};

/// The median time of one of `count` runs, over so many rounds.
fn median(rounds: usize, count: u32, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let begun = Instant::now();
            for _ in 0..count {
                run();
            }
            begun.elapsed() / count
        })
        .collect();
    times.sort_unstable();
    times.get(rounds / 2).copied().unwrap_or_default()
}

fn main() {
    let window = Window { earliest: 3, latest: 7 };
    let starts: Vec<_> =
        date(2026, 1, 1).series(1.day()).take_while(|day| day.year() == 2026).collect();
    let days = u32::try_from(starts.len()).expect("a year");
    for region in ["MY-14", "MY-03", "CN", "ZZ"] {
        let load = median(50, 20, || {
            black_box(Calendar::find(black_box(region)).expect("a region"));
        });
        let calendar = Calendar::find(region).expect("a region");
        let nth = median(200, 1, || {
            for start in &starts {
                black_box(calendar.nth_after(black_box(*start), 7));
            }
        });
        let today = date(2026, 11, 24);
        let filed = Filed { on: date(2026, 11, 5), window, moved: None };
        let review = median(50, 100, || {
            black_box(calendar.review(black_box(&filed), today));
        });
        println!(
            "{region:6} load {load:>9.1?}   7th working day {:>7.1?}   review {review:>9.1?}",
            nth / days
        );
    }
}
