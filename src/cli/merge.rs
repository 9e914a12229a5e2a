//! `ringoff merge`: a copy into the progress file, or three versions of it, as git asks
//! a merge driver.
//!
//! Owns: git's contract. Of three versions the result is written over OURS; 0 says merged, 1 says
//! that something has to be settled, above 128 says that nothing was done. Must
//! not know: how books are merged.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{arguments, context::Context, define, errors::shown, failure::Failure, output::Output};
use crate::{
    domain::{Book, Merged},
    store::{Loaded, Seal, Store, print, write_private},
    text::Text,
};

/// What git takes for a failure begins above this.
const FAILED: u8 = 128;

pub(super) fn define(text: &Text, command: Command) -> Command {
    let [base, ours, theirs] = [("base", "BASE"), ("ours", "OURS"), ("theirs", "THEIRS")]
        .map(|(name, value)| define::path(text, name, value));
    let (ours, theirs) = (ours.required(false).requires("theirs"), theirs.required(false));
    let path = define::path(text, "merged", "PATH").required(false);
    command
        .args([base, ours, theirs, path])
        .after_help(define::say(text, "cli-merge-setup"))
        .help_template("{before-help}{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}")
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    if !matches.contains_id("ours") {
        return take_in(context, &arguments::path(matches, "base"));
    }
    // Git takes 1 for a conflict: a failure must not look like one.
    merge(context, matches)
        .map_err(|failure| Failure { code: FAILED.saturating_add(failure.code), ..failure })
}

fn merge(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let ours_path = arguments::path(matches, "ours");
    let base = common_version(context, &arguments::path(matches, "base"))?;
    let theirs_path = arguments::path(matches, "theirs");
    // What was changed in a side by hand, or by a damaged disk, stands in its history afterwards:
    // the result is sealed, and nothing else would tell of it.
    let mut by_hand = Vec::new();
    let mut side = |path: &Path| {
        let side = version(context, path)?;
        if !side.edited {
            return Ok(side.book);
        }
        by_hand.push(shown(path));
        let recorded = side.book.with_hand_edits(&base, side.changed_at(context.now()));
        Ok::<_, Failure>(recorded.unwrap_or(side.book))
    };
    let (ours, theirs) = (side(&ours_path)?, side(&theirs_path)?);
    let Merged { book, conflicts } = Book::merge(&base, &ours, &theirs);
    let written = print(&book).map_err(|error| Failure::failed(error.to_string()))?;
    write_private(&ours_path, written.as_bytes(), true)
        .map_err(|error| Failure::of_write(text, &ours_path, &error))?;
    let path = matches.get_one::<PathBuf>("merged").unwrap_or(&ours_path);
    let args = [("path", shown(path).into()), ("count", conflicts.into())];
    let told = text.with("cli-merged", &args);
    let edited = by_hand
        .iter()
        .map(|path| text.with("cli-merged-edited", &[("path", path.as_str().into())]));
    let told = edited.chain([told]).collect::<Vec<_>>().join("\n");
    let data = json!({
        "path": shown(path), "cases": book.cases.len(), "conflicts": conflicts, "edited": by_hand,
    });
    Ok(Output { code: u8::from(conflicts > 0), ..Output::new(told, data) })
}

/// Merges a copy into the book. What is there now becomes the backup.
fn take_in(context: &Context, path: &Path) -> Result<Output, Failure> {
    let text = &context.text;
    let copy = version(context, path)?;
    let store = context.store();
    if store.is_the_file(path) {
        let path = [("path", shown(path).into())];
        return Err(Failure::usage(text.with("cli-merge-itself", &path)));
    }
    let guard = store.lock().map_err(|error| Failure::of_save(text, &error))?;
    let loaded = context.load()?;
    // What somebody changed in the file itself counts as the copy's changes do.
    let (ours, seal) = (context.with_hand_edits(&loaded), loaded.seal);
    let copy = copy.as_copy_of(&ours, context.now());
    let gone_back = store.gone_back_from(&ours, seal, &copy);
    let common = gone_back.unwrap_or_else(|| ours.common_with(&copy, &[]));
    let Merged { book, conflicts } = Book::merge(&common, &ours, &copy);
    // What was undone in the copy comes in as well.
    let count = copy.changes_since(&ours).max(book.steps_since(&ours));
    if count > 0 {
        let saved = store.save(&guard, &book, seal, context.today_at_home());
        let saved = saved.map_err(|error| Failure::of_save(text, &error))?;
        context.notice_save(saved.durable);
    }
    let args = [("path", shown(path).into()), ("count", count.into())];
    let key = match count {
        1.. => "cli-merged-copy",
        // Nobody is told to throw a backup away.
        0 if is_backup(&store, path) => "cli-backup-old",
        0 => "cli-copy-old",
    };
    let mut told = vec![text.with(key, &args)];
    if conflicts > 0 {
        told.push(text.with("cli-merged-conflicts", &[("count", conflicts.into())]));
    }
    // It was noticed before it was merged.
    context.noticed();
    let data = json!({ "path": shown(path), "came": count, "conflicts": conflicts });
    Ok(Output::new(told.join("\n"), data))
}

/// Whether a path leads to a backup of the file.
fn is_backup(store: &Store, path: &Path) -> bool {
    let path = path.canonicalize();
    let backups = store.backups();
    path.is_ok_and(|path| {
        backups.iter().any(|one| one.path.canonicalize().is_ok_and(|one| one == path))
    })
}

/// The common version. Git gives an empty file where there is none.
fn common_version(context: &Context, path: &Path) -> Result<Book, Failure> {
    if path.metadata().is_ok_and(|about| about.len() == 0) {
        return Ok(Book::default());
    }
    Ok(version(context, path)?.book)
}

/// One version as it was read; there must be one.
fn version(context: &Context, path: &Path) -> Result<Loaded, Failure> {
    let text = &context.text;
    let loaded = Store::at(path.to_owned()).load();
    let loaded = loaded.map_err(|unreadable| Failure::of_book(text, &unreadable))?;
    if loaded.seal == Seal::default() {
        let what = text.get("fault-not-found").into_owned();
        let args = [("place", shown(path).into()), ("what", what.into())];
        return Err(Failure::not_found(text.with("fault-unreadable", &args)));
    }
    Ok(loaded)
}
