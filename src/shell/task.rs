//! Work that takes long and happens beside the loop, as plain values.
//!
//! Owns: what each task does. Must not know: which thread does it.

use std::{ffi::OsString, path::PathBuf, sync::Arc, time::Duration};

use jiff::civil::Date;

use super::{
    command_line::CommandLine,
    fingerprint::fingerprint,
    reply::{Reply, ReplySender},
    save_slot::AllSaved,
    scanning::{ScanRequest, scan_reporting},
};
use crate::discover::ScanProgress;

/// Longest wait for a save under way.
const SAVE_LIMIT: Duration = Duration::from_secs(5);

/// Something to do beside the loop. The number in front is the ticket of the
/// question that it answers.
#[derive(Debug)]
pub enum Task {
    /// Fingerprint these files, on this day.
    Fingerprint(u64, Vec<PathBuf>, Date),
    /// Have the command line do this, once everything is saved.
    Errand(u64, CommandLine, Vec<OsString>, Option<AllSaved>),
    /// Scan for accounts; the progress can be asked for, and stopped.
    Scan(u64, ScanRequest, Arc<ScanProgress>),
}

impl Task {
    /// The name of the thread that does it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Fingerprint(..) => "fingerprint",
            Self::Errand(..) => "errand",
            Self::Scan(..) => "scan",
        }
    }

    /// Does it, and replies.
    pub fn run(self, replies: &ReplySender) {
        match self {
            Self::Fingerprint(ticket, paths, today) => {
                let made = paths.iter().map(|path| fingerprint(path, today)).collect();
                replies.send(Reply::Fingerprinted(ticket, made));
            }
            Self::Errand(ticket, line, words, all_saved) => {
                if let Some(all_saved) = all_saved {
                    all_saved.wait(SAVE_LIMIT);
                }
                replies.send(Reply::Ran(ticket, line.run(words)));
            }
            Self::Scan(ticket, request, progress) => {
                scan_reporting(&request, &progress, |so_far| {
                    replies.send(Reply::Scan(ticket, so_far));
                });
            }
        }
    }
}
