//! `ringoff sync`: one book on several machines, by way of git.
//!
//! Must not know: how git is called, in which order things happen.

use std::{env, path::Path};

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    arguments, case_context::CaseContext, context::Context, define, errors::shown,
    failure::Failure, output::Output,
};
use crate::{
    shell::{Arrival, Deed, GitError, SyncError, SyncRequest, Synced, io_words, sync},
    store::Damage,
    text::{Text, clean_line},
};

/// So many changes that came in are told one by one.
const LISTED: usize = 20;

pub(super) fn define(text: &Text, command: Command) -> Command {
    let remote = define::word(text, "remote", "REMOTE").required(false);
    command
        .arg(remote)
        .after_help(define::say(text, "cli-sync-setup"))
        .help_template("{before-help}{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}")
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    // A file that is missing beside its backups must not become a fresh one.
    context.load()?;
    let text = &context.text;
    let subject = |count: usize| match count {
        0 => text.get("cli-sync-merge").into_owned(),
        _ => text.with("cli-sync-subject", &[("count", count.into())]),
    };
    let request = SyncRequest {
        remote: remote(matches),
        user: user(),
        now: context.now(),
        today: context.today_at_home(),
        subject: &subject,
    };
    let synced =
        sync(&context.store(), &request).map_err(|error| Failure::of_sync(text, &error))?;
    context.notice_save(!synced.fragile);
    tell(context, &synced)
}

/// The address as it was given; that of a folder is made whole, since git would look
/// for it elsewhere.
fn remote(matches: &ArgMatches) -> Option<String> {
    let given = arguments::typed(matches, "remote");
    if given.is_empty() {
        return None;
    }
    let whole = Path::new(given).canonicalize().ok();
    let whole = whole.and_then(|path| path.to_str().map(str::to_owned));
    Some(whole.unwrap_or_else(|| given.to_owned()))
}

/// Who is at this machine, as the system says.
fn user() -> String {
    let named = |name: &str| env::var(name).ok().filter(|name| !name.is_empty());
    named("USER").or_else(|| named("LOGNAME")).unwrap_or_else(|| "ringoff".to_owned())
}

fn tell(context: &Context, synced: &Synced) -> Result<Output, Failure> {
    let (text, library) = (&context.text, context.playbooks());
    let mut told = Vec::new();
    if synced.brought_back {
        told.push(text.get("cli-sync-brought-back").into_owned());
    }
    if !synced.brought_back || synced.committed > 0 {
        told.push(text.with("cli-sync-committed", &[("count", synced.committed.into())]));
    }
    let (mut lines, mut came): (Vec<String>, Vec<Value>) = (Vec::new(), Vec::new());
    for Arrival { from, deed } in &synced.came {
        let (kind, case, entry) = match deed {
            Deed::Did(case, entry) => ("did", case, entry),
            Deed::Undid(case, entry) => ("undid", case, entry),
            Deed::WentBack => {
                let told = text.with("cli-sync-went-back", &[("from", from.as_str().into())]);
                came.push(json!({ "kind": "restored", "from": from, "text": told }));
                lines.push(told);
                continue;
            }
        };
        let mut what = CaseContext::new(context, &library, case)?.words().entry(entry);
        if let Deed::Undid(..) = deed {
            what = text.with("cli-undone", &[("what", what.into())]);
        }
        came.push(json!({
            "kind": kind, "from": from, "case": case.id, "at": entry.at, "text": what,
        }));
        let args = [
            ("from", from.as_str().into()),
            ("case", case.label.as_str().into()),
            ("what", what.into()),
        ];
        lines.push(text.with("cli-sync-came", &args));
    }
    let more = lines.len().saturating_sub(LISTED);
    told.extend(lines.into_iter().take(LISTED));
    if more > 0 {
        told.push(text.with("cli-sync-more", &[("count", more.into())]));
    }
    if synced.put_back {
        told.push(text.get("cli-sync-put-back").into_owned());
    }
    if synced.revived {
        told.push(text.get("ui-revived").into_owned());
    }
    if !synced.left.is_empty() {
        let files: Vec<&str> = synced.left.iter().map(String::as_str).collect();
        told.push(text.with("cli-sync-left", &[("files", files.join(", ").into())]));
    }
    if synced.conflicts > 0 {
        told.push(text.with("cli-sync-conflicts", &[("count", synced.conflicts.into())]));
    }
    let sent = synced.sent.unwrap_or_default();
    told.push(match &synced.remote {
        Some(remote) => {
            let args = [("remote", remote.as_str().into()), ("count", sent.into())];
            text.with(
                if synced.sent == Some(0) { "cli-sync-sent-joined" } else { "cli-sync-sent" },
                &args,
            )
        }
        None => text.get("cli-sync-no-remote").into_owned(),
    });
    let data = json!({
        "committed": synced.committed, "came": came, "sent": sent,
        "conflicts": synced.conflicts, "remote": synced.remote,
    });
    Ok(Output::new(told.join("\n"), data))
}

impl Failure {
    /// The book was not sent. What was committed stays.
    fn of_sync(text: &Text, error: &SyncError) -> Self {
        let tell = |key: &str, remote: &str, said: &str| {
            let args = [("remote", clean_line(remote).into()), ("said", clean_line(said).into())];
            Self::failed(text.with(key, &args))
        };
        let again = || Some(text.get("cli-sync-again").into_owned());
        match error {
            SyncError::Git(GitError::Missing) => {
                Self::failed(text.get("fault-no-git").into_owned())
            }
            SyncError::Git(GitError::Silent) => tell("fault-git-silent", "", "").hint(again()),
            SyncError::Git(GitError::Io(error)) => {
                tell("fault-git", "", &io_words(text, error)).hint(again())
            }
            SyncError::Git(GitError::Failed(said)) => {
                tell("fault-git", "", said.trim()).hint(again())
            }
            SyncError::Git(GitError::NoBranch) => tell("fault-git-no-branch", "", ""),
            SyncError::Git(GitError::Unfinished) => tell("fault-git-unfinished", "", ""),
            SyncError::Git(GitError::Clash(files, other)) => {
                let files = clean_line(&files.join(", "));
                let args = [("files", files.into()), ("other", clean_line(other).into())];
                Self::failed(text.with("fault-sync-clash", &args))
                    .hint(Some(text.with("cli-sync-clash", &args)))
            }
            SyncError::Damaged(place, remote, said) => {
                let remote = clean_line(remote);
                let remote = if remote.is_empty() { remote } else { format!(" {remote}") };
                let args = [
                    ("place", shown(place).into()),
                    ("remote", remote.into()),
                    ("said", clean_line(said).into()),
                ];
                Self::failed(text.with("fault-sync-damaged", &args))
                    .hint(Some(text.with("cli-sync-anew", &args)))
            }
            SyncError::Away(remote, said) => tell("fault-remote-away", remote, said).hint(again()),
            SyncError::Apart(remote, said) => tell("fault-remote-apart", remote, said),
            SyncError::Stalled(remote) => tell("fault-remote-stalled", remote, "").hint(again()),
            SyncError::Refused(remote, said) => tell("fault-remote-refused", remote, said),
            SyncError::Restless(remote) => tell("fault-remote-restless", remote, "").hint(again()),
            SyncError::Unreadable(unreadable) => Self::of_book(text, unreadable),
            SyncError::Version(Damage::Newer(version)) => {
                let args = [("version", version.to_string().into())];
                Self::unreadable(text.with("fault-version-newer", &args))
            }
            SyncError::Version(_) => Self::unreadable(text.get("fault-version").into_owned()),
            SyncError::Save(error) => Self::of_save(text, error).hint(again()),
        }
    }
}
