//! Accounts: add, edit, set, remove, and declaring the search over.

use jiff::civil::Date;

use super::{named, not_empty, optional};
use crate::domain::{
    Account, AccountKind, AccountState, Case, Change, Dismissed, Edit, Finding, Id, Refusal,
    edit::find,
};

impl Case {
    /// The account with this id.
    pub fn account(&self, id: &Id) -> Result<&Account, Refusal> {
        find(&self.accounts, id)
    }

    /// Adds an account. Names are compared by their slug, so that "May Bank"
    /// and "may-bank" are one.
    pub fn add_account(
        &self,
        name: &str,
        kind: AccountKind,
        state: AccountState,
        note: Option<String>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let (id, name) = named(name)?;
        if let Ok(known) = self.account(&id) {
            return Err(Refusal::Duplicate(known.name.clone()));
        }
        let since = Some(today);
        let (note, also) = (optional(note), Vec::new());
        let account = Account { id, name, kind, state, since, note, also };
        Ok(Change::Account(Edit::add(&self.accounts, account)))
    }

    /// Replaces everything about an account but its id.
    pub(crate) fn edit_account(
        &self,
        id: &Id,
        name: &str,
        kind: AccountKind,
        state: AccountState,
        note: Option<String>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.account(id)?;
        let (slug, name) = named(name)?;
        if let Some(other) = self.accounts.iter().find(|one| one.id != *id && one.id == slug) {
            return Err(Refusal::Duplicate(other.name.clone()));
        }
        let since = if old.state == state { old.since } else { Some(today) };
        let id = id.clone();
        let (note, also) = (optional(note), old.also.clone());
        let account = Account { id, name, kind, state, since, note, also };
        Ok(Change::Account(Edit::replace(account)))
    }

    /// Says whether the account still uses the number.
    pub(crate) fn set_account(
        &self,
        id: &Id,
        state: AccountState,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.account(id)?;
        let since = if old.state == state { old.since } else { Some(today) };
        let account = Account { state, since, ..old.clone() };
        Ok(Change::Account(Edit::replace(account)))
    }

    /// Takes an account off the list.
    pub(crate) fn remove_account(&self, id: &Id) -> Result<Change, Refusal> {
        self.account(id)?;
        Ok(Change::Account(Edit::remove(id)))
    }

    /// Adds findings to the list as one change, to be moved. Those that are
    /// listed already are left out.
    pub fn add_findings<'a>(
        &self,
        findings: impl IntoIterator<Item = &'a Finding>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let mut edits: Vec<Edit<Account>> = Vec::new();
        for Finding { name, kind, merged, .. } in findings {
            let name = not_empty(name, Refusal::NoName)?;
            let id = Id::slug(&name);
            let mut also = merged.clone();
            also.retain(|other| Id::slug(other) != id);
            also.dedup();
            let taken = self.account(&id).is_ok() || edits.iter().any(|edit| edit.id == id);
            if id.is_empty() || taken {
                continue;
            }
            let (state, since) = (AccountState::ToDo, Some(today));
            let (kind, note) = (*kind, None);
            let account = Account { id: id.clone(), name, kind, state, since, note, also };
            edits.push(Edit { id, at: self.accounts.len() + edits.len(), value: Some(account) });
        }
        Ok(Change::Accounts(edits))
    }

    /// These names are not to be shown again by scans.
    pub(crate) fn dismiss(&self, names: impl IntoIterator<Item = String>) -> Change {
        let mut edits: Vec<Edit<Dismissed>> = Vec::new();
        for name in names {
            let id = Id::slug(&name);
            let known = self.is_dismissed(&name) || edits.iter().any(|edit| edit.id == id);
            if !id.is_empty() && !known {
                let at = self.dismissed.len() + edits.len();
                edits.push(Edit { id: id.clone(), at, value: Some(Dismissed { id, name }) });
            }
        }
        Change::Dismissed(edits)
    }

    /// The person does not want to see this name again.
    pub(in crate::domain) fn is_dismissed(&self, name: &str) -> bool {
        let id = Id::slug(name);
        self.dismissed.iter().any(|one| one.id == id)
    }

    /// The account that goes by one of these names.
    pub(crate) fn account_called<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Option<&Account> {
        let ids: Vec<Id> = names.into_iter().map(Id::slug).collect();
        self.accounts.iter().find(|one| {
            let own = [&one.name].into_iter().chain(&one.also).map(|name| Id::slug(name));
            own.chain([one.id.clone()]).any(|id| ids.contains(&id))
        })
    }

    /// Says that no further account is expected to turn up, or that the
    /// search goes on.
    pub(crate) fn end_search(&self, over: bool, today: Date) -> Change {
        Change::Search(over.then(|| self.search_over.unwrap_or(today)))
    }
}
