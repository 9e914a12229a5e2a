//! `ringoff contact`: the log of reaching the carrier.

use clap::{ArgMatches, Command};

use super::{
    arguments, channel_flag::channel, context::Context, define, failure::Failure, output::Output,
    session,
};
use crate::{
    domain::{Asked, Contact, Id},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let flags = [
        ("on", "DATE"),
        ("agent", "TEXT"),
        ("reference", "TEXT"),
        ("note", "TEXT"),
        ("promised", "DATE"),
        ("answer-by", "DATE"),
    ];
    let add = define::verb(text, "add", "cli-contact-add")
        .arg(define::flag(text, "channel", "CHANNEL").required(true));
    let asked = define::flag(text, "asked", "WHAT");
    let add = add.arg(asked.value_parser(Asked::ALL.map(Asked::word)));
    let add = add.args(flags.map(|(name, value)| define::flag(text, name, value)));
    let kept = define::verb(text, "kept", "cli-contact-kept")
        .arg(define::word(text, "id", "ID"))
        .arg(define::flag(text, "on", "DATE"));
    define::verbs(command, [add, kept])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    session::change(context, |about| {
        let today = about.today;
        if verb == "kept" {
            let id = arguments::line(matches, "id").unwrap_or_default();
            let id = Id::new(id.strip_prefix("contact:").unwrap_or(&id));
            let on = about.date(matches, "on")?.unwrap_or(today);
            return about.one(about.case.keep_promise(&id, on, today));
        }
        let on = about.date(matches, "on")?.unwrap_or(today);
        let channel = channel(about, matches)?.unwrap_or_default();
        let draft = Contact {
            agent: arguments::line(matches, "agent"),
            reference: arguments::line(matches, "reference"),
            note: arguments::line(matches, "note"),
            asked: arguments::choice(matches, "asked", &Asked::ALL, Asked::word)
                .unwrap_or_default(),
            promised: about.date(matches, "promised")?,
            answer_by: about.date(matches, "answer-by")?,
            ..Contact::on(on, channel)
        };
        about.one(about.case.log_contact(draft, today))
    })
}
