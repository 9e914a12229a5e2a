//! The command line as clap sees it, in the person's language.

use clap::{Arg, ArgAction, Command, builder::ValueParser};

use super::ROWS;
use crate::text::Text;

/// The whole of it.
pub(super) fn all(text: &Text) -> Command {
    let mut command = Command::new("ringoff")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(text, "cli-about"))
        .before_help(say(text, "cli-examples"))
        .help_template(
            "{before-help}\n{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}",
        )
        .after_help(say(text, "cli-exit-codes"))
        .subcommand_help_heading(say(text, "cli-heading-commands"))
        .next_help_heading(say(text, "cli-heading-options"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .infer_subcommands(false)
        .arg(global("file", text).value_name("PATH").value_parser(ValueParser::path_buf()))
        .arg(global("case", text).short('C').value_name("ID"))
        .arg(global("json", text).action(ArgAction::SetTrue))
        .arg(global("lang", text).value_name("LANG"))
        .arg(global("no-input", text).action(ArgAction::SetTrue))
        .arg(
            global("color", text)
                .value_name("WHEN")
                .value_parser(["auto", "always", "never"])
                .hide_possible_values(true),
        )
        .arg(global("help", text).short('h').action(ArgAction::Help))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .help(say(text, "cli-flag-version"))
                .action(ArgAction::Version),
        );
    for row in ROWS {
        let about = say(text, &format!("cli-do-{}", row.name));
        command = command.subcommand((row.define)(text, sub(text, row.name).about(about)));
    }
    command
}

/// A subcommand with the headings of its help.
pub(super) fn sub(text: &Text, name: &'static str) -> Command {
    Command::new(name)
        .help_template("{about}\n\n{usage-heading} {usage}\n\n{all-args}")
        .subcommand_help_heading(say(text, "cli-heading-commands"))
        .next_help_heading(say(text, "cli-heading-options"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
}

/// A word of help; clap keeps it, so it is owned.
pub(super) fn say(text: &Text, key: &str) -> String {
    text.get(key).into_owned()
}

fn global(name: &'static str, text: &Text) -> Arg {
    let help = say(text, &format!("cli-flag-{name}"));
    Arg::new(name).long(name).help(help).global(true)
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
            all(&Text::new(lang)).debug_assert();
        }
    }
}
