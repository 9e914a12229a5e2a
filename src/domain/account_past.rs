//! What happened to an account, read from the history of its case.
//!
//! Owns: finding the changes of one account among all. Must not know: how they
//! are told.

use jiff::Timestamp;

use super::{Account, AccountState, Case, Change, Edit, Id, KeptFinding};

/// An account got a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StateChange<'a> {
    /// When that was recorded.
    pub(crate) at: Timestamp,
    /// The account from then on.
    pub(crate) account: &'a Account,
    /// Its state before; none when it was added.
    pub(crate) before: Option<AccountState>,
}

fn edit<'a>(all: &'a [Edit<Account>], id: &Id) -> Option<&'a Account> {
    all.iter().find(|edit| edit.id == *id)?.value.as_deref()
}

/// The account as a change leaves it.
fn left_by<'a>(change: &'a Change, id: &Id) -> Option<&'a Account> {
    match change {
        Change::Account(one) if one.id == *id => one.value.as_deref(),
        Change::Accounts(all) => edit(all, id),
        _ => None,
    }
}

impl Case {
    /// The states that an account had, the oldest first.
    pub(crate) fn states_of(&self, id: &Id) -> Vec<StateChange<'_>> {
        let changes = self.history.iter().filter_map(|entry| {
            let account = left_by(&entry.change, id)?;
            let before = left_by(&entry.inverse, id).map(|old| old.state);
            let change = StateChange { at: entry.at, account, before };
            (before != Some(account.state)).then_some(change)
        });
        changes.collect()
    }

    /// When a scan last saw an account.
    pub(crate) fn scanned(&self, id: &Id) -> Option<Timestamp> {
        let saw = |change: &Change| match change {
            Change::Found { findings, accounts } => {
                let found = |edit: &Edit<KeptFinding>| edit.id == *id && edit.value.is_some();
                edit(accounts, id).is_some() || findings.iter().any(found)
            }
            _ => false,
        };
        self.history.iter().rev().find(|entry| saw(&entry.change)).map(|entry| entry.at)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, Evidence, EvidenceKind, Finding, Route};

    #[test]
    fn the_states_of_one_account_are_told_apart_from_all_else() {
        let day = date(2026, 11, 5);
        let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        let id = Id::new("grab");
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let mut second = 0;
        let mut record = |case: &mut Case, made: Change| {
            let inverse = made.apply(case).expect("applies");
            second += 1;
            case.history.push(crate::domain::Entry { at: at(second), change: made, inverse });
        };
        for name in ["Grab", "Shopee"] {
            let kind = AccountKind::Travel;
            let made = case.add_account(name, kind, AccountState::ToDo, None, day);
            record(&mut case, made.expect("allowed"));
        }
        let made = case.set_account(&id, AccountState::Started, day).expect("allowed");
        record(&mut case, made);
        let made = case.sort_accounts(std::slice::from_ref(&id), AccountKind::Bank);
        record(&mut case, made.expect("allowed"));
        let both = [id.clone(), Id::new("shopee")];
        let made = case.set_accounts(&both, AccountState::Moved, day).expect("allowed");
        record(&mut case, made);
        let states: Vec<(i64, Option<AccountState>, AccountState)> = (case.states_of(&id).iter())
            .map(|one| (one.at.as_second(), one.before, one.account.state))
            .collect();
        assert_eq!(
            states,
            [
                (1, None, AccountState::ToDo),
                (3, Some(AccountState::ToDo), AccountState::Started),
                (5, Some(AccountState::Started), AccountState::Moved),
            ]
        );
        assert_eq!(case.scanned(&id), None);
        let seen = Evidence { count: 2, first: Some(day), last: Some(day) };
        let evidence = [(EvidenceKind::Code, seen)].into();
        let found = Finding { name: "Grab".to_owned(), evidence, ..Finding::default() };
        let made = case.keep_findings([&found]);
        record(&mut case, made);
        assert_eq!(case.scanned(&id), Some(at(6)));
    }
}
