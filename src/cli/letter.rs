//! `ringoff letter`: what to say and to give to the carrier. Nothing is sent.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments,
    case_context::CaseContext,
    context::Context,
    define, destination,
    failure::{Failure, nearest_hint},
    output::Output,
};
use crate::text::{Text, clean_line};

pub(super) fn define(text: &Text, command: Command) -> Command {
    destination::define(text, command.arg(define::word(text, "letter", "KIND")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (book, library, text) = (context.load()?.book, context.playbooks(), &context.text);
    let (case, notes) = context.case(&book)?;
    let case = CaseContext::new(context, &library, case)?;
    let letters = library.letters(case.playbook);
    let asked = arguments::typed(matches, "letter");
    let letter = letters.iter().find(|one| one.id.as_str() == asked).ok_or_else(|| {
        let ids = || letters.iter().map(|one| one.id.as_str());
        let all = ids().collect::<Vec<_>>().join(", ");
        let args = [("given", clean_line(asked).into()), ("valid", all.into())];
        Failure::usage(text.with("cli-no-letter", &args)).hint(nearest_hint(text, asked, ids()))
    })?;
    let document = case.words().letter(letter) + "\n";
    let data = json!({ "letter": letter.id, "title": letter.title.get(text.lang()) });
    destination::deliver(context, matches, document, notes, data)
}
