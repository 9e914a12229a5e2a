//! `ringoff obstacle`: what is in the way.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{flag, say, sub, word},
};
use crate::{
    domain::{Id, Refusal},
    text::{Text, clean_line, nearest},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about =
        |name: &'static str| sub(text, name).about(say(text, &format!("cli-obstacle-{name}")));
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            about("open")
                .arg(word(text, "obstacle", "KIND"))
                .arg(flag(text, "note", "TEXT"))
                .arg(flag(text, "follow-up", "DATE")),
        )
        .subcommand(about("resolve").arg(word(text, "obstacle", "ID")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(Answer::default()) };
    let given = |name: &str| matches.get_one::<String>(name).map(|value| clean_line(value));
    let id = given("obstacle").unwrap_or_default();
    let id = Id::new(id.strip_prefix("obstacle:").unwrap_or(&id));
    case::change(context, |ground| {
        let (case, today) = (ground.case, ground.today);
        if verb == "resolve" {
            return ground.one(case.resolve_obstacle(&id, today));
        }
        let procedure = ground.playbook.procedure();
        let follow_up = context.date(matches, "follow-up", today)?;
        let made = case.open_obstacle(&procedure, &id, given("note"), follow_up, today);
        if let Err(refusal @ Refusal::NoSuchItem(_)) = &made {
            // The kinds are the playbook's, not items of the case.
            let near = nearest(id.as_str(), procedure.obstacles.iter().map(Id::as_str));
            let known = procedure.obstacles.iter().map(Id::as_str).collect::<Vec<_>>();
            let names = if near.is_empty() { known } else { near }.join(", ");
            let hint = context.text.with("fault-nearest", &[("names", names.into())]);
            return Err(ground.refused(refusal).hint(Some(hint)));
        }
        ground.one(made)
    })
}
