//! `ringoff letter`: what to say and to hand over. Nothing is sent.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::word,
    output,
};
use crate::text::{Text, clean_line, nearest};

pub(super) fn define(text: &Text, command: Command) -> Command {
    output::define(text, command.arg(word(text, "letter", "KIND")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let book = context.load()?.book;
    let (case, notes) = context.case(&book)?;
    let shelf = context.shelf();
    let (playbook, _) = context.playbook_of(&shelf, case)?;
    let letters = shelf.letters(playbook);
    let asked = matches.get_one::<String>("letter").map(String::as_str).unwrap_or_default();
    let letter = letters.iter().find(|one| one.id.as_str() == asked).ok_or_else(|| {
        let ids = || letters.iter().map(|one| one.id.as_str());
        let near = nearest(asked, ids());
        let all = ids().collect::<Vec<_>>().join(", ");
        let args = [("given", clean_line(asked).into()), ("valid", all.into())];
        let hint = || text.with("fault-nearest", &[("names", near.join(", ").into())]);
        let hint = (!near.is_empty()).then(hint);
        Failure::usage(text.with("cli-no-letter", &args)).hint(hint)
    })?;
    let words = context.words(case, playbook);
    let document = words.letter(letter) + "\n";
    let data = json!({ "letter": letter.id, "title": letter.title.get(text.lang()) });
    output::hand_over(context, matches, document, notes, data)
}
