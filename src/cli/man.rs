//! `ringoff man`: a manual page for the program and one for each command.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

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
    let is_new = !folder.exists();
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut all = vec![("ringoff".to_owned(), command.clone())];
    let named = |one: &Command| (format!("ringoff-{}", one.get_name()), one.clone());
    all.extend(command.get_subcommands().map(named));
    let paths: Vec<PathBuf> =
        all.iter().map(|(name, _)| folder.join(format!("{name}.1"))).collect();
    // All of them are there, or none is.
    let written = all.into_iter().zip(&paths).try_for_each(|((name, command), path)| {
        // A page is called by the whole name of its command.
        let command = command.name(name.clone()).display_name(name);
        write(&draft(path), command).map_err(|error| failed(path, &error))
    });
    let written = written.and_then(|()| {
        paths.iter().try_for_each(|path| {
            fs::rename(draft(path), path).map_err(|error| failed(path, &error))
        })
    });
    if let Err(failure) = written {
        for path in &paths {
            let _ = fs::remove_file(draft(path));
        }
        if is_new {
            let _ = fs::remove_dir(&folder);
        }
        return Err(failure);
    }
    let pages: Vec<String> = paths.iter().map(|path| shown(path)).collect();
    let told = text.with("cli-pages", &[("count", pages.len().into())]);
    Ok(Output::new(told, json!({ "pages": pages })))
}

/// Where a page is written before it has its place.
fn draft(path: &Path) -> PathBuf {
    path.with_extension(format!("1.{}.tmp", std::process::id()))
}

fn write(path: &Path, command: Command) -> io::Result<()> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    fs::write(path, page)
}
