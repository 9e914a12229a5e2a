//! The READMEs and `docs` say what is true: their pictures and tables are made
//! from the program, and the three READMEs keep step. With `README=bless` in the
//! environment what is made is rewritten.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::format_push_string,
    reason = "a test that cannot go on fails"
)]

#[path = "support/dashboard.rs"]
mod dashboard;
mod readme {
    pub(crate) mod reference;
    pub(crate) mod svg;
}

use std::{fs, path::PathBuf, process::Command};

use ratatui::{Terminal, backend::TestBackend};
use ringoff::{
    app::{Command as Key, Keymap, Scope},
    text::{Lang, Text},
    ui::{self, Depth, Theme},
};

/// The README in each language, and what its pictures are called.
const READMES: [(&str, Lang, &str); 3] = [
    ("README.md", Lang::En, ""),
    ("README.zh-CN.md", Lang::ZhCn, "zh-CN-"),
    ("README.ms.md", Lang::Ms, "ms-"),
];

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

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
    keep("docs/keys.md", &with(&read("docs/keys.md"), "keys", &keys));
    keep("docs/commands.md", &with(&read("docs/commands.md"), "commands", &table));
}

/// The guide to playbooks names every field that is read, and what there is to replace.
#[test]
fn the_guide_to_playbooks_has_every_field_and_every_id() {
    let guide = "docs/playbooks.md";
    let page = with(&read(guide), "fields", &readme::reference::fields());
    let page = with(&page, "blanks", &readme::reference::blanks());
    keep(guide, &with(&page, "ids", &readme::reference::ids("generic")));
}

#[test]
fn the_pictures_are_the_dashboard() {
    let size = (120, 36);
    for (readme, lang, mark) in READMES {
        let (model, readme) = (dashboard::demo(lang, size), read(readme));
        for name in ["dark", "light"] {
            let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
            let theme = Theme::named(name, Depth::True).expect("a theme");
            terminal.draw(|frame| ui::draw(&model, &theme, frame)).expect("draws");
            let path = format!("assets/dashboard-{mark}{name}.svg");
            keep(&path, &readme::svg::of(terminal.backend().buffer()));
            assert!(readme.contains(&path), "{path}");
        }
    }
}

/// The commands the READMEs tell a newcomer to run are real.
#[test]
fn the_two_commands_are_there() {
    for (path, ..) in READMES {
        let readme = read(path);
        for line in ["cargo run --release     #", "cargo test              #"] {
            assert!(readme.contains(line), "{path}: {line}");
        }
    }
    assert!(read(".ci/run").contains("cargo test"), "what the READMEs say is what is run");
}

/// What has to be the same in every language: headings, code, rows of tables,
/// points of lists, what is linked.
fn skeleton(readme: &str) -> Vec<String> {
    let mut bones = Vec::new();
    let mut code = false;
    for line in readme.lines() {
        let fence = line.starts_with("```");
        if fence || code {
            bones.push(line.to_owned());
            code ^= fence;
            continue;
        }
        for mark in ["# ", "## ", "| ", "- ", "<source", "<img", "**"] {
            if line.starts_with(mark) {
                bones.push(mark.to_owned());
            }
        }
    }
    assert!(!code, "a block of code ends");
    bones
}

/// The files a README leads to; not the READMEs themselves and their pictures.
fn links(readme: &str) -> Vec<&str> {
    let parts = readme.split("](").skip(1).filter_map(|part| part.split(')').next());
    let mut links: Vec<&str> = parts.filter(|link| !link.starts_with("README")).collect();
    links.sort_unstable();
    links.dedup();
    links
}

#[test]
fn the_three_readmes_keep_step() {
    let first = read("README.md");
    for (path, ..) in READMES {
        let readme = read(path);
        assert_eq!(skeleton(&readme), skeleton(&first), "{path}");
        assert_eq!(links(&readme), links(&first), "{path}");
    }
}

/// Every file that a README or a page of `docs` leads to is there.
#[test]
fn every_link_leads_somewhere() {
    let mut seen = 0;
    for path in pages() {
        let folder = path.parent().expect("a folder").to_owned();
        let page = fs::read_to_string(&path).expect("reads");
        // What stands in a block of code is no link.
        let page: String = page.split("```").step_by(2).collect();
        for link in page.split("](").skip(1).filter_map(|part| part.split(')').next()) {
            let file = link.split('#').next().unwrap_or(link);
            if !link.contains("://") && !file.is_empty() {
                assert!(folder.join(file).exists(), "{}: {link}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen} links");
}

/// The READMEs, what else lies beside them, and `docs`.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for folder in [".", "docs", "packaging"] {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|kind| kind == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// Every session that a README or `docs` shows is what the program says.
#[test]
fn the_sessions_shown_are_true() {
    let mut seen = 0;
    for path in pages() {
        let page = fs::read_to_string(&path).expect("reads");
        for session in page.split("```console\n").skip(1) {
            let (session, _) = session.split_once("```").expect("an end");
            let folder = tempfile::tempdir().expect("a folder");
            for step in session.split("$ ringoff ").skip(1) {
                let (line, told) = step.split_once('\n').expect("a command");
                let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
                command.args(line.split(' ')).env_clear().env("RINGOFF_LANG", "en");
                command.env("RINGOFF_NOW", "2026-11-05T02:00:00Z").env("HOME", folder.path());
                let output = command.output().expect("runs");
                assert_eq!(String::from_utf8(output.stdout).expect("text"), told, "{line}");
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen} commands");
}
