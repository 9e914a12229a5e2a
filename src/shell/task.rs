//! Work that takes long and happens beside the loop, as plain values.
//!
//! Owns: what each task does. Must not know: which thread does it.

use std::{path::PathBuf, sync::Arc};

use jiff::civil::Date;

use super::{
    fingerprint::fingerprint,
    reply::{Reply, ReplySender},
    scanning::{ScanRequest, scan_reporting},
};
use crate::discover::ScanProgress;

/// Something to do beside the loop. The ticket tells the model which of its
/// questions was answered.
#[derive(Debug)]
pub enum Task {
    /// Fingerprint a file.
    Fingerprint {
        /// Whose question it is.
        ticket: u64,
        /// The file.
        path: PathBuf,
        /// The day on which it is done.
        today: Date,
    },
    /// Scan a file for accounts.
    Scan {
        /// Whose question it is.
        ticket: u64,
        /// What is scanned, and for what.
        request: ScanRequest,
        /// Tells how far it is, and stops it.
        progress: Arc<ScanProgress>,
    },
}

impl Task {
    /// The name of the thread that does it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Fingerprint { .. } => "fingerprint",
            Self::Scan { .. } => "scan",
        }
    }

    /// Does it, and replies.
    pub fn run(self, replies: &ReplySender) {
        match self {
            Self::Fingerprint { ticket, path, today } => {
                replies.send(Reply::Fingerprinted(ticket, fingerprint(&path, today)));
            }
            Self::Scan { ticket, request, progress } => {
                scan_reporting(request, &progress, |so_far| {
                    replies.send(Reply::Scan(ticket, so_far));
                });
            }
        }
    }
}
