//! `ringoff cases`: every case in a line.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    context::Context,
    status,
};
use crate::text::Text;

pub(super) fn define(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    let book = context.load()?.book;
    let shelf = context.shelf();
    let mut told = Vec::new();
    let mut data = Vec::new();
    let mut notes = Vec::new();
    for case in &book.cases {
        let (playbook, note) = context.playbook_of(&shelf, case)?;
        notes.extend(note);
        let words = context.words(case, playbook);
        let standing = playbook.status(case, words.today);
        told.push(format!("{}  {}", case.id, status::line(&words, &standing)));
        data.push(super::describe::summary(&words, &standing));
    }
    if told.is_empty() {
        notes.extend(["cli-no-case", "cli-hint-new"].map(|key| context.text.get(key).into_owned()));
    }
    Ok(Answer {
        told: told.join("\n"),
        notes,
        data: serde_json::json!({ "cases": data }),
        ..Answer::default()
    })
}
