//! What nobody has seen to when there is otherwise nothing to do: a case that is
//! over names it instead of saying that nothing is left.

use super::{
    AccountState, AgendaEntry, AgendaKind, Case, Item, ItemKind, ItemStatus, Keyed, Watch,
};

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

/// How many looks of the watch were never said to be done. A later look for mails
/// stands for the earlier ones.
pub(super) fn unmarked(watch: Watch, case: &Case, agenda: &[AgendaEntry]) -> usize {
    let marked = |one: &AgendaEntry| case.agenda.get(&one.id).is_some_and(|it| it.done.is_some());
    let moved = case.accounts_in(AccountState::Moved).next().is_some();
    let of = |kind| agenda.iter().filter(move |one| one.kind == kind && one.given < watch.until);
    let sign_in = of(AgendaKind::SignIn).filter(|one| moved && !marked(one)).count();
    let last = of(AgendaKind::Recovery).filter(|one| marked(one)).map(|one| one.given).max();
    let mails = of(AgendaKind::Recovery).filter(|one| last.is_none_or(|last| one.given > last));
    sign_in + mails.count()
}
