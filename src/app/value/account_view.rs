//! Which accounts the pane shows, in which order, and which of them are chosen.

use std::collections::BTreeSet;

use crate::domain::{Account, AccountKind, AccountSort, AccountState, Id};

/// What the pane of accounts shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AccountView {
    /// The order of the rows.
    pub(crate) sort: AccountSort,
    /// Only accounts of this sort are shown.
    pub(crate) only: Option<AccountFilter>,
    /// The place in the case of the account of each row.
    pub(crate) rows: Vec<usize>,
    /// Accounts that the person has chosen, to do something to all of them.
    pub(crate) chosen: BTreeSet<Id>,
}

/// What narrows the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountFilter {
    /// The accounts in this state.
    State(AccountState),
    /// The accounts of this kind.
    Kind(AccountKind),
}

impl AccountFilter {
    /// Whether it leaves an account.
    pub(crate) fn leaves(self, account: &Account) -> bool {
        match self {
            Self::State(state) => account.state == state,
            Self::Kind(kind) => account.kind == kind,
        }
    }

    /// The key of its words.
    pub(crate) fn word(self) -> String {
        match self {
            Self::State(state) => format!("word-account-{}", state.word()),
            Self::Kind(kind) => format!("word-kind-{}", kind.word()),
        }
    }
}

/// What is done to all chosen accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountsChange {
    /// They get this state.
    State(AccountState),
    /// They get this kind.
    Kind(AccountKind),
    /// They are taken off the list.
    Remove,
}

impl AccountView {
    /// Computes the rows anew. What is gone is not chosen any more.
    pub(crate) fn arrange(&mut self, accounts: &[Account], name: impl Fn(&Account) -> String) {
        let left = |at: &usize| match (self.only, accounts.get(*at)) {
            (Some(filter), Some(account)) => filter.leaves(account),
            (_, account) => account.is_some(),
        };
        self.rows = self.sort.order(accounts, name).into_iter().filter(left).collect();
        if !self.chosen.is_empty() {
            let here: BTreeSet<&Id> = accounts.iter().map(|one| &one.id).collect();
            self.chosen.retain(|id| here.contains(id));
        }
    }
}
