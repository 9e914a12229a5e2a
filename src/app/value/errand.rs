//! Something that the command line does and that is asked for in the dashboard.

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    /// Its name; its words are under `cmd-task-<name>`.
    pub(crate) name: String,
    /// The words of the command line behind the name of the program.
    pub(crate) words: Vec<String>,
    /// The file that it needs.
    pub(crate) file: ErrandFile,
}

/// The file that an errand needs; its path is the last word of the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ErrandFile {
    /// None: what is told is shown on a page.
    None,
    /// One that is written; this is its usual name.
    Written(String),
    /// One that is read; what is told of it is shown on a page.
    Read,
}

impl Errand {
    /// The key of its words.
    pub(crate) fn title(&self) -> String {
        format!("cmd-task-{}", self.name)
    }
}

/// What an errand has told, once it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The ticket of the errand.
    pub(crate) ticket: u64,
    /// The key of its words.
    pub(crate) title: String,
    /// What was told; or why the errand failed.
    pub(crate) answer: Option<Result<String, String>>,
}
