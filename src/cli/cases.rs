//! `ringoff cases`: every case in a line.

use clap::ArgMatches;

use super::{context::Context, failure::Failure, output::Output, status};
use crate::{domain::Status, playbook::Words};

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    status::whole(context, &context.load()?.book, (line, "\n"))
}

fn line(words: &Words<'_>, status: &Status) -> String {
    format!("{}  {}", words.case.id, status::line(words, status))
}
