//! `ringoff demo`: the dashboard on a made-up book. No book is read, nothing is
//! written; settings, keys and themes count.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    context::Context,
    dashboard, look, status,
};
use crate::{
    app::View,
    domain::Book,
    playbook::demo_book,
    shell::{Dashboard, io_words, run as run_dashboard},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    look::define(text, command)
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (look, faults) = look::look(context, matches)?;
    let book: Book = demo_book(&context.text, context.now());
    if !Context::has_terminal() {
        let cases = book.cases.iter().collect();
        return status::of(context, cases, false);
    }
    let state = crate::app::SaveState::Demo;
    let dashboard = Dashboard {
        start: dashboard::start(context, book, state, View::default(), &look, faults),
        store: None,
        views: None,
        clock: context.clock,
        state: context.paths.state.clone(),
        look,
    };
    run_dashboard(dashboard)
        .map(|()| Answer::default())
        .map_err(|error| Failure::failed(io_words(&context.text, &error)))
}
