//! `ringoff demo`: the dashboard on a made-up book. No book is read, nothing is
//! written; settings, keys and themes count.

use clap::{ArgMatches, Command};

use super::{appearance_flags, context::Context, dashboard, failure::Failure, output::Output};
use crate::{app::SaveState, playbook::demo_book, text::Text};

pub(super) fn define(text: &Text, command: Command) -> Command {
    appearance_flags::define(text, command)
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let book = demo_book(&context.text, context.now());
    dashboard::show(context, matches, book, SaveState::Demo, None, None)
}
