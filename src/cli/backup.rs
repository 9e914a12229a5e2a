//! `ringoff backup check`: what a contact or message backup holds, and
//! whether it is whole. One that is marks its safeguard.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::{context::Context, define, errors::shown, failure::Failure, output::Output, session};
use crate::{
    discover::{Detector, FileSummary, Scan, ScanProgress},
    domain::{Attachment, Change, Item, Mark},
    shell::{CheckedBackup, HeldBackup, describe_backup, fingerprint},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let files = Arg::new("files").value_name("FILE").required(true).action(ArgAction::Append);
    let files = files.num_args(1..).value_parser(define::path_value());
    let check = define::verb(text, "check", "cli-backup-check");
    define::verbs(command, [check.arg(files.help(define::say(text, "cli-arg-backups")))])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let Some((_, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    let detector = Detector::new().ok_or_else(|| Failure::failed(String::new()))?;
    let progress = ScanProgress::default();
    let scan = Scan { compare: true, ..Scan::new(&detector, &progress) };
    let paths = matches.get_many::<PathBuf>("files").into_iter().flatten();
    let looked: Vec<CheckedBackup> = paths.map(|path| CheckedBackup::of(&scan, path)).collect();
    let mut told: Vec<String> = looked.iter().map(|one| one.describe(text)).collect();
    let compared = match looked.as_slice() {
        [older, newer] => compare(text, older, newer),
        _ => None,
    };
    told.extend(compared.iter().map(|(words, _)| words.clone()));
    let mut data = json!({ "files": looked.iter().map(|one| file(text, one)).collect::<Vec<_>>() });
    if let (Some((_, missing)), Some(data)) = (compared, data.as_object_mut()) {
        data.insert("missing".to_owned(), missing);
    }
    if looked.iter().any(|one| !one.is_whole()) {
        return Err(Failure::failed(told.join("\n")).data(data));
    }
    let mut output = Output::new(told.join("\n"), data);
    let marks = looked.iter().any(|one| one.item().is_some());
    if !marks || context.load()?.book.cases.is_empty() {
        return Ok(output);
    }
    let marked = mark(context, &looked)?;
    output.told = [output.told, marked.told].join("\n");
    output.notes = marked.notes;
    Ok(output)
}

/// What the older of two backups has and the newer one does not have.
fn compare(text: &Text, older: &CheckedBackup, newer: &CheckedBackup) -> Option<(String, Value)> {
    let (older, newer) = (older.held.as_ref().ok()?, newer.held.as_ref().ok()?);
    match (older, newer) {
        (HeldBackup::Contacts(older), HeldBackup::Contacts(newer)) => {
            let missing = older.missing_in(newer);
            let count = ("count", missing.len().into());
            let names =
                missing.iter().take(10).copied().collect::<Vec<_>>().join(&text.get("word-comma"));
            let told = text.with("cli-backup-missing-contacts", &[count, ("names", names.into())]);
            Some((told, json!({ "contacts": missing })))
        }
        (HeldBackup::Messages(older), HeldBackup::Messages(newer)) => {
            let gone = older.fingerprints.difference(&newer.fingerprints).count();
            let told = text.with("cli-backup-missing-messages", &[("count", gone.into())]);
            Some((told, json!({ "messages": gone })))
        }
        _ => None,
    }
}

fn file(text: &Text, one: &CheckedBackup) -> Value {
    let problems = if one.is_whole() { Vec::new() } else { vec![one.describe(text)] };
    let (format, contacts, numbers, messages, declared) = match &one.held {
        Ok(HeldBackup::Contacts(held)) => {
            (Some(held.format), Some(held.cards), Some(held.with_number), None, None)
        }
        Ok(HeldBackup::Messages(held)) => {
            let FileSummary { format, messages, declared, .. } = &held.summary;
            (Some(*format), None, None, Some(*messages), *declared)
        }
        Err(_) => (None, None, None, None, None),
    };
    json!({
        "path": shown(&one.path), "format": format, "contacts": contacts, "with_number": numbers,
        "messages": messages, "declared": declared, "whole": one.is_whole(), "problems": problems,
    })
}

/// Marks the safeguards, with name, size and fingerprint of the files.
fn mark(context: &Context, looked: &[CheckedBackup]) -> Result<Output, Failure> {
    let text = &context.text;
    let today = context.today_at_home();
    // The files are read before the lock is taken, since a large one takes its
    // time. Of two backups of one kind the last one counts.
    let mut files: Vec<(Item, Attachment, String)> = Vec::new();
    for one in looked {
        let (Some(item), Ok(backup)) = (one.item(), &one.held) else { continue };
        let file =
            fingerprint(&one.path, today).map_err(|error| Failure::failed(error.describe(text)))?;
        files.retain(|(known, ..)| *known != item);
        files.push((item, file, describe_backup(text, backup)));
    }
    session::change(context, |about| {
        let procedure = about.procedure();
        let mut changes = Vec::new();
        for (item, file, note) in files {
            let file = Attachment { on: about.today, ..file };
            for change in about.one(about.case.attach(&procedure, &item, file))? {
                changes.push(match change {
                    Change::Mark { item, mark: Some(mark) } => {
                        let mark = Mark { note: Some(note.clone()), ..*mark };
                        Change::Mark { item, mark: Some(Box::new(mark)) }
                    }
                    other => other,
                });
            }
        }
        Ok(changes)
    })
}
