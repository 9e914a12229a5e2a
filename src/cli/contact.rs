//! `ringoff contact`: the log of reaching the carrier.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{flag, say, sub},
};
use crate::{
    domain::{Contact, Id},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.subcommand_required(true).arg_required_else_help(true).subcommand(
        sub(text, "add")
            .about(say(text, "cli-contact-add"))
            .arg(flag(text, "channel", "CHANNEL").required(true))
            .arg(flag(text, "on", "DATE"))
            .arg(flag(text, "agent", "TEXT"))
            .arg(flag(text, "reference", "TEXT"))
            .arg(flag(text, "note", "TEXT"))
            .arg(flag(text, "promised", "DATE")),
    )
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let Some((_, matches)) = matches.subcommand() else { return Ok(Answer::default()) };
    let given = |name: &str| matches.get_one::<String>(name).map(|value| clean_line(value));
    case::change(context, |ground| {
        let today = ground.today;
        let draft = Contact {
            id: Id::new(""),
            on: context.date(matches, "on", today)?.unwrap_or(today),
            channel: given("channel").unwrap_or_default(),
            agent: given("agent"),
            reference: given("reference"),
            note: given("note"),
            promised: context.date(matches, "promised", today)?,
        };
        ground.one(ground.case.log_contact(draft, today))
    })
}
