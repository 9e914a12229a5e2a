//! `ringoff check` and `ringoff uncheck`: what holds, and what does not.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case::{self, Ground, Made},
    context::Context,
    define::{say, word},
};
use crate::{
    domain::{Change, Item, Refusal},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    define_uncheck(text, command).arg(
        Arg::new("settled")
            .long("settled")
            .action(ArgAction::SetTrue)
            .help(say(text, "cli-arg-settled")),
    )
}

pub(super) fn define_uncheck(text: &Text, command: Command) -> Command {
    command.arg(word(text, "item", "ITEM").num_args(1..))
}

/// The items named, or the first that is none.
pub(super) fn items(ground: &Ground<'_>, matches: &ArgMatches) -> Result<Vec<Item>, Failure> {
    let named = matches.get_many::<String>("item").into_iter().flatten();
    named
        .map(|named| {
            let none = || ground.refused(&Refusal::NoSuchItem(named.clone()));
            named.parse::<Item>().map_err(|_| none())
        })
        .collect()
}

fn each(
    ground: &Ground<'_>,
    matches: &ArgMatches,
    rule: impl Fn(&Item) -> Result<Change, Refusal>,
) -> Made {
    let items = items(ground, matches)?;
    items.iter().map(|item| rule(item).map_err(|refusal| ground.refused(&refusal))).collect()
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let settled = matches.get_flag("settled");
    case::change(context, |ground| {
        let procedure = ground.playbook.procedure();
        each(ground, matches, |item| ground.case.check(&procedure, item, settled, ground.today))
    })
}

pub(super) fn run_uncheck(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    case::change(context, |ground| {
        let procedure = ground.playbook.procedure();
        each(ground, matches, |item| ground.case.uncheck(&procedure, item, ground.today))
    })
}
