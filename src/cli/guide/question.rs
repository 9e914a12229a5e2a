//! What the guide asks next, and what can be answered.

use std::collections::BTreeSet;

use super::{
    action::Action,
    explanation::{about, more},
};
use crate::{
    domain::{AccountState, Item, ItemKind, ItemState, Keyed, Next, Route, Stage, Status, Verdict},
    playbook::{Clocks, Words},
};

/// What an answer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// It changes the case.
    Do(Action),
    /// The item is not asked about again in this run.
    Skip(Item),
    /// These lines are read, and the question is asked again.
    More(Vec<String>),
    /// The last change is undone.
    Undo,
    /// The guide ends.
    Stop,
}

/// One question: what it asks, what there is to know about it, and the
/// answers in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) asks: String,
    pub(super) about: Vec<String>,
    pub(super) answers: Vec<(String, Choice)>,
}

impl Question {
    /// The question about what is next, passing over what was skipped; nothing
    /// when all that is left was skipped.
    pub(super) fn next(
        words: &Words<'_>,
        clocks: &Clocks<'_>,
        status: &Status,
        skipped: &BTreeSet<Item>,
    ) -> Option<Self> {
        let next = instead(words, status, skipped)?;
        let say = |key: &str| words.text.get(key).into_owned();
        let actions = answers(words, &next).into_iter();
        let mut answers: Vec<(String, Choice)> =
            actions.map(|(key, action)| (say(key), Choice::Do(action))).collect();
        let about = about(words, &next);
        if let Some(lines) = more(words, clocks, &next) {
            answers.push((say("guide-more"), Choice::More(lines)));
        }
        let can_wait =
            !matches!(status.stage, Stage::UnderReview | Stage::DecisionDue | Stage::Overdue);
        if let Some(item) = next.item().filter(|_| can_wait) {
            answers.push((say("guide-skip"), Choice::Skip(item.clone())));
        }
        let over = matches!(
            next,
            Next::Discard(_) | Next::Archive(..) | Next::Archived(_) | Next::Nothing(_)
        );
        if words.case.history.len() > 1 && !over {
            answers.push((say("guide-undo"), Choice::Undo));
        }
        if !over {
            answers.push((say("guide-stop"), Choice::Stop));
        }
        Some(Self { asks: words.next(&next), about, answers })
    }
}

/// What is next, or what can be done in its place when that was skipped.
fn instead(words: &Words<'_>, status: &Status, skipped: &BTreeSet<Item>) -> Option<Next> {
    let left = |item: &Item| !skipped.contains(item);
    if status.next.item().is_none_or(left) {
        return Some(status.next.clone());
    }
    let open = status.items.iter().filter(|one| one.state == ItemState::Open && left(&one.item));
    let mut open = open.filter(|one| one.required || one.item.kind == ItemKind::Safeguard);
    let mut accounts = words.case.in_use().into_iter().map(Keyed::item).filter(left);
    let procedure = words.playbook.procedure();
    let unsure = words.case.accounts_in(AccountState::Unsure).map(Keyed::item).find(left);
    let unsure = unsure.filter(|_| !words.case.route.keeps_the_number()).map(Next::FindOut);
    let found = (status.inbox > 0).then_some(Next::Decide(status.inbox));
    let gate = accounts.next().map(Next::Move).or_else(|| {
        open.find_map(|one| match one.item.kind {
            ItemKind::Precondition => {
                let rule = procedure.precondition(&one.item.id)?;
                (!rule.follows_accounts).then(|| Next::Meet(one.item.clone()))
            }
            ItemKind::Document => Some(Next::Gather(one.item.clone())),
            ItemKind::Safeguard => Some(Next::Save(one.item.clone())),
            _ => None,
        })
    });
    gate.or(unsure).or(found)
}

/// The answers that change the case.
fn answers(words: &Words<'_>, next: &Next) -> Vec<(&'static str, Action)> {
    let procedure = words.playbook.procedure();
    match next {
        Next::Mend(item, _) if item.kind == ItemKind::Document => vec![
            ("guide-attach", Action::Attach(item.clone())),
            ("guide-waive", Action::Waive(item.clone())),
        ],
        Next::Meet(item) | Next::Mend(item, _) => meeting(words, item),
        Next::Gather(item) => vec![
            ("guide-have", Action::Check { item: item.clone(), settled: false }),
            ("guide-attach", Action::Attach(item.clone())),
            ("guide-waive", Action::Waive(item.clone())),
        ],
        Next::Refuse(item, _)
        | Next::Save(item)
        | Next::SaveLate(item)
        | Next::SaveCredit(item, _) => vec![
            ("guide-done", Action::Check { item: item.clone(), settled: false }),
            ("guide-waive", Action::Waive(item.clone())),
        ],
        Next::SeeAccount(item, _) => vec![
            ("guide-moved", Action::Account(item.id.clone(), AccountState::Moved)),
            ("guide-closed", Action::Account(item.id.clone(), AccountState::Closed)),
            ("guide-wait", Action::WaitFor(item.id.clone())),
        ],
        Next::Check(entry) => vec![("guide-done", Action::Finish(entry.id.clone()))],
        Next::Move(item) | Next::FindOut(item) | Next::Rescue(item) => vec![
            ("guide-moved", Action::Account(item.id.clone(), AccountState::Moved)),
            ("guide-closed", Action::Account(item.id.clone(), AccountState::Closed)),
            ("guide-unsure", Action::Account(item.id.clone(), AccountState::Unsure)),
        ],
        Next::Search(_) | Next::EndSearch(_) | Next::SearchLate(_) => {
            let key = if words.case.accounts.is_empty() {
                "ui-no-accounts-none"
            } else {
                "guide-search-over"
            };
            vec![("guide-add-accounts", Action::AddAccounts), (key, Action::EndSearch)]
        }
        Next::Overcome(item) | Next::FollowUp(item, _) => vec![
            ("guide-resolved", Action::Resolve(item.id.clone())),
            ("guide-follow-up", Action::FollowUp(item.id.clone())),
            ("guide-log", Action::Log),
        ],
        Next::Promise(..) | Next::AskAgain(..) if words.case.pending().is_none() => {
            vec![("guide-log", Action::Log)]
        }
        Next::Apply(_) | Next::Resubmit(..) | Next::SubmitAgain(_) => {
            vec![("guide-submit", Action::Submit)]
        }
        Next::Promise(..)
        | Next::AskAgain(..)
        | Next::Asked(..)
        | Next::Withdraw(_)
        | Next::Wait(..)
        | Next::Expect(..)
        | Next::Chase(..)
        | Next::Await(..)
        | Next::PutOff(..)
        | Next::Nudge(..)
        | Next::Complain(..) => waiting(words),
        Next::Kept(..)
        | Next::KeepAlive(..)
        | Next::KeepLate(..)
        | Next::KeepLast(..)
        | Next::KeepHeld(..) => match procedure.rule.counted() {
            Some(_) if words.counts_top_ups() => vec![("guide-used-top-up", Action::Use)],
            Some(_) => vec![("guide-used", Action::Use)],
            None => vec![("guide-dates", Action::Dates)],
        },
        Next::SeeLine(..) | Next::LastDay(..) | Next::LastCalls(..) => {
            [("guide-dates", Action::Dates)].into_iter().chain(waiting(words)).collect()
        }
        Next::AskUse(_) if words.counts_top_ups() => {
            vec![("guide-used-on-top-up", Action::UseOn)]
        }
        Next::AskUse(_) => vec![("guide-used-on", Action::UseOn)],
        Next::AskDates(_) | Next::SeeValidity(..) | Next::AskValidity(_) | Next::KeptUntil(..) => {
            vec![("guide-dates", Action::Dates)]
        }
        Next::LetLapse(..) if words.case.route == Route::Lapse => {
            vec![("guide-dates", Action::Dates)]
        }
        Next::Confirm(..) => vec![("guide-confirm", Action::Outcome(Verdict::Approved))],
        Next::Decide(_) => vec![
            ("guide-found-add", Action::AddFound),
            ("guide-found-dismiss", Action::DismissFound),
        ],
        Next::LetLapse(..)
        | Next::Discard(_)
        | Next::Archive(..)
        | Next::Archived(_)
        | Next::Nothing(_) => Vec::new(),
    }
}

/// The answers about a precondition.
fn meeting(words: &Words<'_>, item: &Item) -> Vec<(&'static str, Action)> {
    let procedure = words.playbook.procedure();
    let settles = procedure.precondition(&item.id).is_some_and(|rule| rule.can_settle);
    let check = |settled| Action::Check { item: item.clone(), settled };
    let mut all = vec![(if settles { "ui-settle-nothing" } else { "guide-done" }, check(false))];
    if settles {
        all.push(("ui-settle-paid", check(true)));
    }
    all.push(("guide-waive", Action::Waive(item.clone())));
    all
}

/// The answers while an application waits, or the new carrier was asked.
fn waiting(words: &Words<'_>) -> Vec<(&'static str, Action)> {
    let (yes, no) = (Action::Outcome(Verdict::Approved), Action::Outcome(Verdict::Rejected));
    if words.case.way() == Route::Port {
        let port = [("guide-approved-port", yes), ("guide-rejected-port", no)];
        return port.into_iter().chain([("guide-log", Action::Log)]).collect();
    }
    if words.playbook.application.elsewhere {
        let asked = [("guide-approved-elsewhere", yes), ("guide-rejected-elsewhere", no)];
        return asked.into_iter().chain([("guide-log", Action::Log)]).collect();
    }
    vec![
        ("guide-approved", yes),
        ("guide-rejected", no),
        ("guide-extend", Action::Extend),
        ("guide-log", Action::Log),
    ]
}
