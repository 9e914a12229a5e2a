//! `ringoff document`: files that stand for documents.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output, session,
};
use crate::{
    domain::{Attachment, Case, Item, Status, Warning},
    playbook::Words,
    shell::{NotAttached, attached_state, expand, fingerprint_for, seems_attached},
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
    let (book, library, text) = (context.load()?.book, context.playbooks(), &context.text);
    let named = arguments::typed(matches, "item");
    let meant = CaseContext::chosen(context, &library, &book)
        .and_then(|(about, _)| about.item(named).map_err(|refusal| about.refused(&refusal)))?;
    // Before the lock is taken: a large file takes its time.
    let path = expand(arguments::typed(matches, "path"), context.paths.home.as_deref());
    let file = fingerprint_for(Some(&meant), &path, context.today_at_home());
    let file = file.map_err(|error| {
        // What is cut off is made again; what cannot be read may be whole all the same.
        let by_hand = matches!(&error, NotAttached::NoBackup(checked) if checked.held.is_err());
        let item = ("item", meant.to_string().into());
        let hint = by_hand.then(|| text.with("cli-hint-tick-by-hand", &[item]));
        Failure::failed(error.describe(text)).hint(hint)
    })?;
    session::change(context, |about| {
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
        let state = attached_state(file);
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
    let lost = case.newest_files().filter(|(_, file)| attached_state(file) != "same");
    lost.map(|(item, _)| item.clone()).collect()
}

/// The same in a sentence, while it matters, of files that are not there or have another
/// size: no file is read for it.
pub(super) fn warning(words: &Words<'_>, status: &Status) -> Option<String> {
    let lost = words.case.newest_files().filter(|(_, file)| !seems_attached(file));
    let lost: Vec<Item> = lost.map(|(item, _)| item.clone()).collect();
    let matters = !status.stage.is_over() && !lost.is_empty();
    matters.then(|| words.warning(&Warning::FilesLost(lost)))
}
