//! `ringoff completions` and `ringoff man`: made from the same definitions as
//! the command line itself.

use std::{fs, io, path::PathBuf};

use clap::{ArgMatches, Command, builder::ValueParser};
use clap_complete::{Shell, generate};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::{self, Depth, word},
};
use crate::{
    shell::io_words,
    text::{Text, clean_line},
};

const SHELLS: [(&str, Shell); 4] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("powershell", Shell::PowerShell),
];

pub(super) fn define(text: &Text, command: Command) -> Command {
    let shells = SHELLS.map(|(name, _)| name);
    command.arg(word(text, "shell", "SHELL").value_parser(shells).hide_possible_values(true))
}

pub(super) fn define_man(text: &Text, command: Command) -> Command {
    command.arg(word(text, "folder", "DIR").value_parser(ValueParser::path_buf()))
}

#[expect(clippy::unnecessary_wraps, reason = "as every command is called")]
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let asked = matches.get_one::<String>("shell").map(String::as_str).unwrap_or_default();
    let shell = SHELLS.iter().find(|(name, _)| *name == asked).map_or(Shell::Bash, |(_, one)| *one);
    let mut command = define::command(&context.text, Depth::Whole);
    let mut script = Vec::new();
    generate(shell, &mut command, "ringoff", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let data = json!({ "shell": asked, "content": script });
    Ok(Answer { raw: Some(script), data, ..Answer::default() })
}

/// Writes a page for the program and one for each command.
pub(super) fn run_man(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let mut command = define::command(text, Depth::Whole);
    command.build();
    let mut pages = Vec::new();
    let write = |path: &PathBuf, command: Command| -> io::Result<()> {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page)?;
        fs::write(path, page)
    };
    let failed = |path: &PathBuf, error: &io::Error| {
        let (path, what) = (clean_line(&path.display().to_string()), io_words(text, error));
        let args = [("path", path.into()), ("what", what.into())];
        Failure::failed(text.with("fault-not-saved", &args))
    };
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut all = vec![("ringoff".to_owned(), command.clone())];
    let named = |one: &Command| (format!("ringoff-{}", one.get_name()), one.clone());
    all.extend(command.get_subcommands().map(named));
    for (name, command) in all {
        let path = folder.join(format!("{name}.1"));
        // A page is called by the whole name of its command.
        let command = command.name(name.clone()).display_name(name);
        write(&path, command).map_err(|error| failed(&path, &error))?;
        pages.push(clean_line(&path.display().to_string()));
    }
    let count = pages.len();
    let told = text.with("cli-pages", &[("count", count.into())]);
    Ok(Answer { told, data: json!({ "pages": pages }), ..Answer::default() })
}
