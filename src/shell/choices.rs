//! What was chosen on the screen for good: language, theme and mouse, in the state
//! folder. `config.ron` is the person's own and is never written.
//!
//! Owns: `choices.ron`. Must not know: what a choice changes.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::state_file::{read, write};

/// A choice, and what the settings said then. Once they say something else, they were
/// changed later, and the choice is forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Choice {
    chosen: String,
    instead_of: String,
}

/// Each choice has a line.
const DEPTH: usize = 1;

/// Where choices are kept, each by the name of its setting.
#[derive(Clone, Debug)]
pub struct Choices {
    file: PathBuf,
    /// What was kept by the start.
    kept: BTreeMap<String, Choice>,
    /// What the settings say now.
    settled: BTreeMap<&'static str, String>,
}

impl Choices {
    /// The choices kept in a folder.
    pub fn new(folder: &Path) -> Self {
        let file = folder.join("choices.ron");
        Self { kept: read(&file), file, settled: BTreeMap::new() }
    }

    /// The same where the settings say this, or nothing, about a setting.
    #[must_use]
    pub fn over(mut self, setting: &'static str, said: Option<String>) -> Self {
        self.settled.extend(said.map(|said| (setting, said)));
        self
    }

    fn settled(&self, setting: &str) -> &str {
        self.settled.get(setting).map_or("", String::as_str)
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What was chosen on the screen, unless the settings were changed since; else what
    /// they say.
    pub fn of(&self, setting: &str) -> Option<String> {
        let settled = self.settled(setting);
        let kept = self.kept.get(setting).filter(|kept| kept.instead_of == settled);
        kept.map(|kept| kept.chosen.clone()).or_else(|| self.settled.get(setting).cloned())
    }

    /// Keeps a choice, if that is possible.
    pub fn keep(&self, setting: &str, chosen: &str) {
        let mut all: BTreeMap<String, Choice> = read(&self.file);
        let instead_of = self.settled(setting).to_owned();
        let choice = Choice { chosen: chosen.to_owned(), instead_of };
        if all.get(setting) == Some(&choice) {
            return;
        }
        all.insert(setting.to_owned(), choice);
        let _ = write(&self.file, &all, DEPTH);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_holds_until_the_settings_say_something_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |said: Option<&str>| {
            Choices::new(&folder.path().join("state")).over("theme", said.map(str::to_owned))
        };
        assert_eq!(at(None).of("theme"), None);
        assert_eq!(at(Some("light")).of("theme").as_deref(), Some("light"));
        at(Some("light")).keep("theme", "dark");
        assert_eq!(at(Some("light")).of("theme").as_deref(), Some("dark"));
        assert_eq!(at(Some("light")).of("lang"), None);
        assert_eq!(at(Some("contrast")).of("theme").as_deref(), Some("contrast"));
        assert_eq!(at(None).of("theme"), None);
    }
}
