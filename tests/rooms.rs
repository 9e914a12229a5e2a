//! The rules of the house, as tests. Each rule is a function from a house to
//! its breaches in words, so that it can be shown a house that breaks it.
//!
//! What is seen: every path that a file names, in `use` or inline, through
//! re-exports and renamings. What is not: a method that is called on a value
//! and stands in another file than its type.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

#[path = "rooms/circles.rs"]
mod circles;
#[path = "rooms/house.rs"]
mod house;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use circles::{arrows, circles, in_words};
use house::{House, Source};

/// Each room and the rooms of ours it may name.
const ROOMS: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("text", &["domain"]),
    ("calendar", &["domain", "text"]),
    ("store", &["domain", "text"]),
    ("catalogue", &["domain", "text"]),
    ("playbook", &["domain", "calendar", "catalogue", "text"]),
    ("discover", &["domain", "calendar", "catalogue", "text"]),
    ("app", &["domain", "calendar", "catalogue", "playbook", "text"]),
    ("ui", &["app", "domain", "calendar", "catalogue", "playbook", "text"]),
    ("export", &["domain", "calendar", "catalogue", "playbook", "text"]),
    (
        "shell",
        &["app", "domain", "calendar", "catalogue", "playbook", "discover", "text", "ui", "store"],
    ),
    (
        "cli",
        &[
            "app",
            "domain",
            "calendar",
            "catalogue",
            "playbook",
            "discover",
            "text",
            "ui",
            "store",
            "export",
            "shell",
        ],
    ),
];

/// What a room without I/O may not name.
const OUTSIDE: [&str; 12] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "now",
    "TimeZone::system",
    "println!",
    "print!",
];

/// What a room that reads and writes files may not name either: the clock and
/// the environment come in as arguments.
const CLOCK: [&str; 5] = ["std::env", "Instant", "SystemTime", "now", "TimeZone::system"];

/// Which rooms may not name which of these.
const SWEPT: [(&[&str], &[&str]); 2] = [
    (&["domain", "calendar", "catalogue", "text", "playbook", "app", "ui"], &OUTSIDE),
    (&["store", "discover", "export"], &CLOCK),
];

/// Every library of `Cargo.toml`, and the rooms that may name it.
const LIBRARIES: [(&str, &[&str]); 35] = [
    ("aho_corasick", &["discover"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("compact_str", &["domain"]),
    ("crossterm", &["shell"]),
    ("csv_core", &["discover"]),
    ("ctrlc", &["shell"]),
    ("directories", &["shell"]),
    ("dunce", &["store"]),
    ("encoding_rs", &["discover", "text"]),
    ("foldhash", &["discover", "domain"]),
    ("jiff", &EVERYWHERE),
    ("memchr", &["calendar", "discover", "shell", "store", "text"]),
    ("notify", &["shell"]),
    ("nucleo_matcher", &["app"]),
    ("qrcode", &["ui"]),
    ("ratatui", &["ui", "shell"]),
    // In `domain` only the laws of merging print a book, to compare it.
    ("ron", &["app", "domain", "playbook", "shell", "store", "text", "ui"]),
    ("rustix", &["shell", "store"]),
    ("serde", &EVERYWHERE),
    ("serde_json", &["cli", "discover", "export"]),
    ("sha2", &["export", "shell", "store"]),
    ("signal_hook", &["shell"]),
    ("simdutf8", &["discover"]),
    ("strsim", &["text"]),
    ("sys_locale", &["cli"]),
    ("termina", &["shell"]),
    ("thiserror", &EVERYWHERE),
    ("tui_input", &["app", "ui"]),
    ("unicode_linebreak", &["text"]),
    ("unicode_normalization", &["text"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
    ("zip", &["discover"]),
];

/// Rooms that a library of plain values may be named in.
const EVERYWHERE: [&str; 12] = [
    "app",
    "calendar",
    "catalogue",
    "cli",
    "discover",
    "domain",
    "export",
    "playbook",
    "shell",
    "store",
    "text",
    "ui",
];

/// Files, or the beginnings of their paths, that know which system they run on.
const PLATFORM: [&str; 7] = [
    "src/store/platform.rs",
    "src/store/platform/",
    "src/shell/wake",
    "src/shell/input",
    "src/shell/raw",
    "src/shell/signals",
    "src/shell/system",
];

/// What only those files may say.
const SYSTEM: [&str; 9] = [
    "std::os",
    "rustix",
    "libc",
    "cfg(unix",
    "cfg!(",
    "cfg(not(unix",
    "cfg(windows",
    "target_os",
    "raw_os_error",
];

/// Folders whose name says what the files in them are, so that a file may be
/// named after the thing it is for: `panes/line`, `forms/line`.
const ROLES: [&str; 15] = [
    "acts", "forms", "menus", "pages", "panes", "value", "read", "rules", "words", "input",
    "signals", "system", "wake", "platform", "raw",
];

/// The longest file, without its tests.
const LONGEST: usize = 400;

/// Fails with every breach, in words.
fn hold(breaches: &[String]) {
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

fn is_or_is_in(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn imports_upwards(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in &house.sources {
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == source.room) else {
            if !["lib", "main"].contains(&source.room.as_str()) {
                let words = format!("{}: there is no room of that name", source.path);
                breaches.push(words);
            }
            continue;
        };
        let named: BTreeSet<String> = source.named().collect();
        let mut told = BTreeSet::new();
        for path in &named {
            let Some(other) = path.strip_prefix("crate::").and_then(|rest| rest.split("::").next())
            else {
                continue;
            };
            let known = other == source.room || allowed.contains(&other);
            let room = ROOMS.iter().any(|(room, _)| *room == other);
            if room && !known && told.insert(other) {
                let Source { path: file, room, .. } = source;
                let words = format!("{file}: names {path}, and {room} may not know {other}");
                breaches.push(words);
            }
        }
    }
    breaches
}

fn reaches_outside(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    for (rooms, words) in SWEPT {
        for source in house.sources.iter().filter(|one| rooms.contains(&one.room.as_str())) {
            let Source { path: file, room, .. } = source;
            // `now` alone is a variable, `Zoned::now` the clock.
            let is = |path: &String, word: &str| {
                path.ends_with(&format!("::{word}")) || (is_or_is_in(path, word) && word != "now")
            };
            let named: BTreeSet<String> = source.named().collect();
            for path in named.iter().filter(|path| words.iter().any(|word| is(path, word))) {
                let words = format!("{file}: names {path}; to {room} it comes in as an argument");
                breaches.push(words);
            }
        }
    }
    breaches
}

fn libraries_elsewhere(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in &house.sources {
        for (library, rooms) in LIBRARIES {
            let named = source.named().any(|path| path.starts_with(&format!("{library}::")));
            if named && !rooms.contains(&source.room.as_str()) {
                let words = format!(
                    "{}: names {library}, which belongs to {}",
                    source.path,
                    rooms.join(", ")
                );
                breaches.push(words);
            }
        }
    }
    breaches
}

fn knows_the_system(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    let may = |source: &&Source| !PLATFORM.iter().any(|begin| source.path.starts_with(begin));
    for source in house.sources.iter().filter(may) {
        let named: Vec<String> = source.named().collect();
        let run = source.words.concat();
        for word in SYSTEM {
            let says = if word.contains('(') {
                run.contains(word)
            } else {
                named
                    .iter()
                    .any(|path| is_or_is_in(path, word) || path.contains(&format!("::{word}")))
                    || source.words.iter().any(|one| one == word)
            };
            if says {
                let words = format!("{}: says {word}, which only platform files may", source.path);
                breaches.push(words);
            }
        }
    }
    breaches
}

/// Circles of files inside a room.
fn circles_of_files(house: &House) -> Vec<String> {
    let arrows = arrows(house);
    let circles = circles(&arrows);
    circles.iter().map(|circle| in_words(house, &arrows, circle)).collect()
}

/// Names of types, the ones inside functions too; types that belong to a trait
/// or an implementation are no names of the room.
fn types(source: &Source) -> Vec<&str> {
    let mut found = Vec::new();
    // For each open brace: whether it is that of an `impl` or a `trait`.
    let mut open: Vec<bool> = Vec::new();
    let (mut begins, mut of_impl) = (true, false);
    for (at, word) in source.words.iter().enumerate() {
        let next = source.words.get(at + 1).map_or("", String::as_str);
        let named = next.starts_with(|c: char| c.is_ascii_uppercase());
        match word.as_str() {
            "struct" | "enum" | "union" if named => found.push(next),
            "trait" if named => {
                found.push(next);
                of_impl = true;
            }
            "impl" if begins => of_impl = true,
            "type" if named && !open.last().is_some_and(|of_impl| *of_impl) => found.push(next),
            "{" => {
                open.push(of_impl);
                of_impl = false;
            }
            "}" => drop(open.pop()),
            _ => {}
        }
        begins = matches!(word.as_str(), "{" | "}" | ";" | "]");
    }
    found
}

fn types_twice(house: &House) -> Vec<String> {
    let mut named: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for source in &house.sources {
        // The Windows side of a file has the types of the Unix side beside it.
        if source.path.ends_with("/windows.rs") {
            continue;
        }
        for name in types(source) {
            named.entry((&source.room, name)).or_default().push(&source.path);
        }
    }
    let twice = named.into_iter().filter(|(_, files)| files.len() > 1);
    let tell = |((room, name), files): ((&str, &str), Vec<&str>)| {
        let words = format!("{room} has the type name {name} twice: {}", files.join(", "));
        words
    };
    twice.map(tell).collect()
}

/// A file name may stand twice in a room where the folders say the role; one
/// of them may be the thing itself, above the folders.
fn files_twice(house: &House) -> Vec<String> {
    let mut named: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for source in &house.sources {
        let stem = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        let plain = source.module.len() > 1 && stem != "mod";
        let folder = source.path.rsplit('/').nth(1).unwrap_or_default();
        if plain && !ROLES.contains(&folder) {
            named.entry((&source.room, stem)).or_default().push(&source.path);
        }
    }
    let twice = named.into_iter().filter(|(_, files)| files.len() > 1);
    let tell = |((room, name), files): ((&str, &str), Vec<&str>)| {
        let words = format!(
            "{room} has the file name {name} twice, and no folder says the role: {}",
            files.join(", ")
        );
        words
    };
    twice.map(tell).collect()
}

fn too_long_or_nameless(house: &House) -> Vec<String> {
    const VAGUE: [&str; 8] =
        ["utils", "util", "common", "helpers", "manager", "handler", "misc", "types"];
    let mut breaches = Vec::new();
    for source in &house.sources {
        let mut say = |words: String| {
            breaches.push(format!("{}: {words}", source.path));
        };
        if source.lines > LONGEST {
            say(format!("{} lines without its tests, and {LONGEST} are enough", source.lines));
        }
        if !source.text.starts_with("//!") {
            say("does not open with what it is".to_owned());
        }
        if let Some(vague) = source.module.last().filter(|name| VAGUE.contains(&name.as_str())) {
            say(format!("{vague} says nothing about what is in it"));
        }
    }
    breaches
}

#[test]
fn no_room_names_a_room_it_may_not_know() {
    hold(&imports_upwards(House::ours()));
}

#[test]
fn the_pure_rooms_do_nothing_outside_and_nobody_below_the_shell_asks_the_clock() {
    hold(&reaches_outside(House::ours()));
}

#[test]
fn libraries_stay_in_their_rooms() {
    hold(&libraries_elsewhere(House::ours()));
}

#[test]
fn only_platform_files_know_the_system() {
    hold(&knows_the_system(House::ours()));
}

#[test]
fn no_files_go_in_a_circle() {
    hold(&circles_of_files(House::ours()));
}

#[test]
fn no_room_has_a_type_name_twice() {
    hold(&types_twice(House::ours()));
}

#[test]
fn no_room_has_a_file_name_twice() {
    hold(&files_twice(House::ours()));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    hold(&too_long_or_nameless(House::ours()));
}

/// The README promises that nothing leaves the machine.
#[test]
fn nothing_can_open_a_connection() {
    const NET: [&str; 4] = ["TcpStream", "TcpListener", "UdpSocket", "hyper"];
    for source in &House::ours().sources {
        for path in source.named() {
            let net =
                is_or_is_in(&path, "std::net") || path.split("::").any(|one| NET.contains(&one));
            assert!(!net, "{}: {path}", source.path);
        }
    }
    let manifest = fs::read_to_string("Cargo.toml").expect("reads");
    for library in ["reqwest", "ureq", "hyper", "curl", "tokio", "rustls", "openssl"] {
        assert!(!manifest.contains(&format!("\n{library} ")), "{library}");
    }
}

/// A made-up house, and what a rule says of it.
fn said(rule: fn(&House) -> Vec<String>, files: &[(&str, &str)]) -> Vec<String> {
    let files =
        files.iter().map(|(path, text)| ((*path).to_owned(), format!("//! Made up.\n{text}")));
    rule(&House::of(files))
}

#[track_caller]
fn one(said: &[String], about: &[&str]) {
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(about.iter().all(|part| said[0].contains(part)), "{said:#?}");
}

#[test]
fn a_broken_house_is_found_out() {
    let upwards = "use crate::{\n    app::{Model, Row},\n    domain::Book,\n};";
    one(&said(imports_upwards, &[("src/text/a.rs", upwards)]), &["src/text/a.rs", "app", "Model"]);
    let inline = "fn f() { crate::store::read() }";
    one(&said(imports_upwards, &[("src/app/a.rs", inline)]), &["store"]);
    let clock = "use std::time::{Duration, Instant};";
    one(&said(reaches_outside, &[("src/store/a.rs", clock)]), &["src/store/a.rs", "Instant"]);
    let now = "fn f(now: u8) { jiff::Timestamp::now(); }";
    one(&said(reaches_outside, &[("src/export/a.rs", now)]), &["Timestamp::now"]);
    let files = "use std::{fs, path::Path};";
    one(&said(reaches_outside, &[("src/domain/a.rs", files)]), &["std::fs"]);
    assert!(said(reaches_outside, &[("src/discover/a.rs", files)]).is_empty());
    let library = "use ratatui::layout::Rect;";
    one(&said(libraries_elsewhere, &[("src/app/a.rs", library)]), &["ratatui"]);
    for unix in [
        "use std::{io, os::unix::fs::fchown};",
        "#[cfg(unix)]\nfn f() {}",
        "fn f() -> bool { cfg!(unix) }",
        "fn f(e: E) { e.raw_os_error(); }",
    ] {
        one(&said(knows_the_system, &[("src/shell/a.rs", unix)]), &["src/shell/a.rs"]);
        assert!(said(knows_the_system, &[("src/store/platform.rs", unix)]).is_empty());
    }
    let long = "\n".repeat(401);
    one(&said(too_long_or_nameless, &[("src/app/a.rs", &long)]), &["402 lines"]);
    one(&said(too_long_or_nameless, &[("src/app/utils.rs", "")]), &["utils"]);
}

#[test]
fn a_circle_is_found_however_it_is_closed() {
    let room = ("src/app/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::B;");
    let a = ("src/app/a.rs", "use super::B;\npub struct A(B);");
    // Through a re-export, inline, through an imported module, by another name.
    for b in [
        "use crate::app::A;\npub struct B(A);",
        "pub struct B(super::A);",
        "use super::a;\npub fn b() { a::f() }",
        "use crate::app::a as other;\npub fn b() { other::f() }",
        "pub(crate) fn b() { crate::app::a::f() }",
    ] {
        let said = said(circles_of_files, &[room, a, ("src/app/b.rs", b)]);
        one(
            &said,
            &["src/app/a.rs takes from src/app/b.rs: B", "src/app/b.rs takes from src/app/a.rs"],
        );
    }
    for b in [
        "/// Like [`super::A`].\npub struct B;",
        "pub struct B;\nfn f() { print(\"super::A\") }",
        "use crate::domain::A;\npub struct B(A);",
    ] {
        assert!(said(circles_of_files, &[room, a, ("src/app/b.rs", b)]).is_empty(), "{b}");
    }
    // A file below that uses the file above which uses it.
    let above = ("src/app/a.rs", "mod c;\npub use c::C;\npub struct A(C);");
    let below = ("src/app/a/c.rs", "use super::A;\npub struct C(A);");
    one(&said(circles_of_files, &[above, below]), &["src/app/a.rs takes from src/app/a/c.rs: C"]);
    // One that it only re-exports.
    let above = ("src/app/a.rs", "mod c;\npub use c::C;\npub struct A;");
    assert!(said(circles_of_files, &[above, below]).is_empty());
}

#[test]
fn names_that_a_room_has_twice_are_found() {
    let kind = "enum Kind { A }\nimpl Iterator for Kind { type Item = u8; fn next(&mut self) {} }";
    let other = "fn f() {\n    struct Kind;\n}\nimpl Iterator for X { type Item = u8; }";
    let files = [("src/app/a.rs", kind), ("src/app/b.rs", other)];
    one(&said(types_twice, &files), &["Kind", "src/app/a.rs, src/app/b.rs"]);
    assert!(said(types_twice, &[files[0], ("src/ui/a.rs", "struct Kind;")]).is_empty());
    let alias = [("src/app/a.rs", "type Days = u8;"), ("src/app/b.rs", "trait Days {}")];
    one(&said(types_twice, &alias), &["Days"]);
    let tests = "struct Days;\n#[cfg(test)]\nmod tests {\n    struct Kind;\n}";
    assert!(said(types_twice, &[files[0], ("src/app/b.rs", tests)]).is_empty());
    let files =
        [("src/app/line.rs", ""), ("src/app/panes/line.rs", ""), ("src/app/forms/line.rs", "")];
    assert!(said(files_twice, &files).is_empty());
    one(
        &said(files_twice, &[files[0], ("src/app/other/line.rs", "")]),
        &["line", "src/app/other/line.rs"],
    );
}

/// The map and the walk through the house name files that are there.
#[test]
fn every_file_that_the_map_and_the_architecture_name_is_there() {
    let pages = ["src/lib.rs", "docs/ARCHITECTURE.md"];
    let pages: String =
        pages.iter().map(|page| fs::read_to_string(page).expect("a page")).collect();
    let named = pages.split('`').filter(|word| word.contains('/') && word.contains(".rs"));
    let named: BTreeSet<&str> = named.filter(|word| !word.contains(['\n', ' '])).collect();
    assert!(named.len() > 20, "{named:?}");
    for file in named {
        let roots = ["", "src/"].map(|root| fs::exists(format!("{root}{file}")).expect("asks"));
        assert!(roots.contains(&true), "{file}");
    }
}

/// No library comes in without a room, and none has a room that does without it.
#[test]
fn every_library_has_its_rooms() {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest");
    let mut named = BTreeSet::new();
    for section in manifest.split("\n[").filter(|section| {
        let head = section.split(']').next().unwrap_or_default();
        head == "dependencies" || head.ends_with(".dependencies")
    }) {
        let rows = section.lines().skip(1).filter_map(|line| line.split_once(" = "));
        named.extend(rows.map(|(name, _)| name.replace('-', "_")));
    }
    let known: BTreeSet<String> = LIBRARIES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named, known);
    for (library, rooms) in LIBRARIES.iter().filter(|(_, rooms)| *rooms != EVERYWHERE) {
        for room in *rooms {
            let mut sources = House::ours().sources.iter().filter(|one| one.room == *room);
            let begin = format!("{library}::");
            let used = sources.any(|one| one.named().any(|path| path.starts_with(&begin)));
            assert!(used, "{room} may name {library}, and does not");
        }
    }
}

/// So does the guide to extending it, and each of its examples is read by a test.
#[test]
fn every_file_that_the_guide_names_is_there_and_every_example_is_read() {
    let page = fs::read_to_string("docs/EXTENDING.md").expect("the page");
    let roots = ["src/", "assets/", "tests/"];
    let prose: String = page.split("```").step_by(2).collect();
    let named = prose.split(['`', '(', ')', '[', ']']).map(|word| word.trim_start_matches("../"));
    let named: BTreeSet<&str> =
        named.filter(|word| roots.iter().any(|root| word.starts_with(root))).collect();
    assert!(named.len() > 15, "{named:?}");
    for file in named.into_iter().filter(|file| !file.contains([' ', '*'])) {
        assert!(fs::exists(file).expect("asks"), "{file}");
    }
    let readers = ["src/catalogue/how_to.rs", "src/ui/theme/tests.rs", "src/calendar/table.rs"];
    for reader in readers {
        let test = fs::read_to_string(reader).expect("a file");
        assert!(test.contains("docs/EXTENDING.md"), "{reader}");
    }
    assert_eq!(page.matches("```ron").count(), readers.len(), "an example is read by no test");
}
