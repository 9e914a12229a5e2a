//! What was detected in earlier messages. Accounts send the same text again and
//! again with other digits, and two messages that differ in such digits only
//! show the same.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _};

use foldhash::fast::FixedState;

use super::{brand_number::brand_number, message::Message};
use crate::domain::EvidenceKind;

/// Runs of digits that are part of a name or a phrase: they make a
/// difference.
#[derive(Debug, Default)]
pub(super) struct NameDigits {
    /// The runs of at most four digits, by their value.
    short: Vec<bool>,
    long: Vec<Vec<u8>>,
}

impl NameDigits {
    /// The runs of digits in these names and phrases.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut digits = Self { short: vec![false; 10_000], long: Vec::new() };
        for text in texts {
            for run in text.as_bytes().split(|b| !b.is_ascii_digit()) {
                match number(run) {
                    _ if run.is_empty() => {}
                    Some(number) => {
                        if let Some(place) = digits.short.get_mut(number) {
                            *place = true;
                        }
                    }
                    None => digits.long.push(run.to_vec()),
                }
            }
        }
        digits
    }

    fn contains(&self, run: &[u8]) -> bool {
        match number(run) {
            Some(number) => self.short.get(number).copied().unwrap_or(true),
            None => self.long.iter().any(|long| long == run),
        }
    }
}

/// The value of a run of at most four digits.
fn number(run: &[u8]) -> Option<usize> {
    (run.len() <= 4).then(|| run.iter().fold(0, |sum, b| sum * 10 + usize::from(b - b'0')))
}

/// What a message shows, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Cached {
    /// Nothing of an account.
    #[default]
    Nothing,
    /// A code that names nobody.
    Unnamed,
    /// An account.
    Account(CachedDetection),
}

/// What was detected in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CachedDetection {
    /// The place of the account among those that were seen.
    pub(super) place: usize,
    pub(super) kind: EvidenceKind,
    pub(super) sample: Box<str>,
}

/// A set-associative cache of fixed size: a new entry replaces the oldest of
/// its set. Keys stand apart, so that a look at a set takes one line of memory.
#[derive(Debug)]
pub(super) struct DetectionCache {
    sets: Vec<Set>,
    shown: Vec<Cached>,
}

/// The keys of a set, and the place of the oldest. No message has the key 0.
#[derive(Clone, Copy, Debug, Default)]
struct Set {
    keys: [u64; WAYS],
    oldest: usize,
}

/// Entries in a set.
const WAYS: usize = 4;

const SETS: usize = 1 << 12;

impl Default for DetectionCache {
    fn default() -> Self {
        Self { sets: vec![Set::default(); SETS], shown: vec![Cached::Nothing; WAYS * SETS] }
    }
}

impl DetectionCache {
    fn set(key: u64) -> usize {
        usize::try_from(key >> 40).unwrap_or_default() % SETS
    }

    /// Where it is kept what messages with this key show, as far as it is known.
    pub(super) fn place(&self, key: u64) -> Option<usize> {
        let set = Self::set(key);
        let way = self.sets.get(set)?.keys.iter().position(|one| *one == key)?;
        Some(set * WAYS + way)
    }

    /// What is kept at a place.
    pub(super) fn get(&self, place: usize) -> Option<&Cached> {
        self.shown.get(place)
    }

    /// Keeps what messages with this key show, and says where.
    pub(super) fn insert(&mut self, key: u64, shown: Cached) -> usize {
        let set = Self::set(key);
        let Some(Set { keys, oldest }) = self.sets.get_mut(set) else { return usize::MAX };
        let place = set * WAYS + *oldest;
        if let (Some(own), Some(kept)) = (keys.get_mut(*oldest), self.shown.get_mut(place)) {
            (*own, *kept) = (key, shown);
        }
        *oldest = (*oldest + 1) % WAYS;
        place
    }
}

/// The key of a message. Messages with the same key show the same: they differ
/// in digits that are part of no name or phrase, and in nothing else.
pub(super) fn cache_key(digits: &NameDigits, message: &Message<'_>) -> u64 {
    let mut hash = FixedState::default().build_hasher();
    (message.sender, message.contact, message.sent).hash(&mut hash);
    // A price of zero in front has a meaning of its own.
    let trimmed = message.body.trim_start().as_bytes();
    let free = trimmed.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(b"RM0"));
    free.hash(&mut hash);
    brand_number(message.body).hash(&mut hash);
    let mut rest = message.body.as_bytes();
    while let Some((text, more)) = rest.split_at_checked(digit(rest)).filter(|_| !rest.is_empty()) {
        hash.write(text);
        let end = more.iter().position(|b| !b.is_ascii_digit()).unwrap_or(more.len());
        let (run, more) = more.split_at(end);
        if digits.contains(run) {
            hash.write(run);
        } else {
            hash.write_usize(run.len());
        }
        rest = more;
    }
    hash.finish().max(1)
}

/// Where the first digit stands, or the end. Eight bytes are looked at in one step, since
/// every byte of every message is.
fn digit(text: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let (words, _) = text.as_chunks::<8>();
    let has = |word: &&[u8; 8]| {
        let word = u64::from_le_bytes(**word) ^ (ONES * 0x30);
        // A digit is below ten now: the subtraction borrows from the highest bit of its byte.
        word.wrapping_sub(ONES * 10) & !word & (ONES * 0x80) == 0
    };
    let from = words.iter().take_while(has).count() * 8;
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().position(u8::is_ascii_digit).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(body: &str) -> u64 {
        let digits = NameDigits::of(["12306", "99 Speedmart"].into_iter());
        cache_key(&digits, &Message { sender: "63001", body, ..Message::default() })
    }

    #[test]
    fn the_first_digit_is_found_wherever_it_stands() {
        for before in ["", "ab", "seven..", "eight...", "验证码：", "/:;?@\u{7f}\u{80}\u{b0}"] {
            for digit in ["0", "9"] {
                assert_eq!(super::digit(format!("{before}{digit}4 x").as_bytes()), before.len());
            }
            assert_eq!(super::digit(before.as_bytes()), before.len());
        }
    }

    #[test]
    fn only_digits_that_do_not_matter_make_no_difference() {
        assert_eq!(of("code 123456"), of("code 998877"));
        assert_ne!(of("code 123456"), of("code 12345"));
        assert_ne!(of("code 123456"), of("Code 123456"));
        assert_ne!(of("12306: code 123456"), of("12307: code 123456"));
        assert_ne!(of("99 is it"), of("98 is it"));
        assert_eq!(of("98 is it"), of("97 is it"));
        assert_ne!(of("RM0.00 hi"), of("RM1.00 hi"));
        assert_ne!(of("【51】code 123456"), of("【58】code 123456"));
    }
}
