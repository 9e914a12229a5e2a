//! `ringoff archive`: puts a case away that is over.

use clap::{ArgMatches, Command};

use super::{
    arguments, context::Context, define, failure::Failure, output::Output, session::Session,
};
use crate::{
    domain::{Id, Refusal},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(define::word(text, "which", "CASE").required(false))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let session = Session::begin(context)?;
    let (id, mut notes) = match arguments::typed(matches, "which") {
        "" => {
            let (case, notes) = context.case(session.book())?;
            (case.id.clone(), notes)
        }
        named => {
            let id = Id::new(named);
            if session.book().case(&id).is_none() {
                let refusal = Refusal::NoSuchCase(id);
                return Err(Failure::of_refusal(&context.text, &refusal, session.book()));
            }
            (id, Vec::new())
        }
    };
    let recorded = session.change(&id, |about| {
        let status = about.status();
        about.one(about.case.archive(status.stage, status.watch, about.today))
    })?;
    let output = recorded.output();
    notes.extend(output.notes.clone());
    Ok(output.notes(notes))
}
