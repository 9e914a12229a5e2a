//! What was done, for the timeline and the history.

use super::Words;
use crate::domain::{
    Account, AgendaKind, AgendaMark, Application, Attachment, Change, Contact, Dismissed, Edit,
    Entry, ExtraDocument, Id, Item, KeptFinding, Keyed, Mark, MarkState, Obstacle, Route, Verdict,
};

impl Words<'_> {
    /// What was done, in a sentence.
    pub fn entry(&self, entry: &Entry) -> String {
        let text = self.text;
        let say = |key: &str| text.get(key).into_owned();
        match (&entry.change, &entry.inverse) {
            (Change::Opened, _) => say("say-did-opened"),
            (Change::Label(label), _) => {
                text.with("say-did-label", &[("label", label.as_str().into())])
            }
            (Change::Route(Route::Apply), _) => say("say-did-route-apply"),
            (Change::Route(Route::Lapse), _) => say("say-did-route-lapse"),
            (Change::Route(Route::Port), _) => say("say-did-route-port"),
            (Change::Route(Route::Keep), _) => say("say-did-route-keep"),
            (Change::Line(_), _) => say("say-did-line"),
            (Change::Search(Some(_)), _) => say("say-did-search-over"),
            (Change::Search(None), _) => say("say-did-search-on"),
            (Change::Ending(Some(_)), _) => say("say-did-abandoned"),
            (Change::Ending(None), _) => say("say-did-resumed"),
            (Change::Archived(Some(_)), _) => say("say-did-archived"),
            (Change::Archived(None), _) => say("say-did-unarchived"),
            (Change::Mark { item, mark }, Change::Mark { mark: old, .. }) => {
                self.mark_entry(item, mark.as_deref(), old.as_deref())
            }
            (Change::Account(now), Change::Account(old)) => self.account_entry(now, old),
            (Change::Accounts(now), Change::Accounts(old))
                if now.iter().chain(old).all(|edit| edit.value.is_some()) =>
            {
                self.accounts_entry(now, old)
            }
            (Change::Accounts(now), Change::Accounts(old)) => {
                let (old_changed, came): (Vec<_>, Vec<_>) =
                    old.iter().cloned().partition(|edit| edit.value.is_some());
                let is_changed = |edit: &&Edit<Account>| {
                    edit.value.is_some() && old_changed.iter().any(|other| other.id == edit.id)
                };
                let changed: Vec<_> = now.iter().filter(is_changed).cloned().collect();
                let several =
                    self.several("say-did-accounts-added", "say-did-accounts-removed", now, old);
                if changed.is_empty() || came.is_empty() {
                    return several;
                }
                [several, self.accounts_entry(&changed, &old_changed)]
                    .join(&text.get("word-semicolon"))
            }
            (
                Change::Found { findings, accounts, dismissed },
                Change::Found { findings: old, accounts: old_accounts, dismissed: shown },
            ) => {
                let found = || self.found_entry((findings, old), (accounts, old_accounts));
                let found = (findings.len() + accounts.len() > 0).then(found);
                let names = || self.dismissed_entry(dismissed, shown);
                let names = (!dismissed.is_empty()).then(names);
                let both: Vec<String> = found.into_iter().chain(names).collect();
                both.join(&text.get("word-semicolon"))
            }
            (Change::Dismissed(now), Change::Dismissed(old)) => self.dismissed_entry(now, old),
            (Change::Document(now), Change::Document(old)) => {
                let title = |one: &ExtraDocument| one.title.clone();
                self.edit_entry("say-did-document", now, old, title)
            }
            (Change::Agenda { id, mark }, _) => self.agenda_entry(id, mark.as_ref()),
            (Change::Contact(now), Change::Contact(old)) => {
                if let (Some(now), Some(old)) = (&now.value, &old.value)
                    && now.kept.is_some() != old.kept.is_some()
                {
                    let key = if now.kept.is_some() { "kept" } else { "unkept" };
                    let item = ("item", self.channel_title(&now.channel).into());
                    let on = now.kept.map(|on| self.near(on)).unwrap_or_default();
                    let args = [item, ("date", on.into())];
                    return text.with(&format!("say-did-contact-{key}"), &args);
                }
                let title = |one: &Contact| self.channel_title(&one.channel);
                self.edit_entry("say-did-contact", now, old, title)
            }
            (Change::Obstacle(now), Change::Obstacle(old)) => self.obstacle_entry(now, old),
            (Change::Application(now), Change::Application(old)) => {
                self.application_entry(now, old)
            }
            (Change::Terms { told, .. }, _) => self.terms_entry(told.as_deref()),
            (Change::Settled { made, .. }, Change::Settled { made: old, .. }) => {
                let at = entry.at;
                let made = made.as_deref().zip(old.as_deref()).map(|(change, inverse)| {
                    let (change, inverse) = (change.clone(), inverse.clone());
                    self.entry(&Entry::new(at, change, inverse))
                });
                match made {
                    Some(what) => text.with("say-did-conflict", &[("what", what.into())]),
                    None => say("say-did-conflict-kept"),
                }
            }
            (Change::ByHand(now), Change::ByHand(old)) => {
                let at = entry.at;
                let each = now.iter().zip(old.iter().rev()).map(|(change, inverse)| {
                    let (change, inverse) = (change.clone(), inverse.clone());
                    self.entry(&Entry::new(at, change, inverse))
                });
                let what = each.collect::<Vec<_>>().join(&text.get("word-semicolon"));
                text.with("say-did-by-hand", &[("what", what.into())])
            }
            (Change::Reckoned(now), Change::Reckoned(before)) => self.moved_entry(now, before),
            // An inverse is always of the kind of its change.
            _ => String::new(),
        }
    }

    /// What was said about an entry of the agenda. Its id alone says what it is:
    /// the entry itself may be gone by now.
    fn agenda_entry(&self, id: &Id, mark: Option<&AgendaMark>) -> String {
        let Some((kind, item)) = AgendaKind::of_id(id) else { return id.to_string() };
        let item = item.map(|item| self.title(&item)).unwrap_or_default();
        let key = format!("say-agenda-{}", kind.word());
        let what = self.text.with(&key, &[("item", item.into())]);
        let args = |date| [("item", what.as_str().into()), ("date", date)];
        match mark {
            Some(AgendaMark { snoozed: Some(until), .. }) => {
                let until = self.text.full_date(*until).into();
                self.text.with("say-did-agenda-snoozed", &args(until))
            }
            Some(AgendaMark { done: Some(_), .. }) => {
                self.text.with("say-did-agenda-done", &args("".into()))
            }
            _ => self.text.with("say-did-agenda-open", &args("".into())),
        }
    }

    /// What was said about an item: its files, what was decided, or only a note.
    fn mark_entry(&self, item: &Item, mark: Option<&Mark>, old: Option<&Mark>) -> String {
        let blank = Mark::default();
        let (now, old) = (mark.unwrap_or(&blank), old.unwrap_or(&blank));
        let mut args = vec![self.item(item)];
        // What was refused holds again, also where its state is what it was.
        let answered = now.answers.is_some() && now.answers != old.answers;
        let decided = answered
            || (now.state, now.settled, &now.reason) != (old.state, old.settled, &old.reason);
        let key = match (new_file(now, old), now.state) {
            (Some(true), _) => "say-did-new-version",
            (Some(false), _) => "say-did-attached",
            _ if files(now).count() < files(old).count() => "say-did-detached",
            (None, MarkState::Waived) if decided => {
                args.push(("reason", now.reason.as_deref().unwrap_or_default().into()));
                "say-did-waived"
            }
            (None, MarkState::Done) if decided && now.settled => "say-did-settled",
            (None, MarkState::Done) if decided && old.settled => "say-did-not-settled",
            (None, MarkState::Done) if decided => "say-did-checked",
            // What follows from the accounts answers a criticism without a state of its own.
            (None, MarkState::Open) if answered => "say-did-checked",
            (None, MarkState::Open) if decided => "say-did-unchecked",
            _ if now.note != old.note => "say-did-noted",
            _ => "say-did-checked",
        };
        self.text.with(key, &args)
    }

    /// Why a change changed nothing, and of what.
    pub(crate) fn idle(&self, change: &Change) -> String {
        let say = |item| self.text.with("say-idle-item", &[item]);
        let accounts = |edits: &[Edit<Account>]| {
            let accounts = edits.iter().filter_map(|edit| edit.value.as_deref());
            let names: Vec<String> = accounts.map(|one| self.account_name(one)).collect();
            if names.is_empty() {
                self.text.get("ui-nothing-changed").into_owned()
            } else {
                say(("item", names.join(&self.text.get("word-comma")).into()))
            }
        };
        match change {
            Change::Mark { item, mark: Some(mark) } if !mark.files.is_empty() => {
                self.text.with("say-idle-file", &[self.item(item)])
            }
            Change::Mark { item, .. } => say(self.item(item)),
            Change::Account(edit) => accounts(std::slice::from_ref(edit)),
            Change::Accounts(edits) => accounts(edits),
            _ => self.text.get("ui-nothing-changed").into_owned(),
        }
    }

    fn dismissed_entry(&self, now: &[Edit<Dismissed>], old: &[Edit<Dismissed>]) -> String {
        self.several("say-did-names-ignored", "say-did-names-back", now, old)
    }

    /// What a scan, or the person, did to findings; of the accounts some are new and the
    /// others were in the scan too.
    fn found_entry(
        &self,
        (now, old): (&[Edit<KeptFinding>], &[Edit<KeptFinding>]),
        (accounts, old_accounts): (&[Edit<Account>], &[Edit<Account>]),
    ) -> String {
        let count = |key, count: usize| self.text.with(key, &[("count", count.into())]);
        let came = added(accounts, old_accounts).count();
        let gone = now.iter().filter(|edit| edit.value.is_none()).count();
        let told = match (now.len(), gone, added(now, old).count()) {
            (0, _, _) if came > 0 => return count("say-did-accounts-added", came),
            (0, _, _) => return count("say-did-accounts-seen", accounts.len()),
            (all, 0, 0) => count("say-did-found-changed", all),
            (_, 0, new) => count("say-did-found", new),
            (_, gone, _) => count("say-did-found-removed", gone),
        };
        match came {
            0 => told,
            came => {
                [count("say-did-accounts-added", came), told].join(&self.text.get("word-semicolon"))
            }
        }
    }

    pub(super) fn account_entry(&self, now: &Edit<Account>, old: &Edit<Account>) -> String {
        match (&now.value, &old.value) {
            (Some(now), Some(old))
                if (now.state, now.until, &now.to) != (old.state, old.until, &old.to) =>
            {
                let word = self.text.get(&format!("word-account-{}", now.state.word()));
                let until = now.until.map(|day| {
                    let day = self.text.day_near(day, self.today);
                    self.text.with("word-account-until", &[("date", day.into())])
                });
                let number = self.account_number(now).filter(|_| now.to != old.to);
                let state = [Some(word.into_owned()), until, number].into_iter().flatten();
                let state: Vec<String> = state.collect();
                let args =
                    [("item", self.account_name(now).into()), ("state", state.join(" ").into())];
                self.text.with("say-did-account-state", &args)
            }
            _ => self.edit_entry("say-did-account", now, old, |one| self.account_name(one)),
        }
    }

    /// Several accounts were changed: what they all are now that they were not.
    fn accounts_entry(&self, now: &[Edit<Account>], old: &[Edit<Account>]) -> String {
        let text = self.text;
        let first = now.first().and_then(|edit| edit.value.as_deref());
        let all = |same: &dyn Fn(&Account, &Account) -> bool, edits: &[Edit<Account>]| {
            let mut values = edits.iter().filter_map(|edit| edit.value.as_deref());
            first.is_some_and(|first| values.all(|one| same(one, first)))
        };
        let state = |one: &Account, other: &Account| one.state == other.state;
        let kind = |one: &Account, other: &Account| one.kind == other.kind;
        let number = |one: &Account, other: &Account| one.to == other.to;
        let word = |key: String| text.get(&key).into_owned();
        let what = first.and_then(|first| {
            if all(&state, now) && !all(&state, old) {
                Some(word(format!("word-account-{}", first.state.word())))
            } else if all(&kind, now) && !all(&kind, old) {
                Some(word(format!("word-kind-{}", first.kind.word())))
            } else if all(&number, now) && !all(&number, old) {
                self.account_number_end(first)
            } else {
                None
            }
        });
        let count = ("count", now.len().into());
        match what {
            Some(what) => text.with("say-did-accounts-set", &[count, ("what", what.into())]),
            None => text.with("say-did-accounts-changed", &[count]),
        }
    }

    fn obstacle_entry(&self, now: &Edit<Obstacle>, old: &Edit<Obstacle>) -> String {
        let title = |one: &Obstacle| self.obstacle_title(&one.kind);
        match (&now.value, &old.value) {
            (Some(one), Some(before)) if one.resolved.is_some() && before.resolved.is_none() => {
                self.text.with("say-did-obstacle-resolved", &[("item", title(one).into())])
            }
            (Some(one), Some(before)) if one.resolved.is_none() && before.resolved.is_some() => {
                self.text.with("say-did-obstacle-reopened", &[("item", title(one).into())])
            }
            _ => self.edit_entry("say-did-obstacle", now, old, title),
        }
    }

    fn application_entry(&self, now: &Edit<Application>, old: &Edit<Application>) -> String {
        let Some(application) = &now.value else {
            return self.text.get("say-did-application-removed").into_owned();
        };
        let before = old.value.as_deref();
        let of_way = |key: &str| self.of_application(key, application);
        let extension = before.and_then(|one| one.extension.as_ref());
        if application.extension.as_ref() != extension {
            if let Some(more) = &application.extension {
                let until = self.near(more.until).into();
                let reason = more.reason.as_str().into();
                return self.text.with("say-did-extended", &[("date", until), ("reason", reason)]);
            }
            if before.is_some() {
                return self.text.get("say-did-extension-removed").into_owned();
            }
        }
        let on = |key: &str| self.text.with(key, &[("date", self.near(application.on).into())]);
        let Some(outcome) = &application.outcome else {
            return match before {
                None => on(&of_way("say-did-submitted")),
                Some(before) if before.outcome.is_some() => {
                    self.text.get("say-did-outcome-removed").into_owned()
                }
                Some(_) => on("say-did-application-changed"),
            };
        };
        if before.is_some_and(|before| before.outcome.as_ref() == Some(outcome)) {
            return on("say-did-application-changed");
        }
        let amended = before.and_then(|one| one.approval());
        let reason = ("reason", outcome.reason.as_deref().unwrap_or_default().into());
        match (outcome.verdict, self.criticised(application)) {
            (Verdict::Approved, _) if amended.is_some() => self.corrected(outcome, amended),
            (Verdict::Approved, _) => self.text.get(&of_way("say-did-approved")).into_owned(),
            (Verdict::Rejected, None) => self.text.with(&of_way("say-did-rejected"), &[reason]),
            (Verdict::Rejected, Some(items)) => {
                self.text.with(&of_way("say-did-rejected-for"), &[reason, ("items", items.into())])
            }
        }
    }

    /// What was done to several things of a list: those that are new were added,
    /// or else all were removed.
    fn several<T: Keyed>(
        &self,
        came: &str,
        went: &str,
        now: &[Edit<T>],
        old: &[Edit<T>],
    ) -> String {
        let new = added(now, old).count();
        let (key, count) = if new > 0 { (came, new) } else { (went, now.len()) };
        self.text.with(key, &[("count", count.into())])
    }

    /// "Added X", "changed X" or "removed X", by what was there before.
    fn edit_entry<T: Keyed>(
        &self,
        key: &str,
        now: &Edit<T>,
        old: &Edit<T>,
        title: impl Fn(&T) -> String,
    ) -> String {
        let verb = match (&now.value, &old.value) {
            (Some(_), None) => "added",
            (Some(_), Some(_)) => "changed",
            (None, _) => "removed",
        };
        let title = now.value.as_deref().or(old.value.as_deref()).map(title);
        let title = title.unwrap_or_else(|| now.id.to_string());
        self.text.with(&format!("{key}-{verb}"), &[("item", title.into())])
    }
}

/// The edits that put something on a list which was not there.
fn added<'a, T>(now: &'a [Edit<T>], old: &'a [Edit<T>]) -> impl Iterator<Item = &'a Edit<T>> {
    let fresh = |id: &Id| old.iter().any(|edit| edit.id == *id && edit.value.is_none());
    now.iter().filter(move |edit| edit.value.is_some() && fresh(&edit.id))
}

/// The files of an item, those before a rejection too.
fn files(mark: &Mark) -> impl Iterator<Item = &Attachment> {
    mark.files.iter().chain(&mark.earlier)
}

/// A file came, or another content of one: then it is a new version.
fn new_file(now: &Mark, old: &Mark) -> Option<bool> {
    let known = |one: &&Attachment| {
        files(old).any(|known| (&known.path, &known.sha256) == (&one.path, &one.sha256))
    };
    let new = now.files.iter().find(|one| !known(one))?;
    let refused = now.earlier.len() > old.earlier.len();
    Some(refused || files(old).any(|known| known.path == new.path))
}

#[cfg(test)]
mod tests;
