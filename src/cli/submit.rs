//! `ringoff submit`: submits the application.

use clap::{ArgMatches, Command};

use super::{
    arguments, channel_flag::channel, context::Context, define, failure::Failure, output::Output,
    session,
};
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
    let mut changed = Vec::new();
    let output = session::change(context, |about| {
        let (case, today) = (about.case, about.today);
        // A carrier that refused something is told what is different now.
        let rejected = case.latest_application().filter(|last| last.rejection().is_some());
        changed = rejected.map(|one| about.words().changed_since(one)).unwrap_or_default();
        let on = about.date(matches, "on")?.unwrap_or(today);
        let draft = Application {
            channel: channel(about, matches)?,
            reference: arguments::line(matches, "reference"),
            anyway: arguments::line(matches, "reason").filter(|_| matches.get_flag("anyway")),
            reckoned: about.playbook.reckon(case, &case.terms, on),
            ..Application::on(on)
        };
        about.one(case.submit(&about.status().gate, draft, today))
    })?;
    Ok(told(&context.text, output, &changed))
}

/// The result with what has changed since the rejection.
fn told(text: &Text, mut output: Output, changed: &[String]) -> Output {
    if !changed.is_empty() {
        let lines: Vec<String> = changed.iter().map(|one| format!("  {one}")).collect();
        let heading = text.get("ui-changed-since");
        output.told = format!("{}\n{heading}\n{}", output.told, lines.join("\n"));
    }
    if let Some(data) = output.data.as_object_mut() {
        data.insert("changed".to_owned(), changed.into());
    }
    output
}
