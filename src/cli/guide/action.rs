//! What an answer changes. What it needs to know is asked first; the change
//! itself is made when the book is locked, on the case as it is then.

use super::console::{Console, list, read_words, say};
use crate::{
    catalogue::{known, listed_names},
    cli::{case_context::CaseContext, failure::Failure},
    domain::{
        AccountState, Application, Asked, Change, Contact, Id, Item, Line, Outcome, Refusal,
        Verdict,
    },
    shell::{expand, fingerprint_for},
};

/// A change that an answer asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Check { item: Item, settled: bool },
    Waive(Item),
    Attach(Item),
    Account(Id, AccountState),
    WaitFor(Id),
    Finish(Id),
    AddAccounts,
    EndSearch,
    Resolve(Id),
    FollowUp(Id),
    Log,
    Submit,
    Outcome(Verdict),
    Extend,
    Dates,
    Use,
    UseOn,
    AddFound,
    DismissFound,
}

/// Makes the changes of an action on a case.
pub(super) type Rule = Box<dyn FnOnce(&CaseContext<'_>) -> Result<Vec<Change>, Failure>>;

fn one(make: impl FnOnce(&CaseContext<'_>) -> Result<Change, Refusal> + 'static) -> Rule {
    Box::new(move |about| about.one(make(about)))
}

impl Action {
    /// Asks what there is to know about it; nothing when that was left.
    pub(super) fn ask(self, console: Console<'_>, about: &CaseContext<'_>) -> Option<Rule> {
        let today = about.today;
        Some(match self {
            Self::Check { item, settled } => {
                one(move |about| about.case.check(&about.procedure(), &item, settled, about.today))
            }
            Self::Waive(item) => {
                let reason = console.ask("guide-ask-reason")?;
                one(move |about| about.case.waive(&about.procedure(), &item, &reason, about.today))
            }
            Self::Attach(item) => {
                let path =
                    expand(&console.ask("guide-ask-path")?, about.context.paths.home.as_deref());
                let file = fingerprint_for(Some(&item), &path, today);
                let file = file.map_err(|error| say(&error.describe(console.0))).ok()?;
                one(move |about| about.case.attach(&about.procedure(), &item, file))
            }
            Self::Account(id, state) => {
                one(move |about| about.case.set_account(&id, state, about.today))
            }
            Self::WaitFor(id) => {
                let day = console.day("guide-ask-follow-up", about)?;
                one(move |about| {
                    let (case, state) = (about.case, AccountState::Waiting);
                    case.set_account_to(&id, state, None, Some(day), about.today)
                })
            }
            Self::Finish(id) => {
                one(move |about| about.case.finish(&about.status().agenda, &id, about.today))
            }
            Self::AddAccounts => add_accounts(console),
            Self::EndSearch => one(|about| Ok(about.case.end_search(true, about.today))),
            Self::Resolve(id) => one(move |about| about.case.resolve_obstacle(&id, about.today)),
            Self::FollowUp(id) => {
                let day = console.day("guide-ask-follow-up", about)?;
                one(move |about| {
                    let note = about.case.obstacle(&id)?.note.clone();
                    about.case.edit_obstacle(&id, note, Some(day))
                })
            }
            Self::Log => log(console, about)?,
            Self::Submit => {
                let on = console.day("guide-ask-submitted", about).unwrap_or(today);
                one(move |about| {
                    let reckoned = about.playbook.reckon(about.case, &about.case.terms, on);
                    let draft = Application { reckoned, ..Application::on(on) };
                    about.case.submit(&about.status().gate, draft, about.today)
                })
            }
            Self::Outcome(verdict) => outcome(console, about, verdict)?,
            Self::Extend => {
                let until = console.day("guide-ask-until", about)?;
                let reason = console.ask("guide-ask-reason")?;
                one(move |about| {
                    let review = about.playbook.review(about.case, about.today);
                    let latest = review.ok_or(Refusal::NothingPending)?.latest;
                    about.case.extend(until, &reason, latest, about.today)
                })
            }
            Self::AddFound => one(|about| {
                let waiting = about.case.inbox_to_accept();
                about.case.accept_findings(waiting.iter().map(|(one, _)| one), about.today)
            }),
            Self::DismissFound => one(|about| {
                Ok(about.case.dismiss(about.case.inbox().into_iter().map(|(one, _)| one.name)))
            }),
            Self::Use => one(move |about| about.case.use_line(about.today, about.today)),
            Self::UseOn => {
                let on = console.day(&about.words().of_clock("guide-ask-used"), about)?;
                one(move |about| about.case.use_line(on, about.today))
            }
            Self::Dates => {
                let active = console.day("guide-ask-active", about);
                let grace = console.day("guide-ask-grace", about);
                one(move |about| {
                    let line = about.case.line.clone();
                    let active_until = active.or(line.active_until);
                    let grace_until = grace.or(line.grace_until);
                    let line = Line { active_until, grace_until, ..line };
                    about.case.set_line(line, about.today)
                })
            }
        })
    }
}

/// Asks what the form and `ringoff outcome` ask too: the same answer makes the same book.
fn outcome(console: Console<'_>, about: &CaseContext<'_>, verdict: Verdict) -> Option<Rule> {
    let rejected = verdict == Verdict::Rejected;
    let reason = if rejected { Some(console.ask("guide-ask-reason")?) } else { None };
    let items = about.case.items(&about.procedure()).into_iter();
    let mut items: Vec<Item> =
        items.filter(|item| rejected && Outcome::can_be_about(item)).collect();
    if !items.is_empty() {
        let words = about.words();
        console.say("guide-ask-criticised");
        list(items.iter().map(|item| words.title(item)));
        let chosen = console.choose_several(items.len())?;
        let mut at = 0..;
        items.retain(|_| at.next().is_some_and(|at| chosen.contains(&at)));
    }
    let first = about.case.approval().is_none();
    let day = if first { console.day("guide-ask-decided", about) } else { None };
    let reference = console.ask("guide-ask-reference");
    Some(one(move |about| {
        let known = about.case.approval().cloned();
        let known = known.unwrap_or_else(|| Outcome::on(verdict, about.today));
        let reference = reference.or(known.reference);
        let on = day.unwrap_or(known.on);
        let outcome = Outcome { on, reason, reference, about: items, ..known };
        about.case.decide(&about.procedure(), outcome, about.today)
    }))
}

/// Asks for names until an empty line. A name that is refused is told of.
fn add_accounts(console: Console<'_>) -> Rule {
    console.say("guide-ask-accounts");
    let names: Vec<String> = std::iter::from_fn(read_words).collect();
    Box::new(move |about| {
        let mut grown = about.case.clone();
        let mut changes = Vec::new();
        let text = &about.context.text;
        for one in names.iter().flat_map(|line| listed_names(line, text)) {
            let name = &one.name;
            let could_be = known().meaning(name).names(text.lang());
            if !could_be.is_empty() {
                let other = could_be.join(&text.get("word-comma"));
                let args = [("name", name.as_str().into()), ("other", other.into())];
                say(&text.with("cli-account-which", &args));
            }
            let made = grown.new_account(one.draft(text), about.today);
            match made.and_then(|change| change.apply(&mut grown).map(|_| change)) {
                Ok(change) => changes.push(change),
                Err(refusal) => say(&about.refused(&refusal).message),
            }
        }
        Ok(changes)
    })
}

/// Asks what a contact with the carrier came to.
fn log(console: Console<'_>, about: &CaseContext<'_>) -> Option<Rule> {
    let channels = &about.playbook.channels;
    console.say("guide-ask-channel");
    list(channels.iter().map(|channel| channel.title.get(console.0.lang())));
    let channel = channels.get(console.choose(channels.len())?)?.id.to_string();
    // Only a question about what waits for an answer counts as having asked for it.
    let mut asked = Asked::Application;
    if about.case.pending().is_some() {
        console.say("guide-ask-asked");
        let word = |one: &Asked| about.context.text.get(&format!("word-asked-{}", one.word()));
        list(Asked::ALL.iter().map(word));
        asked = Asked::ALL.get(console.choose(Asked::ALL.len())?).copied().unwrap_or_default();
    }
    let draft = Contact {
        asked,
        agent: console.ask("guide-ask-agent"),
        reference: console.ask("guide-ask-reference"),
        note: console.ask("guide-ask-said"),
        promised: console.day("guide-ask-promised", about),
        ..Contact::on(about.today, channel)
    };
    Some(one(move |about| about.case.log_contact(draft, about.today)))
}
