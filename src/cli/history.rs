//! `ringoff history`, `undo` and `redo`.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
};
use crate::{
    domain::{Book, Entry, Id, Refusal},
    text::Text,
};

pub(super) fn define(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn define_undo(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn define_redo(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    case::look(context, |words, _| {
        let mut told = Vec::new();
        let mut data = Vec::new();
        for entry in &words.case.history {
            let when = entry.at.to_zoned(Context::home());
            let (date, time) = (when.date(), context.text.time(when.time()));
            let what = words.entry(entry);
            told.push(format!("{date} {time}  {what}"));
            data.push(json!({ "at": entry.at, "text": what, "change": entry.change }));
        }
        let (id, redoable) = (&words.case.id, words.case.undone.len());
        let data = json!({ "case": id, "entries": data, "redoable": redoable });
        (told.join("\n"), data)
    })
}

pub(super) fn run_undo(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    step(context, "cli-undone", Book::undo)
}

pub(super) fn run_redo(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    step(context, "cli-redone", Book::redo)
}

/// Undoes or redoes one entry of the case that is meant. Redo also brings a
/// case back whose opening was undone.
fn step(
    context: &Context,
    key: &str,
    act: impl Fn(&mut Book, &Id) -> Result<Entry, Refusal>,
) -> Result<Answer, Failure> {
    let shelf = context.shelf();
    let (id, what, notes) = context.change(|book| {
        let before = book.clone();
        let (case, notes) = context.case_or_taken_back(&before, key == "cli-redone")?;
        let (playbook, _) = context.playbook_of(&shelf, case)?;
        let words = context.words(case, playbook);
        let entry = act(book, &case.id)
            .map_err(|refusal| context.refused(&refusal, &before, Some(words)))?;
        // What it was about may be gone from the one side or the other.
        let now = book.case(&case.id).map(|now| context.words(now, words.playbook));
        let what = match now {
            Some(now) if key == "cli-redone" => now.entry(&entry),
            _ => words.entry(&entry),
        };
        Ok((case.id.clone(), what, notes))
    })?;
    context.used(&id);
    let told = context.text.with(key, &[("what", what.as_str().into())]);
    Ok(Answer { told, notes, data: json!({ "case": id, "text": what }), ..Answer::default() })
}
