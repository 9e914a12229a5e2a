//! `ringoff next`: the one thing to do.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    describe,
};
use crate::text::Text;

pub(super) fn define(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    case::look(context, |words, standing| {
        (words.next(&standing.next), describe::next(words, standing))
    })
}
