//! The files that a prompt offers.
//!
//! Owns: where files are looked for, and which come first. Must not know: what
//! they are for.

use std::{
    fs::{self, File},
    io::Read as _,
    path::{MAIN_SEPARATOR, Path, PathBuf, is_separator},
    time::SystemTime,
};

use jiff::Timestamp;

use super::typed_path::expand;
use crate::{
    app::{FileOffer, Model},
    discover::kind_of,
};

/// Most files that are looked at in one folder.
const MOST: usize = 2000;

/// Most files that are offered.
const OFFERED: usize = 8;

/// Endings of files that a scan may read.
const EXPORTS: [&str; 11] =
    ["xml", "json", "jsonl", "ndjson", "csv", "tsv", "txt", "zip", "vcf", "html", "1pux"];

/// Endings of files that may be a paper besides.
const PAPERS: [&str; 9] = ["pdf", "jpg", "jpeg", "png", "heic", "webp", "doc", "docx", "odt"];

/// Folders below the home folder, the likeliest first: downloads by their
/// English and Chinese name.
const FOLDERS: [&str; 5] = ["Downloads", "\u{4e0b}\u{8f7d}", "Desktop", "Documents", ""];

/// A file that may be offered.
struct Candidate {
    path: PathBuf,
    shown: String,
    size: u64,
    changed: SystemTime,
}

/// A file that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedFile {
    /// Its path, as a person would type it.
    pub(super) path: String,
    /// Its bytes.
    pub(super) size: u64,
    /// What a scan would find in it, or what paper it is, if that is known: the word in
    /// keys of texts after `word-format-`.
    pub(super) kind: Option<&'static str>,
    /// When it was changed last.
    pub(super) changed: SystemTime,
}

impl OfferedFile {
    /// The file as a prompt shows it: what it is, where that is known, how large, and of
    /// which day on the person's own clock.
    pub(super) fn told(&self, model: &Model) -> FileOffer {
        let text = &model.text;
        let kind = self.kind.map(|kind| text.get(&format!("word-format-{kind}")).into_owned());
        let note: Vec<String> = kind.into_iter().chain([text.bytes(self.size)]).collect();
        let day = |moment: Timestamp| moment.to_zoned(model.home.clone()).date();
        let changed = Timestamp::try_from(self.changed).map(day);
        let day = changed.map(|changed| text.date_near(changed, day(model.now)));
        FileOffer { path: self.path.clone(), note: note.join(" · "), day: day.unwrap_or_default() }
    }
}

/// The files that may be meant by what was typed: those of a folder that was
/// begun, else the newest in the likely places whose names hold the words.
pub(super) fn offers(typed: &str, scan: bool, home: Option<&Path>) -> Vec<OfferedFile> {
    let typed = typed.trim_start().trim_start_matches(['\'', '\u{22}']);
    let mut found = match typed.rfind(is_separator) {
        Some(at) => {
            let (folder, begun) = typed.split_at(at + 1);
            let begun = begun.to_lowercase();
            let mut all = files_in(&expand(folder, home), folder, scan);
            all.retain(|one| name(one).starts_with(&begun));
            if all.is_empty() && !begun.is_empty() {
                all = files_below(&expand(folder, home), folder, &begun, scan);
            }
            all
        }
        None => {
            let words = typed.to_lowercase();
            let mut all: Vec<Candidate> =
                FOLDERS.iter().flat_map(|folder| likely(folder, scan, home)).collect();
            all.retain(|one| words.split_whitespace().all(|word| name(one).contains(word)));
            all
        }
    };
    found.sort_by(|a, b| (b.changed, &a.shown).cmp(&(a.changed, &b.shown)));
    found.truncate(OFFERED * 2);
    let mut offers: Vec<OfferedFile> = found.into_iter().map(|one| offer(one, scan)).collect();
    // What can be read comes first, or what may be a paper, the newest of it at the top.
    offers.sort_by_key(|file| file.kind.is_none());
    offers.truncate(OFFERED);
    offers
}

fn name(one: &Candidate) -> String {
    let name = one.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.to_lowercase()
}

fn likely(folder: &str, scan: bool, home: Option<&Path>) -> Vec<Candidate> {
    let Some(home) = home else { return Vec::new() };
    let shown = match folder {
        "" => format!("~{MAIN_SEPARATOR}"),
        folder => format!("~{MAIN_SEPARATOR}{folder}{MAIN_SEPARATOR}"),
    };
    files_in(&home.join(folder), &shown, scan)
}

/// The files of a folder that may be meant, with `shown` before their names.
fn files_in(folder: &Path, shown: &str, scan: bool) -> Vec<Candidate> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let candidate = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let ending = Path::new(&name).extension()?.to_str()?.to_lowercase();
        let known = EXPORTS.contains(&ending.as_str());
        let known = known || (!scan && PAPERS.contains(&ending.as_str()));
        if !known || name.starts_with('.') {
            return None;
        }
        let about = fs::metadata(entry.path()).ok().filter(fs::Metadata::is_file)?;
        let changed = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let shown = format!("{shown}{name}");
        Some(Candidate { path: entry.path(), shown, size: about.len(), changed })
    };
    entries.flatten().take(MOST).filter_map(candidate).collect()
}

/// The files in the folders below one whose names begin so: `~/Dow` means what is in
/// `~/Downloads`.
fn files_below(folder: &Path, shown: &str, begun: &str, scan: bool) -> Vec<Candidate> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().take(MOST).filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.to_lowercase().starts_with(begun).then_some(name)
    });
    let inside = |name: String| {
        files_in(&folder.join(&name), &format!("{shown}{name}{MAIN_SEPARATOR}"), scan)
    };
    names.flat_map(inside).collect()
}

fn offer(one: Candidate, scan: bool) -> OfferedFile {
    let kind = if scan { kind(&one.path) } else { paper(&one.path) };
    OfferedFile { path: one.shown, size: one.size, kind, changed: one.changed }
}

/// What a paper is, by the ending of its name.
fn paper(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()?.to_lowercase().as_str() {
        "pdf" => Some("pdf"),
        "jpg" | "jpeg" | "png" | "heic" | "webp" => Some("picture"),
        "doc" | "docx" | "odt" => Some("document"),
        _ => None,
    }
}

/// What a file holds, by its first bytes.
fn kind(path: &Path) -> Option<&'static str> {
    /// Enough to know every export by.
    const HEAD: u64 = 8 * 1024;
    let mut head = Vec::new();
    File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    kind_of(&head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_come_first_and_words_narrow_the_offer() {
        let home = tempfile::tempdir().expect("a folder");
        let downloads = home.path().join("Downloads");
        fs::create_dir(&downloads).expect("makes");
        for (name, text) in [
            ("sms-2026.xml", "<smses count=\"0\"></smses>"),
            ("My passwords.csv", "name,url,username,password,note\n"),
            ("letter.txt", "hello"),
            ("film.mkv", ""),
            (".hidden.csv", "name,url,username,password,note\n"),
        ] {
            fs::write(downloads.join(name), text).expect("writes");
        }
        let paths = |typed: &str, scan| -> Vec<String> {
            let all = offers(typed, scan, Some(home.path()));
            all.into_iter().map(|one| one.path.replace(MAIN_SEPARATOR, "/")).collect()
        };
        let all = paths("", true);
        assert_eq!(all.len(), 3);
        assert_eq!(all.last().map(String::as_str), Some("~/Downloads/letter.txt"));
        assert_eq!(paths("pass my", true), ["~/Downloads/My passwords.csv"]);
        assert_eq!(paths("~/Downloads/S", true), ["~/Downloads/sms-2026.xml"]);
        assert_eq!(paths("~/Dow", true).len(), 3, "what is in the folder that is begun");
        assert!(paths("nothing", true).is_empty());
        let told = offers("sms", true, Some(home.path()));
        assert!(told.iter().all(|one| one.kind == Some("sms-xml")), "{told:?}");
        fs::write(downloads.join("passport.jpg"), "").expect("writes");
        let papers = offers("", false, Some(home.path()));
        assert_eq!(papers.first().and_then(|one| one.kind), Some("picture"), "{papers:?}");
    }
}
