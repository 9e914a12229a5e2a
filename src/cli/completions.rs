//! `ringoff completions`: what a shell needs to complete a command line.

use clap::{ArgMatches, Command};
use clap_complete::{Shell, generate};
use serde_json::json;

use super::{arguments, context::Context, define, failure::Failure, output::Output};
use crate::text::Text;

const SHELLS: [(&str, Shell); 4] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("powershell", Shell::PowerShell),
];

pub(super) fn define(text: &Text, command: Command) -> Command {
    let shells = SHELLS.map(|(name, _)| name);
    command
        .arg(define::word(text, "shell", "SHELL").value_parser(shells).hide_possible_values(true))
}

#[expect(clippy::unnecessary_wraps, reason = "as every command is called")]
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let asked = arguments::typed(matches, "shell");
    let shell = SHELLS.iter().find(|(name, _)| *name == asked).map_or(Shell::Bash, |(_, one)| *one);
    let mut script = Vec::new();
    generate(shell, &mut (context.command_line)(&context.text), "ringoff", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let data = json!({ "shell": asked, "content": script });
    Ok(Output::raw(script, data))
}
