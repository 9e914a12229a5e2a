//! How the number is changed in an account, as lines to read.

use super::Words;
use crate::domain::{Account, AccountKind};

impl Words<'_> {
    /// How the number of an account is changed: what its pages say, or else the
    /// playbook's advice for accounts of its kind, and what to try in general.
    pub(crate) fn how_to_lines(&self, account: &Account) -> Vec<String> {
        match account.how_to() {
            Some(how) => self.text.how_to(how),
            None => {
                let advice = self.advice(account.kind).map(str::to_owned).into_iter();
                advice.chain(self.text.how_in_general_lines()).collect()
            }
        }
    }

    /// The playbook's advice for accounts of this kind.
    pub(crate) fn advice(&self, kind: AccountKind) -> Option<&str> {
        let mut all = self.playbook.look_for.iter();
        let one = all.find(|one| one.kind == kind)?;
        Some(one.hint.get(self.text.lang()))
    }
}
