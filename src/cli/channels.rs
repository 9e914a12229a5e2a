//! `ringoff channels`: how to reach the carrier, and the way from abroad.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    case_context::CaseContext, context::Context, define, failure::Failure, output::Output,
};
use crate::{
    playbook::{Clocks, Hours, Way, Ways},
    text::{Text, numbered},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(define::switch(text, "abroad").help(define::say(text, "cli-arg-from-abroad")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (book, library, text) = (context.load()?.book, context.playbooks(), &context.text);
    let (case, notes) = CaseContext::chosen(context, &library, &book)?;
    let abroad = matches.get_flag("abroad") || case.case.line.abroad;
    let home = Context::home();
    let words = case.words();
    let ways = words.ways(&Clocks { now: context.now(), home: &home }, abroad);
    let data = json!({
        "case": words.case.id, "abroad": abroad, "now": ways.now,
        "channels": ways.carrier.iter().map(json).collect::<Vec<_>>(),
        "if_none_answers": ways.unanswered,
        "complaints": ways.complaints.iter().map(json).collect::<Vec<_>>(),
        "not_from_abroad": ways.out_of_reach.iter().map(json).collect::<Vec<_>>(),
    });
    Ok(Output::new(lines(text, &ways).join("\n"), data).notes(notes))
}

/// All of it, as lines to read.
pub(super) fn lines(text: &Text, ways: &Ways<'_>) -> Vec<String> {
    let mut lines: Vec<String> = ways.now.iter().cloned().collect();
    lines.extend(ways.carrier.iter().flat_map(told));
    lines.push(text.get("ui-unanswered").into_owned());
    let steps = numbered(ways.unanswered.clone()).into_iter();
    lines.extend(steps.map(|(mark, step)| format!("    {mark} {step}")));
    if !ways.complaints.is_empty() {
        lines.push(text.get("ui-complaints").into_owned());
        lines.extend(ways.complaints.iter().flat_map(told));
    }
    if !ways.out_of_reach.is_empty() {
        lines.push(text.get("ui-abroad-out-of-reach").into_owned());
        lines.extend(ways.out_of_reach.iter().map(|way| format!("    {}", way.heading)));
    }
    lines
}

fn told(way: &Way<'_>) -> Vec<String> {
    let facts = way.facts.iter().map(String::as_str);
    let below = [way.means].into_iter().chain(facts).chain([way.seen.as_str()]);
    let below = below.map(|line| format!("    {line}"));
    [way.heading.clone()].into_iter().chain(below).collect()
}

fn json(way: &Way<'_>) -> Value {
    let channel = way.channel;
    let reach = channel.reach(true);
    let run = |hours: &Hours| {
        let time = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
        json!({
            "days": [hours.days.0, hours.days.1],
            "opens": time(hours.opens), "closes": time(hours.closes),
        })
    };
    let runs: Vec<Value> = channel.hours.iter().map(run).collect();
    json!({
        "id": channel.id, "heading": way.heading, "means": way.means,
        "from_abroad": reach.word(), "facts": way.facts, "hours": runs.first(), "runs": runs,
        "complaint": channel.complaint, "confidence": channel.confidence.word(),
        "date": channel.date,
    })
}
