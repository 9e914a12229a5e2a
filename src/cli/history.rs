//! `ringoff history`, `undo` and `redo`.

use clap::ArgMatches;
use serde_json::json;

use super::{case_context, context::Context, failure::Failure, output::Output, session::Session};
use crate::domain::Case;

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    case_context::tell(context, |words, _| {
        let (mut told, mut data) = (Vec::new(), Vec::new());
        // As in the dashboard: the day it was where the carrier is.
        let zone = words.playbook.time_zone(&Context::home());
        for entry in &words.case.history {
            let when = entry.at.to_zoned(zone.clone());
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

pub(super) fn run_undo(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    let session = Session::begin(context)?;
    let (case, notes) = context.case_to_undo(session.book())?;
    let case = case.clone();
    step(context, session, case, false).map(|output| output.notes(notes))
}

pub(super) fn run_redo(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    let session = Session::begin(context)?;
    let (case, notes) = context.case_to_redo(session.book())?;
    let case = case.clone();
    step(context, session, case, true).map(|output| output.notes(notes))
}

/// Undoes or redoes one entry of a case. Redo also brings a case back whose
/// opening was undone.
pub(super) fn step(
    context: &Context,
    mut session: Session<'_>,
    before: Case,
    redo: bool,
) -> Result<Output, Failure> {
    let id = before.id.clone();
    let entry = session.act(|book, _| if redo { book.redo(&id) } else { book.undo(&id) })?;
    let after = session.book().case(&id).cloned();
    let moved = if after.is_some() { session.recompute(&id)? } else { None };
    session.save(&id)?;
    // What the entry is about may be gone from the case before it or after it.
    let case = after.filter(|_| redo).unwrap_or(before);
    let what = session.about(&case)?.words().entry(&entry);
    let key = if redo { "cli-redone" } else { "cli-undone" };
    let told = context.text.with(key, &[("what", what.as_str().into())]);
    let told = [told].into_iter().chain(moved).collect::<Vec<_>>().join("\n");
    Ok(Output::new(told, json!({ "case": id, "text": what })))
}
