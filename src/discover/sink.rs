//! Where readers put what they read: messages, logins, and what was wrong.
//!
//! Owns: what becomes of a record, and the summary of a file. Must not know:
//! formats.

use std::{
    collections::HashSet,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
};

use jiff::Timestamp;

use super::{
    catalogue::Entity,
    detector::Detector,
    login::Login,
    message::Message,
    number::{Number, NumberMatch},
    summary::{FileSummary, MOST_ACCOUNTS, MOST_NAMES, Place},
    tally::Tally,
    told_apart::mark_of,
};
use crate::{
    domain::EvidenceKind,
    text::{bare_name, clean_line, mask_digits},
};

/// What was read of a file.
#[derive(Debug, Default)]
pub struct Scanned {
    /// What the file holds.
    pub summary: FileSummary,
    /// What was seen of each account.
    pub tally: Tally,
    /// A fingerprint of each message, when files are compared.
    pub fingerprints: HashSet<u64>,
}

/// The most messages that are told apart.
const MOST: usize = 1_000_000;

/// Takes what a reader reads.
pub(super) struct Sink<'a> {
    detector: &'a Detector,
    /// The number that logins are searched for.
    number: Option<&'a Number>,
    /// Older messages are skipped.
    since: Option<Timestamp>,
    /// Messages are told apart instead of searched for accounts.
    compare: bool,
    scanned: Scanned,
    /// How far the reader is, and where the record under way begins, in bytes.
    at: u64,
    began: u64,
}

impl<'a> Sink<'a> {
    pub(super) fn new(
        detector: &'a Detector,
        number: Option<&'a Number>,
        (since, until): (Option<Timestamp>, Option<Timestamp>),
        compare: bool,
    ) -> Self {
        let scanned = Scanned { tally: Tally::until(until), ..Scanned::default() };
        Self { detector, number, since, compare, scanned, at: 0, began: 0 }
    }

    /// What is told of the file.
    pub(super) fn summary(&mut self) -> &mut FileSummary {
        &mut self.scanned.summary
    }

    /// What comes now is from an export of this kind.
    pub(super) fn reading(&mut self, format: &'static str) {
        self.scanned.tally.reading(format);
    }

    /// Notes how far the reader is, in bytes.
    pub(super) fn reach(&mut self, at: u64) {
        self.at = at;
    }

    /// Notes that a record begins here.
    pub(super) fn begin(&mut self) {
        self.began = self.at;
    }

    /// Counts the record that began last as one that cannot be used.
    pub(super) fn reject(&mut self) {
        self.malformed(self.began);
    }

    /// Notes a column that was not understood.
    pub(super) fn column(&mut self, name: &str) {
        let columns = &mut self.scanned.summary.columns;
        let name: String = clean_line(name).chars().take(40).collect();
        if columns.len() < MOST_NAMES && !columns.contains(&name) {
            columns.push(name);
        }
    }

    /// Takes a message.
    pub(super) fn message(&mut self, message: &Message<'_>) {
        self.scanned.summary.messages += 1;
        let signed = message.at.is_some() && (message.sent || !message.sender.is_empty());
        self.scanned.summary.signed += u64::from(signed);
        self.scanned.summary.texts += u64::from(!message.body.trim().is_empty());
        if self.compare {
            let fingerprints = &mut self.scanned.fingerprints;
            if fingerprints.len() < MOST {
                let of = (message.sender, message.body, message.at.map(Timestamp::as_second));
                fingerprints.insert(BuildHasherDefault::<DefaultHasher>::new().hash_one(of));
            }
        } else if self.since.is_none_or(|since| message.at.is_none_or(|at| at >= since)) {
            let unnamed = self.scanned.tally.message(self.detector, message);
            if unnamed {
                self.unnamed(message.sender);
            }
        }
    }

    /// Counts a code that names nobody. A short code is no person's number, so it can
    /// be told.
    fn unnamed(&mut self, sender: &str) {
        let summary = &mut self.scanned.summary;
        summary.unnamed += 1;
        let short = (3..=6).contains(&sender.len()) && sender.bytes().all(|b| b.is_ascii_digit());
        let codes = &mut summary.short_codes;
        if short && codes.len() < MOST_NAMES && !codes.iter().any(|one| one == sender) {
            codes.push(sender.to_owned());
        }
    }

    /// Takes a login, or counts it as one that cannot be used when it has
    /// nothing of a login.
    pub(super) fn login_or_reject(&mut self, login: &Login) {
        if login.is_usable() {
            self.login(login);
        } else {
            self.reject();
        }
    }

    /// Takes a login. It is evidence only when it holds the number.
    pub(super) fn login(&mut self, login: &Login) {
        self.scanned.summary.logins += 1;
        let Some(number) = self.number else { return };
        let texts = login.fields.iter().chain([&login.title]);
        let kind = match texts.filter_map(|text| number.find(text)).max() {
            None => return,
            Some(NumberMatch::Partial) => EvidenceKind::AccountMaybe,
            Some(NumberMatch::Whole) => EvidenceKind::Account,
        };
        let catalogue = self.detector.catalogue();
        let by_host = login.host().and_then(|host| catalogue.by_host(host));
        // A title can hold the number itself; a host cannot.
        let title = bare_name(&login.title);
        let by_title = match catalogue.entity(&title) {
            Some(Entity::Account(at)) => Some(at),
            _ => None,
        };
        // What the person calls it says more: at one host there are several accounts.
        let known = by_title.or(by_host);
        let name = known.and_then(|at| catalogue.get(at)).map(|one| one.name.clone());
        let host = login.host().map(|host| host.trim_start_matches("www.").to_owned());
        let masked = || Some(mask_digits(&clean_line(&login.title)).trim().to_owned());
        let name = name.or(Some(title).filter(|title| !title.is_empty())).or(host);
        let name = name.or_else(|| masked().filter(|title| !title.is_empty()));
        let Some(name) = name else { return };
        let name: String = name.chars().take(60).collect();
        self.scanned.tally.login(self.detector, (known, name), kind, mark_of(login));
    }

    /// Takes an account whose codes an authenticator makes.
    pub(super) fn authenticator(&mut self, name: &str) {
        let catalogue = self.detector.catalogue();
        // What a person calls it can hold a number.
        let bare = bare_name(name);
        let known = match catalogue.entity(&bare) {
            Some(Entity::Account(at)) => catalogue.get(at).map(|one| one.name.clone()),
            _ => None,
        };
        let own = || {
            let own = if bare.is_empty() { mask_digits(&clean_line(name)) } else { bare };
            own.trim().chars().take(60).collect()
        };
        let name: String = known.unwrap_or_else(own);
        let names = &mut self.scanned.summary.authenticator;
        if names.len() < MOST_ACCOUNTS && !names.contains(&name) {
            names.push(name);
        }
    }

    /// Counts a record that cannot be read and begins at this offset.
    pub(super) fn malformed(&mut self, at: u64) {
        self.malformed_at(Place::Byte(at));
    }

    /// Counts a record that cannot be read and begins at this place.
    pub(super) fn malformed_at(&mut self, at: Place) {
        self.scanned.summary.defects.reject(at);
    }

    /// Notes that the file ends in the middle of something, at this offset.
    pub(super) fn cut(&mut self, at: u64) {
        self.cut_at(Place::Byte(at));
    }

    /// Notes that the file ends in the middle of something, at this place.
    pub(super) fn cut_at(&mut self, at: Place) {
        self.scanned.summary.defects.cut(at);
    }

    /// Notes that the last line begins at this offset and has no end.
    pub(super) fn unended(&mut self, at: u64) {
        let defects = &mut self.scanned.summary.defects;
        // What is cut for sure is not cut perhaps.
        defects.unended = Some(Place::Byte(at)).filter(|_| defects.cut.is_none());
    }

    /// Notes how many messages the file itself says it holds.
    pub(super) fn declare(&mut self, count: Option<u64>) {
        let declared = &mut self.scanned.summary.declared;
        *declared = declared.or(count);
    }

    pub(super) fn finish(self) -> Scanned {
        self.scanned
    }
}
