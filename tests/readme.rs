//! The READMEs and `docs` say what is true: their pictures and tables are made
//! from the program, and the three READMEs keep step. With `README=bless` in the
//! environment what is made is rewritten.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::format_push_string,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[path = "support/dashboard.rs"]
mod dashboard;
mod readme {
    pub(crate) mod reference;
    pub(crate) mod speed;
    pub(crate) mod svg;
}

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

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

/// The READMEs tell of the run that `docs/speed.md` holds, and of no other.
#[test]
fn the_readmes_tell_how_fast_it_is() {
    let page = read("docs/speed.md");
    for (path, lang, _) in READMES {
        keep(path, &with(&read(path), "speed", &readme::speed::table(&page, lang)));
    }
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

/// A figure of the READMEs, as each of them writes it.
type Figure = (usize, [&'static str; 3]);

/// Procedures that come with the program.
const PROCEDURES: Figure = (15, ["Fifteen procedures", "自带十五套流程", "Lima belas prosedur"]);
/// Accounts of which the program knows how the number is changed: at least so many.
const HOW: Figure = (100, ["more than a hundred", "一百多种", "lebih seratus"]);

#[test]
fn what_the_readmes_count_is_so() {
    let files = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| fs::read_to_string(entry.path()).expect("reads")).collect()
    };
    assert_eq!(files("assets/playbooks").len(), PROCEDURES.0, "the READMEs count procedures");
    let how = files("assets/accounts/how");
    let how: usize = how.iter().map(|file| file.matches("account: \"").count()).sum();
    assert!(how > HOW.0, "{how}");
    let manifest = read("Cargo.toml");
    let rust = manifest.lines().find_map(|line| line.strip_prefix("rust-version = "));
    let rust =
        format!("](https://www.rust-lang.org) {} ", rust.expect("a version").trim_matches('"'));
    for (at, (path, ..)) in READMES.iter().enumerate() {
        let readme = read(path);
        let figures = [PROCEDURES, HOW].map(|(_, words)| *words.get(at).expect("a language"));
        for words in figures.into_iter().chain([rust.as_str()]) {
            assert!(readme.contains(words), "{path}: {words}");
        }
    }
}

/// The changes are told in the form that other programs read, and what is not released yet
/// stands first.
#[test]
fn the_change_log_has_its_form() {
    const KINDS: [&str; 6] = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
    let log = read("CHANGELOG.md");
    let mut versions = 0;
    for line in log.lines() {
        if let Some(version) = line.strip_prefix("## ") {
            let (name, day) = version.split_once("] - ").unwrap_or((version, ""));
            let numbers = name.trim_start_matches('[').split('.');
            let is_version = numbers.filter(|number| number.parse::<u32>().is_ok()).count() == 3;
            let is_day = day == "never released" || day.parse::<jiff::civil::Date>().is_ok();
            let is_next = versions == 0 && version == "[Unreleased]";
            assert!(is_next || (is_version && is_day), "{line}");
            versions += 1;
        }
        if let Some(kind) = line.strip_prefix("### ") {
            assert!(KINDS.contains(&kind), "{line}");
        }
    }
    let version = format!("## [{}]", env!("CARGO_PKG_VERSION"));
    assert!(versions > 0 && log.contains(&version), "{version} is not told of");
}

/// The first column of the table of a page below this heading.
fn column<'a>(page: &'a str, heading: &str) -> BTreeSet<&'a str> {
    let table = page.split_once(heading).expect("a heading").1;
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.split('|').nth(1)).map(|cell| cell.trim().trim_matches('`')).collect()
}

/// Numbers as a page writes them.
const NUMBERS: [&str; 10] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Variables, exit codes and letters of `docs/commands.md` are all there are.
#[test]
fn what_the_page_of_commands_lists_is_complete() {
    let page = read("docs/commands.md");
    let mut variables = BTreeSet::from(["NO_COLOR".to_owned()]);
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let code = fs::read_to_string(entry).expect("reads");
            let named = code.split('"').filter(|word| word.starts_with("RINGOFF_"));
            variables.extend(named.map(str::to_owned));
        }
    }
    let variables: BTreeSet<&str> = variables.iter().map(String::as_str).collect();
    assert_eq!(column(&page, "| variable | meaning |\n"), variables);

    let mut codes = BTreeSet::from(["0".to_owned(), "4".to_owned()]);
    for entry in fs::read_dir("tests/cli").expect("a folder").flatten() {
        let session = fs::read_to_string(entry.path()).expect("reads");
        let told = session.lines().filter_map(|line| line.strip_prefix("? ")?.parse::<u8>().ok());
        // What a driver of git's adds says that it failed, and not that there is a conflict.
        codes.extend(told.map(|code| (code % 128).to_string()));
    }
    assert!(page.contains("adds 128"));
    let codes: BTreeSet<&str> = codes.iter().map(String::as_str).collect();
    assert_eq!(column(&page, "| exit code | meaning |\n"), codes);

    let row = page.lines().find(|line| line.starts_with("| `ringoff letter`")).expect("a row");
    let others = row.matches(", ").count();
    let words = format!("{} more letters", NUMBERS.get(others).expect("a word"));
    assert!(page.contains(&words), "{words}");
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
