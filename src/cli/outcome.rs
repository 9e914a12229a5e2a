//! `ringoff outcome`: what the carrier decided.

use clap::{ArgMatches, Command};

use super::{arguments, context::Context, define, failure::Failure, output::Output, session};
use crate::{domain::Verdict, text::Text};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::word(text, "verdict", "VERDICT").value_parser(Verdict::ALL.map(Verdict::word)))
        .arg(define::flag(text, "on", "DATE"))
        .arg(define::flag(text, "reason", "TEXT"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let verdict = arguments::choice(matches, "verdict", &Verdict::ALL, Verdict::word);
    let verdict = verdict.unwrap_or(Verdict::Rejected);
    session::change(context, |about| {
        let today = about.today;
        let on = context.date(matches, "on", today)?.unwrap_or(today);
        about.one(about.case.decide(verdict, on, arguments::line(matches, "reason"), today))
    })
}
