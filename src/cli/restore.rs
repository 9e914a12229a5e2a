//! `ringoff restore`: a backup in the place of the book, and the way back.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{arguments, context::Context, define, errors::shown, failure::Failure, output::Output};
use crate::{
    domain::Book,
    store::{Backup, Backups, Restored, Store},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let which = define::path(text, "backup", "N|FILE").required(false);
    command.args([define::switch(text, "list"), which])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let store = context.store();
    let (Backups(backups), now) = (store.all_backups(), store.load());
    let here = now.as_ref().ok().map(|loaded| &loaded.book);
    // Without a backup named, the newest one is meant where there is no book
    // that opens. Where there is one, nobody wants to lose it by a slip.
    let lost = here.is_none_or(|book| *book == Book::default());
    if matches.get_flag("list") || (!matches.contains_id("backup") && !lost) {
        return Ok(list(context, &backups, here));
    }
    let backup = chosen(context, &arguments::path(matches, "backup"), backups)?;
    restore(context, &store, &backup, here)
}

/// The backup of this number in the list, or the file of this name.
fn chosen(
    context: &Context,
    given: &Path,
    backups: Vec<Result<Backup, PathBuf>>,
) -> Result<Backup, Failure> {
    let text = &context.text;
    let number = given.to_str().and_then(|given| given.parse::<usize>().ok());
    if given.as_os_str().is_empty() {
        let none = || Failure::not_found(text.get("cli-restore-none").into_owned());
        return backups.into_iter().find_map(Result::ok).ok_or_else(none);
    }
    if let Some(at) = number.and_then(|number| number.checked_sub(1)) {
        let none = || Failure::not_found(text.get("cli-restore-none").into_owned());
        return backups.into_iter().nth(at).ok_or_else(none)?.map_err(|path| {
            let closed = text.with("cli-restore-closed", &[("path", shown(&path).into())]);
            let hint = text.get("cli-restore-by-name").into_owned();
            Failure::unreadable(closed).hint(Some(hint))
        });
    }
    if let Some(backup) = Store::copy_at(given.to_path_buf()) {
        return Ok(backup);
    }
    match Store::at(given.to_path_buf()).load() {
        Err(unreadable) => Err(Failure::of_book(text, &unreadable)),
        Ok(_) => {
            let what = text.get("fault-not-found").into_owned();
            let args = [("place", shown(given).into()), ("what", what.into())];
            Err(Failure::not_found(text.with("fault-unreadable", &args)))
        }
    }
}

fn restore(
    context: &Context,
    store: &Store,
    backup: &Backup,
    here: Option<&Book>,
) -> Result<Output, Failure> {
    let (text, today) = (&context.text, context.today_at_home());
    let done = store.lock().and_then(|guard| store.restore(&guard, &backup.book, today));
    let Restored { saved, kept, .. } = done.map_err(|error| Failure::of_save(text, &error))?;
    context.notice_save(saved.durable);
    let args = [("path", shown(&backup.path).into()), ("count", backup.book.cases.len().into())];
    let mut told = vec![text.with("cli-restored", &args)];
    if let Some(kept) = &kept {
        told.push(text.with("cli-restored-kept", &[("path", shown(kept).into())]));
    }
    let mut data = row(backup, here);
    if let Value::Object(data) = &mut data {
        data.insert("kept".to_owned(), json!(kept.as_deref().map(shown)));
    }
    Ok(Output::new(told.join("\n"), data))
}

fn list(context: &Context, backups: &[Result<Backup, PathBuf>], here: Option<&Book>) -> Output {
    let text = &context.text;
    let line = |(at, one): (usize, &Result<Backup, PathBuf>)| {
        let one = match one {
            Ok(one) => one,
            Err(path) => {
                let closed = text.with("cli-restore-closed", &[("path", shown(path).into())]);
                return format!("{}. {closed}", at + 1);
            }
        };
        let day = one.last.map(|last| last.to_zoned(Context::home()));
        let day = day.map(|day| {
            let (date, time) = (text.full_date(day.date()), text.time(day.time()));
            text.with("word-moment", &[("day", date.into()), ("time", time.into())])
        });
        let since = here.map_or(0, |book| book.changes_since(&one.book));
        let more = here.map_or(0, |book| one.book.changes_since(book));
        let since = match (since, more) {
            (0, 1..) => text.with("restore-more", &[("count", more.into())]),
            _ => text.with("cli-restore-since", &[("count", since.into())]),
        };
        let args = [
            ("n", (at + 1).into()),
            ("date", day.unwrap_or_default().into()),
            ("count", one.book.cases.len().into()),
            ("since", since.into()),
            ("path", shown(&one.path).into()),
        ];
        text.with("cli-restore-row", &args)
    };
    let mut told: Vec<String> = backups.iter().enumerate().map(line).collect();
    if told.is_empty() {
        told.push(text.get("restore-none").into_owned());
    }
    let rows = backups.iter().enumerate().filter_map(|(at, one)| {
        let mut row = row(one.as_ref().ok()?, here);
        if let Value::Object(row) = &mut row {
            row.insert("n".to_owned(), json!(at + 1));
        }
        Some(row)
    });
    let closed = backups.iter().enumerate().filter_map(|(at, one)| {
        let path = one.as_ref().err()?;
        Some(json!({ "n": at + 1, "path": shown(path) }))
    });
    let data = json!({
        "backups": rows.collect::<Vec<_>>(), "closed": closed.collect::<Vec<_>>(),
    });
    Output::new(told.join("\n"), data)
}

fn row(backup: &Backup, here: Option<&Book>) -> Value {
    json!({
        "path": shown(&backup.path), "last": backup.last, "cases": backup.book.cases.len(),
        "changes_since": here.map(|book| book.changes_since(&backup.book)),
    })
}
