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
    domain::{Refusal, Status, Terms},
    playbook::Words,
    text::{Text, clean_line, pad, parse_date, width},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let days = |name: &'static str| flag(text, name, "DATE[=WHY]").action(ArgAction::Append);
    command
        .arg(flag(text, "days", "WINDOW"))
        .arg(flag(text, "region", "REGION"))
        .arg(days("closed"))
        .arg(days("open"))
        .arg(flag(text, "plain", "DATE").action(ArgAction::Append))
        .arg(
            Arg::new("usual")
                .long("usual")
                .action(ArgAction::SetTrue)
                .help(say(text, "cli-arg-usual")),
        )
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let sets = ["days", "region", "closed", "open", "plain"];
    let changes = sets.iter().any(|name| matches.contains_id(name)) || matches.get_flag("usual");
    if !changes {
        return case::look(context, |words, standing| {
            (tell(words, standing), describe::terms(words, standing))
        });
    }
    case::change(context, |ground| {
        let terms = terms(context, matches, ground)?;
        let pending = ground.case.pending().map(|pending| pending.on);
        let reckoned = pending.and_then(|on| ground.playbook.reckon(ground.case, &terms, on));
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
    let closed = days(context, matches, "closed", ground.today)?;
    let open = days(context, matches, "open", ground.today)?;
    if let Some(twice) = closed.keys().find(|day| open.contains_key(day)) {
        return Err(ground.refused(&Refusal::OffAndWorked(*twice)));
    }
    for day in days(context, matches, "plain", ground.today)?.keys() {
        terms.days.open.remove(day);
        terms.days.closed.remove(day);
    }
    for (day, why) in closed {
        terms.days.open.remove(&day);
        terms.days.closed.insert(day, why);
    }
    for (day, why) in open {
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
            let day = parse_date(day, today).map_err(|fault| context.date_fault(&fault))?;
            Ok((day, clean_line(why).trim().to_owned()))
        })
        .collect()
}

fn tell(words: &Words<'_>, standing: &Status) -> String {
    let text = words.text;
    let mut lines = vec![words.window()];
    let Some(review) = &standing.review else {
        lines.push(text.get("say-nothing-pending").into_owned());
        return lines.join("\n");
    };
    lines.extend(words.moved(review));
    let doubts = words.caveats(review);
    if !doubts.is_empty() {
        lines.push(text.get("cli-due-provisional").into_owned());
    }
    lines.extend(doubts);
    lines.push(String::new());
    let working = words.working(review);
    let column = working.iter().map(|(day, _)| width(day)).max().unwrap_or_default();
    lines.extend(working.iter().map(|(day, why)| format!("{}  {why}", pad(day, column))));
    let later = [("ui-nudge", review.nudge), ("ui-complaint", review.complaint)];
    let later = later.into_iter().filter_map(|(key, day)| Some((text.get(key), day?)));
    lines.push(String::new());
    lines.extend(later.map(|(what, day)| format!("{what}: {}", text.full_date(day))));
    lines.join("\n")
}

/// The days of a review for programs.
pub(super) fn days_json(words: &Words<'_>, standing: &Status) -> serde_json::Value {
    let days = standing.review.as_ref().map(|review| due::days(words.text, &review.days));
    json!(days.unwrap_or_default())
}
