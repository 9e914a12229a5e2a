//! The command line: what can be typed, what is printed, and the exit codes.
//!
//! Owns: the table of subcommands, the shape of `--json`, what stands on stdout
//! and on stderr. Must not know: how the dashboard works. A command changes the
//! book only in a session (`session.rs`), with the rules of `domain`, as the
//! dashboard does.
//!
//! To add a subcommand: a file with `define` and `run`, a row here, its words in
//! `assets/locales` and an example in `assets/examples.txt`.

mod account;
mod agenda;
mod agenda_line;
mod appearance;
mod appearance_flags;
mod archive;
mod arguments;
mod backup;
mod book_flag;
mod case_context;
mod case_json;
mod cases;
mod channel_flag;
mod channels;
mod check;
mod chosen_case;
mod command_line;
mod completions;
mod config;
mod conflict;
mod contact;
mod context;
mod dashboard;
mod define;
mod demo;
mod destination;
mod doctor;
mod document;
mod due;
mod errors;
mod export;
mod extend;
mod failure;
mod findings;
mod findings_table;
mod guide;
mod history;
mod import;
mod item_json;
mod keep;
mod keys;
mod language;
mod letter;
mod library;
mod line;
mod man;
mod merge;
mod new;
mod next;
mod obstacle;
mod outcome;
mod output;
mod past;
mod playbook;
mod region;
mod remind;
mod restore;
mod review;
mod scan;
mod session;
mod show;
mod status;
mod submit;
mod sync;
mod themes;
mod usage;
mod waive;

use std::{env, ffi::OsString, path::Path, process::ExitCode};

use command_line::{Extent, Row};
use context::Context;
use define::nothing;
use failure::Failure;
use output::Output;
use serde_json::Value;

use crate::text::{Charset, Text};

/// Every subcommand, in the order help tells them.
const ROWS: &[Row] = &[
    Row { name: "new", define: new::define, run: new::run },
    Row { name: "cases", define: cases::define, run: cases::run },
    Row { name: "status", define: status::define, run: status::run },
    Row { name: "show", define: show::define, run: show::run },
    Row { name: "next", define: nothing, run: next::run },
    Row { name: "line", define: line::define, run: line::run },
    Row { name: "check", define: check::define, run: check::run },
    Row { name: "uncheck", define: check::define_uncheck, run: check::run_uncheck },
    Row { name: "waive", define: waive::define, run: waive::run },
    Row { name: "account", define: account::define, run: account::run },
    Row { name: "channels", define: channels::define, run: channels::run },
    Row { name: "contact", define: contact::define, run: contact::run },
    Row { name: "agenda", define: agenda::define, run: agenda::run },
    Row { name: "document", define: document::define, run: document::run },
    Row { name: "submit", define: submit::define, run: submit::run },
    Row { name: "outcome", define: outcome::define, run: outcome::run },
    Row { name: "extend", define: extend::define, run: extend::run },
    Row { name: "review", define: review::define, run: review::run },
    Row { name: "obstacle", define: obstacle::define, run: obstacle::run },
    Row { name: "due", define: due::define, run: due::run },
    Row { name: "scan", define: scan::define, run: scan::run },
    Row { name: "findings", define: findings::define, run: findings::run },
    Row { name: "backup", define: backup::define, run: backup::run },
    Row { name: "export", define: export::define, run: export::run },
    Row { name: "guide", define: nothing, run: guide::run },
    Row { name: "letter", define: letter::define, run: letter::run },
    Row { name: "remind", define: remind::define, run: remind::run },
    Row { name: "keep", define: keep::define, run: keep::run },
    Row { name: "close", define: keep::define_close, run: keep::run_close },
    Row { name: "archive", define: archive::define, run: archive::run },
    Row { name: "import", define: import::define, run: import::run },
    Row { name: "history", define: nothing, run: history::run },
    Row { name: "undo", define: nothing, run: history::run_undo },
    Row { name: "redo", define: nothing, run: history::run_redo },
    Row { name: "restore", define: restore::define, run: restore::run },
    Row { name: "merge", define: merge::define, run: merge::run },
    Row { name: "conflict", define: conflict::define, run: conflict::run },
    Row { name: "sync", define: sync::define, run: sync::run },
    Row { name: "playbook", define: playbook::define, run: playbook::run },
    Row { name: "config", define: config::define, run: config::run },
    Row { name: "doctor", define: nothing, run: doctor::run },
    Row { name: "completions", define: completions::define, run: completions::run },
    Row { name: "man", define: man::define, run: man::run },
    Row { name: "demo", define: demo::define, run: demo::run },
];

/// The whole command line.
fn whole(text: &Text) -> clap::Command {
    command_line::define(text, ROWS, Extent::Whole)
}

/// Runs the program on its arguments and says how it ended.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args = with_help(args.map(readable).collect());
    let json = args.iter().any(|arg| arg == "--json");
    let text = match language::language(&args) {
        Ok(text) => text,
        Err((text, given)) => {
            let message = text.with("fault-no-lang", &[("given", given.into())]);
            return output::print_failure(&Failure::usage(message), json);
        }
    };
    // What programs read is UTF-8, which has every character.
    let (text, told) = if json { (text, None) } else { language::shown(text, language::variable) };
    if let Some(told) = told {
        output::tell(&format!("{told}\n"));
    }
    let lang = text.lang();
    match run(text, &args, Some(output::put)) {
        Ok(output) => output::print(&Text::new(lang), &output, json),
        Err(Ended::Usage(text, error)) => usage::report(&text, &error, json),
        Err(Ended::Failed(failure)) => output::print_failure(&failure, json),
    }
}

/// Runs a command as `main` does, and returns what it tells for people.
pub fn told(args: &[OsString]) -> Result<String, String> {
    let Ok(text) = language::language(args) else { return Err(String::new()) };
    match run(text, args, None) {
        Ok(output) => Ok(output.for_people()),
        Err(Ended::Usage(_, error)) => Err(error.to_string()),
        Err(Ended::Failed(failure)) => Err(failure.for_people()),
    }
}

/// `help` in the place of a command asks for the help of what stands behind it.
fn with_help(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|arg| arg == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// A word of the command line that is not UTF-8 is read in the encoding of the terminal,
/// unless it is the path of something that is there.
fn readable(word: OsString) -> OsString {
    if word.to_str().is_some() || Path::new(&word).exists() {
        return word;
    }
    let foreign = Charset::of_environment(|name| env::var(name).ok());
    foreign.map_or(word.clone(), |charset| charset.decode(word.as_encoded_bytes()).into())
}

/// Why a command has no result.
enum Ended {
    /// The command line makes no sense.
    Usage(Text, clap::Error),
    /// It was not done.
    Failed(Failure),
}

fn run(text: Text, args: &[OsString], put: Option<context::Put>) -> Result<Output, Ended> {
    let row = |name: &str| ROWS.iter().find(|row| row.name == name);
    let named = args.iter().skip(1).find_map(|arg| row(arg.to_str()?)).map_or("", |row| row.name);
    // What does not parse at once is told of with everything spelt out.
    let parsed = command_line::define(&text, ROWS, Extent::Only(named))
        .try_get_matches_from(args)
        .or_else(|_| whole(&text).try_get_matches_from(args));
    let matches = match parsed {
        Ok(matches) => matches,
        Err(error) => return Err(Ended::Usage(text, error)),
    };
    let ran = Context::new(text, &matches, whole, told).and_then(|mut context| {
        context.put = put;
        let named = matches.subcommand().and_then(|(name, matches)| Some((row(name)?, matches)));
        let mut output = match named {
            Some((row, matches)) => (row.run)(&context, matches)?,
            None => dashboard::run(&context, &matches)?,
        };
        let noticed = context.faults().into_iter().chain(context.noticed());
        output.notes.splice(0..0, noticed);
        output.saved = context.has_saved();
        if let (true, Value::Object(data)) = (context.is_fragile(), &mut output.data) {
            data.insert("durable".to_owned(), Value::Bool(false));
        }
        Ok(output)
    });
    ran.map_err(Ended::Failed)
}

#[cfg(test)]
mod tests {
    use std::{env, process::Command};

    use super::*;
    use crate::text::Lang;

    /// Set in the process that has folders of its own.
    const ALONE: &str = "TEST_HAS_ITS_OWN_FOLDERS";

    #[test]
    fn the_dashboard_is_told_what_a_command_tells() {
        let folder = tempfile::tempdir().expect("a folder");
        // A command looks into the environment, and that belongs to a whole process.
        if env::var_os(ALONE).is_none() {
            let test = "cli::tests::the_dashboard_is_told_what_a_command_tells";
            let mut command = Command::new(env::current_exe().expect("a program"));
            for (name, at) in [("STATE", "state"), ("CONFIG", "config"), ("DATA", "data")] {
                command.env(format!("XDG_{name}_HOME"), folder.path().join(at));
            }
            command
                .args([test, "--exact"])
                .env(ALONE, "1")
                .env("RINGOFF_NOW", "2026-11-05T02:00:00Z");
            let output = command.output().expect("runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
            return;
        }
        let book = folder.path().join("progress.ron").into_os_string();
        let run = |words: &[&str]| {
            let own = ["ringoff", "--lang", "en", "--no-input", "--file"].map(OsString::from);
            let words = words.iter().map(OsString::from);
            told(&own.into_iter().chain([book.clone()]).chain(words).collect::<Vec<_>>())
        };
        assert!(run(&["new", "--label", "KL"]).is_ok());
        let due = run(&["due", "--from", "2026-11-05"]).expect("is told");
        assert!(due.contains("Wed 11 Nov 2026"), "{due}");
        let export = folder.path().join("dates.ics").display().to_string();
        assert!(run(&["export", "csv", "-o", &export]).is_ok());
        let again = run(&["export", "csv", "-o", &export]).expect_err("it is there");
        assert!(again.contains("--force"), "{again}");
        assert!(run(&["no-such-command"]).is_err());
    }

    #[test]
    fn the_command_line_is_sound_in_every_language() {
        for lang in Lang::ALL {
            let text = Text::new(lang);
            whole(&text).debug_assert();
            for row in ROWS {
                command_line::define(&text, ROWS, Extent::Only(row.name)).debug_assert();
            }
        }
    }
}
