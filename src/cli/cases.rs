//! `ringoff cases`: every case in a table, the one whose next date comes first on
//! top.

use std::sync::Arc;

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    case_context::CaseContext, case_json, context::Context, define, failure::Failure,
    output::Output,
};
use crate::{
    domain::{Case, Status},
    playbook::{Ending, OverviewColumn, Words},
    text::{Text, mask_digits, mask_number, table},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(define::switch(text, "all"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (text, book, library) = (&context.text, context.load()?.book, context.playbooks());
    let archived = matches.get_flag("all");
    let shown: Vec<&Case> = book
        .cases
        .iter()
        .map(Arc::as_ref)
        .filter(|case| archived || case.archived.is_none())
        .collect();
    let hidden = book.cases.len() - shown.len();
    let (mut rows, mut data, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for case in shown {
        let case = CaseContext::new(context, &library, case)?;
        let (words, status) = (case.words(), case.status());
        rows.push(row(&words, &status));
        data.push(told(&words, &status));
        notes.extend(case.note);
    }
    // What has no date comes last.
    rows.sort_by_key(|(on, _)| (on.is_none(), *on));
    let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, cells)| cells).collect();
    if book.cases.is_empty() {
        notes = context.no_case();
    }
    if hidden > 0 {
        notes.push(text.with("cli-archived", &[("count", hidden.into())]));
    }
    Ok(Output::new(overview(text, rows), json!({ "cases": data })).notes(notes))
}

/// The date of a case, and what stands in its columns behind its id.
fn row(words: &Words<'_>, status: &Status) -> (Option<Date>, Vec<String>) {
    let number = words.case.line.number.as_deref().map(mask_number).unwrap_or_default();
    let mut cells = words.overview(status, &number, true);
    for column in [OverviewColumn::Due, OverviewColumn::Next] {
        if let Some(told) = cells.get_mut(column as usize) {
            *told = mask_digits(told);
        }
    }
    cells.insert(0, words.case.id.to_string());
    (status.next_dated().map(|one| one.on), cells)
}

/// The columns below their names.
fn overview(text: &Text, rows: Vec<Vec<String>>) -> String {
    let name = |column: &OverviewColumn| {
        text.get(&format!("word-overview-{}", column.word())).into_owned()
    };
    let id = text.get("word-overview-id").into_owned();
    let names = std::iter::once(id).chain(OverviewColumn::ALL.iter().map(name)).collect();
    let rows: Vec<Vec<String>> = std::iter::once(names).chain(rows).collect();
    table(&rows).join("\n")
}

/// The same for programs: what `status` says, and what else the table has.
fn told(words: &Words<'_>, status: &Status) -> Value {
    let mut told = case_json::summary(words, status);
    let ending = words.ending(status);
    let on = match ending {
        Ending::After(day) => Some(day),
        Ending::Over | Ending::Unknown => None,
    };
    let dated = status.next_dated();
    let line = json!({
        "carrier": words.playbook.name.get(words.text.lang()),
        "number": words.case.line.number.as_deref().map(mask_number),
        "credit_at_stake": words.credit_at_stake(status),
        "ends_by_itself": ending.word(), "ends_after": on,
        "next_on": dated.map(|one| one.on),
    });
    if let (Some(told), Value::Object(line)) = (told.as_object_mut(), line) {
        told.extend(line);
    }
    told
}
