//! `ringoff due`: which dates, and every skipped day with its reason. No book
//! is needed.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::flag,
};
use crate::{
    calendar::Calendar,
    domain::{Certainty, Day, DayName, Filed, Window},
    text::{Text, clean_line, nearest, pad, width},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(flag(text, "from", "DATE"))
        .arg(flag(text, "days", "WINDOW").required(true))
        .arg(flag(text, "region", "REGION").required(true))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let today = context.now().to_zoned(Context::home()).date();
    let from = context.date(matches, "from", today)?.unwrap_or(today);
    let window = window(text, matches)?;
    let given = matches.get_one::<String>("region").map(String::as_str).unwrap_or_default();
    let code = region(text, given)?;
    let calendar = context.own_calendar().find(&code);
    let calendar = calendar.map_err(|unknown| no_region(text, &unknown.0))?;
    let review = calendar.review(&Filed { on: from, window, moved: None }, from);
    let notes: Vec<String> = review.caveats.iter().map(|doubt| text.caveat(doubt, &code)).collect();
    let date = |day, key| {
        let told = text.full_date(day);
        text.with(key, &[("date", told.into())])
    };
    let mut lines = vec![text.region_and_code(&code), date(from, "cli-due-from")];
    lines.push(text.with(
        "cli-due-earliest",
        &[("date", text.full_date(review.earliest).into()), ("day", window.earliest.into())],
    ));
    lines.push(text.with(
        "cli-due-latest",
        &[("date", text.full_date(review.latest).into()), ("day", window.latest.into())],
    ));
    if !notes.is_empty() {
        lines.push(text.get("cli-due-provisional").into_owned());
    }
    lines.push(String::new());
    let dates: Vec<String> = review.days.iter().map(|day| text.full_date(day.date)).collect();
    let column = dates.iter().map(|date| width(date)).max().unwrap_or_default();
    for (day, date) in review.days.iter().zip(&dates) {
        lines.push(format!("{}  {}", pad(date, column), text.why(day)));
    }
    let data = json!({
        "region": code,
        "from": from,
        "window": [window.earliest, window.latest],
        "earliest": review.earliest,
        "latest": review.latest,
        "days": days(text, &review.days),
        "provisional": !notes.is_empty(),
        "notes": notes,
    });
    Ok(Answer { told: lines.join("\n"), notes, data, ..Answer::default() })
}

/// Days for programs.
pub(super) fn days(text: &Text, days: &[Day]) -> Vec<Value> {
    let one = |day: &Day| {
        let named = |name: &&DayName| match name {
            DayName::Known(name) => !name.is_empty(),
            DayName::Own(words) => !words.is_empty(),
        };
        json!({
            "date": day.date,
            "counts": day.counts,
            "why": day.why.map(crate::domain::Why::word),
            "name": day.name.as_ref().filter(named).map(|name| text.day_name(name)),
            "estimated": day.certainty == Certainty::Estimated,
        })
    };
    days.iter().map(one).collect()
}

/// `--days 3..7`.
pub(super) fn window(text: &Text, matches: &ArgMatches) -> Result<Window, Failure> {
    let given = matches.get_one::<String>("days").map(String::as_str).unwrap_or_default();
    let window = Window::parse(given).ok_or_else(|| {
        let given = clean_line(given);
        Failure::usage(text.with("say-not-a-window", &[("typed", given.into())]))
    })?;
    if window.is_sound() { Ok(window) } else { Err(Failure::usage(text.no_window(window))) }
}

/// The code of a region as people give it: `MY-14`, `my-14`, `Kuala Lumpur`.
pub(super) fn region(text: &Text, given: &str) -> Result<String, Failure> {
    let code = given.trim().to_uppercase().replace('_', "-");
    let name = given.trim().to_lowercase();
    Calendar::regions()
        .into_iter()
        .find(|one| *one == code || text.region(one).to_lowercase() == name)
        .ok_or_else(|| no_region(text, given))
}

/// There is no such region: its parts when it has some, else what is close.
fn no_region(text: &Text, given: &str) -> Failure {
    let regions = Calendar::regions();
    let country = format!("{}-", given.trim().to_uppercase());
    let parts: Vec<&String> = regions.iter().filter(|one| one.starts_with(&country)).collect();
    let given = clean_line(given);
    let names = |codes: &[&String]| {
        let names: Vec<String> = codes.iter().map(|code| text.region_and_code(code)).collect();
        names.join(&text.get("word-comma"))
    };
    if !parts.is_empty() {
        let message = text.with("cli-region-parts", &[("given", given.into())]);
        let hint = text.with("cli-region-which", &[("names", names(&parts).into())]);
        return Failure::not_found(message).hint(Some(hint));
    }
    let named: Vec<String> = regions.iter().map(|code| text.region(code)).collect();
    let near = nearest(&given, regions.iter().chain(&named).map(String::as_str));
    let place = |near: &str| {
        let at = regions.iter().chain(&named).position(|one| one == near)?;
        regions.get(at % regions.len().max(1))
    };
    let mut near: Vec<&String> = near.into_iter().filter_map(place).collect();
    near.dedup();
    if near.is_empty() {
        let codes: Vec<&str> =
            regions.iter().map(String::as_str).filter(|code| *code != "ZZ").collect();
        let message = text.with("cli-no-region", &[("given", given.into())]);
        let hint = text.with("cli-region-which", &[("names", codes.join(" ").into())]);
        return Failure::not_found(message).hint(Some(hint));
    }
    let message = text.with("cli-no-region", &[("given", given.into())]);
    let hint = text.with("fault-nearest", &[("names", names(&near).into())]);
    Failure::not_found(message).hint(Some(hint))
}
