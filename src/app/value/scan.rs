//! A scan under way.

use std::time::Duration;

use jiff::Timestamp;

use super::form::Form;

/// A scan under way, as its dialog shows it.
#[derive(Clone, Debug)]
pub struct RunningScan {
    /// The ticket that its reports carry.
    pub(in crate::app) ticket: u64,
    /// The file it reads.
    pub path: String,
    /// Bytes read so far.
    pub read: u64,
    /// Bytes in all.
    pub total: u64,
    /// Each file, where there are several, and how much of it is read, of 100.
    pub files: Vec<(String, u64)>,
    /// When it began.
    pub began: Timestamp,
    /// The prompt that it was asked for in, which comes back where no file can be read.
    pub(in crate::app) prompt: Option<Box<Form>>,
}

impl RunningScan {
    /// How long it has been running.
    pub(crate) fn spent(&self, now: Timestamp) -> Duration {
        now.duration_since(self.began).try_into().unwrap_or_default()
    }
}
