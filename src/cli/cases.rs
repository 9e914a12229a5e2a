//! `ringoff cases`: every case in a line.

use clap::{ArgMatches, Command};

use super::{context::Context, define, failure::Failure, output::Output, status};
use crate::{domain::Status, playbook::Words, text::Text};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(define::switch(text, "all"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let archived = matches.get_flag("all");
    status::all(context, &context.load()?.book, (line, "\n"), archived)
}

fn line(words: &Words<'_>, status: &Status) -> String {
    format!("{}  {}", words.case.id, status::line(words, status))
}
