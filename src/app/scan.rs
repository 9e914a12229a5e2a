//! What a scan of the person's exports found, before they decide about it.

use jiff::{Timestamp, civil::Date};

use super::model::Model;
use crate::domain::{Case, Service, ServiceKind, ServiceState};

/// One sort of evidence: its word, how often, and the last day.
pub type Evidence = (&'static str, u64, Option<Date>);

/// A service that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discovery {
    /// Its name.
    pub name: String,
    /// Every name it is known by.
    pub names: Vec<String>,
    /// Other names that the person has merged into it.
    pub merged: Vec<String>,
    /// What sort of account it is.
    pub kind: ServiceKind,
    /// How sure it is, of 100.
    pub score: u32,
    /// What speaks for it, the strongest first.
    pub evidence: Vec<Evidence>,
    /// The day of its last code.
    pub last_code: Option<Date>,
}

/// How the case knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not yet.
    New,
    /// The person does not want to see it.
    Ignored,
    /// It is on the list.
    Listed,
    /// It was marked moved or closed and sent a code after that, last on this
    /// day.
    StillUsed(Date),
}

impl Discovery {
    /// The service of a case that this is.
    pub(super) fn listed<'a>(&self, case: &'a Case) -> Option<&'a Service> {
        case.service_called(self.names.iter().map(String::as_str))
    }

    /// How a case knows it.
    pub fn standing(&self, case: &Case) -> Standing {
        if let Some(service) = self.listed(case) {
            let later = self.last_code.filter(|day| service.since.is_some_and(|on| *day > on));
            return match later {
                Some(day) if service.state.is_released() => Standing::StillUsed(day),
                _ => Standing::Listed,
            };
        }
        if case.is_ignored(&self.name) { Standing::Ignored } else { Standing::New }
    }

    /// Takes in what is really the same service under another name.
    pub(super) fn merge(&mut self, other: Self) {
        self.names.extend(other.names);
        self.score = self.score.max(other.score);
        self.last_code = self.last_code.max(other.last_code);
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

/// What speaks for a service, in words.
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
    each.collect::<Vec<_>>().join(" · ")
}

/// The state that a service gets back when it is still used.
pub(super) const STILL: ServiceState = ServiceState::Linked;
