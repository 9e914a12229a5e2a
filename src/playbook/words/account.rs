//! How an account is called, and how it stands.

use jiff::{Timestamp, civil::Date};

use super::Words;
use crate::{
    catalogue::spelt_name,
    domain::{Account, AccountPasts, AccountState, Item},
    text::{Arg, mask_number},
};

impl Words<'_> {
    /// What an account is called in the person's language.
    pub(crate) fn account_name(&self, account: &Account) -> String {
        account.shown_name(self.text.lang()).into_owned()
    }

    /// By what an account is sorted among others: as the person says its name.
    pub(crate) fn account_spelling(&self, account: &Account) -> String {
        spelt_name(&self.account_name(account))
    }

    /// How an account stands; one that waits, until when.
    pub(crate) fn account_state(&self, account: &Account) -> String {
        match account.until.filter(|_| account.state == AccountState::Waiting) {
            Some(day) => {
                let key = if self.is_account_due(account) {
                    "word-account-due"
                } else {
                    "word-account-until"
                };
                self.text.with(key, &[("date", self.text.date_near(day, self.today).into())])
            }
            None => self.text.get(&format!("word-account-{}", account.state.word())).into_owned(),
        }
    }

    /// How an account stands; of one that sent a code after it was marked as moved,
    /// when that was.
    pub(crate) fn account_standing(&self, account: &Account) -> String {
        match self.case.still_used_on(account) {
            Some(day) => {
                let day = self.text.date_near(day, self.today);
                self.text.still_used(account.state, day)
            }
            None => self.account_state(account),
        }
    }

    /// The day of the code that the account of this item sent after it was marked as
    /// moved or closed.
    pub(super) fn still_used(&self, item: &Item) -> Option<Date> {
        self.case.still_used_on(self.case.account(&item.id).ok()?)
    }

    /// How the account of this item was marked, for a text.
    pub(super) fn marked_as(&self, item: &Item) -> Arg<'static> {
        let state = self.case.account(&item.id).map(|one| one.state).unwrap_or_default();
        ("state", state.word().into())
    }

    /// Whether the day has come until which an answer is waited for.
    pub(crate) fn is_account_due(&self, account: &Account) -> bool {
        let waits = account.state == AccountState::Waiting;
        waits && account.until.is_some_and(|day| day <= self.today)
    }

    /// The number that an account has now, or will have, masked.
    pub(crate) fn account_number(&self, account: &Account) -> Option<String> {
        self.account_number_as(account, mask_number)
    }

    /// The same by its last digits.
    pub(crate) fn account_number_end(&self, account: &Account) -> Option<String> {
        let end = |number: &str| {
            let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
            let end = digits.iter().skip(digits.len().saturating_sub(4));
            ['…'].iter().chain(end).collect()
        };
        self.account_number_as(account, end)
    }

    fn account_number_as(
        &self,
        account: &Account,
        shown: impl Fn(&str) -> String,
    ) -> Option<String> {
        let number = account.to.as_deref().map(shown)?;
        Some(self.text.with("word-account-to", &[("number", number.into())]))
    }

    /// The last scan that saw something new of an account: its day, and the kind of
    /// export that held the last message.
    pub(crate) fn account_scanned(
        &self,
        account: &Account,
        pasts: &AccountPasts,
        day_of: impl Fn(Timestamp) -> Date,
    ) -> Option<String> {
        let day = self.case.scanned(&account.id, pasts).map(day_of);
        let day = day.map(|day| self.text.full_date(day));
        let kind = account.seen_in.as_deref().map(|kind| self.text.export_kind(kind));
        let parts: Vec<String> = day.into_iter().chain(kind).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// What scans saw of an account: how many codes, and the last message.
    pub(crate) fn account_seen(&self, account: &Account) -> Option<String> {
        let day = account.last_seen.map(|day| self.text.date_near(day, self.today));
        let codes = account.codes.filter(|count| *count > 0);
        let codes =
            codes.map(|count| self.text.with("word-evidence-code", &[("count", count.into())]));
        match (codes, day) {
            (Some(what), Some(day)) => {
                let args = [("what", what.into()), ("date", day.into())];
                Some(self.text.with("say-scan-last", &args))
            }
            (None, Some(day)) => Some(self.text.with("word-account-seen", &[("date", day.into())])),
            (codes, None) => codes,
        }
    }
}
