//! Work that takes long and happens beside the loop, as plain values.
//!
//! Owns: what each task does. Must not know: which thread does it.

use std::{path::PathBuf, sync::Arc};

use jiff::civil::Date;

use super::{
    fingerprint::fingerprint,
    reply::{Reply, ReplySender},
    scanning::{Wish, scan_telling},
};
use crate::discover::Watch;

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
        wish: Wish,
        /// Tells how far it is, and stops it.
        watch: Arc<Watch>,
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
            Self::Scan { ticket, wish, watch } => {
                scan_telling(&wish, &watch, |so_far| replies.send(Reply::Scan(ticket, so_far)));
            }
        }
    }
}
