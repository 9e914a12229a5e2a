//! The pieces of which a command line is defined, in the person's language.

use clap::{
    Arg, ArgAction, Command,
    builder::{PathBufValueParser, TypedValueParser as _, ValueParser},
};

use crate::{shell::named_file, text::Text};

/// A word of help; clap keeps it, so it is owned.
pub(super) fn say(text: &Text, key: &str) -> String {
    text.get(key).into_owned()
}

fn help(text: &Text, name: &str) -> String {
    say(text, &format!("cli-arg-{name}"))
}

/// `--name VALUE`, its help under `cli-arg-<name>`.
pub(super) fn flag(text: &Text, name: &'static str, value: &'static str) -> Arg {
    // What clap would add about values is English only; the help names them.
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(help(text, name))
        .hide_possible_values(true)
        .hide_default_value(true)
        // A date may begin with a hyphen: `-1w` is the day a week ago.
        .allow_hyphen_values(value.starts_with("DATE"))
}

/// A date that is today where none is given. What begins with a hyphen behind it is
/// another flag; a date that does so goes behind `=`.
pub(super) fn today(arg: Arg) -> Arg {
    arg.num_args(0..=1).default_missing_value("today").allow_hyphen_values(false)
}

/// `--name` without a value, its help under `cli-arg-<name>`.
pub(super) fn switch(text: &Text, name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help(text, name))
}

/// A word in its place, its help under `cli-arg-<name>`.
pub(super) fn word(text: &Text, name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).required(true).help(help(text, name))
}

/// A path in its place, its help under `cli-arg-<name>`.
pub(super) fn path(text: &Text, name: &'static str, value: &'static str) -> Arg {
    word(text, name, value).value_parser(path_value())
}

/// What takes a path, or the address of a file.
pub(super) fn path_value() -> ValueParser {
    ValueParser::new(PathBufValueParser::new().map(|path| named_file(&path)))
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

/// A subcommand of a subcommand, with the key of its help.
pub(super) fn verb(text: &Text, name: &'static str, key: &str) -> Command {
    sub(text, name).about(say(text, key))
}

/// A command that does nothing without one of these verbs.
pub(super) fn verbs(command: Command, verbs: impl IntoIterator<Item = Command>) -> Command {
    command.subcommand_required(true).arg_required_else_help(true).subcommands(verbs)
}

/// A command without arguments of its own.
pub(super) fn nothing(_: &Text, command: Command) -> Command {
    command
}
