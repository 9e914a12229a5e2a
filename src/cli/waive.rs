//! `ringoff waive`: goes on without an item.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    check::items,
    context::Context,
    define::{flag, word},
};
use crate::text::{Text, clean_line};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(word(text, "item", "ITEM")).arg(flag(text, "reason", "TEXT").required(true))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reason = matches.get_one::<String>("reason").map(|text| clean_line(text));
    let reason = reason.unwrap_or_default();
    case::change(context, |ground| {
        let procedure = ground.playbook.procedure();
        let items = items(ground, matches)?;
        let waive = |item| {
            let made = ground.case.waive(&procedure, item, &reason, ground.today);
            made.map_err(|refusal| ground.refused(&refusal))
        };
        items.iter().map(waive).collect()
    })
}
