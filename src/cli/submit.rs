//! `ringoff submit`: submits the application.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{flag, say},
};
use crate::{
    domain::Application,
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(flag(text, "on", "DATE"))
        .arg(flag(text, "channel", "CHANNEL"))
        .arg(flag(text, "reference", "TEXT"))
        .arg(
            Arg::new("anyway")
                .long("anyway")
                .action(ArgAction::SetTrue)
                .requires("reason")
                .help(say(text, "cli-arg-anyway")),
        )
        .arg(flag(text, "reason", "TEXT").requires("anyway"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let given = |name: &str| matches.get_one::<String>(name).map(|value| clean_line(value));
    case::change(context, |ground| {
        let today = ground.today;
        let on = context.date(matches, "on", today)?.unwrap_or(today);
        let draft = Application {
            channel: given("channel"),
            reference: given("reference"),
            anyway: given("reason").filter(|_| matches.get_flag("anyway")),
            reckoned: ground.playbook.reckon(ground.case, &ground.case.terms, on),
            ..Application::on(on)
        };
        let gate = ground.playbook.status(ground.case, today).gate;
        ground.one(ground.case.submit(&gate, draft, today))
    })
}
