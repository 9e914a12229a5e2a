//! `ringoff waive`: goes on without an item.

use clap::{ArgMatches, Command};

use super::{
    arguments, check, context::Context, define, failure::Failure, output::Output, session,
};
use crate::text::Text;

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::word(text, "item", "ITEM"))
        .arg(define::flag(text, "reason", "TEXT").required(true))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let reason = arguments::line(matches, "reason").unwrap_or_default();
    session::change(context, |about| {
        let procedure = about.procedure();
        check::each(about, matches, |item| about.case.waive(&procedure, item, &reason, about.today))
    })
}
