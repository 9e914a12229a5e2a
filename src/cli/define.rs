//! The command line as clap sees it, in the person's language.

use clap::{Arg, ArgAction, Command, builder::ValueParser};

use super::ROWS;
use crate::text::Text;

/// Command lines that work one after the other; a test runs them.
const EXAMPLES: &str = include_str!("../../assets/examples.txt");

/// How much of the command line is spelt out. Most runs need one subcommand
/// and no help at all, and building the rest would take longer than they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth<'a> {
    /// All of it, for help.
    Whole,
    /// The names of all subcommands and the arguments of this one.
    Only(&'a str),
}

/// The command line.
pub(super) fn command(text: &Text, depth: Depth<'_>) -> Command {
    let whole = depth == Depth::Whole;
    let say = |key: &str| if whole { say(text, key) } else { String::new() };
    let global = |name: &'static str| {
        Arg::new(name).long(name).help(say(&format!("cli-flag-{name}"))).global(true)
    };
    let mut command = Command::new("ringoff")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("cli-about"))
        .before_help(say("cli-examples"))
        .help_template(
            "{before-help}\n{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}",
        )
        .after_help(say("cli-exit-codes"))
        .subcommand_help_heading(say("cli-heading-commands"))
        .next_help_heading(say("cli-heading-options"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .infer_subcommands(false)
        .arg(global("file").value_name("PATH").value_parser(ValueParser::path_buf()))
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
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .help(say("cli-flag-version"))
                .action(ArgAction::Version),
        );
    command = super::look::define(text, command);
    for row in ROWS {
        let bare = Command::new(row.name);
        command = command.subcommand(if whole || depth == Depth::Only(row.name) {
            let about = self::say(text, &format!("cli-do-{}", row.name));
            let defined = (row.define)(text, sub(text, row.name).about(about));
            with_examples(text, defined, row.name)
        } else {
            bare
        });
    }
    command
}

/// A subcommand with the headings of its help.
pub(super) fn sub(text: &Text, name: &'static str) -> Command {
    Command::new(name)
        .help_template("{before-help}{about}\n\n{usage-heading} {usage}\n\n{all-args}")
        .subcommand_help_heading(say(text, "cli-heading-commands"))
        .next_help_heading(say(text, "cli-heading-options"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
}

/// How a command and each of its subcommands is used, for the top of its help.
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

/// A word of help; clap keeps it, so it is owned.
pub(super) fn say(text: &Text, key: &str) -> String {
    text.get(key).into_owned()
}

/// `--name VALUE`, its help under `cli-arg-<name>`.
pub(super) fn flag(text: &Text, name: &'static str, value: &'static str) -> Arg {
    // What clap would add about values is English only; the help names them.
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(say(text, &format!("cli-arg-{name}")))
        .hide_possible_values(true)
        .hide_default_value(true)
        // `-1w` is a day a week ago.
        .allow_hyphen_values(value.starts_with("DATE"))
}

/// A word in its place, its help under `cli-arg-<name>`.
pub(super) fn word(text: &Text, name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).required(true).help(say(text, &format!("cli-arg-{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_command_line_is_sound_in_every_language() {
        for lang in Lang::ALL {
            let text = Text::new(lang);
            command(&text, Depth::Whole).debug_assert();
            for row in ROWS {
                command(&text, Depth::Only(row.name)).debug_assert();
            }
        }
    }
}
