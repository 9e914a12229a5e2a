//! What was seen of each account, added up over messages, logins and files.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{
    cache::{Cached, CachedDetection, DetectionCache},
    catalogue::squeezed,
    detector::{Detection, Detector, Scratch, Seen},
    message::Message,
    told_apart::{ToldApart, mark_of_message},
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
    first: Option<Timestamp>,
    last: Option<Timestamp>,
    sample: &'a str,
    format: &'static str,
}

impl Sightings {
    fn add(&mut self, counts: bool, one: &Sighting<'_>) {
        self.count += u64::from(counts);
        self.see(one);
    }

    fn see(&mut self, one: &Sighting<'_>) {
        let Sighting { first, last, sample, format } = *one;
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
    /// Takes what was seen of the account in another file, but for the counts.
    fn join(&mut self, other: Self) {
        for (kind, Sightings { first, last, sample, format, .. }) in other.seen {
            let seen = Sighting { first, last, sample: &sample, format };
            self.seen.entry(kind).or_default().see(&seen);
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
            // What was seen was seen once at least.
            let (count, first, last) = (count.max(1), first.map(day), last.map(day));
            let evidence = Evidence { count, first, last };
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

/// The SIM that a message came to. Android writes -1 where it does not know.
fn sim_of<'a>(message: &Message<'a>) -> Option<&'a str> {
    message.sim.filter(|sim| !matches!(*sim, "" | "-1") && sim.len() <= 20)
}

/// What was seen so far.
#[derive(Debug, Default)]
pub struct Tally {
    candidates: Vec<Candidate>,
    /// The kind of export that is being read, in the word of its reader.
    format: &'static str,
    /// Now, where it is known: nothing was seen later.
    until: Option<Timestamp>,
    /// The SIMs that messages came to; more than two need not be told apart.
    sims: BTreeSet<String>,
    /// Which candidate has a key.
    places: HashMap<String, usize>,
    told_apart: ToldApart,
    scratch: Scratch,
    cache: DetectionCache,
}

/// Days without a zone are read as those of London: elsewhere the same day begins up
/// to so many hours before.
const AHEAD: SignedDuration = SignedDuration::from_hours(14);

impl Tally {
    /// A tally in which nothing was seen after this moment.
    pub(super) fn until(until: Option<Timestamp>) -> Self {
        Self { until, ..Self::default() }
    }

    /// When a message was seen that has this date. A day in the future is none.
    fn seen_at(&self, at: Option<Timestamp>) -> Option<Timestamp> {
        let Some(now) = self.until else { return at };
        let is_near = |at: &Timestamp| at.duration_since(now) <= AHEAD;
        at.filter(is_near).map(|at| at.min(now))
    }

    /// What comes now is from an export of this kind.
    pub(super) fn reading(&mut self, format: &'static str) {
        self.format = format;
    }

    /// Adds what a message shows. Returns whether it is a code that names nobody.
    pub(super) fn message(&mut self, detector: &Detector, message: &Message<'_>) -> bool {
        self.see_sim(message);
        let key = detector.cache_key(message);
        let place = self.cache.place(key).unwrap_or_else(|| {
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
            self.cache.insert(key, cached)
        });
        let at = self.seen_at(message.at);
        let (place, kind, sample) = match self.cache.get(place) {
            Some(Cached::Account(CachedDetection { place, kind, sample })) => (place, kind, sample),
            other => return other == Some(&Cached::Unnamed),
        };
        let Some(Candidate { finding, seen }) = self.candidates.get_mut(*place) else {
            return false;
        };
        let counts = self.told_apart.is_new(|| mark_of_message(message), *place, *kind);
        let (first, last, format) = (at, at, self.format);
        seen.entry(*kind).or_default().add(counts, &Sighting { first, last, sample, format });
        let sims = &mut finding.sims;
        if let Some(sim) =
            sim_of(message).filter(|sim| !sims.contains(*sim) && sims.len() < MOST_SIMS)
        {
            sims.insert(sim.to_owned());
        }
        false
    }

    fn see_sim(&mut self, message: &Message<'_>) {
        let sim = sim_of(message).filter(|sim| self.sims.len() < 2 && !self.sims.contains(*sim));
        self.sims.extend(sim.map(str::to_owned));
    }

    /// Adds a login that holds the number; the same one has the same mark.
    pub(super) fn login(
        &mut self,
        detector: &Detector,
        (known, name): (Option<usize>, String),
        kind: EvidenceKind,
        mark: u64,
    ) {
        let sample = name.clone();
        let Some(place) = self.place(detector, known, name) else { return };
        let counts = self.told_apart.is_new(|| mark, place, kind);
        if let Some(one) = self.candidates.get_mut(place) {
            let (sample, format) = (sample.as_str(), self.format);
            let seen = Sighting { first: None, last: None, sample, format };
            one.seen.entry(kind).or_default().add(counts, &seen);
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

    /// Adds what was seen in another file. A message that was counted already is not
    /// counted again.
    pub(crate) fn join(&mut self, other: Self) {
        self.sims.extend(other.sims);
        let mut others: Vec<Option<Candidate>> = other.candidates.into_iter().map(Some).collect();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for (key, place) in other.places {
            let Some(one) = others.get_mut(place).and_then(Option::take) else { continue };
            let bare = Candidate { finding: one.finding.clone(), ..Candidate::default() };
            let own = self.places.get(&key).copied().or_else(|| self.push(key, bare));
            let Some(own) = own else { continue };
            places.insert(place, own);
            if let Some(own) = self.candidates.get_mut(own) {
                own.join(one);
            }
        }
        for (mark, place, kind) in other.told_apart.into_marks() {
            let Some(own) = places.get(&place) else { continue };
            let new = self.told_apart.is_new(|| mark, *own, kind);
            let one = self.candidates.get_mut(*own).filter(|_| new);
            if let Some(seen) = one.and_then(|one| one.seen.get_mut(&kind)) {
                seen.count += 1;
            }
        }
    }

    /// What was found, the surest first, and the samples of each. Days are
    /// those of the time zone `home`.
    pub fn finish(self, home: &TimeZone) -> Vec<(Finding, Samples)> {
        let several_sims = self.sims.len() > 1;
        let mut all: Vec<_> = self
            .candidates
            .into_iter()
            .filter(|one| !one.seen.is_empty())
            .map(|one| {
                let last = one.seen.values().filter_map(|seen| seen.last).max();
                let (mut found, samples) = one.finish(home);
                found.several_sims = several_sims;
                (last, (found, samples))
            })
            .collect();
        all.sort_by(|(a_last, (a, _)), (b_last, (b, _))| {
            let order = b.score().cmp(&a.score()).then(b_last.cmp(a_last));
            order.then_with(|| a.name.cmp(&b.name))
        });
        all.into_iter().map(|(_, found)| found).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The n-th code of one account, an hour after the one before.
    fn code(n: i64) -> (String, Option<Timestamp>) {
        let at = Timestamp::from_second(1_760_000_000 + n * 3600).ok();
        (format!("RM0.00 Kopi Bank: your code is {:06}", 100_000 + n), at)
    }

    fn tally(detector: &Detector, codes: impl IntoIterator<Item = i64>) -> Tally {
        let mut tally = Tally::default();
        for (body, at) in codes.into_iter().map(code) {
            let message = Message { sender: "63001", body: &body, at, ..Message::default() };
            tally.message(detector, &message);
        }
        tally
    }

    #[test]
    fn of_a_phone_with_two_sims_no_code_is_known_to_have_come_to_the_line() {
        let detector = Detector::new().expect("sound");
        let several = |sims: &[&str]| {
            let mut all = Tally::default();
            for (n, sim) in (1..).zip(sims) {
                let (body, at) = code(n);
                let (sim, sender) = (Some(*sim), "63001");
                let message = Message { sender, body: &body, at, sim, ..Message::default() };
                all.message(&detector, &message);
            }
            all.finish(&TimeZone::UTC).iter().all(|(one, _)| one.several_sims)
        };
        assert!(several(&["1", "2"]));
        assert!(!several(&["1", "1", "-1"]), "that it is not known is no SIM");
    }

    fn count(tally: Tally) -> (u64, usize) {
        let found = tally.finish(&TimeZone::UTC);
        let codes = found.iter().filter_map(|(one, _)| one.evidence.get(&EvidenceKind::Code));
        (codes.map(|codes| codes.count).sum(), found.len())
    }

    #[test]
    fn a_message_that_is_dated_in_the_future_counts_and_its_date_does_not() {
        let detector = Detector::new().expect("sound");
        let at = |text: &str| text.parse::<Timestamp>().ok();
        let now = at("2026-11-05T02:00:00Z");
        let seen = |date: &str| {
            let mut tally = Tally::until(now);
            let (body, _) = code(1);
            let message =
                Message { sender: "63001", body: &body, at: at(date), ..Message::default() };
            tally.message(&detector, &message);
            let found = tally.finish(&TimeZone::UTC);
            let codes = found.first().and_then(|(one, _)| one.evidence.get(&EvidenceKind::Code));
            codes.map(|codes| (codes.count, codes.last.map(|day| day.to_string())))
        };
        assert_eq!(seen("2099-01-01T00:00:00Z"), Some((1, None)));
        assert_eq!(seen("2026-11-06T00:00:00Z"), Some((1, None)));
        let today = Some((1, Some("2026-11-05".to_owned())));
        assert_eq!(seen("2026-11-05T01:00:00Z"), today);
        assert_eq!(seen("2026-11-05T15:00:00Z"), today, "this evening, written without a zone");
    }

    #[test]
    fn the_same_message_counts_once_in_however_many_files_it_is() {
        let detector = Detector::new().expect("sound");
        let of = |codes: &[std::ops::Range<i64>]| {
            let mut all = Tally::default();
            for codes in codes {
                all.join(tally(&detector, codes.clone()));
            }
            count(all)
        };
        assert_eq!(count(tally(&detector, 0..5)), (5, 1));
        assert_eq!(of(&[0..5, 0..5]), (5, 1), "the same file under another name");
        assert_eq!(of(&[0..5, 0..9]), (9, 1), "the second contains the first");
        assert_eq!(of(&[0..5, 3..9, 20..22]), (11, 1), "they overlap");
        assert_eq!(of(&[0..5, 5..9]), (9, 1), "they do not");
        assert_eq!(count(tally(&detector, [1, 1, 2, 1])), (2, 1), "in one file too");
        let (body, at) = code(1);
        let later = at.and_then(|at| Timestamp::from_second(at.as_second() + 1).ok());
        let mut again = Tally::default();
        for (sender, at) in [("63001", at), ("63001", later), ("63002", at)] {
            let message = Message { sender, body: &body, at, ..Message::default() };
            again.message(&detector, &message);
        }
        assert_eq!(count(again), (3, 1), "another moment or sender is another message");
    }
}
