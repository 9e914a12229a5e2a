//! What happened to an account, read from the history of its case.
//!
//! Owns: finding the changes of one account among all. Must not know: how they
//! are told.

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

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

/// Which entries of a history name which account. A history can be long, and accounts
/// are asked about one at a time.
#[derive(Clone, Debug, Default)]
pub(crate) struct AccountPasts {
    /// The hash of an id, and the place of an entry that names an account of that hash;
    /// sorted.
    places: Vec<(u64, usize)>,
}

fn hash(id: &Id) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(id)
}

impl AccountPasts {
    /// The places of the entries that may name an account, the oldest first.
    fn of(&self, id: &Id) -> impl DoubleEndedIterator<Item = usize> {
        let hash = hash(id);
        let begin = self.places.partition_point(|(other, _)| *other < hash);
        let end = self.places.partition_point(|(other, _)| *other <= hash);
        self.places.get(begin..end).unwrap_or_default().iter().map(|(_, place)| *place)
    }
}

/// The accounts that a change names.
fn named(change: &Change) -> impl Iterator<Item = &Id> {
    let (one, all, found) = match change {
        Change::Account(one) => (Some(&one.id), &[][..], &[][..]),
        Change::Accounts(all) => (None, all.as_slice(), &[][..]),
        Change::Found { findings, accounts, .. } => (None, &**accounts, &**findings),
        _ => (None, &[][..], &[][..]),
    };
    one.into_iter().chain(all.iter().map(|edit| &edit.id)).chain(found.iter().map(|edit| &edit.id))
}

fn edit<'a>(all: &'a [Edit<Account>], id: &Id) -> Option<&'a Account> {
    all.iter().find(|edit| edit.id == *id)?.value.as_deref()
}

/// The account as a change leaves it.
fn left_by<'a>(change: &'a Change, id: &Id) -> Option<&'a Account> {
    match change {
        Change::Account(one) if one.id == *id => one.value.as_deref(),
        Change::Accounts(all) => edit(all, id),
        Change::Found { accounts, .. } => edit(accounts, id),
        _ => None,
    }
}

impl Case {
    /// Which entries of its history name which account.
    pub(crate) fn account_pasts(&self) -> AccountPasts {
        let entries = self.history.iter().enumerate();
        let named = entries.flat_map(|(at, entry)| named(&entry.change).map(move |id| (id, at)));
        let mut places: Vec<(u64, usize)> = named.map(|(id, at)| (hash(id), at)).collect();
        places.sort_unstable();
        AccountPasts { places }
    }

    /// The states that an account had, the oldest first.
    pub(crate) fn states_of(&self, id: &Id, pasts: &AccountPasts) -> Vec<StateChange<'_>> {
        let entries = pasts.of(id).filter_map(|at| self.history.get(at));
        let changes = entries.filter_map(|entry| {
            let account = left_by(&entry.change, id)?;
            let before = left_by(&entry.inverse, id).map(|old| old.state);
            let change = StateChange { at: entry.at, account, before };
            (before != Some(account.state)).then_some(change)
        });
        changes.collect()
    }

    /// When a scan last saw an account.
    pub(crate) fn scanned(&self, id: &Id, pasts: &AccountPasts) -> Option<Timestamp> {
        let saw = |change: &Change| match change {
            Change::Found { findings, accounts, .. } => {
                let found = |edit: &Edit<KeptFinding>| edit.id == *id && edit.value.is_some();
                edit(accounts, id).is_some() || findings.iter().any(found)
            }
            _ => false,
        };
        let mut entries = pasts.of(id).rev().filter_map(|at| self.history.get(at));
        entries.find(|entry| saw(&entry.change)).map(|entry| entry.at)
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
            case.history.push(crate::domain::Entry::new(at(second), made, inverse));
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
        let pasts = case.account_pasts();
        let states: Vec<(i64, Option<AccountState>, AccountState)> =
            (case.states_of(&id, &pasts).iter())
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
        assert_eq!(case.scanned(&id, &pasts), None);
        let seen = Evidence { count: 2, first: Some(day), last: Some(day) };
        let evidence = [(EvidenceKind::Code, seen)].into();
        let found = Finding { name: "Grab".to_owned(), evidence, ..Finding::default() };
        let made = case.keep_findings([&found]);
        record(&mut case, made);
        assert_eq!(case.scanned(&id, &case.account_pasts()), Some(at(6)));
        // To take it out of what was found is no scan.
        let gone = Change::found([Edit::remove(&id)], [], []);
        record(&mut case, gone);
        assert_eq!(case.scanned(&id, &case.account_pasts()), Some(at(6)));
        // One that is not on the list yet was seen as well.
        let other = Finding { name: "Lazada".to_owned(), ..found };
        let made = case.keep_findings([&other]);
        record(&mut case, made);
        assert_eq!(case.scanned(&Id::new("lazada"), &case.account_pasts()), Some(at(8)));
        assert_eq!(case.scanned(&Id::new("shopee"), &case.account_pasts()), None);
    }
}
