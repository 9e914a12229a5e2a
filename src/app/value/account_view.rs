//! Which accounts the pane shows, in which order, and which of them are chosen.

use std::collections::BTreeSet;

use crate::domain::{Account, AccountKind, AccountSort, AccountState, Case, Id};

/// What the pane of accounts shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AccountView {
    /// The order of the rows.
    pub(crate) sort: AccountSort,
    /// What narrows the list.
    pub(crate) only: AccountFilter,
    /// The place in the case of the account of each row.
    pub(crate) rows: Vec<usize>,
    /// Accounts that the person has chosen, to do something to all of them.
    pub(crate) chosen: BTreeSet<Id>,
    /// The case whose accounts these are.
    case: Option<Id>,
    /// The account of each row. A place says nothing once the case was changed
    /// elsewhere.
    ids: Vec<Id>,
}

/// What narrows the list: the accounts in a state, those of a kind, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AccountFilter {
    /// Only the accounts in this state.
    pub(crate) state: Option<AccountState>,
    /// Only the accounts of this kind.
    pub(crate) kind: Option<AccountKind>,
}

impl AccountFilter {
    /// Whether it leaves an account.
    pub(crate) fn leaves(self, account: &Account) -> bool {
        self.state.is_none_or(|state| account.state == state)
            && self.kind.is_none_or(|kind| account.kind == kind)
    }

    /// The keys of its words.
    pub(crate) fn words(self) -> impl Iterator<Item = String> {
        let state = self.state.map(|state| format!("word-account-{}", state.word()));
        let kind = self.kind.map(|kind| format!("word-kind-{}", kind.word()));
        state.into_iter().chain(kind)
    }
}

/// What is done to all chosen accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountsChange {
    /// They get this state.
    State(AccountState),
    /// They get this kind.
    Kind(AccountKind),
    /// They have another number, which is asked for.
    Number,
    /// They are taken off the list.
    Remove,
}

impl AccountView {
    /// Every account, in this order.
    pub(crate) fn sorted(sort: AccountSort) -> Self {
        Self { sort, ..Self::default() }
    }

    /// The chosen accounts that are shown. What a filter hides stays chosen, but nothing is
    /// done to what the person does not see.
    pub(crate) fn chosen_and_shown(&self) -> Vec<Id> {
        self.ids.iter().filter(|id| self.chosen.contains(*id)).cloned().collect()
    }

    /// Computes the rows anew. Returns the row of the account that was in `row`
    /// before; one that is not shown any more leaves the place to the next.
    pub(crate) fn arrange(
        &mut self,
        case: &Case,
        row: usize,
        name: impl Fn(&Account) -> String,
    ) -> usize {
        if self.case.as_ref() != Some(&case.id) {
            // What was chosen in another case means nothing in this one.
            *self = Self { sort: self.sort, case: Some(case.id.clone()), ..Self::default() };
        }
        let accounts = &case.accounts;
        let selected = self.ids.get(row).cloned();
        let left = |at: &usize| accounts.get(*at).is_some_and(|one| self.only.leaves(one));
        self.rows = self.sort.order(accounts, name).into_iter().filter(left).collect();
        let id = |at: &usize| accounts.get(*at).map(|one| one.id.clone());
        self.ids = self.rows.iter().filter_map(id).collect();
        if !self.chosen.is_empty() {
            let here: BTreeSet<&Id> = accounts.iter().map(|one| &one.id).collect();
            self.chosen.retain(|id| here.contains(id));
        }
        let place = selected.and_then(|id| self.ids.iter().position(|one| *one == id));
        place.unwrap_or(row)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Change, Edit, Route};

    fn case(names: &[(&str, AccountKind)]) -> Case {
        let day = date(2026, 11, 5);
        let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        for (name, kind) in names {
            let made = case.add_account(name, *kind, AccountState::ToDo, None, day);
            made.expect("allowed").apply(&mut case).expect("applies");
        }
        case
    }

    fn names(view: &AccountView, case: &Case) -> Vec<String> {
        view.rows.iter().map(|at| case.accounts[*at].name.clone()).collect()
    }

    #[test]
    fn the_selected_account_stays_selected_in_another_order_and_when_others_come_and_go() {
        use AccountKind as K;
        let mut case = case(&[("Steam", K::Game), ("Maybank", K::Bank), ("Gmail", K::Email)]);
        let mut view = AccountView::default();
        let by_name = |one: &Account| one.name.clone();
        let row = view.arrange(&case, 0, by_name);
        assert_eq!((names(&view, &case).join(" ").as_str(), row), ("Gmail Maybank Steam", 0));
        view.sort = AccountSort::Seen;
        let row = view.arrange(&case, 1, by_name);
        assert_eq!((names(&view, &case).join(" ").as_str(), row), ("Steam Maybank Gmail", 1));
        // Another program takes an account away and adds one in front.
        Change::Account(Edit::remove(&Id::new("steam"))).apply(&mut case).expect("applies");
        view.sort = AccountSort::Danger;
        let row = view.arrange(&case, row, by_name);
        assert_eq!((names(&view, &case).join(" ").as_str(), row), ("Gmail Maybank", 1));
        // The selected one itself goes: the row stays where it was.
        Change::Account(Edit::remove(&Id::new("maybank"))).apply(&mut case).expect("applies");
        assert_eq!(view.arrange(&case, row, by_name), 1);
    }

    #[test]
    fn what_is_chosen_stays_chosen_until_it_is_gone_or_another_case_is_looked_at() {
        use AccountKind as K;
        let mut here = case(&[("Steam", K::Game), ("Maybank", K::Bank)]);
        let mut view = AccountView::default();
        let by_name = |one: &Account| one.name.clone();
        view.arrange(&here, 0, by_name);
        view.chosen.extend([Id::new("steam"), Id::new("maybank")]);
        view.only = AccountFilter { kind: Some(K::Bank), ..AccountFilter::default() };
        view.arrange(&here, 0, by_name);
        assert_eq!((names(&view, &here).len(), view.chosen.len()), (1, 2));
        assert_eq!(
            view.chosen_and_shown(),
            [Id::new("maybank")],
            "nothing is done to what is hidden"
        );
        Change::Account(Edit::remove(&Id::new("steam"))).apply(&mut here).expect("applies");
        view.arrange(&here, 0, by_name);
        assert_eq!(view.chosen, [Id::new("maybank")].into());
        let there = Case { id: Id::new("hk"), ..here };
        view.arrange(&there, 0, by_name);
        assert_eq!((view.chosen.len(), view.only), (0, AccountFilter::default()));
    }
}
