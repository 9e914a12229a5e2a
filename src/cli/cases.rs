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
    for case in &book.cases {
        let playbook = context.playbook(&shelf, &case.playbook)?;
        let words = context.words(case, playbook);
        let standing = playbook.standing(case, words.today);
        told.push(format!("{}  {}", case.id, status::line(&words, &standing)));
        data.push(super::describe::summary(&words, &standing));
    }
    let notes = if told.is_empty() {
        vec![
            context.text.get("cli-no-case").into_owned(),
            context.text.get("cli-hint-new").into_owned(),
        ]
    } else {
        Vec::new()
    };
    Ok(Answer { told: told.join("\n"), notes, data: serde_json::json!({ "cases": data }) })
}
