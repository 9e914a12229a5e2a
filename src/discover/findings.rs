//! What was seen of each account, added up.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
};

use jiff::Timestamp;

use super::{
    catalogue::squeezed,
    judge::{Desk, Judge, Verdict},
    memory::{Memory, Shown},
    message::{Message, What},
};
use crate::domain::AccountKind;

/// How often one thing was seen, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How often.
    pub count: u64,
    /// The first time, when times are told.
    pub first: Option<Timestamp>,
    /// The last time.
    pub last: Option<Timestamp>,
    /// What the last one said, without a digit of it.
    pub sample: String,
}

impl Seen {
    fn add(&mut self, at: Option<Timestamp>, sample: &str) {
        self.count += 1;
        self.first = earlier(self.first, at);
        if self.sample.is_empty() || at >= self.last {
            sample.clone_into(&mut self.sample);
        }
        self.last = self.last.max(at);
    }

    fn join(&mut self, other: Self) {
        self.count += other.count;
        self.first = earlier(self.first, other.first);
        if self.sample.is_empty() || other.last > self.last {
            self.sample = other.sample;
        }
        self.last = self.last.max(other.last);
    }
}

fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.into_iter().chain(other).min()
}

/// One account and what speaks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// It stands in the list of known accounts, under this id.
    pub known: Option<String>,
    /// What sort of account it is.
    pub kind: AccountKind,
    /// What was seen, the strongest first.
    pub evidence: BTreeMap<What, Seen>,
    /// The SIMs it wrote to, as the export calls them.
    pub sims: BTreeSet<String>,
}

impl Found {
    /// How sure it is that the number hangs on it, of 100.
    pub fn score(&self) -> u32 {
        let strongest = self.evidence.keys().map(|what| what.weight()).max().unwrap_or_default();
        let times: u64 = self.evidence.values().map(|seen| seen.count).sum();
        let more = u32::try_from(times.saturating_sub(1).min(5)).unwrap_or(5);
        let sorts = u32::try_from(self.evidence.len().saturating_sub(1)).unwrap_or_default();
        (strongest + more + sorts).min(100)
    }

    /// When it last showed itself.
    pub fn last(&self) -> Option<Timestamp> {
        self.evidence.values().filter_map(|seen| seen.last).max()
    }

    /// When it last sent a code.
    pub fn last_code(&self) -> Option<Timestamp> {
        self.evidence.get(&What::Code).and_then(|seen| seen.last)
    }

    /// Takes in what was seen of the same account elsewhere.
    pub fn join(&mut self, other: Self) {
        for (what, seen) in other.evidence {
            self.evidence.entry(what).or_default().join(seen);
        }
        self.sims.extend(other.sims);
        while self.sims.len() > MOST_SIMS {
            self.sims.pop_last();
        }
    }
}

/// Most accounts that are kept: an export that names more is no export.
const MOST: usize = 20_000;

/// Most SIMs that are told apart.
const MOST_SIMS: usize = 8;

/// Most messages that are told apart.
const MOST_SEEN: usize = 1_000_000;

/// What was found so far.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<Found>,
    /// Where the account of a key stands.
    places: HashMap<String, usize>,
    desk: Desk,
    memory: Memory,
    /// Messages older than this are passed over.
    pub since: Option<Timestamp>,
    /// Messages are told apart instead of judged.
    pub compare: bool,
    /// What tells each message from others, and when it came.
    pub seen: HashMap<u64, Option<Timestamp>>,
    /// How many messages were read.
    pub messages: u64,
    /// How many accounts were read.
    pub logins: u64,
    /// How many accounts had no more room.
    pub dropped: u64,
}

impl Findings {
    /// Takes one message.
    pub fn message(&mut self, judge: &Judge, message: &Message<'_>) {
        self.messages += 1;
        if self.compare {
            if self.seen.len() < MOST_SEEN {
                let of = (message.sender, message.body, message.at.map(Timestamp::as_second));
                let key = BuildHasherDefault::<DefaultHasher>::new().hash_one(of);
                self.seen.insert(key, message.at);
            }
            return;
        }
        if self.since.is_some_and(|since| message.at.is_some_and(|at| at < since)) {
            return;
        }
        let key = judge.key(message);
        if self.memory.recall(key).is_none() {
            let verdict = judge.judge_at(&mut self.desk, message);
            let shown = verdict.and_then(|Verdict { what, known, name, sample }| {
                let place = self.place(judge, known, name)?;
                Some(Shown { place, what, sample: sample.into() })
            });
            self.memory.keep(key, shown);
        }
        let Some(Some(Shown { place, what, sample })) = self.memory.recall(key) else { return };
        let Some(found) = self.found.get_mut(*place) else { return };
        found.evidence.entry(*what).or_default().add(message.at, sample);
        let sim = message.sim.filter(|sim| !sim.is_empty() && sim.len() <= 20);
        if let Some(sim) =
            sim.filter(|sim| !found.sims.contains(*sim) && found.sims.len() < MOST_SIMS)
        {
            found.sims.insert(sim.to_owned());
        }
    }

    /// Takes something that was seen of an account.
    pub(super) fn add(
        &mut self,
        judge: &Judge,
        known: Option<usize>,
        name: String,
        what: What,
        at: Option<Timestamp>,
        sample: &str,
    ) {
        let place = self.place(judge, known, name);
        if let Some(found) = place.and_then(|place| self.found.get_mut(place)) {
            found.evidence.entry(what).or_default().add(at, sample);
        }
    }

    /// Where an account stands; it comes when it is not there yet.
    fn place(&mut self, judge: &Judge, known: Option<usize>, name: String) -> Option<usize> {
        let account = known.and_then(|at| judge.catalogue().get(at));
        let key = account.map_or_else(|| squeezed(&name), |one| format!("={}", one.id));
        self.place_of(key, || Found {
            name,
            known: account.map(|one| one.id.clone()),
            kind: account.map(|one| one.kind).unwrap_or_default(),
            evidence: BTreeMap::new(),
            sims: BTreeSet::new(),
        })
    }

    fn place_of(&mut self, key: String, new: impl FnOnce() -> Found) -> Option<usize> {
        if let Some(place) = self.places.get(&key) {
            return Some(*place);
        }
        if key.is_empty() || self.found.len() >= MOST {
            self.dropped += u64::from(!key.is_empty());
            return None;
        }
        let place = self.found.len();
        self.found.push(new());
        self.places.insert(key, place);
        Some(place)
    }

    /// Takes in what another reader found.
    pub fn join(&mut self, other: Self) {
        self.messages += other.messages;
        self.logins += other.logins;
        self.dropped += other.dropped;
        self.seen.extend(other.seen);
        let mut found: Vec<Option<Found>> = other.found.into_iter().map(Some).collect();
        for (key, place) in other.places {
            let Some(one) = found.get_mut(place).and_then(Option::take) else { continue };
            let (name, known, kind) = (one.name.clone(), one.known.clone(), one.kind);
            let new = || Found { name, known, kind, ..Found::default() };
            let at = self.place_of(key, new);
            if let Some(own) = at.and_then(|at| self.found.get_mut(at)) {
                own.join(one);
            }
        }
    }

    /// What was found, the surest first.
    pub fn sorted(self) -> Vec<Found> {
        let mut all: Vec<Found> = self.found;
        all.retain(|one| !one.evidence.is_empty());
        all.sort_by(|a, b| {
            let order = b.score().cmp(&a.score()).then(b.last().cmp(&a.last()));
            order.then_with(|| a.name.cmp(&b.name))
        });
        all
    }
}
