//! `ringoff guide`: the whole procedure as numbered questions, one at a time, in
//! plain lines: for screen readers, dumb terminals, tiny screens, phones.

mod action;
mod console;
mod explanation;
mod question;
mod questions;

use std::{
    collections::BTreeSet,
    io::{self, Write as _},
};

use clap::ArgMatches;

use console::{Console, list, say};
use question::{Choice, Question};

use super::{
    case_context::CaseContext, context::Context, failure::Failure, history, new, output::Output,
    session::Session, status,
};
use crate::{
    app::Interview,
    domain::{Id, Item, Route},
    playbook::{Clocks, Library},
    shell::io_words,
    text::Text,
};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    if matches.get_flag("no-input") || matches.get_flag("json") {
        return Err(Failure::usage(context.text.get("guide-needs-input").into_owned()));
    }
    let console = Console(&context.text);
    let mut guide = Guide {
        context,
        console,
        playbooks: context.playbooks(),
        skipped: BTreeSet::new(),
        unsaved: false,
    };
    console.say("guide-welcome");
    guide.tell_moved_dates()?;
    while guide.step()? {}
    all_was_told(&context.text)?;
    Ok(Output::default())
}

/// What could not be written is still kept for stdout, so that it fails once more: then the
/// guide ended for want of room and not by an answer. A reader that went away is no fault.
fn all_was_told(text: &Text) -> Result<(), Failure> {
    match io::stdout().flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::failed(io_words(text, &error)))
        }
        _ => Ok(()),
    }
}

struct Guide<'a> {
    context: &'a Context,
    console: Console<'a>,
    playbooks: Library,
    skipped: BTreeSet<Item>,
    /// The newest answer could not be saved.
    unsaved: bool,
}

fn tell(told: Result<Vec<String>, Failure>) {
    match told {
        Ok(lines) => lines.iter().for_each(|line| say(line)),
        Err(failure) => say(&failure.message),
    }
}

impl Guide<'_> {
    /// Records and tells the dates of the pending review that moved since they
    /// were told.
    fn tell_moved_dates(&self) -> Result<(), Failure> {
        let book = self.context.load()?.book;
        if let Ok((about, _)) = CaseContext::chosen(self.context, &self.playbooks, &book)
            && about.playbook.recompute(about.case).is_some()
        {
            let session = Session::begin(self.context);
            let made = session.and_then(|one| one.change(&about.case.id, |_| Ok(Vec::new())));
            tell(made.map(|recorded| recorded.told));
        }
        Ok(())
    }

    /// Asks one question and does what is answered; false when it is over.
    fn step(&mut self) -> Result<bool, Failure> {
        let book = self.context.load()?.book;
        if book.cases.is_empty() {
            return Ok(self.open()?.is_some());
        }
        let (about, _) = CaseContext::chosen(self.context, &self.playbooks, &book)?;
        let (words, status, id) = (about.words(), about.status(), &about.case.id);
        say("");
        say(&status::line(&words, &status));
        let home = Context::home();
        let clocks = Clocks { now: self.context.now(), home: &home };
        let Some(question) = Question::next(&words, &clocks, &status, &self.skipped) else {
            let left: Vec<String> = self.skipped.iter().map(|item| words.title(item)).collect();
            let left = left.join(&words.text.get("word-semicolon")).into();
            say(&words.text.with("guide-nothing-else", &[("left", left)]));
            return Ok(false);
        };
        say(&question.asks);
        question.about.iter().for_each(|line| say(line));
        list(question.answers.iter().map(|(label, _)| label));
        if question.answers.is_empty() {
            return Ok(false);
        }
        let chosen = self.console.choose(question.answers.len());
        let Some((_, choice)) = chosen.and_then(|at| question.answers.into_iter().nth(at)) else {
            return Ok(false);
        };
        match choice {
            Choice::Stop => {
                self.console.say(if self.unsaved { "guide-bye-unsaved" } else { "guide-bye" });
                return Ok(false);
            }
            Choice::Skip(item) => {
                self.skipped.insert(item);
            }
            Choice::More(lines) => lines.iter().for_each(|line| say(line)),
            Choice::Undo => {
                tell(self.undo(id).map(|told| vec![told]));
                self.skipped.clear();
            }
            Choice::Do(action) => {
                if let Some(rule) = action.ask(self.console, &about) {
                    let session = Session::begin(self.context);
                    let made = session.and_then(|session| session.change(id, rule));
                    // What the rules refuse was never to be saved.
                    self.unsaved = made.as_ref().is_err_and(Failure::is_about_the_file);
                    tell(made.map(|recorded| recorded.told));
                }
            }
        }
        Ok(true)
    }

    fn undo(&self, id: &Id) -> Result<String, Failure> {
        let session = Session::begin(self.context)?;
        let case = session.case(id)?.case.clone();
        history::step(self.context, session, case, false).map(|output| output.told)
    }

    /// Opens the first case by the same questions as the dashboard.
    fn open(&self) -> Result<Option<Id>, Failure> {
        let (text, home) = (&self.context.text, Context::home());
        let (shelf, now) = (&self.playbooks, self.context.now());
        let interview = Interview { text, shelf, now, home: &home };
        let Some(case) = questions::ask(self.console, &interview) else { return Ok(None) };
        let kept = case.route == Route::Keep;
        let id = new::open(self.context, case)?;
        self.console.say("say-did-opened");
        if !kept {
            self.console.say("ask-next-scan");
        }
        Ok(Some(id))
    }
}
