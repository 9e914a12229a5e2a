//! What a start, a key and a save cost, in counts that no other program on the
//! machine can change: instructions, allocations, calls of the system, bytes.
//!
//! A count may be a tenth and one above what stands in `counts/figures.txt`, which is written
//! anew with `COUNTS=bless`. What counts is `valgrind` and `strace`; where one is not
//! there, that is said and nothing is counted by it.

#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[expect(dead_code, reason = "other tests need the rest")]
#[path = "terminal/pty.rs"]
mod pty;

use std::{collections::BTreeMap, env, fs, process::Command};

use pty::{Home, Pty};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ringoff");
const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/counts/figures.txt");

/// Keys by which a key is counted: from one account to the next and back.
const KEYS: usize = 20;

/// How often threads wait for one another is up to the system's scheduler: of its calls
/// only those of a key are told.
const UNSTEADY: [&str; 2] = ["calls a start", "calls a save"];

/// What a run does after the first frame.
#[derive(Clone, Copy)]
enum Doing {
    Nothing,
    /// Goes to the accounts.
    Looking,
    /// Goes from one to the next, and back.
    Moving,
    /// Marks one.
    Saving,
}

/// Something that counts while it runs a program.
struct Counter {
    name: &'static str,
    program: &'static str,
    args: &'static [&'static str],
    /// Finds the count in what it has told.
    read: fn(&str) -> Option<u64>,
}

const COUNTERS: [Counter; 3] = [
    Counter {
        name: "instructions",
        program: "valgrind",
        args: &["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=@"],
        read: |told| number(told.lines().find(|line| line.contains("Collected :"))?, "Collected :"),
    },
    Counter {
        name: "allocations",
        program: "valgrind",
        args: &["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no", "--log-file=@"],
        read: |told| number(told.lines().find(|line| line.contains("heap usage"))?, "usage:"),
    },
    Counter {
        name: "calls",
        program: "strace",
        args: &["-f", "-o", "@"],
        read: |told| told.lines().filter(|line| line.contains('(')).count().try_into().ok(),
    },
];

/// The number behind some words.
fn number(line: &str, words: &str) -> Option<u64> {
    let (_, rest) = line.split_once(words)?;
    rest.split_whitespace().next()?.replace(',', "").parse().ok()
}

/// A book of ten accounts.
fn home() -> Home {
    let home = Home::new();
    home.run(&["new", "--label", "KL"]);
    for number in 1..=10 {
        home.run(&["account", "add", &format!("Account {number}"), "--kind", "bank"]);
    }
    home
}

/// One run, and how many bytes it wrote.
fn run(program: &str, args: &[&str], home: &Home, doing: Doing) -> usize {
    let path = env::var("PATH").unwrap_or_default();
    let mut pty = Pty::run(home, program, args, (40, 120), &[("PATH", &path)]);
    pty.wait_for("? help");
    let shows = |number: usize| format!("Account {number} ─");
    if !matches!(doing, Doing::Nothing) {
        pty.press("2");
        pty.wait_for(&shows(1));
    }
    match doing {
        Doing::Nothing | Doing::Looking => {}
        Doing::Moving => {
            for at in 0..KEYS {
                // Down four times, then up four times.
                let (key, number) = if at % 8 < 4 { ("j", at % 8 + 2) } else { ("k", 8 - at % 8) };
                pty.press(key);
                pty.wait_for(&shows(number));
            }
        }
        Doing::Saving => {
            pty.press(" ");
            pty.wait_for("saved 10:00");
        }
    }
    pty.press("q");
    assert_eq!(pty.ended(), 0);
    pty.written()
}

/// What a counter counts in a run.
fn count(counter: &Counter, home: &Home, doing: Doing) -> u64 {
    let told = format!("{}/told", home.path());
    let mut args: Vec<String> = counter.args.iter().map(|arg| arg.replace('@', &told)).collect();
    args.push(PROGRAM.to_owned());
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    run(counter.program, &args, home, doing);
    let told = fs::read_to_string(&told).expect("something was told");
    (counter.read)(&told).unwrap_or_else(|| panic!("no count in {told}"))
}

/// What a start, a key and a save cost, by the name of each.
fn counted(name: &str, mut count: impl FnMut(Doing) -> u64) -> Vec<(String, u64)> {
    let [start, looking, moving, saving] =
        [Doing::Nothing, Doing::Looking, Doing::Moving, Doing::Saving].map(&mut count);
    let keys = u64::try_from(KEYS).expect("few");
    vec![
        (format!("{name} a start"), start),
        (format!("{name} a key"), moving.saturating_sub(looking) / keys),
        (format!("{name} a save"), saving.saturating_sub(looking)),
    ]
}

fn figures() -> BTreeMap<String, u64> {
    let text = fs::read_to_string(FIGURES).unwrap_or_default();
    let pairs = text.lines().filter_map(|line| line.split_once(": "));
    pairs.map(|(name, figure)| (name.to_owned(), figure.parse().expect("a number"))).collect()
}

#[test]
fn a_start_a_key_and_a_save_cost_no_more_than_they_did() {
    if !cfg!(debug_assertions) {
        return println!("skipped: the figures are those of a build that is not optimised");
    }
    let has = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let mut all = Vec::new();
    for counter in &COUNTERS {
        if has(counter.program) {
            all.extend(counted(counter.name, |doing| count(counter, &home(), doing)));
        } else {
            println!("skipped: no {} here to count {}", counter.program, counter.name);
        }
    }
    let written = |doing| run(PROGRAM, &[], &home(), doing).try_into().expect("few");
    all.extend(counted("bytes", written));
    all.retain(|(name, _)| !UNSTEADY.contains(&name.as_str()));
    if env::var("COUNTS").is_ok_and(|asked| asked == "bless") {
        let lines: Vec<String> =
            all.iter().map(|(name, count)| format!("{name}: {count}\n")).collect();
        return fs::write(FIGURES, lines.concat()).expect("writes");
    }
    let figures = figures();
    let most = |name: &String| figures.get(name).map_or(0, |figure| figure + figure / 10 + 1);
    let above: Vec<_> = all.iter().filter(|(name, count)| *count > most(name)).collect();
    assert!(above.is_empty(), "{above:?} in place of {figures:?}");
}

/// The thread that hears keys and draws has the disk confirm nothing: however long
/// that takes, no key waits for it.
#[test]
fn what_hears_the_keys_never_waits_for_the_disk() {
    if Command::new("strace").arg("--version").output().is_err() {
        return println!("skipped: no strace here");
    }
    let home = home();
    let told = format!("{}/told", home.path());
    let args = ["-f", "-qq", "-o", &told, "-e", "trace=execve,fsync,fdatasync", PROGRAM];
    run("strace", &args, &home, Doing::Saving);
    let told = fs::read_to_string(&told).expect("something was told");
    let calls: Vec<(&str, &str)> =
        told.lines().filter_map(|line| line.split_once(char::is_whitespace)).collect();
    let main = calls.first().expect("it was started").0;
    let syncs: Vec<&(&str, &str)> =
        calls.iter().filter(|(_, call)| call.trim_start().contains("sync(")).collect();
    assert!(syncs.len() > 1, "a save is synced: {told}");
    assert!(syncs.iter().all(|(thread, _)| *thread != main), "{told}");
}
