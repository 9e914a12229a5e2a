//! `ringoff playbook`: the procedures at hand, and checking one's own.

use std::{fs, io, path::PathBuf};

use clap::{ArgMatches, Command, builder::ValueParser};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::{say, sub, word},
};
use crate::{
    domain::Id,
    export::{plain, procedure},
    playbook::{BUILT_IN, Playbook},
    shell::{describe_faults, describe_missing, io_words},
    store::write_private,
    text::{Text, clean_line},
};

/// No playbook is larger.
const LARGEST: u64 = 4 * 1024 * 1024;

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about =
        |name: &'static str| sub(text, name).about(say(text, &format!("cli-playbook-{name}")));
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(about("list"))
        .subcommand(about("show").arg(word(text, "playbook", "ID").required(false)))
        .subcommand(
            about("check").arg(word(text, "path", "FILE").value_parser(ValueParser::path_buf())),
        )
        .subcommand(about("new").arg(word(text, "name", "NAME")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("check", matches)) => check(context, matches),
        Some(("show", matches)) => show(context, matches),
        Some(("new", matches)) => new(context, matches),
        _ => Ok(list(context)),
    }
}

fn list(context: &Context) -> Answer {
    let shelf = context.shelf();
    let mut told = Vec::new();
    let mut data = Vec::new();
    let mut notes = Vec::new();
    for id in shelf.ids() {
        let playbook = match shelf.find(id) {
            Ok(playbook) => playbook,
            // A faulty one is named with its faults; the others are told.
            Err(missing) => {
                notes.push(describe_missing(&context.text, &missing).0);
                continue;
            }
        };
        let lang = context.text.lang();
        let (name, about) = (playbook.name.get(lang), playbook.about.get(lang));
        told.push(format!("{id}  {name}  {}\n  {about}", playbook.verified));
        data.push(json!({ "id": id, "name": name, "verified": playbook.verified }));
    }
    Answer { told: told.join("\n"), notes, data: json!({ "playbooks": data }), ..Answer::default() }
}

fn check(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let path = matches.get_one::<PathBuf>("path").cloned().unwrap_or_default();
    let name = clean_line(&path.display().to_string());
    let sensible = fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    let source = if sensible { fs::read_to_string(&path).ok() } else { None };
    let Some(source) = source else {
        let what = context.text.get("fault-not-found").into_owned();
        let args = [("place", name.into()), ("what", what.into())];
        return Err(Failure::not_found(context.text.with("fault-unreadable", &args)));
    };
    match Playbook::read(&source) {
        Err(faults) => Err(Failure::unreadable(describe_faults(&context.text, &name, &faults))),
        Ok(playbook) => {
            let told = context.text.with("cli-playbook-fine", &[("file", name.into())]);
            Ok(Answer {
                told,
                notes: Vec::new(),
                data: json!({ "playbook": playbook.id }),
                ..Answer::default()
            })
        }
    }
}

/// Tells a whole procedure, with its sources.
fn show(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let shelf = context.shelf();
    let id = matches.get_one::<String>("playbook").map_or("hotlink", String::as_str);
    let playbook = context.playbook(&shelf, &Id::new(id))?;
    let pack = procedure(playbook, &context.text);
    let told = plain(&pack);
    Ok(Answer { data: json!({ "playbook": playbook.id, "text": told }), told, ..Answer::default() })
}

/// Writes a playbook to begin with: the generic one by another name.
fn new(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let name = matches.get_one::<String>("name").map(|name| clean_line(name)).unwrap_or_default();
    let id = Id::slug(&name);
    if id.is_empty() {
        return Err(Failure::usage(text.get("say-no-name").into_owned()));
    }
    let source = BUILT_IN.iter().find(|(id, _)| *id == "generic").map_or("", |(_, text)| *text);
    let source = source.replacen("id: \"generic\"", &format!("id: \"{id}\""), 1);
    let folder = context.paths.config.join("playbooks");
    let path = folder.join(format!("{id}.ron"));
    let shown = clean_line(&path.display().to_string());
    let written =
        fs::create_dir_all(&folder).and_then(|()| write_private(&path, source.as_bytes(), false));
    written.map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Failure::failed(text.with("cli-exists", &[("path", shown.clone().into())]));
        }
        let args = [("path", shown.clone().into()), ("what", io_words(text, &error).into())];
        Failure::failed(text.with("fault-not-saved", &args))
    })?;
    let data = json!({ "playbook": id, "path": shown });
    let told = text.with("cli-written", &[("path", shown.into())]);
    let notes = vec![text.get("cli-hint-playbook").into_owned()];
    Ok(Answer { told, notes, data, ..Answer::default() })
}
