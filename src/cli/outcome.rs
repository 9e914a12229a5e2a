//! `ringoff outcome`: what the carrier decided.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{flag, word},
};
use crate::{
    domain::Verdict,
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(word(text, "verdict", "VERDICT").value_parser(["approved", "rejected"]))
        .arg(flag(text, "on", "DATE"))
        .arg(flag(text, "reason", "TEXT"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let verdict = match matches.get_one::<String>("verdict").map(String::as_str) {
        Some("approved") => Verdict::Approved,
        _ => Verdict::Rejected,
    };
    let reason = matches.get_one::<String>("reason").map(|value| clean_line(value));
    case::change(context, |ground| {
        let today = ground.today;
        let on = context.date(matches, "on", today)?.unwrap_or(today);
        ground.one(ground.case.decide(verdict, on, reason, today))
    })
}
