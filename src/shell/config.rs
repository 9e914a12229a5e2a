//! `config.ron`, the person's settings. Each entry is read by itself: one
//! that is wrong is reported and left out, the others count.
//!
//! Owns: the names of the settings, and reading the file. Must not know: what
//! a setting changes.
//!
//! ```text
//! (
//!     theme: "dark",
//!     days: {
//!         "MY-14": (closed: {"2026-11-12": "office moves"}, open: {}),
//!     },
//! )
//! ```

use std::{collections::BTreeMap, io, path::Path};

use ron::value::RawValue;
use serde::de::DeserializeOwned;

use super::own_file::{own_words, read_own};
use crate::{
    calendar::Calendar,
    domain::DayOverrides,
    playbook::CalendarOverrides,
    text::{Entries, Lang, Position, Text, clean_line, nearest, read_piece, read_ron},
};

/// Every setting with its value in the sample, in the order of the sample. It
/// is also the value that counts when the file has none, except that the
/// language is the system's then. What a setting is for stands in the locale
/// files under `cli-setting-<name>`.
pub(crate) const SETTINGS: [(&str, &str); 7] = [
    ("lang", "\u{22}en\u{22}"),
    ("theme", "\u{22}own\u{22}"),
    ("signs", "\u{22}auto\u{22}"),
    ("mouse", "true"),
    ("title", "true"),
    ("tour", "true"),
    ("days", "{}"),
];

/// Which signs are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SignsWanted {
    /// Those that the terminal can draw, as far as that is known.
    #[default]
    Auto,
    /// All of them.
    Full,
    /// ASCII for frames and marks.
    Ascii,
}

/// How the file names them.
const SIGNS: [(&str, SignsWanted); 3] =
    [("auto", SignsWanted::Auto), ("full", SignsWanted::Full), ("ascii", SignsWanted::Ascii)];

/// The person's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The language; the system's otherwise.
    pub(crate) lang: Option<Lang>,
    /// The theme, by name.
    pub(crate) theme: Option<String>,
    /// Which signs are drawn.
    pub(crate) signs: SignsWanted,
    /// Clicks and the wheel are taken.
    pub(crate) mouse: bool,
    /// The window's title is set.
    pub(crate) title: bool,
    /// The first case is followed by a tour.
    pub(crate) tour: bool,
    /// Days of the person's own, for every case.
    pub(crate) own_days: CalendarOverrides,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            lang: None,
            theme: None,
            signs: SignsWanted::Auto,
            mouse: true,
            title: true,
            tour: true,
            own_days: CalendarOverrides::default(),
        }
    }
}

/// Reads one file, and collects what is wrong with it.
struct Reader<'a> {
    text: &'a Text,
    path: &'a Path,
    source: &'a str,
    faults: Vec<String>,
}

impl Config {
    /// Reads the file in the folder of the configuration. Also returns what is
    /// wrong with it, one sentence a fault; a missing file is no fault.
    pub fn read(folder: &Path, text: &Text) -> (Self, Vec<String>) {
        let path = folder.join("config.ron");
        let mut reader = Reader { text, path: &path, source: "", faults: Vec::new() };
        let source = match read_own(&path) {
            Ok(source) => source,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return (Self::default(), Vec::new());
            }
            Err(error) => {
                reader.blame(None, &own_words(text, &error));
                return (Self::faulty(), reader.faults);
            }
        };
        reader.source = source.strip_prefix('\u{FEFF}').unwrap_or(&source);
        let config = reader.read();
        (config, reader.faults)
    }

    /// The language that the file asks for. It is needed before anything can
    /// be said about what is wrong with the file.
    pub(crate) fn language(folder: &Path) -> Option<Lang> {
        Self::read(folder, &Text::new(Lang::En)).0.lang
    }

    fn faulty() -> Self {
        Self { own_days: CalendarOverrides::default().faulty(), ..Self::default() }
    }
}

impl<'a> Reader<'a> {
    fn read(&mut self) -> Config {
        let entries: Entries<'a> = match read_ron(self.source) {
            Ok(entries) => entries,
            Err(error) => {
                let what = self.text.ron_error(&error.cause);
                self.blame(Some(error.place), &what);
                return Config::faulty();
            }
        };
        let mut config = Config::default();
        let mut sound_days = true;
        for (name, raw) in entries.0 {
            match name.as_str() {
                "lang" => config.lang = self.one_of(raw, &Lang::ALL.map(|lang| (lang.tag(), lang))),
                "theme" => config.theme = self.value(raw),
                "signs" => config.signs = self.one_of(raw, &SIGNS).unwrap_or_default(),
                "mouse" => config.mouse = self.value(raw).unwrap_or(true),
                "title" => config.title = self.value(raw).unwrap_or(true),
                "tour" => config.tour = self.value(raw).unwrap_or(true),
                "days" => {
                    let before = self.faults.len();
                    config.own_days = CalendarOverrides::new(self.days(raw));
                    sound_days = self.faults.len() == before;
                }
                _ => {
                    // This may be a misspelt `days`.
                    sound_days &= SETTINGS.iter().any(|(own, _)| *own == name);
                    self.unknown(&name, raw);
                }
            }
        }
        if !sound_days {
            config.own_days = config.own_days.faulty();
        }
        config
    }

    fn blame(&mut self, place: Option<Position>, what: &str) {
        let file = clean_line(&self.path.display().to_string());
        let place = match place {
            Some(Position { line, column }) => format!("{file}:{line}:{column}"),
            None => file,
        };
        let args = [("place", place.into()), ("what", what.into())];
        self.faults.push(self.text.with("fault-unreadable", &args));
    }

    /// The value of a setting; nothing when it is of another kind.
    fn value<T: DeserializeOwned>(&mut self, raw: &RawValue) -> Option<T> {
        match read_piece(self.source, raw) {
            Ok(value) => Some(value),
            Err(error) => {
                let what = self.text.ron_error(&error.cause);
                self.blame(Some(error.place), &what);
                None
            }
        }
    }

    /// The value of a setting that is one of a few words.
    fn one_of<T: Copy>(&mut self, raw: &RawValue, words: &[(&str, T)]) -> Option<T> {
        let given: String = self.value(raw)?;
        let found = words.iter().find(|(word, _)| *word == given).map(|(_, value)| *value);
        if found.is_none() {
            let expected = self.listed(words.iter().map(|(word, _)| *word));
            let args = [("found", clean_line(&given).into()), ("expected", expected.into())];
            let what = self.text.with("fault-unknown-variant", &args);
            self.blame(Some(Position::in_piece(self.source, raw, "")), &what);
        }
        found
    }

    fn listed<'w>(&self, words: impl Iterator<Item = &'w str>) -> String {
        let quoted: Vec<String> = words.map(|word| format!("`{word}`")).collect();
        quoted.join(&self.text.get("word-comma"))
    }

    fn unknown(&mut self, name: &str, raw: &RawValue) {
        let before = (raw.get_ron().as_ptr().addr()).saturating_sub(self.source.as_ptr().addr());
        let at = self.source.get(..before).and_then(|before| before.rfind(name));
        let names: Vec<&str> = SETTINGS.iter().map(|(name, _)| *name).collect();
        let near = nearest(name, names.iter().copied());
        let shown = if near.is_empty() { names } else { near };
        let expected = self.listed(shown.into_iter());
        let args = [("found", clean_line(name).into()), ("expected", expected.into())];
        let what = self.text.with("fault-unknown-field", &args);
        self.blame(Some(Position::of(self.source, at.unwrap_or_default())), &what);
    }

    /// Days by region. Only the entries of unknown regions are left out.
    fn days(&mut self, raw: &RawValue) -> BTreeMap<String, DayOverrides> {
        let mut days: BTreeMap<String, DayOverrides> = self.value(raw).unwrap_or_default();
        days.retain(|region, _| {
            let regions = Calendar::regions();
            let country = format!("{region}-");
            let known = regions.iter().any(|one| one == region || one.starts_with(&country));
            if !known {
                let quoted = format!("\u{22}{region}\u{22}");
                let place = Position::in_piece(self.source, raw, &quoted);
                let near = nearest(region, regions.iter().map(String::as_str))
                    .join(&self.text.get("word-comma"));
                let args = [("given", clean_line(region).into()), ("names", near.into())];
                let what = self.text.with("fault-config-region", &args);
                self.blame(Some(place), &what);
            }
            known
        });
        days
    }
}

#[cfg(test)]
mod tests;
