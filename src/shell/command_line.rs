//! The command line, as the dashboard has it do something.
//!
//! Owns: the way to it. Must not know: what it does.

use std::{ffi::OsString, fmt, sync::Arc};

type RunWords = dyn Fn(Vec<OsString>) -> Result<String, String> + Send + Sync;

/// The command line on the book that is shown.
#[derive(Clone)]
pub struct CommandLine(Arc<RunWords>);

impl CommandLine {
    /// Does what `run` does with the words behind the name of the program, and tells
    /// the result or why there is none.
    pub fn new(
        run: impl Fn(Vec<OsString>) -> Result<String, String> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(run))
    }

    /// Does something.
    pub(super) fn run(&self, words: Vec<OsString>) -> Result<String, String> {
        (self.0)(words)
    }
}

impl fmt::Debug for CommandLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CommandLine")
    }
}
