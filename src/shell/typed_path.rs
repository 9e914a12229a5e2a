//! Paths as people type them.
//!
//! Owns: what a typed path means, and how it goes on. Must not know: what the
//! file is for.

use std::{
    borrow::Cow,
    path::{MAIN_SEPARATOR, Path, PathBuf, is_separator},
};

use super::dropped;
use crate::text::{is_of_windows, machine_of};

/// Where the disks of Windows are in a system that runs inside of it.
const DISKS: &str = "/mnt";

/// Most paths that one completion looks at.
const MOST: usize = 1000;

/// A path as it was typed. What it means can only be asked of the disk.
#[derive(Clone, Debug)]
pub struct TypedPath {
    /// What was typed.
    pub(super) text: String,
    /// The folder that `~` means in it.
    pub(super) home: Option<PathBuf>,
}

impl TypedPath {
    /// The path that is meant; of several the first.
    pub(super) fn expand(&self) -> PathBuf {
        expand(&self.text, self.home.as_deref())
    }

    /// The paths that are meant.
    pub(super) fn expand_all(&self) -> Vec<PathBuf> {
        expand_all(&self.text, self.home.as_deref())
    }
}

/// The path that is meant: without the quotes of a shell or a file manager,
/// and with the folder `home` for `~`. Of several the first.
pub(crate) fn expand(typed: &str, home: Option<&Path>) -> PathBuf {
    expand_all(typed, home).into_iter().next().unwrap_or_default()
}

/// The paths that are meant. What is there as it was typed is one path,
/// whatever signs are in its name.
pub(crate) fn expand_all(typed: &str, home: Option<&Path>) -> Vec<PathBuf> {
    let typed = typed.trim();
    let whole = at_home(typed, home);
    if whole.exists() {
        return vec![whole];
    }
    let place = |one: &str| on_disk(one, Path::new(DISKS)).unwrap_or_else(|| at_home(one, home));
    match dropped::paths(&without_own_name(typed)) {
        Some(paths) if !paths.is_empty() => paths.iter().map(|one| place(one)).collect(),
        _ => vec![place(typed)],
    }
}

/// The path that a word of the command line names: a shell has taken its quotes off, but
/// leaves the address of a file as it is.
pub(crate) fn named_file(word: &Path) -> PathBuf {
    let text = word.to_str().filter(|_| !word.exists());
    let named = text.map(|text| dropped::address(&without_own_name(text)));
    let place = |named: String| on_disk(&named, Path::new(DISKS)).unwrap_or(named.into());
    named.map_or_else(|| word.to_owned(), place)
}

/// Whether a path lies on another system or another machine: here it would be one in the
/// folder at hand.
pub(super) fn is_elsewhere(path: &Path) -> bool {
    let text = path.to_str().unwrap_or_default();
    let other = (MAIN_SEPARATOR == '/' && is_of_windows(text)) || machine_of(text).is_some();
    other && !path.exists()
}

/// Where a path of Windows lies in a system that runs inside of it, if its disk is there.
fn on_disk(path: &str, disks: &Path) -> Option<PathBuf> {
    let (disk, inside) = path.split_once(':').filter(|_| is_of_windows(path))?;
    let disk = disks.join(disk.to_ascii_lowercase());
    let parts = inside.split(['\\', '/']).filter(|part| !part.is_empty());
    disk.is_dir().then(|| parts.fold(disk, |folder, part| folder.join(part)))
}

/// Without the name of this machine in the address of a file.
fn without_own_name(typed: &str) -> Cow<'_, str> {
    if !typed.contains("file://") {
        return Cow::Borrowed(typed);
    }
    let told = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let told = told.iter().find_map(|file| std::fs::read_to_string(file).ok());
    let name = told.as_deref().map(str::trim).filter(|name| !name.is_empty());
    match name {
        Some(name) => Cow::Owned(typed.replace(&format!("file://{name}/"), "file:///")),
        None => Cow::Borrowed(typed),
    }
}

/// A path at which there is no file yet: where there is one, the next with a number.
pub(super) fn unused(path: PathBuf) -> PathBuf {
    let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { return path };
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let numbered = |number: usize| path.with_file_name(format!("{stem}-{number}{ending}"));
    let mut all = std::iter::once(path.clone()).chain((2..MOST).map(numbered));
    all.find(|one| !one.exists()).unwrap_or_else(|| path.clone())
}

fn at_home(path: &str, home: Option<&Path>) -> PathBuf {
    let names = ["~", "$HOME", "${HOME}"].into_iter();
    let inside = names
        .filter_map(|name| path.strip_prefix(name))
        .find_map(|rest| rest.strip_prefix(is_separator));
    match (inside, home) {
        (Some(inside), Some(home)) => home.join(inside),
        _ => PathBuf::from(path),
    }
}

/// The paths that begin as typed, sorted. Folders end in a separator; names
/// with a leading dot come only when the dot was typed.
pub(super) fn completions(typed: &str, home: Option<&Path>) -> Vec<String> {
    let at = typed.rfind(is_separator).map_or(0, |at| at + 1);
    let (shown, begun) = typed.split_at(at);
    let folder = if shown.is_empty() { PathBuf::from(".") } else { expand(shown, home) };
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let mut path = format!("{shown}{name}");
            if entry.path().is_dir() {
                path.push(MAIN_SEPARATOR);
            }
            (name.starts_with(begun) && !hidden).then_some(path)
        })
        .take(MOST)
        .collect();
    paths.sort_unstable();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_the_home_folder_are_taken_off() {
        let home = Path::new("home");
        assert_eq!(expand(" '~/a b' ", Some(home)), home.join("a b"));
        assert_eq!(expand("\u{22}a\u{22}", None), Path::new("a"));
        assert_eq!(expand("a\\ b", None), Path::new("a b"));
        assert_eq!(expand("~/a", None), Path::new("~/a"));
        assert_eq!(expand("~a", Some(home)), Path::new("~a"));
        assert_eq!(expand("$HOME/a", Some(home)), home.join("a"));
        assert_eq!(expand("'${HOME}/a b'", Some(home)), home.join("a b"));
        assert_eq!(named_file(Path::new("FILE:///a%20b")), Path::new("/a b"));
        assert_eq!(named_file(Path::new("a%20b")), Path::new("a%20b"));
    }

    #[test]
    fn a_path_of_windows_lies_on_its_disk_if_that_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("c")).expect("makes");
        let place = |path| on_disk(path, folder.path());
        let inside = folder.path().join("c").join("me").join("a b.pdf");
        assert_eq!(place(r"C:\me\a b.pdf"), Some(inside.clone()));
        assert_eq!(place("c:/me/a b.pdf"), Some(inside));
        assert_eq!(place(r"D:\a"), None);
        assert_eq!(place("/a:b"), None);
        assert!(is_elsewhere(Path::new("file://box/a")));
        assert!(!is_elsewhere(Path::new("/a:b")));
    }

    #[test]
    fn what_is_written_takes_no_place_of_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        assert_eq!(unused(at("dates.ics")), at("dates.ics"));
        for name in ["dates.ics", "dates-2.ics", "plain"] {
            std::fs::write(at(name), "").expect("writes");
        }
        assert_eq!(unused(at("dates.ics")), at("dates-3.ics"));
        assert_eq!(unused(at("plain")), at("plain-2"));
    }

    #[test]
    fn a_path_is_completed_inside_its_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["sms.xml", ".sms", "other"] {
            std::fs::write(folder.path().join(name), "").expect("writes");
        }
        std::fs::create_dir(folder.path().join("sms")).expect("makes");
        let home = Some(folder.path());
        assert_eq!(
            completions("~/sm", home),
            ["~/sms.xml".to_owned(), format!("~/sms{MAIN_SEPARATOR}")]
        );
        assert_eq!(completions("~/.", home), ["~/.sms"]);
        assert!(completions("~/nowhere/a", home).is_empty());
    }
}
