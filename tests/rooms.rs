//! Who may know whom. A boundary that nothing checks is a wish.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each room and the rooms of ours it may name.
const ROOMS: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("calendar", &["domain"]),
    ("text", &["domain"]),
    ("playbook", &["domain", "calendar", "text"]),
    ("discover", &["domain", "calendar", "text"]),
    ("app", &["domain", "calendar", "playbook", "text"]),
    ("ui", &["app", "domain", "calendar", "playbook", "text"]),
    ("store", &["domain"]),
    ("export", &["domain", "calendar", "playbook", "text"]),
    ("shell", &["app", "domain", "calendar", "playbook", "discover", "text", "ui", "store"]),
    (
        "cli",
        &[
            "app", "domain", "calendar", "playbook", "discover", "text", "ui", "store", "export",
            "shell",
        ],
    ),
];

/// What a room without I/O may not say.
const OUTSIDE: [&str; 12] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "::now()",
    "TimeZone::system",
    "println!",
    "print!",
];

/// Libraries that belong to some rooms only.
const LIBRARIES: [(&str, &[&str]); 8] = [
    ("ratatui", &["ui", "shell"]),
    ("crossterm", &["shell"]),
    ("termina", &["shell"]),
    ("rustix", &["shell"]),
    ("signal_hook", &["shell"]),
    ("directories", &["shell"]),
    ("clap", &["cli"]),
    ("fluent_bundle", &["text"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn room_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").expect("in src");
    let first = inside.iter().next()?.to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

/// The code without its comments, its strings and its tests.
fn code(path: &Path) -> String {
    if path.file_name().is_some_and(|name| name == "tests.rs") {
        return String::new();
    }
    let text = fs::read_to_string(path).expect("reads");
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The rooms that `crate::` paths name, also inside `use crate::{…}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let word = |text: &str| {
            text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
        };
        let Some(group) = rest.strip_prefix('{') else {
            named.insert(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    named.insert(word(&group[start..at]));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    named.insert(word(&group[start..at]));
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    named.remove("");
    named
}

#[test]
fn no_room_names_a_room_it_may_not_know() {
    let rooms: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    for path in sources(Path::new("src")) {
        let room = room_of(&path).expect("a room");
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            assert!(room == "lib" || room == "main", "{}: no room of that name", path.display());
            continue;
        };
        for other in named(&code(&path)) {
            let known = other == room || allowed.contains(&other.as_str());
            assert!(known || !rooms.contains(other.as_str()), "{}: {other}", path.display());
        }
    }
}

#[test]
fn the_pure_rooms_do_nothing_outside() {
    for path in sources(Path::new("src")) {
        let room = room_of(&path).expect("a room");
        if ["domain", "calendar", "text", "playbook", "app", "ui"].contains(&room.as_str()) {
            let code = code(&path);
            for word in OUTSIDE {
                assert!(!code.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn libraries_stay_in_their_rooms() {
    for path in sources(Path::new("src")) {
        let room = room_of(&path).expect("a room");
        let code = code(&path);
        for (library, rooms) in LIBRARIES {
            let named = code.contains(&format!("{library}::"));
            assert!(!named || rooms.contains(&room.as_str()), "{}: {library}", path.display());
        }
    }
}

/// The README promises that nothing leaves the machine.
#[test]
fn nothing_can_open_a_connection() {
    for path in sources(Path::new("src")) {
        let code = code(&path);
        for word in ["std::net::", "TcpStream", "UdpSocket", "reqwest", "ureq", "hyper::"] {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
    let manifest = fs::read_to_string("Cargo.toml").expect("reads");
    for library in ["reqwest", "ureq", "hyper", "curl", "tokio", "rustls", "openssl"] {
        assert!(!manifest.contains(&format!("\n{library} ")), "{library}");
    }
}

#[test]
fn the_check_itself_sees_a_breach() {
    let code = "use crate::{\n    app::{Model, Row},\n    domain::Book,\n};\nfn f() { crate::store::read() }";
    let named: Vec<String> = named(code).into_iter().collect();
    assert_eq!(named, ["app", "domain", "store"]);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    const LONGEST: usize = 400;
    for path in sources(Path::new("src")) {
        let text = fs::read_to_string(&path).expect("reads");
        assert!(text.lines().count() <= LONGEST, "{}: too long", path.display());
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        assert!(stem == "tests" || text.starts_with("//!"), "{}: no heading", path.display());
        for vague in ["utils", "util", "common", "helpers", "manager", "handler", "misc", "types"] {
            assert_ne!(stem, vague, "{}", path.display());
        }
    }
}
