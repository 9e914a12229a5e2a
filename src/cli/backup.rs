//! `ringoff backup check`: what a contact or message backup holds, and
//! whether it is whole. One that is marks its safeguard.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::{context::Context, define, errors::shown, failure::Failure, output::Output, session};
use crate::{
    discover::{
        Contacts, Defects, Detector, FileSummary, Member, Place, Scan, ScanError, ScanProgress,
        Scanned, Unsupported,
    },
    domain::{Attachment, Change, Id, Item, ItemKind, Mark},
    shell::{describe_place, describe_scan_error, fingerprint, open_regular},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let files = Arg::new("files").value_name("FILE").required(true).action(ArgAction::Append);
    let files = files.num_args(1..).value_parser(define::path_value());
    let check = define::verb(text, "check", "cli-backup-check");
    define::verbs(command, [check.arg(files.help(define::say(text, "cli-arg-backups")))])
}

/// What a backup holds.
enum Backup {
    Contacts(Contacts),
    Messages(Box<Scanned>),
}

/// A file that was checked.
struct Checked {
    path: PathBuf,
    backup: Result<Backup, ScanError>,
}

impl Checked {
    /// Whether it can be read from beginning to end, and holds as much as it says.
    fn is_whole(&self) -> bool {
        match &self.backup {
            Ok(Backup::Contacts(contacts)) => contacts.is_whole(),
            Ok(Backup::Messages(held)) => held.summary.is_sound() && held.summary.signed > 0,
            Err(_) => false,
        }
    }

    /// The safeguard that it is a backup for. Conversations of a messenger are
    /// not the text messages of the line.
    fn item(&self) -> Option<Item> {
        let id = match self.backup.as_ref().ok()? {
            Backup::Contacts(_) => "contacts",
            Backup::Messages(held) if held.summary.is_chat => return None,
            Backup::Messages(_) => "messages",
        };
        Some(Item::new(ItemKind::Safeguard, &Id::new(id)))
    }
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let Some((_, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    let detector = Detector::new().ok_or_else(|| Failure::failed(String::new()))?;
    let progress = ScanProgress::default();
    let scan = Scan { compare: true, ..Scan::new(&detector, &progress) };
    let paths = matches.get_many::<PathBuf>("files").into_iter().flatten();
    let looked: Vec<Checked> =
        paths.map(|path| Checked { path: path.clone(), backup: check(&scan, path) }).collect();
    let mut told: Vec<String> = looked.iter().map(|one| describe(text, one)).collect();
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

fn check(scan: &Scan<'_>, path: &Path) -> Result<Backup, ScanError> {
    let open = || open_regular(path).map(|(file, _)| file).map_err(ScanError::Io);
    if let Some(contacts) = scan.contacts_file(open()?)? {
        return Ok(Backup::Contacts(contacts));
    }
    let held = scan.file(open()?)?;
    if held.summary.messages == 0 && !held.summary.authenticator.is_empty() {
        return Err(ScanError::Unsupported(Unsupported::Authenticator));
    }
    if held.summary.messages == 0 && held.summary.logins > 0 {
        return Err(ScanError::NoBackup);
    }
    Ok(Backup::Messages(Box::new(held)))
}

fn describe(text: &Text, one: &Checked) -> String {
    let path = shown(&one.path);
    match &one.backup {
        Err(why) => describe_scan_error(text, &path, why),
        Ok(backup) => text.labelled(&path, &describe_backup(text, backup)),
    }
}

/// What a backup holds, and what is wrong with it.
fn describe_backup(text: &Text, backup: &Backup) -> String {
    let held = match backup {
        Backup::Contacts(held) => {
            let args = [("count", held.cards.into()), ("numbers", held.with_number.into())];
            let mut told = vec![text.with("cli-backup-contacts", &args)];
            told.extend(wrong(text, &held.defects));
            if held.cards > 0 && held.with_number == 0 {
                told.push(text.get("cli-backup-no-number").into_owned());
            }
            told.extend(inside(text, &held.inside));
            return told.join(" ");
        }
        Backup::Messages(held) => &held.summary,
    };
    let count = held.messages;
    let mut told = vec![text.with("cli-backup-messages", &[("count", count.into())])];
    told.extend(claim(text, count, held.declared));
    // What is no backup at all is not told that it may be cut.
    let unended = held.defects.unended.filter(|_| held.signed > 0);
    told.extend(wrong(text, &Defects { unended, ..held.defects }));
    if held.signed == 0 {
        told.push(text.get("cli-backup-unsigned").into_owned());
    } else if held.is_chat {
        told.push(text.get("cli-backup-chat").into_owned());
    }
    told.extend(inside(text, &held.inside));
    if !held.unread.is_empty() {
        let names: Vec<String> = held.unread.iter().map(|name| clean_line(name)).collect();
        let names = names.join(&text.get("word-comma")).into();
        told.push(text.with("cli-backup-unread", &[("names", names)]));
    }
    told.join(" ")
}

/// How many messages it says it holds, if that is not so.
fn claim(text: &Text, held: u64, declared: Option<u64>) -> Option<String> {
    let declared = declared.filter(|declared| *declared != held)?;
    Some(text.with("cli-backup-declared", &[("count", declared.into())]))
}

/// The records that cannot be read, and where it is cut off.
fn wrong(text: &Text, defects: &Defects) -> Vec<String> {
    let Defects { malformed, first, cut, unended } = *defects;
    let args = [("count", malformed.into()), ("at", describe_place(text, first).into())];
    let malformed = (malformed > 0).then(|| text.with("cli-backup-malformed", &args));
    let at = |key: &str, at: Option<Place>| {
        at.map(|at| text.with(key, &[("at", describe_place(text, at).into())]))
    };
    let cut = at("cli-backup-cut", cut).or_else(|| at("cli-backup-unended", unended));
    [malformed, cut].into_iter().flatten().collect()
}

/// What is wrong with each file in an archive.
fn inside(text: &Text, files: &[Member]) -> Vec<String> {
    let told = |one: &Member| {
        let held = one.declared.filter(|told| *told != one.held);
        let held = held.map(|_| text.with("cli-backup-messages", &[("count", one.held.into())]));
        let told = held.into_iter().chain(claim(text, one.held, one.declared));
        let told = told.chain(wrong(text, &one.defects)).collect::<Vec<_>>();
        text.labelled(&clean_line(&one.name), &told.join(" "))
    };
    files.iter().map(told).collect()
}

/// What the older of two backups has and the newer one does not have.
fn compare(text: &Text, older: &Checked, newer: &Checked) -> Option<(String, Value)> {
    let (older, newer) = (older.backup.as_ref().ok()?, newer.backup.as_ref().ok()?);
    match (older, newer) {
        (Backup::Contacts(older), Backup::Contacts(newer)) => {
            let missing = older.missing_in(newer);
            let count = ("count", missing.len().into());
            let names =
                missing.iter().take(10).copied().collect::<Vec<_>>().join(&text.get("word-comma"));
            let told = text.with("cli-backup-missing-contacts", &[count, ("names", names.into())]);
            Some((told, json!({ "contacts": missing })))
        }
        (Backup::Messages(older), Backup::Messages(newer)) => {
            let gone = older.fingerprints.difference(&newer.fingerprints).count();
            let told = text.with("cli-backup-missing-messages", &[("count", gone.into())]);
            Some((told, json!({ "messages": gone })))
        }
        _ => None,
    }
}

fn file(text: &Text, one: &Checked) -> Value {
    let problems = if one.is_whole() { Vec::new() } else { vec![describe(text, one)] };
    let (format, contacts, numbers, messages, declared) = match &one.backup {
        Ok(Backup::Contacts(held)) => {
            (Some(held.format), Some(held.cards), Some(held.with_number), None, None)
        }
        Ok(Backup::Messages(held)) => {
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
fn mark(context: &Context, looked: &[Checked]) -> Result<Output, Failure> {
    let text = &context.text;
    let today = context.today_at_home();
    // The files are read before the lock is taken, since a large one takes its
    // time. Of two backups of one kind the last one counts.
    let mut files: Vec<(Item, Attachment, String)> = Vec::new();
    for one in looked {
        let (Some(item), Ok(backup)) = (one.item(), &one.backup) else { continue };
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
