//! Entries for the backups of the progress file, each with what differs.

use jiff::tz::TimeZone;

use crate::{
    app::{
        model::Model,
        value::{BackupCopy, Choice, MenuEntry, SaveState},
    },
    domain::Book,
};

/// The most cases that are named.
const NAMED: usize = 3;

pub(super) fn backups(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let lost = model.lost.is_some();
    let failed = matches!(model.save, SaveState::Failed(_));
    let own = (failed && !lost).then(|| {
        let (label, note) = (text.get("restore-own"), text.get("restore-own-note"));
        MenuEntry::new(label.into_owned(), note.into_owned(), Choice::Restore(None))
    });
    let copies = model.backups.iter().enumerate();
    let copies = copies.map(|(at, one)| {
        MenuEntry::new(label(model, one), note(model, one), Choice::Restore(Some(at)))
    });
    let afresh = (lost && !failed).then(|| {
        let (label, note) = (text.get("restore-afresh"), text.get("restore-afresh-note"));
        MenuEntry::new(label.into_owned(), note.into_owned(), Choice::BeginAfresh)
    });
    own.into_iter().chain(copies).chain(afresh).collect()
}

/// When something was done last in it, and how many cases it holds.
fn label(model: &Model, one: &BackupCopy) -> String {
    let text = &model.text;
    let count = one.book.cases.len();
    let Some(last) = one.last else {
        return text.with("restore-undated", &[("count", count.into())]);
    };
    let last = last.to_zoned(TimeZone::clone(&model.home));
    let (day, time) = (text.full_date(last.date()), text.time(last.time()));
    let args = [("day", day.into()), ("time", time.into()), ("count", count.into())];
    text.with("restore-row", &args)
}

/// What was done since; without a book to compare with, which cases it holds.
fn note(model: &Model, one: &BackupCopy) -> String {
    let text = &model.text;
    if model.lost.is_some() {
        let names: Vec<&str> =
            one.book.cases.iter().take(NAMED).map(|case| case.label.as_str()).collect();
        let more = if one.book.cases.len() > NAMED { "…" } else { "" };
        return format!("{}{more}  {}", names.join(&text.get("word-comma")), one.name);
    }
    let (since, gone) = (model.book.changes_since(&one.book), one.book.changes_since(&model.book));
    let differs = model.book.differences(&one.book);
    let told = match (since, gone) {
        (0, 0) if differs == 0 => text.get("restore-same").into_owned(),
        (0, 0) => text.with("restore-differs", &[("count", differs.into())]),
        (0, gone) => match latest(model, &one.book, &model.book) {
            None => text.with("restore-more", &[("count", gone.into())]),
            Some(what) => {
                let args = [("count", gone.into()), ("what", what.into())];
                text.with("restore-more-what", &args)
            }
        },
        (since, _) => match latest(model, &model.book, &one.book) {
            None => text.with("restore-since", &[("count", since.into())]),
            Some(what) => {
                let args = [("count", since.into()), ("what", what.into())];
                text.with("restore-since-what", &args)
            }
        },
    };
    format!("{told}  {}", one.name)
}

/// The newest thing that was done to the case that is looked at in one book and that
/// another does not have.
fn latest(model: &Model, newer: &Book, older: &Book) -> Option<String> {
    let words = model.words()?;
    let newest = newer.case(&words.case.id)?.history.last()?;
    let known = older.case(&words.case.id).is_some_and(|case| case.history.contains(newest));
    (!known).then(|| words.entry(newest))
}
