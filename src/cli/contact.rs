//! `ringoff contact`: the log of reaching the carrier.

use clap::{ArgMatches, Command};

use super::{arguments, context::Context, define, failure::Failure, output::Output, session};
use crate::{
    domain::{Contact, Id},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let flags = [
        ("on", "DATE"),
        ("agent", "TEXT"),
        ("reference", "TEXT"),
        ("note", "TEXT"),
        ("promised", "DATE"),
    ];
    let add = define::verb(text, "add", "cli-contact-add")
        .arg(define::flag(text, "channel", "CHANNEL").required(true));
    define::verbs(command, [add.args(flags.map(|(name, value)| define::flag(text, name, value)))])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let Some((_, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    session::change(context, |about| {
        let today = about.today;
        let draft = Contact {
            id: Id::new(""),
            on: context.date(matches, "on", today)?.unwrap_or(today),
            channel: arguments::line(matches, "channel").unwrap_or_default(),
            agent: arguments::line(matches, "agent"),
            reference: arguments::line(matches, "reference"),
            note: arguments::line(matches, "note"),
            promised: context.date(matches, "promised", today)?,
        };
        about.one(about.case.log_contact(draft, today))
    })
}
