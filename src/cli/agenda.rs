//! `ringoff agenda`: every dated thing, with its rule and its source.

use std::sync::Arc;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    agenda_line::{span, when},
    arguments,
    case_context::CaseContext,
    context::Context,
    define,
    failure::Failure,
    output::Output,
    session,
};
use crate::{
    domain::{AgendaEntry, AgendaState, Case, Id, Review},
    playbook::{Confidence, PageDate, Words},
    text::{Text, mask_digits},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let id = || define::word(text, "id", "ID").required(true);
    let done = define::verb(text, "done", "cli-agenda-done").arg(id());
    let snooze = define::verb(text, "snooze", "cli-agenda-snooze").arg(id());
    let until = define::flag(text, "until", "DATE")
        .required(true)
        .help(define::say(text, "cli-agenda-until"));
    define::verbs(command, [done, snooze.arg(until)])
        .subcommand_required(false)
        .arg_required_else_help(false)
        .args_conflicts_with_subcommands(true)
        .arg(define::switch(text, "all").help(define::say(text, "cli-agenda-all")))
        .arg(define::flag(text, "within", "SPAN"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    match matches.subcommand() {
        Some(("done", matches)) => session::change(context, |about| {
            let id = Id::new(arguments::typed(matches, "id"));
            about.one(about.case.finish(&about.status().agenda, &id, about.today))
        }),
        Some((_, matches)) => session::change(context, |about| {
            let id = Id::new(arguments::typed(matches, "id"));
            let until = about.date(matches, "until")?.unwrap_or(about.today);
            about.one(Case::snooze(&about.status().agenda, &id, until, about.today))
        }),
        None => list(context, matches),
    }
}

/// The agenda of the case that `-C` names, or of all cases.
fn list(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (book, library) = (context.load()?.book, context.playbooks());
    let (cases, mut notes) = match &context.named_case {
        Some(_) => {
            let (case, notes) = context.case(&book)?;
            (vec![case], notes)
        }
        None => (book.cases.iter().map(Arc::as_ref).collect(), Vec::new()),
    };
    let text = &context.text;
    let all = matches.get_flag("all");
    let (mut told, mut data) = (Vec::new(), Vec::new());
    for case in &cases {
        let about = CaseContext::new(context, &library, case)?;
        let (words, status) = (about.words(), about.status());
        let within = matches.get_one::<String>("within");
        let days = within.map(|given| span(text, given, about.today)).transpose()?;
        let shown = |one: &&AgendaEntry| {
            let near = days.is_none_or(|days| one.days_from(about.today) <= days);
            near && !one.dropped && (all || one.state != AgendaState::Done)
        };
        for entry in status.agenda.iter().filter(shown) {
            let line = line(&words, entry, status.review.as_ref());
            let label = if cases.len() > 1 { case.label.as_str() } else { "" };
            told.push((entry.on, label, line));
            data.push((entry.on, json(&words, entry, status.review.as_ref())));
        }
    }
    told.sort_by_key(|(on, ..)| *on);
    data.sort_by_key(|(on, _)| *on);
    if told.is_empty() {
        notes.push(text.get("cli-agenda-empty").into_owned());
    }
    let lines = told.into_iter().map(|(_, label, line)| {
        if label.is_empty() { line } else { text.labelled(&mask_digits(label), &line) }
    });
    let entries: Vec<Value> = data.into_iter().map(|(_, entry)| entry).collect();
    let told: Vec<String> = lines.collect();
    Ok(Output::new(told.join("\n"), json!({ "entries": entries })).notes(notes))
}

/// An entry, its state, and below it the rule and the source.
fn line(words: &Words<'_>, entry: &AgendaEntry, review: Option<&Review>) -> String {
    let text = words.text;
    let state = match entry.state {
        AgendaState::Open => when(text, entry, words.today),
        AgendaState::Done if entry.marked => text.get("word-agenda-done").into_owned(),
        AgendaState::Done => text.get("word-agenda-over").into_owned(),
        AgendaState::Snoozed(_) => {
            let own = text.full_date(entry.given);
            text.with("word-agenda-snoozed", &[("date", own.into())])
        }
    };
    let (on, what) = (text.full_date(entry.on), mask_digits(&words.dated(entry)));
    let source = words.source(entry).map(|source| {
        let confidence = text.get(&format!("word-confidence-{}", source.confidence.word()));
        text.with(
            "ui-source",
            &[
                ("title", source.title.get(text.lang()).into()),
                ("confidence", confidence.into()),
                ("date", PageDate::told(source.date.as_ref(), text).into()),
            ],
        )
    });
    let rule = words.rule(entry, review);
    let mut lines = vec![format!("{on}  {what}  {state}  [{}]", entry.id)];
    lines.extend([Some(rule), source].into_iter().flatten().map(|one| format!("    {one}")));
    lines.join("\n")
}

/// An entry as `agenda --json` has it.
fn json(words: &Words<'_>, entry: &AgendaEntry, review: Option<&Review>) -> Value {
    let source = words.source(entry).map(|source| {
        json!({
            "title": source.title.get(words.text.lang()),
            "confidence": source.confidence.word(), "date": source.date,
        })
    });
    json!({
        "id": entry.id, "case": words.case.id, "on": entry.on, "given": entry.given,
        "kind": entry.kind.word(),
        "item": entry.item.to_string(), "from": entry.from.to_string(),
        "text": mask_digits(&words.dated(entry)),
        "rule": words.rule(entry, review), "source": source, "state": entry.state.word(),
        "confidence": words.confidence(entry).map(Confidence::word), "if_asked_on": entry.if_asked,
        "marked": entry.marked,
    })
}
