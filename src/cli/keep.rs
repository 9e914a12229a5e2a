//! `ringoff keep` and `ringoff close`: holding on to a line, and closing it after
//! all.

use clap::{ArgMatches, Command};

use super::{arguments, context::Context, define, failure::Failure, output::Output, session};
use crate::{
    domain::{EndRule, Line, Route},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let day = |name| define::flag(text, name, "DATE");
    command
        .arg(define::today(day("used")))
        .args(["active-until", "grace-until"].map(day))
        .arg(define::flag(text, "credit", "TEXT"))
}

/// Keeps the line, and takes down what keeps it alive.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let mut needs_day = None;
    let mut output = session::change(context, |about| {
        let (case, today) = (about.case, about.today);
        let rule = about.playbook.ends.as_ref().map(|ends| ends.rule).unwrap_or_default();
        needs_day = match rule {
            _ if case.line.active_until.is_some() => None,
            EndRule::ReadOff => Some("cli-keep-shown"),
            EndRule::Noted => Some("cli-keep-noted"),
            EndRule::AfterUse(_) | EndRule::AfterTopUp(_) => None,
        };
        let day = |name| about.date(matches, name);
        let line = case.line.clone();
        let facts = Line {
            active_until: day("active-until")?.or(line.active_until),
            grace_until: day("grace-until")?.or(line.grace_until),
            last_used: day("used")?.or(line.last_used),
            credit: arguments::line(matches, "credit").or(line.credit.clone()),
            ..line.clone()
        };
        let mut changes = about.one(case.take_route(&about.procedure(), Route::Keep))?;
        if facts != line {
            changes.extend(about.one(case.set_line(facts, today))?);
        }
        Ok(changes)
    })?;
    // No day follows from the use of a line whose day the person notes.
    let alone = matches.contains_id("used") && !matches.contains_id("active-until");
    output.notes.extend(needs_day.filter(|_| alone).map(|key| context.text.get(key).into_owned()));
    Ok(output)
}

pub(super) fn define_close(text: &Text, command: Command) -> Command {
    let routes = Route::ALL.into_iter().filter(|route| *route != Route::Keep).map(Route::word);
    command.arg(define::flag(text, "route", "ROUTE").value_parser(routes.collect::<Vec<_>>()))
}

/// Turns a line that is kept into one that is being closed.
pub(super) fn run_close(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    session::change(context, |about| {
        let named = arguments::choice(matches, "route", &Route::ALL, Route::word);
        let route = named.unwrap_or_else(|| about.case.usual_route(&about.procedure()));
        about.one(about.case.take_route(&about.procedure(), route))
    })
}
