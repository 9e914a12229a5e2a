//! What the guide asks next, and what can be answered.

use std::collections::BTreeSet;

use crate::{
    domain::{AccountState, Id, Item, ItemKind, ItemState, Next, Route, Stage, Status, Verdict},
    playbook::Words,
};

/// What an answer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Check { item: Item, settled: bool },
    Waive(Item),
    Attach(Item),
    Account(Id, AccountState),
    AddAccounts,
    EndSearch,
    Resolve(Id),
    FollowUp(Id),
    Log,
    Submit,
    Outcome(Verdict),
    Extend,
    Dates,
    Skip(Item),
    More(Vec<String>),
    Undo,
    Stop,
}

/// One question: what it asks, what there is to know about it, and the
/// answers in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) asks: String,
    pub(super) about: Vec<String>,
    pub(super) answers: Vec<(String, Deed)>,
}

impl Question {
    /// The question about what is next, passing over what was skipped; nothing
    /// when all that is left was skipped.
    pub(super) fn next(
        words: &Words<'_>,
        standing: &Status,
        skipped: &BTreeSet<Item>,
    ) -> Option<Self> {
        let next = instead(words, standing, skipped)?;
        let say = |key: &str| words.text.get(key).into_owned();
        let mut answers: Vec<(String, Deed)> =
            answers(words, &next).into_iter().map(|(key, deed)| (say(key), deed)).collect();
        let about = about(words, &next);
        if let Some(lines) = more(words, &next) {
            answers.push((say("guide-more"), Deed::More(lines)));
        }
        let can_wait =
            !matches!(standing.stage, Stage::UnderReview | Stage::DecisionDue | Stage::Overdue);
        if let Some(item) = next.item().filter(|_| can_wait) {
            answers.push((say("guide-skip"), Deed::Skip(item.clone())));
        }
        let over = matches!(next, Next::Discard | Next::Nothing);
        if words.case.history.len() > 1 && !over {
            answers.push((say("guide-undo"), Deed::Undo));
        }
        if !over {
            answers.push((say("guide-stop"), Deed::Stop));
        }
        Some(Self { asks: words.next(&next), about, answers })
    }
}

/// What is next, or what can be seen to in its place.
fn instead(words: &Words<'_>, standing: &Status, skipped: &BTreeSet<Item>) -> Option<Next> {
    let left = |item: &Item| !skipped.contains(item);
    if standing.next.item().is_none_or(left) {
        return Some(standing.next.clone());
    }
    let open = standing.items.iter().filter(|one| one.state == ItemState::Open && left(&one.item));
    let mut open = open.filter(|one| one.required || one.item.kind == ItemKind::Safeguard);
    let accounts = words.case.accounts_in(AccountState::ToDo);
    let mut accounts = accounts.map(|one| Item::new(ItemKind::Account, &one.id)).filter(left);
    let procedure = words.playbook.procedure();
    accounts.next().map(Next::Move).or_else(|| {
        open.find_map(|one| match one.item.kind {
            ItemKind::Precondition => {
                let rule = procedure.precondition(&one.item.id)?;
                (!rule.follows_accounts).then(|| Next::Meet(one.item.clone()))
            }
            ItemKind::Document => Some(Next::Gather(one.item.clone())),
            ItemKind::Safeguard => Some(Next::Save(one.item.clone())),
            _ => None,
        })
    })
}

/// The answers that are about the matter itself.
fn answers(words: &Words<'_>, next: &Next) -> Vec<(&'static str, Deed)> {
    let procedure = words.playbook.procedure();
    match next {
        Next::Meet(item) => {
            let settles = procedure.precondition(&item.id).is_some_and(|rule| rule.can_settle);
            let check = |settled| Deed::Check { item: item.clone(), settled };
            let mut all =
                vec![(if settles { "ui-settle-nothing" } else { "guide-done" }, check(false))];
            if settles {
                all.push(("ui-settle-paid", check(true)));
            }
            all.push(("guide-waive", Deed::Waive(item.clone())));
            all
        }
        Next::Gather(item) => vec![
            ("guide-have", Deed::Check { item: item.clone(), settled: false }),
            ("guide-attach", Deed::Attach(item.clone())),
            ("guide-waive", Deed::Waive(item.clone())),
        ],
        Next::Save(item) | Next::SaveLate(item) => vec![
            ("guide-done", Deed::Check { item: item.clone(), settled: false }),
            ("guide-waive", Deed::Waive(item.clone())),
        ],
        Next::Move(item) | Next::FindOut(item) | Next::Rescue(item) => vec![
            ("guide-moved", Deed::Account(item.id.clone(), AccountState::Moved)),
            ("guide-closed", Deed::Account(item.id.clone(), AccountState::Closed)),
            ("guide-unsure", Deed::Account(item.id.clone(), AccountState::Unsure)),
        ],
        Next::Search(_) | Next::EndSearch(_) | Next::SearchLate(_) => {
            let key = if words.case.accounts.is_empty() {
                "ui-no-accounts-none"
            } else {
                "guide-search-over"
            };
            vec![("guide-add-accounts", Deed::AddAccounts), (key, Deed::EndSearch)]
        }
        Next::Overcome(item) | Next::FollowUp(item) => vec![
            ("guide-resolved", Deed::Resolve(item.id.clone())),
            ("guide-follow-up", Deed::FollowUp(item.id.clone())),
            ("guide-log", Deed::Log),
        ],
        Next::Promise(..) if words.case.pending().is_none() => vec![("guide-log", Deed::Log)],
        Next::Apply(_) | Next::Resubmit(..) => vec![("guide-submit", Deed::Submit)],
        Next::Promise(..)
        | Next::Wait(..)
        | Next::Expect(..)
        | Next::Chase(..)
        | Next::Await(..)
        | Next::Nudge(..)
        | Next::Complain(..) => vec![
            ("guide-approved", Deed::Outcome(Verdict::Approved)),
            ("guide-rejected", Deed::Outcome(Verdict::Rejected)),
            ("guide-extend", Deed::Extend),
            ("guide-log", Deed::Log),
        ],
        Next::AskDates(_) => vec![("guide-dates", Deed::Dates)],
        Next::LetLapse(..) if words.case.route == Route::Lapse => {
            vec![("guide-dates", Deed::Dates)]
        }
        Next::LetLapse(..) | Next::Discard | Next::Nothing => Vec::new(),
    }
}

/// What has to be known before answering.
fn about(words: &Words<'_>, next: &Next) -> Vec<String> {
    let lang = words.text.lang();
    let book = words.playbook;
    match next {
        Next::Meet(item) => {
            let rule = book.preconditions.iter().find(|one| one.id == item.id);
            rule.map(|one| one.means.get(lang).to_owned()).into_iter().collect()
        }
        Next::Gather(item) => {
            let paper = book.documents.iter().find(|one| one.id == item.id);
            paper.map(|one| one.means.get(lang).to_owned()).into_iter().collect()
        }
        Next::Save(item) | Next::SaveLate(item) => {
            let one = book.safeguards.iter().find(|one| one.id == item.id);
            one.map(|one| one.means.get(lang).to_owned()).into_iter().collect()
        }
        Next::Apply(_) | Next::Resubmit(..) => vec![book.application.means.get(lang).to_owned()],
        Next::Overcome(item) | Next::FollowUp(item) => {
            let kind = words.case.obstacle(&item.id).map(|one| one.kind.clone()).ok();
            let known = book.obstacles.iter().find(|one| Some(&one.id) == kind.as_ref());
            let steps = known.into_iter().flat_map(|one| &one.steps);
            steps.map(|step| format!("- {}", step.get(lang))).collect()
        }
        _ => Vec::new(),
    }
}

/// What more there is to read, where there is.
fn more(words: &Words<'_>, next: &Next) -> Option<Vec<String>> {
    let lang = words.text.lang();
    let book = words.playbook;
    match next {
        Next::Meet(item) => {
            let rule = book.preconditions.iter().find(|one| one.id == item.id)?;
            Some(vec![rule.check.get(lang).to_owned()])
        }
        Next::Search(_) | Next::EndSearch(_) | Next::SearchLate(_) => {
            let kinds = book.look_for.iter().map(|one| {
                let kind = words.text.get(&format!("word-kind-{}", one.kind.word())).into_owned();
                format!("{kind}: {}", one.hint.get(lang))
            });
            Some(kinds.collect())
        }
        Next::Wait(..) | Next::Expect(..) | Next::Chase(..) | Next::Await(..) => {
            let review = words.playbook.review(words.case, words.today)?;
            Some(words.working_text(&review).lines().map(str::to_owned).collect())
        }
        Next::Nudge(..) | Next::Complain(..) => {
            let rule = book.review.chase.as_ref()?;
            Some(vec![rule.nudge.get(lang).to_owned(), rule.complain.get(lang).to_owned()])
        }
        _ => None,
    }
}
