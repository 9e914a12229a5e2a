//! `ringoff document`: files that stand for documents.

use std::{fs, path::Path};

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output, session,
};
use crate::{
    domain::{Attachment, Case, Item, ItemKind, Status},
    playbook::Words,
    shell::{expand, fingerprint},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about = |name| define::verb(text, name, &format!("cli-document-{name}"));
    let attach = about("attach")
        .arg(define::word(text, "item", "ITEM"))
        .arg(define::word(text, "path", "PATH"));
    define::verbs(command, [attach, about("verify")])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    match matches.subcommand() {
        Some(("attach", matches)) => attach(context, matches),
        _ => verify(context),
    }
}

fn attach(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    // Before the lock is taken: a large file takes its time.
    let path = expand(arguments::typed(matches, "path"), context.paths.home.as_deref());
    let file = fingerprint(&path, context.today_at_home())
        .map_err(|error| Failure::failed(error.describe(&context.text)))?;
    session::change(context, |about| {
        let named = arguments::typed(matches, "item");
        let item = about.item(named);
        let file = Attachment { on: about.today, ..file };
        about.one(item.and_then(|item| about.case.attach(&about.procedure(), &item, file)))
    })
}

/// Looks at every attached file again: is it there, and is it the same?
fn verify(context: &Context) -> Result<Output, Failure> {
    let (book, library, text) = (context.load()?.book, context.playbooks(), &context.text);
    let (case, notes) = context.case(&book)?;
    let procedure = CaseContext::new(context, &library, case)?.procedure();
    let (mut told, mut data, mut bad) = (Vec::new(), Vec::new(), false);
    // Files of a document that was taken off the list are left out.
    let known = case.marks.iter().filter(|(item, _)| case.knows(&procedure, item));
    let papers = known.flat_map(|(item, mark)| mark.files.iter().map(|file| (item.clone(), file)));
    for (item, file) in papers.chain(case.answer_files()) {
        let state = state(file);
        bad |= state != "same";
        let args = [("item", item.to_string().into()), ("path", clean_line(&file.path).into())];
        told.push(text.with(&format!("cli-verify-{state}"), &args));
        data.push(json!({ "item": item.to_string(), "path": file.path, "state": state }));
    }
    if told.is_empty() {
        told.push(text.get("cli-verify-nothing").into_owned());
    }
    let (told, data) = (told.join("\n"), json!({ "files": data }));
    if bad {
        return Err(Failure::failed(told).data(data));
    }
    Ok(Output::new(told, data).notes(notes))
}

/// The documents whose newest file is not there any more, or is not the one that was
/// attached.
pub(super) fn lost(case: &Case) -> Vec<Item> {
    newest(case).filter(|(_, file)| state(file) != "same").map(|(item, _)| item.clone()).collect()
}

/// The same in a sentence, while it matters, of files that are not there or have another
/// size: no file is read for it.
pub(super) fn warning(words: &Words<'_>, status: &Status) -> Option<String> {
    let is_there = |file: &Attachment| {
        fs::metadata(&file.path).is_ok_and(|about| about.is_file() && about.len() == file.size)
    };
    let lost = newest(words.case).filter(|(_, file)| !status.stage.is_over() && !is_there(file));
    let titles: Vec<String> = lost.map(|(item, _)| words.title(item)).collect();
    let items = titles.join(&words.text.get("word-comma"));
    (!items.is_empty()).then(|| words.text.with("cli-file-lost", &[("items", items.into())]))
}

/// The documents that have files, with the newest one of each.
fn newest(case: &Case) -> impl Iterator<Item = (&Item, &Attachment)> {
    let papers = case.marks.iter().filter(|(item, _)| item.kind == ItemKind::Document);
    papers.filter_map(|(item, mark)| Some((item, mark.files.last()?)))
}

/// What became of an attached file, as a word for programs.
fn state(file: &Attachment) -> &'static str {
    if !Path::new(&file.path).exists() {
        return "gone";
    }
    match fingerprint(Path::new(&file.path), file.on) {
        Ok(now) if now.sha256 == file.sha256 => "same",
        Ok(_) => "changed",
        Err(_) => "unreadable",
    }
}
