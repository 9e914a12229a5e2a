//! Brings what comes with the program into a form that needs no parsing when it
//! starts. The files in `assets` stay what people write and read.
//!
//! Owns: which files are prepared, and how the program is linked. What the tables look like is told in
//! `src/text/prepared.rs`, which reads them.

#![expect(clippy::print_stdout, reason = "so a build script talks to cargo")]

mod accounts;
#[path = "../src/text/fold.rs"]
#[expect(dead_code, reason = "the program needs the rest of it")]
mod fold;
#[path = "../src/text/key_hash.rs"]
mod key_hash;
mod messages;
mod node;
mod pack;
mod ron;
mod table;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use node::Node;

/// The RON files that are prepared, by folder or by name.
const FILES: [&str; 11] = [
    "accounts/senders.ron",
    "calendars/overrides.ron",
    "calendars/weekends.ron",
    "exports",
    "exports.ron",
    "keys.ron",
    "layouts.ron",
    "lists.ron",
    "phrases.ron",
    "playbooks",
    "themes",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=assets");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let assets = Path::new("assets");
    messages::prepare(&assets.join("locales"), &out)?;
    let mut paths = Vec::new();
    for file in FILES {
        gather(&assets.join(file), &mut paths)?;
    }
    let mut packed = accounts::prepare(&assets.join("accounts"))?;
    for path in paths {
        let node = read(&path)?;
        let name = path.strip_prefix(assets)?.to_string_lossy().replace('\\', "/");
        packed.push((name.into_bytes(), pack::packed(&node)?));
    }
    packed.sort();
    let (names, files): (Vec<_>, Vec<_>) = packed.into_iter().unzip();
    fs::write(out.join("packed.names"), table::table(&names)?)?;
    fs::write(out.join("packed.files"), table::table(&files)?)?;
    if knows_packed_relocations() {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    Ok(())
}

/// Whether the program is made for this machine's own GNU C library, and that one can
/// start a program whose twenty thousand addresses take some kilobytes rather than half a
/// megabyte of the file and of memory. One that cannot says so.
fn knows_packed_relocations() -> bool {
    const SINCE: (u32, u32) = (2, 36);
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|is| is == value);
    let own = env::var("HOST").is_ok_and(|host| is("TARGET", &host));
    if !own || !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return false;
    }
    let told = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let told = told.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let version = told.unwrap_or_default();
    let numbers = version.trim().strip_prefix("glibc ").and_then(|rest| rest.split_once('.'));
    numbers.is_some_and(|(major, minor)| {
        major.parse().ok().zip(minor.parse().ok()).is_some_and(|version| version >= SINCE)
    })
}

/// What a RON file says.
fn read(path: &Path) -> Result<Node, Box<dyn Error>> {
    let source = fs::read_to_string(path)?;
    Ok(ron::read(&source).map_err(|what| format!("{}: {what}", path.display()))?)
}

/// The RON files at a path and below it.
fn gather(path: &Path, found: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            gather(&entry?.path(), found)?;
        }
    } else if path.extension().is_some_and(|extension| extension == "ron") {
        found.push(path.to_owned());
    }
    Ok(())
}
