//! The README says what is true: its picture and its tables are made from the
//! program. With `README=bless` in the environment they are rewritten.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::format_push_string,
    reason = "a test that cannot go on fails"
)]

#[path = "support/dashboard.rs"]
mod dashboard;
mod readme {
    pub(crate) mod svg;
}

use std::{fs, process::Command};

use ratatui::{Terminal, backend::TestBackend};
use ringoff::{
    app::{Command as Key, Keymap, Scope},
    text::{Lang, Text},
    ui::{self, Depth, Theme},
};

/// Compares a file with what it should be, or writes it.
fn keep(path: &str, now: &str) {
    let old = fs::read_to_string(path).unwrap_or_default();
    if old == now {
        return;
    }
    let bless = std::env::var("README").is_ok_and(|how| how == "bless");
    assert!(bless, "{path} is not what the program says; README=bless cargo test rewrites it");
    fs::write(path, now).expect("writes");
}

/// The README with what stands between two marks replaced.
fn with(readme: &str, mark: &str, body: &str) -> String {
    let begins = readme.find(&format!("<!-- {mark}:")).expect("a mark");
    let begins = begins + readme.get(begins..).and_then(|rest| rest.find('\n')).expect("a line");
    let ends = readme.find(&format!("<!-- /{mark} -->")).expect("a mark");
    let (before, after) = (readme.get(..begins), readme.get(ends..));
    format!("{}\n{body}{}", before.expect("text"), after.expect("text"))
}

#[test]
fn keys_and_commands_are_those_of_the_program() {
    let (text, keymap) = (Text::new(Lang::En), Keymap::built_in());
    let mut keys = String::new();
    for scope in Scope::ALL {
        let heading = text.get(&format!("ui-scope-{}", scope.word())).into_owned();
        keys += &format!("\n| {heading} | |\n|---|---|\n");
        for command in Key::ALL.iter().filter(|command| command.scope() == scope) {
            let bound = keymap.keys_of(*command);
            let bound: Vec<String> = bound.iter().map(|key| format!("`{key}`")).collect();
            let bound = if bound.is_empty() { "(palette)".to_owned() } else { bound.join(" ") };
            keys += &format!("| {bound} | {} |\n", text.get(command.text()));
        }
    }
    keys.push('\n');
    let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
    let output = command.arg("--help").env_clear().env("RINGOFF_LANG", "en").output();
    let help = String::from_utf8(output.expect("runs").stdout).expect("text");
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let mut table = "\n| command | |\n|---|---|\n".to_owned();
    for line in commands.take_while(|line| !line.is_empty()) {
        let (name, about) = line.trim().split_once(' ').expect("a row");
        table += &format!("| `ringoff {name}` | {} |\n", about.trim());
    }
    table.push('\n');
    let readme = fs::read_to_string("README.md").expect("reads");
    keep("README.md", &with(&with(&readme, "keys", &keys), "commands", &table));
}

#[test]
fn the_pictures_are_the_dashboard() {
    let size = (120, 36);
    let model = dashboard::demo(Lang::En, size);
    for name in ["dark", "light"] {
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
        let theme = Theme::named(name, Depth::True).expect("a theme");
        terminal.draw(|frame| ui::draw(&model, &theme, frame)).expect("draws");
        let path = format!("assets/dashboard-{name}.svg");
        keep(&path, &readme::svg::of(terminal.backend().buffer()));
        let readme = fs::read_to_string("README.md").expect("reads");
        assert!(readme.contains(&path), "{path}");
    }
}

/// The commands the README tells a newcomer to run are real.
#[test]
fn the_two_commands_are_there() {
    let readme = fs::read_to_string("README.md").expect("reads");
    for line in ["cargo run --release     #", "cargo test              #"] {
        assert!(readme.contains(line), "{line}");
    }
    let ci = fs::read_to_string(".ci/run").expect("reads");
    assert!(ci.contains("cargo test"), "what the README says is what is run");
}

/// Every session the README shows is what the program says.
#[test]
fn the_sessions_shown_are_true() {
    let readme = fs::read_to_string("README.md").expect("reads");
    let mut seen = 0;
    for session in readme.split("```console\n").skip(1) {
        let (session, _) = session.split_once("```").expect("an end");
        let (line, told) = session.split_once('\n').expect("a command");
        let args = line.strip_prefix("$ ringoff ").expect("a command of ours").split(' ');
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        let folder = tempfile::tempdir().expect("a folder");
        command.args(args).env_clear().env("RINGOFF_LANG", "en").env("HOME", folder.path());
        let output = command.output().expect("runs");
        assert_eq!(String::from_utf8(output.stdout).expect("text"), told, "{line}");
        seen += 1;
    }
    assert!(seen > 0);
}
