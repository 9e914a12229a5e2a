//! What was judged before. Catalogue say the same thing over and over with
//! other digits: a message that differs from an earlier one in its digits only
//! shows the same.

use super::message::{Message, What};

/// Digits that are part of a name or a phrase: they make a difference.
#[derive(Debug, Default)]
pub(super) struct Digits {
    /// Runs of at most four digits, by their number.
    short: Vec<bool>,
    long: Vec<Vec<u8>>,
}

impl Digits {
    /// The runs of digits in these texts.
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

    fn matter(&self, run: &[u8]) -> bool {
        match number(run) {
            Some(number) => self.short.get(number).copied().unwrap_or(true),
            None => self.long.iter().any(|long| long == run),
        }
    }
}

/// A run of at most four digits as a number.
fn number(run: &[u8]) -> Option<usize> {
    (run.len() <= 4).then(|| run.iter().fold(0, |sum, b| sum * 10 + usize::from(b - b'0')))
}

/// What a message was found to show: the place of its account, what, and the
/// sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) place: usize,
    pub(super) what: What,
    pub(super) sample: Box<str>,
}

/// As many judgements as there is room for; a newer one takes the place of an
/// older.
#[derive(Debug)]
pub(super) struct Memory {
    entries: Vec<Option<(u64, Option<Shown>)>>,
}

/// Judgements that share a shelf: a newer one pushes the oldest off it.
const SHELF: usize = 4;

const SHELVES: usize = 1 << 12;

impl Default for Memory {
    fn default() -> Self {
        Self { entries: vec![None; SHELF * SHELVES] }
    }
}

impl Memory {
    fn shelf(key: u64) -> std::ops::Range<usize> {
        let at = usize::try_from(key >> 40).unwrap_or_default() % SHELVES * SHELF;
        at..at + SHELF
    }

    /// What was judged of messages with this key.
    pub(super) fn recall(&self, key: u64) -> Option<&Option<Shown>> {
        let shelf = self.entries.get(Self::shelf(key))?;
        shelf.iter().flatten().find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    pub(super) fn keep(&mut self, key: u64, shown: Option<Shown>) {
        if let Some(shelf) = self.entries.get_mut(Self::shelf(key)) {
            shelf.rotate_right(1);
            if let Some(entry) = shelf.first_mut() {
                *entry = Some((key, shown));
            }
        }
    }
}

/// Two messages with one key show the same: they differ in digits that do not
/// matter, and in nothing else.
pub(super) fn key(digits: &Digits, message: &Message<'_>) -> u64 {
    let mut hash = Hash(0xCBF2_9CE4_8422_2325);
    hash.bytes(message.sender.as_bytes());
    hash.byte(0xFF);
    hash.bytes(message.contact.unwrap_or_default().as_bytes());
    hash.byte(if message.sent { 0xFE } else { 0xFD });
    // A price of nothing in front means something else than any other.
    let trimmed = message.body.trim_start().as_bytes();
    let free = trimmed.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(b"RM0"));
    hash.byte(u8::from(free));
    let mut rest = message.body.as_bytes();
    while let Some(first) = rest.first() {
        let is_digit = first.is_ascii_digit();
        let end = rest.iter().position(|b| b.is_ascii_digit() != is_digit).unwrap_or(rest.len());
        let (run, more) = rest.split_at(end);
        if is_digit && !digits.matter(run) {
            hash.byte(0xFC);
            hash.bytes(&run.len().to_le_bytes());
        } else {
            hash.bytes(run);
        }
        rest = more;
    }
    hash.end()
}

/// Eight bytes at a time, each mixed into the rest. Not made against those
/// who look for two messages with one key: the worst they get is one wrong
/// line in their own scan.
struct Hash(u64);

impl Hash {
    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    }

    fn byte(&mut self, byte: u8) {
        self.word(u64::from(byte) + 0x100);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in words.by_ref() {
            let mut eight = [0; 8];
            eight.copy_from_slice(word);
            self.word(u64::from_le_bytes(eight));
        }
        let rest = words.remainder();
        let mut eight = [0; 8];
        if let Some(place) = eight.get_mut(..rest.len()) {
            place.copy_from_slice(rest);
        }
        self.word(u64::from_le_bytes(eight));
        self.word(bytes.len() as u64);
    }

    fn end(self) -> u64 {
        let mut hash = self.0;
        hash ^= hash >> 32;
        hash.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(body: &str) -> u64 {
        let digits = Digits::of(["12306", "99 Speedmart"].into_iter());
        key(&digits, &Message { sender: "63001", body, ..Message::default() })
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
    }
}
