//! The command line: load, change, save, print.
//!
//! Owns: words on the command line, exit codes, what stands on stdout and on
//! stderr. Must not know: how the dashboard works. Every change goes through
//! the rules of `domain`, as the dashboard's do.

mod account;
mod answer;
mod backup;
mod case;
mod cases;
mod check;
mod completions;
mod config;
mod contact;
mod context;
mod dashboard;
mod define;
mod demo;
mod describe;
mod doctor;
mod document;
mod due;
mod export;
mod extend;
mod guide;
mod history;
mod import;
mod letter;
mod look;
mod new;
mod next;
mod obstacle;
mod outcome;
mod output;
mod playbook;
mod remind;
mod review;
mod scan;
mod show;
mod status;
mod submit;
mod usage;
mod waive;

use std::{ffi::OsString, process::ExitCode};

use clap::ArgMatches;

use answer::{Answer, Failure};
use context::Context;

use crate::text::Text;

/// One subcommand: its name, its definition and what it does.
struct Row {
    name: &'static str,
    define: fn(&Text, clap::Command) -> clap::Command,
    run: fn(&Context, &ArgMatches) -> Result<Answer, Failure>,
}

/// Every subcommand, in the order help tells them.
const ROWS: &[Row] = &[
    Row { name: "new", define: new::define, run: new::run },
    Row { name: "cases", define: cases::define, run: cases::run },
    Row { name: "status", define: status::define, run: status::run },
    Row { name: "show", define: show::define, run: show::run },
    Row { name: "next", define: next::define, run: next::run },
    Row { name: "check", define: check::define, run: check::run },
    Row { name: "uncheck", define: check::define_uncheck, run: check::run_uncheck },
    Row { name: "waive", define: waive::define, run: waive::run },
    Row { name: "account", define: account::define, run: account::run },
    Row { name: "contact", define: contact::define, run: contact::run },
    Row { name: "document", define: document::define, run: document::run },
    Row { name: "submit", define: submit::define, run: submit::run },
    Row { name: "outcome", define: outcome::define, run: outcome::run },
    Row { name: "extend", define: extend::define, run: extend::run },
    Row { name: "review", define: review::define, run: review::run },
    Row { name: "obstacle", define: obstacle::define, run: obstacle::run },
    Row { name: "due", define: due::define, run: due::run },
    Row { name: "scan", define: scan::define, run: scan::run },
    Row { name: "backup", define: backup::define, run: backup::run },
    Row { name: "export", define: export::define, run: export::run },
    Row { name: "guide", define: guide::define, run: guide::run },
    Row { name: "letter", define: letter::define, run: letter::run },
    Row { name: "remind", define: remind::define, run: remind::run },
    Row { name: "import", define: import::define, run: import::run },
    Row { name: "history", define: history::define, run: history::run },
    Row { name: "undo", define: history::define_undo, run: history::run_undo },
    Row { name: "redo", define: history::define_redo, run: history::run_redo },
    Row { name: "playbook", define: playbook::define, run: playbook::run },
    Row { name: "config", define: config::define, run: config::run },
    Row { name: "doctor", define: doctor::define, run: doctor::run },
    Row { name: "completions", define: completions::define, run: completions::run },
    Row { name: "man", define: completions::define_man, run: completions::run_man },
    Row { name: "demo", define: demo::define, run: demo::run },
];

/// Runs the program on its arguments and says how it ended.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.collect();
    let said = |flag: &str| args.iter().any(|arg| arg == flag);
    let json = said("--json");
    let (text, unknown) = context::language(&args);
    if let Some(given) = unknown {
        let message = text.with("fault-no-lang", &[("given", given.into())]);
        return answer::fail(&Failure::usage(message), json);
    }
    let row = |arg: &OsString| ROWS.iter().find(|row| arg == row.name);
    let named = args.iter().skip(1).find_map(row).map_or("", |row| row.name);
    // Whatever does not parse at once is told with everything spelt out.
    let parsed = define::command(&text, define::Depth::Only(named))
        .try_get_matches_from(&args)
        .or_else(|_| define::command(&text, define::Depth::Whole).try_get_matches_from(&args));
    let matches = match parsed {
        Ok(matches) => matches,
        Err(error) => return usage::report(&text, &error, json),
    };
    let ran = Context::new(text, &matches).and_then(|context| {
        let row = |name| ROWS.iter().find(|row| row.name == name);
        let named = matches.subcommand().and_then(|(name, matches)| Some((row(name)?, matches)));
        let mut answer = match named {
            Some((row, matches)) => (row.run)(&context, matches)?,
            None => dashboard::run(&context, &matches)?,
        };
        answer.notes.splice(0..0, context.faults());
        Ok(answer)
    });
    match ran {
        Ok(answer) => answer::print(&answer, json),
        Err(failure) => answer::fail(&failure, json),
    }
}
