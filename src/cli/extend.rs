//! `ringoff extend`: the carrier asked for more time.

use clap::{ArgMatches, Command};

use super::{
    arguments::line, context::Context, define::flag, failure::Failure, output::Output, session,
};
use crate::{
    domain::Refusal,
    text::{DateRule, Text},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(flag(text, "until", "DATE").required(true))
        .arg(flag(text, "reason", "TEXT").required(true))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let reason = line(matches, "reason").unwrap_or_default();
    session::change(context, |about| {
        about.case.awaited().map_err(|refusal| about.refused(&refusal))?;
        let review = about.playbook.review(about.case, about.today);
        let review = review.ok_or_else(|| about.refused(&Refusal::NothingPending))?;
        let rule = DateRule::after(about.today, review.latest);
        let until = about.date_by(matches, "until", rule)?.unwrap_or(about.today);
        about.one(about.case.extend(until, &reason, review.latest, about.today))
    })
}
