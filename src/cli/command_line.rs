//! The whole command line as clap sees it, made from the table of subcommands.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{
    appearance_flags, book_flag,
    context::Context,
    define::{say, sub},
    failure::Failure,
    output::Output,
};
use crate::text::Text;

/// One subcommand: its name, its definition and what it does.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) define: fn(&Text, Command) -> Command,
    pub(super) run: fn(&Context, &ArgMatches) -> Result<Output, Failure>,
}

/// Command lines that work one after the other; a test runs them.
const EXAMPLES: &str = include_str!("../../assets/examples.txt");

/// How much of the command line is defined. Most runs need one subcommand and no
/// help at all, and defining the rest would take longer than they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent<'a> {
    /// All of it, for help.
    Whole,
    /// This subcommand and no other.
    Only(&'a str),
}

/// The command line.
pub(super) fn define(text: &Text, rows: &[Row], extent: Extent<'_>) -> Command {
    let whole = extent == Extent::Whole;
    let help = |key: &str| if whole { say(text, key) } else { String::new() };
    let global = |name: &'static str| {
        Arg::new(name).long(name).help(help(&format!("cli-flag-{name}"))).global(true)
    };
    let book = book_flag::define(global(book_flag::NAME).global(false));
    let version = Arg::new("version").long("version").short('V').help(help("cli-flag-version"));
    // Help names the program as people type it, whatever its file is called.
    let command = Command::new("ringoff")
        .bin_name("ringoff")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help("cli-about"))
        .before_help(help("cli-examples"))
        .help_template(
            "{before-help}\n{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}",
        )
        .after_help(help("cli-exit-codes"))
        .subcommand_help_heading(help("cli-heading-commands"))
        .next_help_heading(help("cli-heading-options"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .infer_subcommands(false)
        .arg(book.clone())
        .arg(global("case").short('C').value_name("ID"))
        .arg(global("json").action(ArgAction::SetTrue))
        .arg(global("lang").value_name("LANG"))
        .arg(global("no-input").action(ArgAction::SetTrue))
        .arg(
            global("color")
                .value_name("WHEN")
                .value_parser(["auto", "always", "never"])
                .hide_possible_values(true),
        )
        .arg(global("help").short('h').action(ArgAction::Help))
        .arg(version.action(ArgAction::Version));
    let rows = rows.iter().filter(|row| whole || extent == Extent::Only(row.name));
    let row = |row: &Row| {
        let about = say(text, &format!("cli-do-{}", row.name));
        let defined = (row.define)(text, sub(text, row.name).about(about));
        book_flag::behind(with_examples(text, defined, row.name), &book)
    };
    appearance_flags::define(text, command).subcommands(rows.map(row))
}

/// Puts the examples of a command and of each of its verbs at the top of the help.
fn with_examples(text: &Text, command: Command, path: &str) -> Command {
    let under: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().into()).collect();
    let command = under.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |sub| sub.before_help(examples(text, &path)))
    });
    command.before_help(examples(text, path))
}

fn examples(text: &Text, path: &str) -> String {
    let asked = format!("ringoff {path} ");
    let of = |line: &&str| format!("{line} ").starts_with(&asked);
    let lines = EXAMPLES.lines().filter(of).map(|line| format!("  {line}"));
    let heading = say(text, "cli-heading-examples");
    [heading].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}
