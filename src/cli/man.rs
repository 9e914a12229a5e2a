//! `ringoff man`: a manual page for the program and one for each command.

use std::{fs, io, path::Path};

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{arguments, context::Context, define, errors::shown, failure::Failure, output::Output};
use crate::text::Text;

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(define::path(text, "folder", "DIR"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let folder = arguments::path(matches, "folder");
    let mut command = (context.command_line)(text);
    command.build();
    let failed = |path: &Path, error: &io::Error| Failure::of_write(text, path, error);
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut all = vec![("ringoff".to_owned(), command.clone())];
    let named = |one: &Command| (format!("ringoff-{}", one.get_name()), one.clone());
    all.extend(command.get_subcommands().map(named));
    let mut pages = Vec::new();
    for (name, command) in all {
        let path = folder.join(format!("{name}.1"));
        // A page is called by the whole name of its command.
        let command = command.name(name.clone()).display_name(name);
        write(&path, command).map_err(|error| failed(&path, &error))?;
        pages.push(shown(&path));
    }
    let told = text.with("cli-pages", &[("count", pages.len().into())]);
    Ok(Output::new(told, json!({ "pages": pages })))
}

fn write(path: &Path, command: Command) -> io::Result<()> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    fs::write(path, page)
}
