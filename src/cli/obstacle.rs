//! `ringoff obstacle`: what is in the way.

use clap::{ArgMatches, Command};

use super::{
    arguments,
    context::Context,
    define,
    failure::{Failure, did_you_mean},
    output::Output,
    session,
};
use crate::{
    domain::{Id, Refusal},
    text::{Text, nearest},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about = |name| define::verb(text, name, &format!("cli-obstacle-{name}"));
    let open = about("open")
        .arg(define::word(text, "obstacle", "KIND"))
        .arg(define::flag(text, "note", "TEXT"));
    let open = open.arg(define::flag(text, "follow-up", "DATE"));
    define::verbs(command, [open, about("resolve").arg(define::word(text, "obstacle", "ID"))])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    let id = arguments::line(matches, "obstacle").unwrap_or_default();
    let id = Id::new(id.strip_prefix("obstacle:").unwrap_or(&id));
    session::change(context, |about| {
        let (case, today) = (about.case, about.today);
        if verb == "resolve" {
            return about.one(case.resolve_obstacle(&id, today));
        }
        let procedure = about.procedure();
        let follow_up = about.date(matches, "follow-up")?;
        let made =
            case.open_obstacle(&procedure, &id, arguments::line(matches, "note"), follow_up, today);
        if let Err(refusal @ Refusal::NoSuchItem(_)) = &made {
            // The kinds are the playbook's, not items of the case.
            let known = || procedure.obstacles.iter().map(Id::as_str);
            let near = nearest(id.as_str(), known());
            let names = if near.is_empty() { known().collect() } else { near }.join(", ");
            return Err(about.refused(refusal).hint(did_you_mean(&context.text, &names)));
        }
        about.one(made)
    })
}
