//! What nobody has seen to when there is otherwise nothing to do: a case that is
//! over names it instead of saying that nothing is left.

use super::{AccountState, Case, Item, ItemKind, ItemStatus, Keyed};

/// Open safeguards, accounts of which nobody is sure, and undecided findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The safeguards and the accounts, in the order of the case.
    pub items: Vec<Item>,
    /// How many findings of scans are undecided.
    pub findings: usize,
}

impl Left {
    pub(super) fn of(case: &Case, items: &[ItemStatus], findings: usize) -> Self {
        let open = items.iter().filter(|one| one.is_open(ItemKind::Safeguard));
        let safeguards = open.map(|one| one.item.clone());
        // Where the person keeps the number, it does not matter who uses it.
        let matters = !case.route.keeps_the_number();
        let unsure = case.accounts_in(AccountState::Unsure).filter(|_| matters);
        let items = safeguards.chain(unsure.map(Keyed::item)).collect();
        Self { items, findings }
    }

    /// Nothing is left.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
