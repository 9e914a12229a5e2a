//! What a backup of contacts or messages holds, and whether it is whole: the same for the
//! command that looks, and for whatever lets a file stand for a safeguard.
//!
//! Owns: the look into a file, and its words. Must not know: what becomes of the safeguard.

use std::path::{Path, PathBuf};

use super::{place::describe_place, scan_faults::describe_scan_error, scanning::open_regular};
use crate::{
    discover::{Contacts, Defects, Member, Place, Scan, ScanError, Scanned, Unsupported},
    domain::{Id, Item, ItemKind},
    text::{Text, clean_line},
};

/// What a backup holds.
#[derive(Debug)]
pub(crate) enum HeldBackup {
    /// Contacts.
    Contacts(Contacts),
    /// Messages.
    Messages(Box<Scanned>),
}

/// A file that was checked.
#[derive(Debug)]
pub struct CheckedBackup {
    /// Its path, as it was given.
    pub(crate) path: PathBuf,
    /// What it holds, or why it is no backup.
    pub(crate) held: Result<HeldBackup, ScanError>,
}

impl CheckedBackup {
    /// Looks into the file at a path.
    pub(crate) fn of(scan: &Scan<'_>, path: &Path) -> Self {
        Self { path: path.to_owned(), held: check(scan, path) }
    }

    /// Whether it can be read from beginning to end, and holds as much as it says.
    pub(crate) fn is_whole(&self) -> bool {
        match &self.held {
            Ok(HeldBackup::Contacts(contacts)) => contacts.is_whole(),
            Ok(HeldBackup::Messages(held)) => held.summary.is_sound() && held.summary.signed > 0,
            Err(_) => false,
        }
    }

    /// The safeguard that it is a backup for. Conversations of a messenger are
    /// not the text messages of the line.
    pub(crate) fn item(&self) -> Option<Item> {
        let id = match self.held.as_ref().ok()? {
            HeldBackup::Contacts(_) => "contacts",
            HeldBackup::Messages(held) if held.summary.is_chat => return None,
            HeldBackup::Messages(_) => "messages",
        };
        Some(Item::new(ItemKind::Safeguard, &Id::new(id)))
    }

    /// What it holds, and what is wrong with it, behind its path.
    pub(crate) fn describe(&self, text: &Text) -> String {
        let path = clean_line(&self.path.display().to_string());
        match &self.held {
            Err(why) => describe_scan_error(text, &path, why),
            Ok(held) => text.labelled(&path, &describe_backup(text, held)),
        }
    }
}

fn check(scan: &Scan<'_>, path: &Path) -> Result<HeldBackup, ScanError> {
    let open = || open_regular(path).map(|(file, _)| file).map_err(ScanError::Io);
    if let Some(contacts) = scan.contacts_file(open()?)? {
        return Ok(HeldBackup::Contacts(contacts));
    }
    let held = scan.file(open()?)?;
    if held.summary.messages == 0 && !held.summary.authenticator.is_empty() {
        return Err(ScanError::Unsupported(Unsupported::Authenticator));
    }
    if held.summary.messages == 0 && held.summary.logins > 0 {
        return Err(ScanError::NoBackup);
    }
    Ok(HeldBackup::Messages(Box::new(held)))
}

/// What a backup holds, and what is wrong with it.
pub(crate) fn describe_backup(text: &Text, held: &HeldBackup) -> String {
    let held = match held {
        HeldBackup::Contacts(held) => {
            let args = [("count", held.cards.into()), ("numbers", held.with_number.into())];
            let mut told = vec![text.with("cli-backup-contacts", &args)];
            told.extend(wrong(text, &held.defects));
            if held.cards > 0 && held.with_number == 0 {
                told.push(text.get("cli-backup-no-number").into_owned());
            }
            told.extend(inside(text, &held.inside));
            return told.join(" ");
        }
        HeldBackup::Messages(held) => &held.summary,
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
