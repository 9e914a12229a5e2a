//! What a scan of the person's exports found, before they decide about it.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};

use super::model::Model;
use crate::{
    domain::{Account, AccountKind, AccountState, Acquaintance, Case},
    text::Text,
};

/// One sort of evidence: its word, how often, and the last day.
pub type Evidence = (&'static str, u64, Option<Date>);

/// An account that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discovery {
    /// Its name.
    pub name: String,
    /// Every name it is known by.
    pub names: Vec<String>,
    /// Other names that the person has merged into it.
    pub merged: Vec<String>,
    /// What sort of account it is.
    pub kind: AccountKind,
    /// How sure it is, of 100.
    pub score: u32,
    /// What speaks for it, the strongest first.
    pub evidence: Vec<Evidence>,
    /// The day of its last code.
    pub last_code: Option<Date>,
    /// The cards it was sent to, where the export tells.
    pub sims: BTreeSet<String>,
}

impl Discovery {
    /// How a case knows it, and the account that it is.
    pub(super) fn known<'a>(&self, case: &'a Case) -> (Acquaintance, Option<&'a Account>) {
        let names: Vec<&str> =
            [&self.name].into_iter().chain(&self.names).map(String::as_str).collect();
        case.acquaintance(&names, self.last_code)
    }

    /// Takes in what is really the same account under another name.
    pub(super) fn merge(&mut self, other: Self) {
        self.names.extend(other.names);
        self.score = self.score.max(other.score);
        self.last_code = self.last_code.max(other.last_code);
        self.sims.extend(other.sims);
        for (word, count, last) in other.evidence {
            match self.evidence.iter_mut().find(|(own, ..)| *own == word) {
                Some(own) => *own = (word, own.1 + count, own.2.max(last)),
                None => self.evidence.push((word, count, last)),
            }
        }
    }
}

/// A scan under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scanning {
    /// Which one.
    pub(super) ticket: u64,
    /// The file.
    pub path: String,
    /// Bytes read.
    pub read: u64,
    /// Bytes in all.
    pub total: u64,
    /// When it began.
    pub began: Timestamp,
}

impl Scanning {
    /// How much is done, of 100.
    pub fn share(&self) -> u64 {
        self.read.saturating_mul(100).checked_div(self.total).unwrap_or_default().min(100)
    }

    /// Seconds left, by what was done so far.
    pub fn left(&self, now: Timestamp) -> u64 {
        let spent = u64::try_from(now.duration_since(self.began).as_secs()).unwrap_or_default();
        let left = self.total.saturating_sub(self.read);
        spent.saturating_mul(left).checked_div(self.read).unwrap_or_default()
    }
}

/// What speaks for an account, in words.
pub(super) fn told(model: &Model, one: &Discovery) -> String {
    let text = &model.text;
    let each = one.evidence.iter().map(|(word, count, last)| {
        let told = text.with(&format!("word-evidence-{word}"), &[("count", (*count).into())]);
        match last {
            Some(day) => {
                let day = text.date_near(*day, model.today());
                text.with("say-scan-last", &[("what", told.into()), ("date", day.into())])
            }
            None => told,
        }
    });
    let cards = sims(text, &one.sims);
    each.chain(cards).collect::<Vec<_>>().join(" · ")
}

/// Which cards it was sent to, in words.
pub fn sims(text: &Text, sims: &BTreeSet<String>) -> Option<String> {
    let each = sims.iter().map(String::as_str).collect::<Vec<_>>();
    let joined = each.join(&text.get("word-comma"));
    (!each.is_empty()).then(|| text.with("word-sim", &[("which", joined.into())]))
}

/// The state that an account gets back when it is still used.
pub(super) const STILL: AccountState = AccountState::ToDo;
