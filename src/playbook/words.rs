//! Sentences about a case that need its playbook's texts.

use jiff::civil::Date;

use super::Playbook;
use crate::{
    domain::{
        Account, Case, Change, Entry, Id, Item, ItemKind, Keyed, MarkState, Next, Put, Refusal,
        Route, Verdict, Warning,
    },
    text::{Arg, Lang, Text},
};

/// Speaks about one case on one day, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The case.
    pub case: &'a Case,
    /// The playbook it follows.
    pub playbook: &'a Playbook,
    /// The language.
    pub text: &'a Text,
    /// The day it is where the carrier is.
    pub today: Date,
}

impl Words<'_> {
    fn lang(&self) -> Lang {
        self.text.lang()
    }

    /// What an item is called.
    pub fn title(&self, item: &Item) -> String {
        let (id, lang) = (&item.id, self.lang());
        let book = self.playbook;
        let known = match item.kind {
            ItemKind::Precondition => {
                book.preconditions.iter().find(|one| one.id == *id).map(|one| one.title.get(lang))
            }
            ItemKind::Document => book
                .documents
                .iter()
                .find(|one| one.id == *id)
                .map(|one| one.title.get(lang))
                .or_else(|| self.case.own_document(id).ok().map(|own| own.title.as_str())),
            ItemKind::Safeguard => {
                book.safeguards.iter().find(|one| one.id == *id).map(|one| one.title.get(lang))
            }
            ItemKind::Account => self.case.account(id).ok().map(|one| one.name.as_str()),
            ItemKind::Obstacle => {
                let kind = self.case.obstacle(id).map_or(id, |one| &one.kind);
                return self.obstacle_title(kind);
            }
            ItemKind::Contact => {
                return self.case.contact(id).map_or_else(
                    |_| id.to_string(),
                    |one| {
                        format!("{} {}", self.text.date(one.on), self.channel_title(&one.channel))
                    },
                );
            }
            ItemKind::Application => {
                return self.text.with("say-application", &[("number", id.as_str().into())]);
            }
            ItemKind::Line => {
                return self.text.get(&format!("word-line-{id}")).into_owned();
            }
        };
        known.unwrap_or(id.as_str()).to_owned()
    }

    /// What an obstacle of a kind is called.
    pub fn obstacle_title(&self, kind: &Id) -> String {
        let known = self.playbook.obstacles.iter().find(|one| one.id == *kind);
        known.map_or(kind.as_str(), |one| one.title.get(self.lang())).to_owned()
    }

    /// What a channel is called: a log may name one of the playbook's, or any
    /// other by the person's own word.
    pub fn channel_title(&self, channel: &str) -> String {
        let known = self.playbook.channels.iter().find(|one| one.id.as_str() == channel);
        known.map_or(channel, |one| one.title.get(self.lang())).to_owned()
    }

    /// What to do now, in one sentence.
    pub fn next(&self, next: &Next) -> String {
        let text = self.text;
        let about = |key, item: &Item| text.with(key, &[("item", self.title(item).into())]);
        let by = |key, item: &Item, date: Date| {
            text.with(key, &[("item", self.title(item).into()), ("date", text.day(date).into())])
        };
        match next {
            Next::Meet(item) => about("say-next-meet", item),
            Next::Move(item) => about("say-next-move", item),
            Next::FindOut(item) => about("say-next-find-out", item),
            Next::Search(_) => text.get("say-next-search").into_owned(),
            Next::EndSearch(_) => text.get("say-next-end-search").into_owned(),
            Next::Gather(item) => about("say-next-gather", item),
            Next::Save(item) => about("say-next-save", item),
            Next::Overcome(item) => about("say-next-overcome", item),
            Next::FollowUp(item) => about("say-next-follow-up", item),
            Next::Promise(item, date) => by("say-next-promise", item, *date),
            Next::Apply(_) => text.get("say-next-apply").into_owned(),
            Next::Wait(item, date) => by("say-next-wait", item, *date),
            Next::Expect(item, date) => by("say-next-expect", item, *date),
            Next::Chase(item, date) => by("say-next-chase", item, *date),
            Next::Await(item, date) => by("say-next-await", item, *date),
            Next::Nudge(item, date) => by("say-next-nudge", item, *date),
            Next::Complain(item, date) => by("say-next-complain", item, *date),
            Next::Resubmit(_, reason) => {
                text.with("say-next-resubmit", &[("reason", reason.as_str().into())])
            }
            Next::Rescue(item) => about("say-next-rescue", item),
            Next::SearchLate(_) => text.get("say-next-search-late").into_owned(),
            Next::SaveLate(item) => about("say-next-save-late", item),
            Next::AskDates(_) => text.get("say-next-ask-dates").into_owned(),
            Next::LetLapse(item, date) => by("say-next-let-lapse", item, *date),
            Next::Discard => text.get("say-next-discard").into_owned(),
            Next::Nothing => text.get("say-next-nothing").into_owned(),
        }
    }

    /// Why a change was not made.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.text.refusal(refusal, |item| self.title(item))
    }

    /// What the person should know though nothing is gated by it.
    pub fn warning(&self, warning: &Warning) -> String {
        let text = self.text;
        let count = |key, n: usize| text.with(key, &[("count", n.into())]);
        match warning {
            Warning::LapsesLinked(until) => {
                text.with("say-warn-lapses-to-do", &[("date", text.day(*until).into())])
            }
            Warning::Ended(until) => {
                text.with("say-warn-ended", &[("date", text.day(*until).into())])
            }
            Warning::LapsesInReview { until, latest } => text.with(
                "say-warn-lapses-in-review",
                &[("date", text.day(*until).into()), ("latest", text.day(*latest).into())],
            ),
            Warning::LapsesBeforeAnswer { until, latest } => text.with(
                "say-warn-lapses-before-answer",
                &[("date", text.day(*until).into()), ("latest", text.day(*latest).into())],
            ),
            Warning::Unsure(n) => count("say-warn-unsure", *n),
            Warning::Unsaved(n) => count("say-warn-unsaved", *n),
            Warning::NotTheHolder => text.get("say-warn-not-the-holder").into_owned(),
        }
    }

    /// What was done, for the timeline and the history.
    pub fn entry(&self, entry: &Entry) -> String {
        let text = self.text;
        match (&entry.change, &entry.inverse) {
            (Change::Opened, _) => text.get("say-did-opened").into_owned(),
            (Change::Label(label), _) => {
                text.with("say-did-label", &[("label", label.as_str().into())])
            }
            (Change::Route(Route::Apply), _) => text.get("say-did-route-apply").into_owned(),
            (Change::Route(Route::Lapse), _) => text.get("say-did-route-lapse").into_owned(),
            (Change::Line(_), _) => text.get("say-did-line").into_owned(),
            (Change::Search(Some(_)), _) => text.get("say-did-search-over").into_owned(),
            (Change::Search(None), _) => text.get("say-did-search-on").into_owned(),
            (Change::Ending(Some(_)), _) => text.get("say-did-abandoned").into_owned(),
            (Change::Ending(None), _) => text.get("say-did-resumed").into_owned(),
            (Change::Mark { item, mark }, inverse) => {
                let old = match inverse {
                    Change::Mark { mark: Some(old), .. } => Some(old),
                    _ => None,
                };
                self.marked(item, mark.as_ref(), old)
            }
            (Change::Account(now), Change::Account(old)) => self.account_entry(now, old),
            (Change::Accounts(now), _) => {
                let added = now.iter().any(|put| put.value.is_some());
                let key = if added { "say-did-accounts-added" } else { "say-did-accounts-removed" };
                text.with(key, &[("count", now.len().into())])
            }
            (Change::Dismissed(now), _) => {
                let added = now.iter().any(|put| put.value.is_some());
                let key = if added { "say-did-names-ignored" } else { "say-did-names-back" };
                text.with(key, &[("count", now.len().into())])
            }
            (Change::Document(now), Change::Document(old)) => {
                let title = |put: &Put<_>| {
                    put.value.as_ref().map(|one: &crate::domain::OwnDocument| one.title.clone())
                };
                self.put_entry("say-did-document", now, old, title)
            }
            (Change::Contact(now), Change::Contact(old)) => {
                let title = |put: &Put<crate::domain::Contact>| {
                    put.value.as_ref().map(|one| self.channel_title(&one.channel))
                };
                self.put_entry("say-did-contact", now, old, title)
            }
            (Change::Obstacle(now), Change::Obstacle(old)) => self.obstacle_entry(now, old),
            (Change::Application(now), Change::Application(old)) => {
                self.application_entry(now, old)
            }
            (Change::Terms { told, .. }, _) => self.terms_entry(told.as_ref()),
            (Change::Reckoned(now), Change::Reckoned(told)) => self.moved_entry(now, told),
            // An inverse is always of the kind of its change.
            _ => String::new(),
        }
    }

    fn marked(
        &self,
        item: &Item,
        mark: Option<&crate::domain::Mark>,
        old: Option<&crate::domain::Mark>,
    ) -> String {
        let title: Arg<'_> = ("item", self.title(item).into());
        let Some(mark) = mark else {
            return self.text.with("say-did-unchecked", &[title]);
        };
        let old_state = old.map_or(MarkState::Open, |old| old.state);
        let old_files = old.map_or(0, |old| old.files.len());
        if mark.files.len() > old_files {
            return self.text.with("say-did-attached", &[title]);
        }
        match mark.state {
            MarkState::Waived => {
                let reason = mark.reason.as_deref().unwrap_or_default();
                self.text.with("say-did-waived", &[title, ("reason", reason.into())])
            }
            MarkState::Done if mark.settled => self.text.with("say-did-settled", &[title]),
            state if state == old_state => self.text.with("say-did-noted", &[title]),
            MarkState::Done => self.text.with("say-did-checked", &[title]),
            MarkState::Open => self.text.with("say-did-unchecked", &[title]),
        }
    }

    fn account_entry(&self, now: &Put<Account>, old: &Put<Account>) -> String {
        let name = |put: &Put<Account>| put.value.as_ref().map(|one| one.name.clone());
        if let (Some(now), Some(old)) = (&now.value, &old.value)
            && now.state != old.state
        {
            let state = self.text.get(&format!("word-account-{}", now.state.word()));
            let name = now.name.as_str();
            return self
                .text
                .with("say-did-account-state", &[("item", name.into()), ("state", state.into())]);
        }
        self.put_entry("say-did-account", now, old, name)
    }

    fn obstacle_entry(
        &self,
        now: &Put<crate::domain::Obstacle>,
        old: &Put<crate::domain::Obstacle>,
    ) -> String {
        let title = |put: &Put<crate::domain::Obstacle>| {
            put.value.as_ref().map(|one| self.obstacle_title(&one.kind))
        };
        if let (Some(one), Some(before)) = (&now.value, &old.value)
            && one.resolved.is_some()
            && before.resolved.is_none()
        {
            let title = self.obstacle_title(&one.kind);
            return self.text.with("say-did-obstacle-resolved", &[("item", title.into())]);
        }
        self.put_entry("say-did-obstacle", now, old, title)
    }

    fn application_entry(
        &self,
        now: &Put<crate::domain::Application>,
        old: &Put<crate::domain::Application>,
    ) -> String {
        let Some(application) = &now.value else {
            return self.text.get("say-did-application-removed").into_owned();
        };
        let before = old.value.as_ref().and_then(|one| one.extension.as_ref());
        if let Some(more) = application.extension.as_ref().filter(|more| before != Some(more)) {
            let until = self.text.day(more.until).into();
            let reason = more.reason.as_str().into();
            return self.text.with("say-did-extended", &[("date", until), ("reason", reason)]);
        }
        match &application.outcome {
            None => {
                let on = self.text.day(application.on);
                self.text.with("say-did-submitted", &[("date", on.into())])
            }
            Some(outcome) => match outcome.verdict {
                Verdict::Approved => self.text.get("say-did-approved").into_owned(),
                Verdict::Rejected => {
                    let reason = outcome.reason.as_deref().unwrap_or_default();
                    self.text.with("say-did-rejected", &[("reason", reason.into())])
                }
            },
        }
    }

    /// "Added X", "changed X" or "removed X", by what was there before.
    fn put_entry<T: Keyed>(
        &self,
        key: &str,
        now: &Put<T>,
        old: &Put<T>,
        title: impl Fn(&Put<T>) -> Option<String>,
    ) -> String {
        let verb = match (&now.value, &old.value) {
            (Some(_), None) => "added",
            (Some(_), Some(_)) => "changed",
            (None, _) => "removed",
        };
        let title = title(now).or_else(|| title(old)).unwrap_or_else(|| now.id.to_string());
        self.text.with(&format!("{key}-{verb}"), &[("item", title.into())])
    }
}
