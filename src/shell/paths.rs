//! Where the files of ringoff are.
//!
//! Owns: the names of its folders. Must not know: what is in them.

use std::{
    env,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

/// There is no home folder to put anything into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub struct NoHome;

/// The folders of ringoff. An absolute `XDG_*` variable wins on every system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The book.
    pub book: PathBuf,
    /// Keys, settings, themes and playbooks of the person's own.
    pub config: PathBuf,
    /// What can be lost without harm.
    pub state: PathBuf,
    /// The person's home folder, which `~` means in a path; there may be none.
    pub home: Option<PathBuf>,
}

impl Paths {
    /// Finds them. `book` is the one that the person has named.
    pub fn find(book: Option<PathBuf>) -> Result<Self, NoHome> {
        let dirs = ProjectDirs::from("", "", "ringoff");
        let folder = |variable: &str, of: fn(&ProjectDirs) -> &Path| {
            let named = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
            // A relative HOME would scatter books over the folders ringoff is
            // started in.
            let usual = || dirs.as_ref().map(|dirs| of(dirs).to_owned());
            named.map(|path| path.join("ringoff")).or_else(|| usual().filter(|p| p.is_absolute()))
        };
        let data = folder("XDG_DATA_HOME", ProjectDirs::data_dir);
        let state =
            folder("XDG_STATE_HOME", |dirs| dirs.state_dir().unwrap_or(dirs.data_local_dir()));
        let config = folder("XDG_CONFIG_HOME", ProjectDirs::config_dir);
        let named = book.map(|book| std::path::absolute(&book).unwrap_or(book));
        let book = match named {
            Some(book) => book,
            None => data.ok_or(NoHome)?.join("progress.ron"),
        };
        // With a book named there is a place for the rest beside it.
        let beside = || book.parent().map(|folder| folder.join(".ringoff")).unwrap_or_default();
        Ok(Self {
            config: config.unwrap_or_else(beside),
            state: state.unwrap_or_else(beside),
            book,
            home: env::home_dir(),
        })
    }
}
