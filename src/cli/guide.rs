//! `ringoff guide`: the whole procedure as numbered questions, one at a time,
//! in plain lines: for screen readers, dumb terminals, tiny screens, phones.

mod question;

use std::{
    collections::BTreeSet,
    io::{self, BufRead as _, IsTerminal as _, Write as _},
};

use clap::{ArgMatches, Command};

use question::{Deed, Question};

use super::{
    answer::{Answer, Failure},
    context::Context,
};
use crate::{
    domain::{
        AccountKind, AccountState, Application, Book, Case, Change, Contact, Id, Item, Line,
        Refusal, Route, Verdict,
    },
    playbook::{Library, Playbook},
    shell::{expand, fingerprint},
    text::{Text, clean, clean_line, parse_date},
};

pub(super) fn define(_: &Text, command: Command) -> Command {
    command
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    if matches.get_flag("no-input") || matches.get_flag("json") {
        return Err(Failure::usage(context.text.get("guide-needs-input").into_owned()));
    }
    let mut guide = Guide { context, shelf: context.shelf(), skipped: BTreeSet::new() };
    say(&context.text.get("guide-welcome"));
    while guide.step()? {}
    Ok(Answer::default())
}

struct Guide<'a> {
    context: &'a Context,
    shelf: Library,
    skipped: BTreeSet<Item>,
}

/// A line on stdout. A reader that went away ends the guide with the next
/// question, which then has no answer.
fn say(line: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{}", clean(line));
    let _ = out.flush();
}

/// A line from stdin, cleaned; nothing at its end.
fn read_line() -> Option<String> {
    let mut out = io::stdout().lock();
    let shown = write!(out, "> ").and_then(|()| out.flush());
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    let heard = shown.is_ok() && read.is_ok_and(|bytes| bytes > 0);
    // The answer is not echoed when it comes from a file.
    if !io::stdin().is_terminal() {
        let _ = writeln!(out);
    }
    heard.then(|| clean_line(line.trim()).trim().to_owned())
}

fn tell(told: Result<Vec<String>, Failure>) {
    match told {
        Ok(lines) => lines.iter().for_each(|line| say(line)),
        Err(failure) => say(&failure.message),
    }
}

/// What an answer came to.
type Did = Result<Option<Vec<Change>>, Refusal>;

impl Guide<'_> {
    fn text(&self) -> &Text {
        &self.context.text
    }

    /// Asks for some words; an empty line leaves it.
    fn ask(&self, key: &str) -> Option<String> {
        say(&self.text().get(key));
        read_line().filter(|line| !line.is_empty())
    }

    /// Asks until one of so many is chosen; nothing at the end of input.
    fn choose(&self, count: usize) -> Option<usize> {
        loop {
            let line = read_line()?;
            match line.parse::<usize>() {
                Ok(number) if (1..=count).contains(&number) => return Some(number - 1),
                _ => say(&self.text().with("guide-number", &[("count", count.into())])),
            }
        }
    }

    /// Asks one question and does what is answered; false when it is over.
    fn step(&mut self) -> Result<bool, Failure> {
        let book = self.context.load()?.book;
        if book.cases.is_empty() {
            return self.open(&book);
        }
        let (case, _) = self.context.case(&book)?;
        let (playbook, _) = self.context.playbook_of(&self.shelf, case)?;
        let words = self.context.words(case, playbook);
        let standing = playbook.status(case, words.today);
        say("");
        say(&super::status::line(&words, &standing));
        let Some(question) = Question::next(&words, &standing, &self.skipped) else {
            say(&self.text().get("guide-nothing-else"));
            return Ok(false);
        };
        say(&question.asks);
        for line in &question.about {
            say(line);
        }
        for (at, (label, _)) in question.answers.iter().enumerate() {
            say(&format!(" {}. {label}", at + 1));
        }
        if question.answers.is_empty() {
            return Ok(false);
        }
        let Some(chosen) = self.choose(question.answers.len()) else { return Ok(false) };
        let Some((_, deed)) = question.answers.into_iter().nth(chosen) else { return Ok(false) };
        let id = case.id.clone();
        match deed {
            Deed::Stop => {
                say(&self.text().get("guide-bye"));
                Ok(false)
            }
            Deed::Skip(item) => {
                self.skipped.insert(item);
                Ok(true)
            }
            Deed::More(lines) => {
                for line in &lines {
                    say(line);
                }
                Ok(true)
            }
            Deed::Undo => {
                let told = words.case.history.last().map(|entry| words.entry(entry));
                let done = self.context.change(|book| {
                    let refused = |refusal| self.context.refused(&refusal, &Book::default(), None);
                    book.undo(&id).map(drop).map_err(refused)
                });
                tell(done.map(|()| {
                    let what = told.unwrap_or_default();
                    vec![self.text().with("cli-undone", &[("what", what.into())])]
                }));
                self.skipped.clear();
                Ok(true)
            }
            deed => {
                let made = self.make(&deed, case, playbook);
                self.perform(&id, made);
                Ok(true)
            }
        }
    }

    /// Records what an answer makes of the case and tells it.
    fn perform(&self, id: &Id, made: Did) {
        let changes = match made {
            Ok(Some(changes)) => changes,
            Ok(None) => return,
            Err(refusal) => return say(&self.text().refusal(&refusal, Item::to_string)),
        };
        let done = self.context.change(|book| {
            let mut count = 0;
            for change in changes {
                let recorded = book.record(id, change, self.context.now());
                let refused = |refusal| self.context.refused(&refusal, &Book::default(), None);
                count += usize::from(recorded.map_err(refused)?);
            }
            Ok((count, book.clone()))
        });
        tell(done.and_then(|(count, book)| {
            self.context.used(id);
            let case = book.case(id);
            let Some(case) = case else { return Ok(Vec::new()) };
            let (playbook, _) = self.context.playbook_of(&self.shelf, case)?;
            let words = self.context.words(case, playbook);
            let from = case.history.len().saturating_sub(count);
            Ok(case.history.iter().skip(from).map(|entry| words.entry(entry)).collect())
        }));
    }

    /// Opens the first case.
    fn open(&self, book: &Book) -> Result<bool, Failure> {
        let Some(label) = self.ask("guide-ask-label") else { return Ok(false) };
        say(&self.text().get("guide-ask-carrier"));
        let lang = self.text().lang();
        let known: Vec<&Playbook> =
            self.shelf.ids().into_iter().filter_map(|id| self.shelf.find(id).ok()).collect();
        for (at, playbook) in known.iter().enumerate() {
            say(&format!(" {}. {}", at + 1, playbook.name.get(lang)));
        }
        let Some(playbook) = self.choose(known.len()).and_then(|at| known.get(at).copied()) else {
            return Ok(false);
        };
        say(&self.text().get("guide-ask-route"));
        for (at, route) in Route::ALL.iter().enumerate() {
            let word = self.text().get(&format!("word-route-{}", route.word())).into_owned();
            say(&format!(" {}. {word}", at + 1));
        }
        let Some(route) = self.choose(2).and_then(|at| Route::ALL.get(at).copied()) else {
            return Ok(false);
        };
        let number = self.ask("guide-ask-number").unwrap_or_default();
        let number = match Line::checked_number(&number) {
            Ok(number) => number,
            Err(refusal) => {
                say(&self.text().refusal(&refusal, Item::to_string));
                None
            }
        };
        let today = self.context.today(playbook);
        let id = book.fresh_id(&label, &playbook.id);
        let mut case = Case::new(id.clone(), label, playbook.id.clone(), route, today);
        case.line.number = number;
        self.context.change(|book| {
            let refused = |refusal| self.context.refused(&refusal, &Book::default(), None);
            book.open(case, self.context.now()).map_err(refused)
        })?;
        self.context.used(&id);
        say(&self.text().get("say-did-opened"));
        Ok(true)
    }

    /// What an answer means for the case; nothing when it was left.
    fn make(&self, deed: &Deed, case: &Case, playbook: &Playbook) -> Did {
        let (procedure, today) = (playbook.procedure(), self.context.today(playbook));
        let one = |made: Result<Change, Refusal>| made.map(|change| Some(vec![change]));
        match deed {
            Deed::Check { item, settled } => one(case.check(&procedure, item, *settled, today)),
            Deed::Waive(item) => match self.ask("guide-ask-reason") {
                Some(reason) => one(case.waive(&procedure, item, &reason, today)),
                None => Ok(None),
            },
            Deed::Attach(item) => {
                let Some(path) = self.ask("guide-ask-path") else { return Ok(None) };
                match fingerprint(&expand(&path, self.context.paths.home.as_deref()), today) {
                    Ok(file) => one(case.attach(&procedure, item, file)),
                    Err(error) => {
                        say(&error.describe(self.text()));
                        Ok(None)
                    }
                }
            }
            Deed::Account(id, state) => one(case.set_account(id, *state, today)),
            Deed::AddAccounts => self.add_accounts(case, today),
            Deed::EndSearch => Ok(Some(vec![case.end_search(true, today)])),
            Deed::Resolve(id) => one(case.resolve_obstacle(id, today)),
            Deed::FollowUp(id) => match self.day("guide-ask-follow-up", today) {
                Some(day) => {
                    let note = case.obstacle(id)?.note.clone();
                    one(case.edit_obstacle(id, note, Some(day)))
                }
                None => Ok(None),
            },
            Deed::Log => self.log(case, playbook, today),
            Deed::Submit => {
                let on = self.day("guide-ask-submitted", today).unwrap_or(today);
                let reckoned = playbook.reckon(case, &case.terms, on);
                let draft = Application { reckoned, ..Application::on(on) };
                one(case.submit(&playbook.status(case, today).gate, draft, today))
            }
            Deed::Outcome(Verdict::Approved) => {
                one(case.decide(Verdict::Approved, today, None, today))
            }
            Deed::Outcome(Verdict::Rejected) => match self.ask("guide-ask-reason") {
                Some(reason) => one(case.decide(Verdict::Rejected, today, Some(reason), today)),
                None => Ok(None),
            },
            Deed::Extend => {
                let Some(until) = self.day("guide-ask-until", today) else { return Ok(None) };
                let Some(reason) = self.ask("guide-ask-reason") else { return Ok(None) };
                let review = playbook.review(case, today).ok_or(Refusal::NothingPending)?;
                one(case.extend(until, &reason, review.latest))
            }
            Deed::Dates => {
                let active = self.day("guide-ask-active", today);
                let grace = self.day("guide-ask-grace", today);
                let line = Line {
                    active_until: active.or(case.line.active_until),
                    grace_until: grace.or(case.line.grace_until),
                    ..case.line.clone()
                };
                one(case.set_line(line, today))
            }
            Deed::Skip(_) | Deed::More(_) | Deed::Undo | Deed::Stop => Ok(None),
        }
    }

    /// Asks for a day; an empty line leaves it, and what is no day is asked
    /// for again.
    fn day(&self, key: &str, today: jiff::civil::Date) -> Option<jiff::civil::Date> {
        loop {
            let typed = self.ask(key)?;
            match parse_date(&typed, today) {
                Ok(day) => return Some(day),
                Err(_) => {
                    say(&self.text().with("say-not-a-date", &[("typed", typed.into())]));
                }
            }
        }
    }

    /// Asks for names until an empty line.
    fn add_accounts(&self, case: &Case, today: jiff::civil::Date) -> Did {
        let mut grown = case.clone();
        let mut changes = Vec::new();
        say(&self.text().get("guide-ask-accounts"));
        while let Some(name) = read_line().filter(|name| !name.is_empty()) {
            let (kind, state) = (AccountKind::Other, AccountState::ToDo);
            match grown.add_account(&name, kind, state, None, today) {
                Ok(change) => {
                    change.apply(&mut grown)?;
                    changes.push(change);
                }
                Err(refusal) => say(&self.text().refusal(&refusal, Item::to_string)),
            }
        }
        Ok(Some(changes).filter(|changes| !changes.is_empty()))
    }

    /// Asks what a contact with the carrier came to.
    fn log(&self, case: &Case, playbook: &Playbook, today: jiff::civil::Date) -> Did {
        let lang = self.text().lang();
        say(&self.text().get("guide-ask-channel"));
        for (at, channel) in playbook.channels.iter().enumerate() {
            say(&format!(" {}. {}", at + 1, channel.title.get(lang)));
        }
        let Some(at) = self.choose(playbook.channels.len()) else { return Ok(None) };
        let channel = playbook.channels.get(at).map(|one| one.id.to_string()).unwrap_or_default();
        let draft = Contact {
            id: Id::new(""),
            on: today,
            channel,
            agent: self.ask("guide-ask-agent"),
            reference: self.ask("guide-ask-reference"),
            note: self.ask("guide-ask-said"),
            promised: self.day("guide-ask-promised", today),
        };
        case.log_contact(draft, today).map(|change| Some(vec![change]))
    }
}
