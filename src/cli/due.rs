//! `ringoff due`: which dates, and every skipped day with its reason. No book
//! is needed.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{arguments, context::Context, define, failure::Failure, output::Output, region};
use crate::{
    domain::{Certainty, Day, DayName, Filed, Why, Window},
    text::{Text, clean_line, pad, width},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::flag(text, "from", "DATE"))
        .arg(define::flag(text, "days", "WINDOW").required(true))
        .arg(define::flag(text, "region", "REGION").required(true))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let today = context.today_at_home();
    let from = context.date(matches, "from", today)?.unwrap_or(today);
    let window = window(text, matches)?;
    let code = region::code(text, arguments::typed(matches, "region"))?;
    let calendar = context.own_calendar().find(&code);
    let calendar = calendar.map_err(|unknown| region::unknown(text, &unknown.0))?;
    let review = calendar.review(&Filed { on: from, window, moved: None }, from);
    let notes: Vec<String> = review.caveats.iter().map(|one| text.caveat(one, &code)).collect();
    let end = |key, date, day: u16| {
        text.with(key, &[("date", text.full_date(date).into()), ("day", day.into())])
    };
    let mut lines = vec![
        text.region_and_code(&code),
        text.with("cli-due-from", &[("date", text.full_date(from).into())]),
        end("cli-due-earliest", review.earliest, window.earliest),
        end("cli-due-latest", review.latest, window.latest),
    ];
    if !notes.is_empty() {
        lines.push(text.get("cli-due-provisional").into_owned());
    }
    lines.push(String::new());
    let days = review.days.iter().map(|day| (text.full_date(day.date), text.why(day)));
    lines.extend(columns(&days.collect::<Vec<_>>()));
    let data = json!({
        "region": code, "from": from, "window": [window.earliest, window.latest],
        "earliest": review.earliest, "latest": review.latest,
        "days": days_json(text, &review.days), "provisional": !notes.is_empty(), "notes": notes,
    });
    Ok(Output::new(lines.join("\n"), data).notes(notes))
}

/// Days and their reasons, in two columns.
pub(super) fn columns(days: &[(String, String)]) -> impl Iterator<Item = String> {
    let column = days.iter().map(|(day, _)| width(day)).max().unwrap_or_default();
    days.iter().map(move |(day, why)| format!("{}  {why}", pad(day, column)))
}

/// Days for programs.
pub(super) fn days_json(text: &Text, days: &[Day]) -> Vec<Value> {
    let one = |day: &Day| {
        let named = |name: &&DayName| match name {
            DayName::Known(name) => !name.is_empty(),
            DayName::Own(words) => !words.is_empty(),
        };
        json!({
            "date": day.date, "counts": day.counts, "why": day.why.map(Why::word),
            "name": day.name.as_ref().filter(named).map(|name| text.day_name(name)),
            "estimated": day.certainty == Certainty::Estimated,
        })
    };
    days.iter().map(one).collect()
}

/// `--days 3..7`.
pub(super) fn window(text: &Text, matches: &ArgMatches) -> Result<Window, Failure> {
    let given = arguments::typed(matches, "days");
    let window = Window::parse(given).ok_or_else(|| {
        let given = clean_line(given);
        Failure::usage(text.with("say-not-a-window", &[("typed", given.into())]))
    })?;
    if window.is_sound() { Ok(window) } else { Err(Failure::usage(text.no_window(window))) }
}
