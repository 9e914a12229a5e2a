//! The flag that names the book: before a command, behind it, or behind its verb.
//! It is no global flag of the parser, because that would take its name from
//! every command, and `--file` of `outcome` is the carrier's confirmation.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, builder::ValueParser};

/// Its name.
pub(super) const NAME: &str = "file";

/// What it takes.
pub(super) fn define(flag: Arg) -> Arg {
    flag.value_name("PATH").value_parser(ValueParser::path_buf())
}

/// Lets the book be named behind a command and each of its verbs, except where
/// the name means another file.
pub(super) fn behind(command: Command, flag: &Arg) -> Command {
    let under: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().into()).collect();
    let command = under
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(name, |sub| behind(sub, flag)));
    let taken = command.get_arguments().any(|arg| arg.get_long() == Some(NAME));
    if taken { command } else { command.arg(flag.clone()) }
}

/// The book that was named. What stands behind wins.
pub(super) fn named(matches: &ArgMatches) -> Option<PathBuf> {
    let below = matches.subcommand().and_then(|(_, matches)| named(matches));
    // Where the name means another file, this flag is not defined.
    let here = || matches.try_get_one::<PathBuf>(NAME).ok().flatten().cloned();
    below.or_else(here)
}
