//! `ringoff export`: files for others.

use std::sync::Arc;

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, case_context::CaseContext, context::Context, define, destination, failure::Failure,
    output::Output,
};
use crate::{
    domain::{Book, Case},
    export::{self, Event, Report},
    text::{Text, mask_known, mask_number},
};

const FORMATS: [&str; 5] = ["ics", "md", "html", "csv", "json"];

pub(super) fn define(text: &Text, command: Command) -> Command {
    let format =
        define::word(text, "format", "FORMAT").value_parser(FORMATS).hide_possible_values(true);
    destination::define(text, command.arg(format))
        .args(["all", "reveal"].map(|name| define::switch(text, name)))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let book = context.load()?.book;
    let format = arguments::typed(matches, "format");
    let reveal = matches.get_flag("reveal");
    // The whole book is what can be imported again.
    let whole = matches.get_flag("all") || (format == "json" && context.named_case.is_none());
    let (cases, notes) = if whole {
        (book.cases.iter().map(Arc::as_ref).collect(), Vec::new())
    } else {
        let (case, notes) = context.case(&book)?;
        (vec![case], notes)
    };
    let count = cases.len();
    let (document, data) = match format {
        "ics" => {
            let events = events(context, &cases, reveal)?;
            if events.is_empty() {
                let message = context.text.get("cli-no-dates").into_owned();
                return Err(Failure::not_allowed(message));
            }
            let lang = context.text.lang().tag();
            let file = export::calendar_file(&events, lang, context.now());
            (file, json!({ "format": format, "cases": count, "events": events.len() }))
        }
        "json" => {
            let chosen = if whole { book.clone() } else { only(&cases) };
            let text = export::json(&chosen, reveal)
                .map_err(|error| Failure::failed(error.to_string()))?;
            (text, json!({ "format": format, "cases": count, "masked": !reveal }))
        }
        _ => {
            let written = each(context, &cases, format, reveal)?;
            (written, json!({ "format": format, "cases": count, "masked": !reveal }))
        }
    };
    destination::deliver(context, matches, document, notes, data)
}

fn only(cases: &[&Case]) -> Book {
    Book { cases: cases.iter().map(|case| Arc::new((*case).clone())).collect(), ..Book::default() }
}

/// One document about some cases.
fn each(context: &Context, cases: &[&Case], format: &str, reveal: bool) -> Result<String, Failure> {
    let library = context.playbooks();
    let mut table = export::csv_head();
    let mut reports = Vec::new();
    for case in cases {
        let about = CaseContext::new(context, &library, case)?;
        let (words, status) = (about.words(), about.status());
        let zone = about.playbook.time_zone(&Context::home());
        if format == "csv" {
            table += &export::csv(&words, &status, reveal);
        } else {
            reports.push(export::evidence(&words, &status, &zone, reveal));
        }
    }
    Ok(match format {
        "csv" => table,
        "md" => export::markdown(&Report::join(reports)),
        _ => export::html(&Report::join(reports)),
    })
}

/// The days of some cases that belong into a calendar.
fn events(context: &Context, cases: &[&Case], reveal: bool) -> Result<Vec<Event>, Failure> {
    let library = context.playbooks();
    let mut events = Vec::new();
    for case in cases {
        let about = CaseContext::new(context, &library, case)?;
        let mut all = export::events(&about.words(), &about.status());
        let number = case.line.number.as_deref();
        let number = number.map(|one| if reveal { one.to_owned() } else { mask_number(one) });
        for one in &mut all {
            let note = std::mem::take(&mut one.note);
            let hidden = case.line.number.as_deref().filter(|_| !reveal);
            let note = hidden.map_or(note.clone(), |number| mask_known(&note, number));
            let parts = [number.clone().unwrap_or_default(), note];
            let said = parts.into_iter().filter(|part| !part.is_empty());
            one.note = said.collect::<Vec<_>>().join("\n");
        }
        events.extend(all);
    }
    Ok(events)
}
