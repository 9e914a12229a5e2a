//! What files of contacts hold: how many contacts, how many with a number, and
//! a key for each, so that two files can be compared.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
};

use super::{
    fold::fold,
    summary::{Defects, MOST_NAMES, Member, Place},
};

/// What a file of contacts holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Its format: the word in reports.
    pub format: &'static str,
    /// Whole cards.
    pub cards: u64,
    /// Cards with a phone number.
    pub with_number: u64,
    /// Records that are no contact, and a card that does not end.
    pub defects: Defects,
    /// Files in an archive with which something is wrong.
    pub inside: Vec<Member>,
    /// The key of each contact, and its name.
    pub known: BTreeMap<u64, String>,
}

/// The most contacts that are told apart.
const MOST: usize = 200_000;

/// The most numbers of a contact that are kept.
const MOST_NUMBERS: usize = 100;

/// One contact, as it is read.
#[derive(Default)]
pub(super) struct Card {
    pub(super) name: String,
    numbers: Vec<String>,
}

impl Card {
    /// Adds a phone number, if the text has the digits of one.
    pub(super) fn number(&mut self, written: &str) {
        let digits: String = fold(written).chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= 3 && self.numbers.len() < MOST_NUMBERS {
            self.numbers.push(digits);
        }
    }

    pub(super) fn has_number(&self) -> bool {
        !self.numbers.is_empty()
    }
}

impl Contacts {
    /// The names of the contacts that `newer` does not have.
    pub(crate) fn missing_in(&self, newer: &Self) -> Vec<&str> {
        let missing = self.known.iter().filter(|(key, _)| !newer.known.contains_key(key));
        missing.map(|(_, name)| name.as_str()).collect()
    }

    /// Whether it can be read from beginning to end, and has a number that can be called.
    pub(crate) fn is_whole(&self) -> bool {
        self.defects.is_none() && self.inside.is_empty() && self.with_number > 0
    }

    /// Adds a file of an archive.
    pub(super) fn join(&mut self, name: &str, file: Self) {
        let Self { format, cards, with_number, defects, inside: _, known } = file;
        if !defects.is_none() && self.inside.len() < MOST_NAMES {
            let name = name.to_owned();
            self.inside.push(Member { name, held: cards, declared: None, defects });
        }
        self.format = format;
        self.cards += cards;
        self.with_number += with_number;
        let room = MOST.saturating_sub(self.known.len());
        self.known.extend(known.into_iter().take(room));
    }

    /// Adds a whole contact.
    pub(super) fn add(&mut self, card: &Card) {
        self.cards += 1;
        self.with_number += u64::from(card.has_number());
        if self.known.len() >= MOST {
            return;
        }
        // The end of a number is the same with and without its country code.
        let mut ends: Vec<&str> = card
            .numbers
            .iter()
            .map(|number| number.get(number.len().saturating_sub(8)..).unwrap_or(number))
            .collect();
        ends.sort_unstable();
        ends.dedup();
        let of = (fold(&card.name), ends);
        let key = BuildHasherDefault::<DefaultHasher>::new().hash_one(of);
        let shown: String = crate::text::clean_line(&card.name).chars().take(60).collect();
        self.known.insert(key, shown);
    }

    /// Counts a record that is no contact and begins at this offset.
    pub(super) fn reject(&mut self, at: u64) {
        self.defects.reject(Place::Byte(at));
    }
}
