//! Sentences about a scan: how far it is, and what it found.

use std::time::Duration;

use jiff::civil::Date;

use super::Text;
use crate::domain::{AccountState, Finding, FindingStatus};

/// How much of a scan is done, of 100.
pub(crate) fn scan_share(read: u64, total: u64) -> u64 {
    read.saturating_mul(100).checked_div(total).unwrap_or_default().min(100)
}

impl Text {
    /// How far a scan is: share, bytes, and the time left if it goes on as it
    /// did in the time `spent`.
    pub(crate) fn scan_progress(&self, read: u64, total: u64, spent: Duration) -> String {
        let left = u128::from(total.saturating_sub(read)) * spent.as_millis();
        let left = left.checked_div(u128::from(read)).unwrap_or_default() / 1000;
        let args = [
            ("read", self.bytes(read).into()),
            ("total", self.bytes(total).into()),
            ("share", scan_share(read, total).to_string().into()),
            ("left", left.to_string().into()),
        ];
        self.with("say-scan-progress", &args)
    }

    /// A kind of export in words. A file of a newer ringoff can name one that is not
    /// known here: it stands as it is.
    pub(crate) fn export_kind(&self, kind: &str) -> String {
        let key = format!("word-format-{kind}");
        match self.get(&key) {
            words if *words == key => super::clean_line(kind),
            words => words.into_owned(),
        }
    }

    /// What speaks for a finding: "3 codes, last on 3 Nov · SIM 1". `shown`
    /// writes a day.
    pub(crate) fn evidence(&self, finding: &Finding, shown: impl Fn(Date) -> String) -> String {
        let each = finding.evidence.iter().map(|(kind, seen)| {
            let key = format!("word-evidence-{}", kind.word());
            let what = self.with(&key, &[("count", seen.count.into())]);
            match seen.last {
                Some(day) => {
                    let args = [("what", what.into()), ("date", shown(day).into())];
                    self.with("say-scan-last", &args)
                }
                None => what,
            }
        });
        let sims = finding.sims.iter().map(String::as_str).collect::<Vec<_>>();
        let which = sims.join(&self.get("word-comma"));
        let sims = (!sims.is_empty()).then(|| self.with("word-sim", &[("which", which.into())]));
        each.chain(sims).collect::<Vec<_>>().join(" · ")
    }

    /// Whether a case has what was found. None when it does not.
    pub(crate) fn finding_status(
        &self,
        status: FindingStatus,
        shown: impl Fn(Date) -> String,
    ) -> Option<String> {
        let key = format!("word-found-{}", status.word());
        match status {
            FindingStatus::New => None,
            FindingStatus::StillUsed(day, state) => Some(self.still_used(state, shown(day))),
            FindingStatus::OtherSim(day) => Some(self.with(&key, &[("date", shown(day).into())])),
            FindingStatus::Dismissed | FindingStatus::Listed(_) => {
                Some(self.get(&key).into_owned())
            }
        }
    }

    /// That an account sent a code on this day, after it was marked so.
    pub(crate) fn still_used(&self, state: AccountState, day: String) -> String {
        let args = [("date", day.into()), ("state", state.word().into())];
        self.with("word-found-still_used", &args)
    }
}
