//! `ringoff next`: the one thing to do.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    context::Context,
    describe,
};
use crate::text::Text;

pub(super) fn define(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    let book = context.load()?.book;
    let (case, mut notes) = context.case(&book)?;
    let shelf = context.shelf();
    let (playbook, note) = context.playbook_of(&shelf, case)?;
    notes.extend(note);
    let words = context.words(case, playbook);
    let standing = playbook.standing(case, words.today);
    let data = describe::next(&words, &standing);
    Ok(Answer { told: words.next(&standing.next), notes, data })
}
