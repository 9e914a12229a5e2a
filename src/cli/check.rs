//! `ringoff check` and `ringoff uncheck`: what holds, and what does not.

use clap::{ArgMatches, Command};

use super::{
    case_context::CaseContext, context::Context, define, failure::Failure, output::Output, session,
};
use crate::{
    domain::{Change, Item, Refusal},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    define_uncheck(text, command)
        .arg(define::switch(text, "settled"))
        .arg(define::flag(text, "on", "DATE"))
}

pub(super) fn define_uncheck(text: &Text, command: Command) -> Command {
    command.arg(define::word(text, "item", "ITEM").num_args(1..))
}

/// What a rule makes of every item that was named.
pub(super) fn each(
    case: &CaseContext<'_>,
    matches: &ArgMatches,
    rule: impl Fn(&Item) -> Result<Change, Refusal>,
) -> Result<Vec<Change>, Failure> {
    let named = matches.get_many::<String>("item").into_iter().flatten();
    let items: Result<Vec<Item>, Refusal> = named.map(|named| case.item(named)).collect();
    items
        .and_then(|items| items.iter().map(rule).collect())
        .map_err(|refusal| case.refused(&refusal))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let settled = matches.get_flag("settled");
    session::change(context, |about| {
        let (procedure, today) = (about.procedure(), about.today);
        let on = about.date(matches, "on")?.unwrap_or(today);
        if on > today {
            return Err(about.refused(&Refusal::Future { given: on, today }));
        }
        each(about, matches, |item| about.case.check(&procedure, item, settled, on))
    })
}

pub(super) fn run_uncheck(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    session::change(context, |about| {
        let procedure = about.procedure();
        each(about, matches, |item| about.case.uncheck(&procedure, item, about.today))
    })
}
