//! `ringoff extend`: the carrier asked for more time.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::flag,
};
use crate::{
    domain::Refusal,
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(flag(text, "until", "DATE").required(true))
        .arg(flag(text, "reason", "TEXT").required(true))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reason = matches.get_one::<String>("reason").map(|value| clean_line(value));
    case::change(context, |ground| {
        let until = context.date(matches, "until", ground.today)?.unwrap_or(ground.today);
        let review = ground.playbook.review(ground.case, ground.today);
        let review = review.ok_or_else(|| ground.refused(&Refusal::NothingPending))?;
        let reason = reason.as_deref().unwrap_or_default();
        ground.one(ground.case.extend(until, reason, review.latest))
    })
}
