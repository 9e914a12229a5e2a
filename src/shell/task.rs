//! What happens beside the loop, as plain values: work that takes long, and whatever
//! waits for a disk that may be slow or gone.
//!
//! Owns: what each task does. Must not know: which thread does it.

use std::{ffi::OsString, io, path::PathBuf, sync::Arc, time::Duration};

use jiff::civil::Date;

use super::{
    attachable::fingerprint_for,
    attached::Attached,
    choices::Choices,
    command_line::CommandLine,
    offers::offers,
    reply::{Reply, ReplySender},
    save_slot::AllSaved,
    scanning::{ScanRequest, scan_reporting},
    typed_path::{TypedPath, completions, is_elsewhere, unused},
    views::Views,
};
use crate::{
    app::View,
    discover::ScanProgress,
    domain::{Case, Item},
    store::write_private,
};

/// Longest wait for a save under way.
const SAVE_LIMIT: Duration = Duration::from_secs(5);

/// Something to do beside the loop. The number in front is the ticket of the
/// question that it answers.
#[derive(Debug)]
pub enum Task {
    /// Fingerprint the files that are meant by this, on this day, to stand for this item.
    Fingerprint(u64, TypedPath, Date, Option<Item>),
    /// Look whether the files of this case are still there.
    LookAtFiles(Attached, Box<Case>),
    /// Have the command line do this, to this file if one was asked for, once everything
    /// is saved.
    Errand(u64, CommandLine, Vec<OsString>, Option<TypedPath>, Option<AllSaved>),
    /// Scan for accounts; the progress can be asked for, and stopped.
    Scan(u64, ScanRequest, Arc<ScanProgress>),
    /// Look for the files that may be meant; for a scan or for anything else.
    Offer(TypedPath, bool),
    /// Look how a path may go on.
    Complete(TypedPath),
    /// Write this text to a new file that only the person can read.
    Write(u64, TypedPath, String),
    /// Keep what the person is looking at.
    Remember(Views, View),
    /// Keep what was chosen for a setting.
    Choose(Choices, &'static str, String),
}

impl Task {
    /// The name of the thread that does it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Fingerprint(..) => "fingerprint",
            Self::LookAtFiles(..) => "attached",
            Self::Errand(..) => "errand",
            Self::Scan(..) => "scan",
            Self::Offer(..) | Self::Complete(..) => "files",
            Self::Write(..) => "write",
            Self::Remember(..) => "view",
            Self::Choose(..) => "choice",
        }
    }

    /// Does it, and replies.
    pub fn run(self, replies: &ReplySender) {
        match self {
            Self::Fingerprint(ticket, typed, today, item) => {
                let paths = typed.expand_all();
                let made =
                    paths.iter().map(|path| fingerprint_for(item.as_ref(), path, today)).collect();
                replies.send(Reply::Fingerprinted(ticket, made));
            }
            Self::LookAtFiles(attached, case) => {
                let lost = attached.lost(&case);
                replies.send(Reply::Looked(case.id, lost));
            }
            Self::Errand(ticket, line, mut words, typed, all_saved) => {
                // What is written takes the place of no other file.
                let writes = words.last().is_some_and(|word| word == "-o");
                let path = typed.map(|typed| typed.expand());
                let path = path.map(|path| if writes { unused(path) } else { path });
                words.extend(path.map(PathBuf::into_os_string));
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
            Self::Offer(typed, scan) => {
                let files = offers(&typed.text, scan, typed.home.as_deref());
                replies.send(Reply::Offered(typed.text, files));
            }
            Self::Complete(typed) => {
                let paths = completions(&typed.text, typed.home.as_deref());
                replies.send(Reply::Completed(typed.text, paths));
            }
            Self::Write(ticket, typed, text) => {
                let path = typed.expand();
                let written = if is_elsewhere(&path) {
                    Err(io::ErrorKind::NotFound.into())
                } else {
                    write_private(&path, text.as_bytes(), false)
                };
                replies.send(Reply::Written(ticket, path, written));
            }
            Self::Remember(views, view) => views.keep(&view),
            Self::Choose(choices, setting, chosen) => choices.keep(setting, &chosen),
        }
    }
}
