//! What an entry of the history changed, one by one: what its sentence only counts, and
//! the person's own words.

use jiff::Timestamp;

use super::{Words, conflict};
use crate::{
    catalogue::shown_name,
    domain::{Account, Change, Edit, Entry},
};

impl Words<'_> {
    /// What a change changed, beyond its sentence.
    pub(crate) fn entry_details(&self, change: &Change, inverse: &Change) -> Vec<String> {
        match (change, inverse) {
            (Change::Line(now), Change::Line(old)) => self.line_facts(now, old),
            (Change::Accounts(now), Change::Accounts(old)) => self.each_account(now, old),
            (Change::Found { accounts, findings, .. }, Change::Found { accounts: old, .. }) => {
                let found = findings.iter().filter_map(|edit| edit.value.as_deref());
                let found = found.map(|one| shown_name(&one.name, self.text.lang()).into_owned());
                found.chain(self.each_account(accounts, old)).collect()
            }
            (Change::ByHand(now), Change::ByHand(old)) => {
                let pairs = now.iter().zip(old.iter().rev());
                pairs.flat_map(|(now, old)| self.part_of_several(now, old)).collect()
            }
            (Change::Settled { made: Some(now), .. }, Change::Settled { made: Some(old), .. }) => {
                self.entry_details(now, old)
            }
            (Change::Mark { mark: Some(mark), .. }, _) => {
                let files = mark.files.iter().map(|file| file.name().to_owned());
                files.chain(conflict::details(change).into_iter().flatten()).collect()
            }
            _ => conflict::details(change).into_iter().flatten().collect(),
        }
    }

    /// Every account of several that were changed at once.
    fn each_account(&self, now: &[Edit<Account>], old: &[Edit<Account>]) -> Vec<String> {
        let pair = |edit: &Edit<Account>| {
            let before = old.iter().find(|one| one.id == edit.id)?;
            // What came or went is told of by the sentence above: its name is left to say.
            match (edit.value.as_deref(), before.value.as_deref()) {
                (Some(_), Some(_)) => Some(self.account_entry(edit, before)),
                (now, before) => now.or(before).map(|one| self.account_name(one)),
            }
        };
        now.iter().filter_map(pair).collect()
    }

    /// One of several changes: its sentence, and what it changed.
    fn part_of_several(&self, now: &Change, old: &Change) -> Vec<String> {
        let (change, inverse) = (now.clone(), old.clone());
        let said = self.entry(&Entry::new(Timestamp::UNIX_EPOCH, change, inverse));
        [said].into_iter().chain(self.entry_details(now, old)).collect()
    }
}
