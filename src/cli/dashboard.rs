//! `ringoff` alone: the dashboard, or the status where none can be drawn.

use std::fs;

use clap::ArgMatches;

use super::{
    answer::{Answer, Failure},
    context::Context,
    look::look,
    status,
};
use crate::{
    app::{KeyFault, Keymap, SaveState, Scope, Start, View},
    domain::Book,
    shell::{self, Views, io_words},
    store::{Loaded, Seal, Store},
    text::{RonError, Text, clean_line},
};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let Loaded { book, seal, edited } = context.load()?;
    if !Context::has_terminal() && book.cases.is_empty() {
        let notes = ["cli-no-case", "cli-hint-new"].map(|key| context.text.get(key).into_owned());
        let data = serde_json::json!({ "cases": [] });
        return Ok(Answer { notes: notes.to_vec(), data, ..Answer::default() });
    }
    let save = if seal == Seal::default() { SaveState::Fresh } else { SaveState::Unchanged };
    let edited = edited.then(|| context.text.get("ui-edited-by-hand").into_owned());
    let kept = Kept { store: context.store(), seal, views: context.views() };
    show(context, matches, book, save, Some(kept), edited)
}

/// Where a book and its view are kept.
pub(super) struct Kept {
    store: Store,
    seal: Seal,
    views: Views,
}

/// Shows the dashboard until the person leaves, or the status where it cannot
/// be drawn. A book that is not `kept` is made up. The `notice` is for when
/// nothing is wrong with settings, keys and themes.
pub(super) fn show(
    context: &Context,
    matches: &ArgMatches,
    book: Book,
    save: SaveState,
    kept: Option<Kept>,
    notice: Option<String>,
) -> Result<Answer, Failure> {
    let (appearance, preferences, faults) = look(context, matches)?;
    if !Context::has_terminal() {
        return status::of(context, book.cases.iter().collect(), false);
    }
    let (keymap, key_faults) = read_keys(context);
    let all: Vec<String> = context.faults().into_iter().chain(key_faults).chain(faults).collect();
    let faults = all.first().map(|first| match all.len() - 1 {
        0 => first.clone(),
        more => {
            let args = [("first", first.as_str().into()), ("more", more.into())];
            context.text.with("ui-faults-more", &args)
        }
    });
    let (store, views) = kept.map(|kept| ((kept.store, kept.seal), kept.views)).unzip();
    let start = Start {
        book,
        shelf: context.shelf(),
        text: Text::new(context.text.lang()),
        keymap,
        view: views.as_ref().map_or_else(View::default, Views::load),
        now: context.now(),
        home: Context::home(),
        size: (0, 0),
        save,
        notice: faults.or(notice),
        preferences,
    };
    let (clock, home) = (context.clock, context.paths.home.clone());
    let dashboard = shell::Dashboard { start, views, clock, appearance, home };
    shell::run(dashboard, store, context.paths.state.clone())
        .map(|()| Answer::default())
        .map_err(|error| Failure::failed(io_words(&context.text, &error)))
}

/// What is wrong with the person's keys, an entry a line.
pub(super) fn key_faults(context: &Context) -> Vec<String> {
    read_keys(context).1
}

/// The built-in keys with the person's own laid over them, and what was wrong
/// with those.
fn read_keys(context: &Context) -> (Keymap, Vec<String>) {
    let mut keymap = Keymap::built_in();
    let path = context.paths.config.join("keys.ron");
    let Ok(source) = fs::read_to_string(&path) else { return (keymap, Vec::new()) };
    let faults = keymap.lay_over(&source);
    let file = clean_line(&path.display().to_string());
    let told = faults.iter().map(|fault| key_fault(&context.text, &file, fault)).collect();
    (keymap, told)
}

fn key_fault(text: &Text, file: &str, fault: &KeyFault) -> String {
    let (key, line, args) = match fault {
        KeyFault::Unreadable(RonError { place, cause }) => (
            "fault-key-unreadable",
            place.line,
            vec![("column", place.column.into()), ("what", text.ron_error(cause).into())],
        ),
        KeyFault::UnknownCommand { line, name } => {
            ("fault-key-command", *line, vec![("name", clean_line(name).into())])
        }
        KeyFault::UnknownSection { line, name } => {
            let sections = Scope::ALL.map(Scope::word).join(&text.get("word-comma"));
            let args = vec![("name", clean_line(name).into()), ("names", sections.into())];
            ("fault-key-section", *line, args)
        }
        KeyFault::UnknownKey { line, key } => {
            ("fault-key-key", *line, vec![("key", clean_line(key).into())])
        }
        KeyFault::Conflict { line, key, with } => (
            "fault-key-conflict",
            *line,
            vec![("key", clean_line(key).into()), ("with", with.as_str().into())],
        ),
    };
    let place = [("file", file.into()), ("line", line.into())];
    text.with(key, &place.into_iter().chain(args).collect::<Vec<_>>())
}
