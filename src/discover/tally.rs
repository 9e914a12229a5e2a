//! What was seen of each account, added up over messages, logins and files.

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, tz::TimeZone};

use super::{
    cache::{Cached, CachedDetection, DetectionCache},
    catalogue::squeezed,
    detector::{Detection, Detector, Scratch, Seen},
    message::Message,
};
use crate::domain::{Evidence, EvidenceKind, Finding};

/// What the last evidence of each kind said: words that are known beforehand,
/// with dots for codes, and no digit of a message.
pub(crate) type Samples = BTreeMap<EvidenceKind, String>;

/// How often evidence of one kind was seen, and when.
#[derive(Debug, Default)]
struct Sightings {
    count: u64,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
    /// What the last of them said, and the kind of export that held it.
    sample: String,
    format: &'static str,
}

/// One more message, or what another file showed.
struct Sighting<'a> {
    count: u64,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
    sample: &'a str,
    format: &'static str,
}

impl Sightings {
    fn add(&mut self, one: &Sighting<'_>) {
        let Sighting { count, first, last, sample, format } = *one;
        self.count += count;
        self.first = self.first.into_iter().chain(first).min();
        if self.sample.is_empty() || last >= self.last {
            sample.clone_into(&mut self.sample);
            self.format = format;
        }
        self.last = self.last.max(last);
    }
}

/// One account: a finding without evidence yet, and what was seen.
#[derive(Debug, Default)]
struct Candidate {
    finding: Finding,
    seen: BTreeMap<EvidenceKind, Sightings>,
}

impl Candidate {
    fn join(&mut self, other: Self) {
        for (kind, Sightings { count, first, last, sample, format }) in other.seen {
            let seen = Sighting { count, first, last, sample: &sample, format };
            self.seen.entry(kind).or_default().add(&seen);
        }
        self.finding.sims.extend(other.finding.sims);
        while self.finding.sims.len() > MOST_SIMS {
            self.finding.sims.pop_last();
        }
    }

    /// The finding, with the days that its moments are in `home`. This is the
    /// one place where the moments of messages become days.
    fn finish(mut self, home: &TimeZone) -> (Finding, Samples) {
        let day = |at: Timestamp| at.to_zoned(home.clone()).date();
        let mut samples = Samples::new();
        // Of what came at the same time the strongest evidence counts.
        let last = self.seen.values().rev().max_by_key(|seen| seen.last);
        let format = last.map(|seen| seen.format).filter(|format| !format.is_empty());
        self.finding.seen_in = format.map(str::to_owned);
        for (kind, Sightings { count, first, last, sample, .. }) in self.seen {
            let evidence = Evidence { count, first: first.map(day), last: last.map(day) };
            self.finding.evidence.insert(kind, evidence);
            samples.insert(kind, sample);
        }
        (self.finding, samples)
    }
}

/// The most accounts that are kept: no honest export names more.
const MOST: usize = 20_000;

/// The most SIMs of an account that are told apart.
const MOST_SIMS: usize = 8;

/// What was seen so far.
#[derive(Debug, Default)]
pub struct Tally {
    candidates: Vec<Candidate>,
    /// The kind of export that is being read, in the word of its reader.
    format: &'static str,
    /// Which candidate has a key.
    places: HashMap<String, usize>,
    scratch: Scratch,
    cache: DetectionCache,
}

impl Tally {
    /// What comes now is from an export of this kind.
    pub(super) fn reading(&mut self, format: &'static str) {
        self.format = format;
    }

    /// Adds what a message shows. Returns whether it is a code that names nobody.
    pub(super) fn message(&mut self, detector: &Detector, message: &Message<'_>) -> bool {
        let key = detector.cache_key(message);
        if self.cache.get(key).is_none() {
            let cached = match detector.detect_with(&mut self.scratch, message) {
                Seen::Nothing => Cached::Nothing,
                Seen::Unnamed => Cached::Unnamed,
                Seen::Account(Detection { kind, known, name, sample }) => {
                    let place = self.place(detector, known, name);
                    let sample = sample.into();
                    place.map_or(Cached::Nothing, |place| {
                        Cached::Account(CachedDetection { place, kind, sample })
                    })
                }
            };
            self.cache.insert(key, cached);
        }
        let (place, kind, sample) = match self.cache.get(key) {
            Some(Cached::Account(CachedDetection { place, kind, sample })) => (place, kind, sample),
            other => return other == Some(&Cached::Unnamed),
        };
        let Some(Candidate { finding, seen }) = self.candidates.get_mut(*place) else {
            return false;
        };
        let (first, last, format) = (message.at, message.at, self.format);
        seen.entry(*kind).or_default().add(&Sighting { count: 1, first, last, sample, format });
        let sim = message.sim.filter(|sim| !sim.is_empty() && sim.len() <= 20);
        let sims = &mut finding.sims;
        if let Some(sim) = sim.filter(|sim| !sims.contains(*sim) && sims.len() < MOST_SIMS) {
            sims.insert(sim.to_owned());
        }
        false
    }

    /// Adds a login that holds the number.
    pub(super) fn login(
        &mut self,
        detector: &Detector,
        known: Option<usize>,
        name: String,
        kind: EvidenceKind,
    ) {
        let sample = name.clone();
        let place = self.place(detector, known, name);
        if let Some(one) = place.and_then(|place| self.candidates.get_mut(place)) {
            let (sample, format) = (sample.as_str(), self.format);
            let seen = Sighting { count: 1, first: None, last: None, sample, format };
            one.seen.entry(kind).or_default().add(&seen);
        }
    }

    /// The place of an account among the candidates. It becomes one when it is
    /// not yet.
    fn place(&mut self, detector: &Detector, known: Option<usize>, name: String) -> Option<usize> {
        let catalogue = detector.catalogue();
        let entry = known.and_then(|at| catalogue.get(at));
        let key = entry.map_or_else(|| squeezed(&name), |one| format!("={}", one.id));
        if let Some(place) = self.places.get(&key) {
            return Some(*place);
        }
        let names = catalogue.names_of(&name).into_iter().map(str::to_owned).collect();
        let catalogue_id = entry.map(|one| one.id.clone());
        let kind = entry.map(|one| one.kind).unwrap_or_default();
        let finding = Finding { name, names, catalogue_id, kind, ..Finding::default() };
        self.push(key, Candidate { finding, ..Candidate::default() })
    }

    fn push(&mut self, key: String, candidate: Candidate) -> Option<usize> {
        let place = self.candidates.len();
        if key.is_empty() || place >= MOST {
            return None;
        }
        self.candidates.push(candidate);
        self.places.insert(key, place);
        Some(place)
    }

    /// Adds what was seen in another file.
    pub(crate) fn join(&mut self, other: Self) {
        let mut others: Vec<Option<Candidate>> = other.candidates.into_iter().map(Some).collect();
        for (key, place) in other.places {
            let Some(one) = others.get_mut(place).and_then(Option::take) else { continue };
            let own = self.places.get(&key).and_then(|place| self.candidates.get_mut(*place));
            match own {
                Some(own) => own.join(one),
                None => {
                    self.push(key, one);
                }
            }
        }
    }

    /// What was found, the surest first, and the samples of each. Days are
    /// those of the time zone `home`.
    pub fn finish(self, home: &TimeZone) -> Vec<(Finding, Samples)> {
        let mut all: Vec<_> = self
            .candidates
            .into_iter()
            .filter(|one| !one.seen.is_empty())
            .map(|one| {
                let last = one.seen.values().filter_map(|seen| seen.last).max();
                (last, one.finish(home))
            })
            .collect();
        all.sort_by(|(a_last, (a, _)), (b_last, (b, _))| {
            let order = b.score().cmp(&a.score()).then(b_last.cmp(a_last));
            order.then_with(|| a.name.cmp(&b.name))
        });
        all.into_iter().map(|(_, found)| found).collect()
    }
}
