//! `ringoff submit`: submits the application.

use clap::{ArgMatches, Command};

use super::{arguments, context::Context, define, failure::Failure, output::Output, session};
use crate::{domain::Application, text::Text};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::flag(text, "on", "DATE"))
        .arg(define::flag(text, "channel", "CHANNEL"))
        .arg(define::flag(text, "reference", "TEXT"))
        .arg(define::switch(text, "anyway").requires("reason"))
        .arg(define::flag(text, "reason", "TEXT").requires("anyway"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    session::change(context, |about| {
        let (case, today) = (about.case, about.today);
        let on = context.date(matches, "on", today)?.unwrap_or(today);
        let draft = Application {
            channel: arguments::line(matches, "channel"),
            reference: arguments::line(matches, "reference"),
            anyway: arguments::line(matches, "reason").filter(|_| matches.get_flag("anyway")),
            reckoned: about.playbook.reckon(case, &case.terms, on),
            ..Application::on(on)
        };
        about.one(case.submit(&about.status().gate, draft, today))
    })
}
