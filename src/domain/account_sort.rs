//! In which order accounts are told.

use std::cmp::Reverse;

use super::{Account, named};

named! {
    /// What decides the order.
    #[derive(Default)]
    pub(crate) enum AccountSort {
        /// What costs most when lost comes first.
        #[default]
        Danger = "danger",
        /// What sent a message last comes first.
        Seen = "seen",
        /// By name, a Chinese one as it is pronounced.
        Name = "name",
    }
}

impl AccountSort {
    /// The order that comes after this one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Danger => Self::Seen,
            Self::Seen => Self::Name,
            Self::Name => Self::Danger,
        }
    }

    /// The places of the accounts in this order. `name` says by what an
    /// account is sorted. What is equal keeps its order.
    pub(crate) fn order(
        self,
        accounts: &[Account],
        name: impl Fn(&Account) -> String,
    ) -> Vec<usize> {
        let mut all: Vec<(usize, &Account)> = accounts.iter().enumerate().collect();
        match self {
            Self::Danger => all.sort_by_key(|(_, one)| one.kind.danger()),
            Self::Seen => all.sort_by_key(|(_, one)| Reverse(one.last_seen)),
            Self::Name => all.sort_by_cached_key(|(_, one)| name(one).to_lowercase()),
        }
        all.into_iter().map(|(at, _)| at).collect()
    }
}
