//! How long the built program takes, seen from outside: on a pseudo terminal,
//! beside a bare list of as many rows on the same terminal library. Ratios inside
//! one run hold; single times do not.
//!
//! `cargo bench --bench outside` measures 10, 1,000 and 10,000 accounts, and the command
//! line on a book of a thousand cases, and prints the table of `docs/speed.md`;
//! `cargo bench --bench outside -- 10` only ten. With `--write` the whole table goes into
//! `docs/speed.md`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench tells what it measured"
)]

mod outside {
    pub(crate) mod bare;
    pub(crate) mod watched;
}

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use jiff::{Timestamp, civil::date};
use outside::{
    bare,
    watched::{Answer, Watched},
};
use ringoff::{
    domain::{AccountKind, AccountState, Book, Case, Id, Route},
    store::print,
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ringoff");

/// The page that holds the table, and what stands around the table there.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/speed.md");
const MARKS: (&str, &str) = ("<!-- ours: one run of the bench -->\n\n", "\n<!-- /ours -->");

/// Names the bare list among the arguments of this very program.
const BARE: &str = "--bare";

const STARTS: usize = 30;
const KEYS: usize = 100;
/// How often a key is pressed right behind one that saves.
const BEHIND: usize = 9;
/// Runs of a command on the large book.
const RUNS: usize = 5;

/// What makes a disk slow that way: each sync takes 300 ms more. The rest of the program
/// runs as it does without.
const SLOW_DISK: [&str; 11] = [
    "strace",
    "-f",
    "--seccomp-bpf",
    "-qq",
    "-o",
    "/dev/null",
    "-e",
    "trace=fsync,fdatasync",
    "-e",
    "inject=fsync,fdatasync:delay_enter=300000",
    "--",
];

fn main() {
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [first, items] = args.as_slice()
        && first == BARE
    {
        bare::run(items.parse().expect("a number")).expect("a terminal");
        return;
    }
    let asked: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10, 1_000, 10_000] } else { asked };
    let mut table = Table::default();
    table.row("| | accounts | a bare list | ringoff | ratio |");
    table.row("|---|--:|--:|--:|--:|");
    for items in &sizes {
        let folder = tempfile::tempdir().expect("a folder");
        let file = written(&book(1, *items), folder.path());
        let this = env::current_exe().expect("a path").display().to_string();
        let bare = vec![this, BARE.to_owned(), items.to_string()];
        let ringoff = vec![PROGRAM.to_owned(), "--file".to_owned(), file];
        compare(*items, &[bare, ringoff], folder.path(), &mut table);
    }
    if sizes.len() > 1 {
        large(&mut table);
    }
    let size = fs::metadata(PROGRAM).expect("it was built").len() as f64;
    table.row(&format!("| the program, MB | | | {:.2} | |", size / 1e6));
    if args.iter().any(|arg| arg == "--write") {
        table.write();
    }
}

/// What was measured, row by row.
#[derive(Default)]
struct Table(String);

impl Table {
    /// Adds a row, and tells it.
    fn row(&mut self, row: &str) {
        println!("{row}");
        self.0.push_str(row);
        self.0.push('\n');
    }

    /// Puts it in the place of the one in the page.
    fn write(&self) {
        let page = fs::read_to_string(PAGE).expect("reads");
        let (before, rest) = page.split_once(MARKS.0).expect("a mark");
        let (_, after) = rest.split_once(MARKS.1).expect("its end");
        let page = format!("{before}{}{}{}{after}", MARKS.0, self.0, MARKS.1);
        fs::write(PAGE, page).expect("writes");
    }
}

/// A book in a folder, and the path of its file.
fn written(book: &Book, folder: &Path) -> String {
    let path = folder.join("progress.ron");
    fs::write(&path, print(book).expect("prints")).expect("writes");
    path.display().to_string()
}

/// A book of so many cases, each with so many accounts and their history.
fn book(cases: usize, items: usize) -> Book {
    let (at, today) = (Timestamp::UNIX_EPOCH, date(2026, 11, 5));
    let mut book = Book::default();
    for number in 1..=cases {
        let id = Id::new(format!("kl-{number}"));
        let label = format!("KL {number}");
        let case = Case::new(id.clone(), label, Id::new("hotlink"), Route::Apply, today);
        book.open(case, at).expect("opens");
        for number in 1..=items {
            let case = book.case(&id).expect("there");
            let name = format!("Account {number}");
            let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
            let change = case.add_account(&name, kind, state, None, today).expect("allowed");
            book.record(&id, change, at).expect("records");
        }
    }
    book
}

/// The command line on a book of a thousand cases, and keys while it is saved.
fn large(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = written(&book(1_000, 60), folder.path());
    let size = fs::metadata(&file).expect("written").len() / 1_000_000;
    let mut toggled = ["check", "uncheck"].into_iter().cycle();
    let runs = |mut words: Box<dyn FnMut() -> Vec<&'static str>>| -> Vec<f64> {
        let run = |_| {
            let words = words();
            let mut command = Command::new(PROGRAM);
            command.args(["--file", &file, "--case", "kl-1"]).args(words);
            let (from, quiet) = (Instant::now(), command.stdout(Stdio::null()));
            let ended = quiet.env("HOME", folder.path()).status().expect("runs");
            assert!(ended.success());
            ms(from.elapsed())
        };
        (0..RUNS).map(run).collect()
    };
    let status = runs(Box::new(|| vec!["status"]));
    let check =
        runs(Box::new(move || vec![toggled.next().unwrap_or_default(), "precondition:activity"]));
    for (what, took) in [("`status`, ms", status), ("`check`, ms", check)] {
        table.row(&format!("| {what}, {size} MB | 60,000 | | {:.1} | |", median(&took)));
    }
    let ringoff = vec![PROGRAM.to_owned(), "--file".to_owned(), file];
    let behind = keys_behind_saves(&ringoff, folder.path());
    table.row(&format!(
        "| key behind a save, ms, {size} MB | 60,000 | | {:.2} | |",
        median(&behind)
    ));
}

/// How long the screen takes to show a key that is pressed right behind one that saves.
fn keys_behind_saves(command: &[String], home: &Path) -> Vec<f64> {
    let mut program = Watched::start(command, home);
    program.first_frame();
    program.press("2");
    let mut took = Vec::new();
    for at in 0..BEHIND {
        program.send(" ");
        took.push(ms(program.first_bytes(if at % 2 == 0 { "j" } else { "k" })));
        program.settle();
    }
    program.leave();
    took
}

/// What is measured of one program.
#[derive(Default)]
struct Measured {
    start: Vec<f64>,
    leave: Vec<f64>,
    returned: Vec<f64>,
    key: Vec<f64>,
    bytes: Vec<f64>,
    busy: Vec<f64>,
    burst: Vec<f64>,
    memory: Vec<f64>,
    wakes: Vec<f64>,
    idle: Vec<f64>,
}

fn compare(items: usize, commands: &[Vec<String>; 2], home: &Path, table: &mut Table) {
    let mut measured = [Measured::default(), Measured::default()];
    for run in 0..STARTS {
        for (command, into) in commands.iter().zip(&mut measured) {
            measure(command, home, run == 0, into);
        }
    }
    let [bare, ringoff] = &measured;
    for (what, bare, ringoff) in [
        ("start, ms", &bare.start, &ringoff.start),
        ("key to last byte, ms", &bare.key, &ringoff.key),
        ("processor a key, ms", &bare.busy, &ringoff.busy),
        ("bytes a key", &bare.bytes, &ringoff.bytes),
        ("1,000 keys at once, ms", &bare.burst, &ringoff.burst),
        ("peak memory, MB", &bare.memory, &ringoff.memory),
        ("the terminal is back, ms", &bare.returned, &ringoff.returned),
        ("leaving, ms", &bare.leave, &ringoff.leave),
        ("bytes in idle 2 s", &bare.idle, &ringoff.idle),
        ("wake-ups in them", &bare.wakes, &ringoff.wakes),
    ] {
        let (bare, ringoff) = (median(bare), median(ringoff));
        let ratio = if bare > 0.0 { format!("{:.2}", ringoff / bare) } else { String::new() };
        table.row(&format!("| {what} | {items} | {bare:.2} | {ringoff:.2} | {ratio} |"));
    }
    let [bare, ringoff] = commands;
    let mut slow: Vec<String> =
        SLOW_DISK.map(str::to_owned).into_iter().chain(ringoff.clone()).collect();
    // The programs are started without a PATH.
    let folders = env::var_os("PATH").unwrap_or_default();
    let strace = env::split_paths(&folders).map(|one| one.join("strace")).find(|one| one.is_file());
    if let (Some(path), Some(first)) = (&strace, slow.first_mut()) {
        path.to_str().expect("text").clone_into(first);
    }
    let bare = keys_behind_saves(bare, home);
    for (what, command, can) in [
        ("key behind a save, ms", ringoff, true),
        ("the same, each sync 300 ms slower", &slow, strace.is_some()),
    ] {
        if can {
            let (bare, took) = (median(&bare), median(&keys_behind_saves(command, home)));
            table
                .row(&format!("| {what} | {items} | {bare:.2} | {took:.2} | {:.2} |", took / bare));
        }
    }
}

/// One start; in the first run the keys as well.
fn measure(command: &[String], home: &Path, with_keys: bool, into: &mut Measured) {
    let mut program = Watched::start(command, home);
    into.start.push(ms(program.first_frame().time));
    if with_keys {
        // The pane of the accounts; the bare list knows no such key.
        program.press("2");
        let before = program.busy();
        for at in 0..KEYS {
            let Answer { time, bytes } = program.press(if at % 8 < 4 { "j" } else { "k" });
            into.key.push(ms(time));
            into.bytes.push(bytes as f64);
        }
        let keys = KEYS as f64;
        into.busy.extend(
            before.zip(program.busy()).map(|(from, to)| ms(to.saturating_sub(from)) / keys),
        );
        // They end elsewhere than they begin, or nothing would be written.
        into.burst.push(ms(program.press(&format!("{}j", "jk".repeat(500))).time));
        let wakes = program.status("voluntary_ctxt_switches");
        into.idle.push(program.idle(Duration::from_secs(2)) as f64);
        let after = program.status("voluntary_ctxt_switches");
        into.wakes.extend(wakes.zip(after).map(|(before, after)| (after - before) as f64));
        into.memory.extend(program.status("VmHWM").map(|kilobytes| kilobytes as f64 / 1024.0));
    }
    let (returned, ended) = program.leave();
    into.returned.push(ms(returned));
    into.leave.push(ms(ended));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
