//! `ringoff document`: files that stand for documents.

use std::path::Path;

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{say, sub, word},
};
use crate::{
    domain::{Attachment, Item, Refusal},
    shell::{expand, fingerprint},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about =
        |name: &'static str| sub(text, name).about(say(text, &format!("cli-document-{name}")));
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(about("attach").arg(word(text, "item", "ITEM")).arg(word(text, "path", "PATH")))
        .subcommand(about("verify"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("attach", matches)) => attach(context, matches),
        _ => verify(context),
    }
}

fn attach(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let given = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let named = given("item");
    // Before the lock is taken: a large file takes its time.
    let today = context.now().to_zoned(Context::home()).date();
    let file = fingerprint(&expand(&given("path"), context.paths.home.as_deref()), today)
        .map_err(|error| Failure::failed(error.describe(&context.text)))?;
    case::change(context, |ground| {
        let none = || ground.refused(&Refusal::NoSuchItem(named.clone()));
        let item: Item = named.parse().map_err(|_| none())?;
        let file = Attachment { on: ground.today, ..file };
        ground.one(ground.case.attach(&ground.playbook.procedure(), &item, file))
    })
}

/// Looks at every attached file again: is it there, and is it the same?
fn verify(context: &Context) -> Result<Answer, Failure> {
    let book = context.load()?.book;
    let (case, notes) = context.case(&book)?;
    let text = &context.text;
    let mut told = Vec::new();
    let mut data = Vec::new();
    let mut bad = 0_usize;
    let shelf = context.shelf();
    let (playbook, _) = context.playbook_of(&shelf, case)?;
    let procedure = playbook.procedure();
    // What stood for a document that was removed is no document any more.
    let known = case.marks.iter().filter(|(item, _)| case.knows(&procedure, item));
    for (item, mark) in known {
        for file in &mark.files {
            let (state, key) = look(file);
            bad += usize::from(state != "same");
            let path = clean_line(&file.path);
            told.push(text.with(key, &[("item", item.to_string().into()), ("path", path.into())]));
            data.push(json!({ "item": item.to_string(), "path": file.path, "state": state }));
        }
    }
    if told.is_empty() {
        told.push(text.get("cli-verify-nothing").into_owned());
    }
    if bad > 0 {
        let failure = Failure::failed(told.join("\n"));
        return Err(Failure { data: Some(Box::new(json!({ "files": data }))), ..failure });
    }
    Ok(Answer { told: told.join("\n"), notes, data: json!({ "files": data }), ..Answer::default() })
}

fn look(file: &Attachment) -> (&'static str, &'static str) {
    if !Path::new(&file.path).exists() {
        return ("gone", "cli-verify-gone");
    }
    match fingerprint(Path::new(&file.path), file.on) {
        Ok(now) if now.sha256 == file.sha256 => ("same", "cli-verify-same"),
        Ok(_) => ("changed", "cli-verify-changed"),
        Err(_) => ("unreadable", "cli-verify-unreadable"),
    }
}
