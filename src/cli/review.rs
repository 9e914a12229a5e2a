//! `ringoff review`: the working of the pending review, and on what terms it
//! is counted.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    case::{self, Ground},
    context::Context,
    define::{flag, say},
    describe, due,
};
use crate::{
    domain::{Standing, Terms},
    playbook::Words,
    text::{DateFault, Text, clean_line, pad, parse_date, width},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let days = |name: &'static str| flag(text, name, "DATE[=WHY]").action(ArgAction::Append);
    command
        .arg(flag(text, "days", "WINDOW"))
        .arg(flag(text, "region", "REGION"))
        .arg(days("closed"))
        .arg(days("open"))
        .arg(
            Arg::new("usual")
                .long("usual")
                .action(ArgAction::SetTrue)
                .help(say(text, "cli-arg-usual")),
        )
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let sets = ["days", "region", "closed", "open"];
    let changes = sets.iter().any(|name| matches.contains_id(name)) || matches.get_flag("usual");
    if !changes {
        return case::look(context, |words, standing| {
            (tell(words, standing), describe::terms(words, standing))
        });
    }
    case::change(context, |ground| {
        let terms = terms(context, matches, ground)?;
        let pending = ground.case.pending().map(|pending| pending.on);
        let reckoned = pending.and_then(|on| ground.playbook.reckon(&terms, on));
        ground.one(ground.case.set_terms(terms, reckoned))
    })
}

/// The terms as they shall be.
fn terms(context: &Context, matches: &ArgMatches, ground: &Ground<'_>) -> Result<Terms, Failure> {
    let text = &context.text;
    let usual = matches.get_flag("usual");
    let mut terms = if usual { Terms::default() } else { ground.case.terms.clone() };
    if matches.contains_id("days") {
        let window = due::window(text, matches)?;
        let same = window == ground.playbook.window(&Terms::default());
        terms.window = Some(window).filter(|_| !same);
    }
    if let Some(given) = matches.get_one::<String>("region") {
        let code = due::region(text, given)?;
        terms.region = Some(code).filter(|code| *code != ground.playbook.review.region);
    }
    for (day, why) in days(context, matches, "closed", ground.today)? {
        terms.days.open.remove(&day);
        terms.days.closed.insert(day, why);
    }
    for (day, why) in days(context, matches, "open", ground.today)? {
        terms.days.closed.remove(&day);
        terms.days.open.insert(day, why);
    }
    Ok(terms)
}

/// `2026-11-12=moving`, as often as it is given.
fn days(
    context: &Context,
    matches: &ArgMatches,
    name: &str,
    today: Date,
) -> Result<BTreeMap<Date, String>, Failure> {
    let given = matches.get_many::<String>(name).into_iter().flatten();
    given
        .map(|given| {
            let (day, why) = given.split_once('=').unwrap_or((given, ""));
            let day = parse_date(day, today).map_err(|fault| {
                let (key, typed) = match fault {
                    DateFault::NoSuchDay(typed) => ("say-no-such-day", typed),
                    DateFault::NotADate(typed) => ("say-not-a-date", typed),
                };
                let typed = clean_line(&typed);
                Failure::usage(context.text.with(key, &[("typed", typed.into())]))
            })?;
            Ok((day, clean_line(why).trim().to_owned()))
        })
        .collect()
}

fn tell(words: &Words<'_>, standing: &Standing) -> String {
    let text = words.text;
    let terms = &words.case.terms;
    let window = words.playbook.window(terms);
    let region = text.region_and_code(words.playbook.region(terms));
    let mut lines = vec![text.with(
        "ui-window",
        &[
            ("earliest", window.earliest.into()),
            ("latest", window.latest.into()),
            ("region", region.into()),
        ],
    )];
    let Some(review) = &standing.review else {
        lines.push(text.get("say-nothing-pending").into_owned());
        return lines.join("\n");
    };
    lines.extend(words.moved(review));
    lines.extend(words.doubts(review));
    lines.push(String::new());
    let working = words.working(review);
    let column = working.iter().map(|(day, _)| width(day)).max().unwrap_or_default();
    lines.extend(working.iter().map(|(day, why)| format!("{}  {why}", pad(day, column))));
    lines.join("\n")
}

/// The days of a review for programs.
pub(super) fn days_json(words: &Words<'_>, standing: &Standing) -> serde_json::Value {
    let days = standing.review.as_ref().map(|review| due::days(words.text, &review.days));
    json!(days.unwrap_or_default())
}
