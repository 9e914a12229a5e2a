//! `ringoff import`: a JSON export, into this book.

use std::{
    fs,
    io::{self, Read as _},
    path::PathBuf,
};

use clap::{ArgMatches, Command, builder::ValueParser};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::{flag, word},
};
use crate::{
    domain::{Book, Case, Change, Contact, Edit, Id, Refusal},
    export::{NotImported, read_json},
    shell::io_words,
    store,
    text::{Text, clean_line},
};

/// No export is larger.
const LARGEST: u64 = 256 * 1024 * 1024;

pub(super) fn define(text: &Text, command: Command) -> Command {
    let file = word(text, "path", "FILE").value_parser(ValueParser::path_buf());
    command.arg(file.allow_hyphen_values(true)).arg(flag(text, "into", "CASE"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let path = matches.get_one::<PathBuf>("path").cloned().unwrap_or_default();
    let imported = read(text, &path)?;
    let into = matches.get_one::<String>("into").map(Id::new);
    let (added, id) = context.change(|book| match &into {
        Some(id) => fold(context, book, id, &imported).map(|count| (count, Some(id.clone()))),
        None => Ok(take(book, &imported)),
    })?;
    if let Some(id) = &id {
        context.used(id);
    }
    let key = if into.is_some() { "cli-imported-items" } else { "cli-imported" };
    let told = text.with(key, &[("count", added.into())]);
    Ok(Answer { told, data: json!({ "added": added, "case": id }), ..Answer::default() })
}

fn read(text: &Text, path: &PathBuf) -> Result<Book, Failure> {
    let place = clean_line(&path.display().to_string());
    let refuse = |place: String, what: String| {
        let args = [("place", place.into()), ("what", what.into())];
        Failure::unreadable(text.with("fault-unreadable", &args))
    };
    let mut source = String::new();
    let taken = if path.as_os_str() == "-" {
        io::stdin().lock().take(LARGEST).read_to_string(&mut source)
    } else {
        let about = fs::metadata(path).and_then(|about| {
            let fine = about.is_file() && about.len() <= LARGEST;
            if fine { Ok(()) } else { Err(io::Error::from(io::ErrorKind::InvalidInput)) }
        });
        about.and_then(|()| fs::File::open(path)?.read_to_string(&mut source))
    };
    if let Err(error) = taken {
        let what = match error.kind() {
            io::ErrorKind::NotFound => {
                let args = [("place", place.into()), ("what", io_words(text, &error).into())];
                return Err(Failure::not_found(text.with("fault-unreadable", &args)));
            }
            io::ErrorKind::InvalidInput => text.get("fault-not-a-file").into_owned(),
            io::ErrorKind::InvalidData => text.get("fault-import-not-text").into_owned(),
            _ => io_words(text, &error),
        };
        return Err(refuse(place, what));
    }
    let book = read_json(&source).map_err(|error| match error {
        NotImported::Broken { line, column, said } => {
            let hint = text.get("cli-hint-export").into_owned();
            refuse(format!("{place}:{line}:{column}"), clean_line(&said)).hint(Some(hint))
        }
        NotImported::Newer(version) => {
            let args = [("version", version.to_string().into())];
            refuse(place.clone(), text.with("fault-newer", &args))
        }
        NotImported::Masked => {
            let hint = text.get("cli-hint-reveal").into_owned();
            refuse(place.clone(), text.get("fault-masked").into_owned()).hint(Some(hint))
        }
    })?;
    store::check(&book).map_err(|twice| {
        refuse(place.clone(), text.with("fault-twice", &[("id", clean_line(&twice).into())]))
    })?;
    Ok(book)
}

/// Puts every case beside ours. One that is here already, entry by entry, is
/// not brought in again; one that only shares its id gets another.
fn take(book: &mut Book, imported: &Book) -> (usize, Option<Id>) {
    if book.cases.is_empty() && book.taken_back.is_empty() {
        *book = imported.clone();
        return (imported.cases.len(), imported.cases.last().map(|case| case.id.clone()));
    }
    let (mut added, mut last) = (0, None);
    for case in &imported.cases {
        let here = |one: &Case| one.id == case.id && one.history.starts_with(&case.history);
        if book.cases.iter().any(here) {
            continue;
        }
        let known = book.cases.iter().chain(&book.taken_back).any(|one| one.id == case.id);
        let id =
            if known { book.fresh_id(case.id.as_str(), &case.playbook) } else { case.id.clone() };
        book.cases.push(Case { id: id.clone(), ..case.clone() });
        (added, last) = (added + 1, Some(id));
    }
    (added, last)
}

/// Takes what one case lacks from the file's cases: accounts, contacts,
/// documents of one's own, marks. Each is a change that can be undone.
fn fold(context: &Context, book: &mut Book, id: &Id, imported: &Book) -> Result<usize, Failure> {
    let none = |book: &Book| context.refused(&Refusal::NoSuchCase(id.clone()), book, None);
    let mut added = 0;
    for theirs in &imported.cases {
        for change in lacking(book.case(id).ok_or_else(|| none(book))?, theirs) {
            // Numbers are given anew: two logs both begin with 1.
            let case = book.case(id).ok_or_else(|| none(book))?;
            let change = match change {
                Change::Contact(put) => {
                    let taken = case.contacts.iter().filter_map(|one| one.id.as_str().parse().ok());
                    let number = taken.max().unwrap_or(0_u32) + 1;
                    let id = Id::new(number.to_string());
                    let value = put.value.map(|one| Contact { id: id.clone(), ..one });
                    Change::Contact(Edit { id, at: case.contacts.len(), value })
                }
                other => other,
            };
            let recorded = book.record(id, change, context.now());
            let changed = recorded.map_err(|refusal| context.refused(&refusal, book, None))?;
            added += usize::from(changed);
        }
    }
    Ok(added)
}

fn lacking(ours: &Case, theirs: &Case) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, one) in theirs.accounts.iter().enumerate() {
        if ours.account(&one.id).is_err() {
            let at = ours.accounts.len() + at;
            changes.push(Change::Account(Edit {
                id: one.id.clone(),
                at,
                value: Some(one.clone()),
            }));
        }
    }
    for (at, one) in theirs.documents.iter().enumerate() {
        if ours.extra_document(&one.id).is_err() {
            let at = ours.documents.len() + at;
            changes.push(Change::Document(Edit {
                id: one.id.clone(),
                at,
                value: Some(one.clone()),
            }));
        }
    }
    for one in &theirs.contacts {
        let same = |known: &Contact| Contact { id: one.id.clone(), ..known.clone() } == *one;
        if !ours.contacts.iter().any(same) {
            changes.push(Change::Contact(Edit {
                id: one.id.clone(),
                at: 0,
                value: Some(one.clone()),
            }));
        }
    }
    for (item, mark) in &theirs.marks {
        if ours.mark(item).is_blank() && !mark.is_blank() {
            changes.push(Change::Mark { item: item.clone(), mark: Some(mark.clone()) });
        }
    }
    changes
}
