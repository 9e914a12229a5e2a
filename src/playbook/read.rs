//! Reading a playbook and finding all its faults at once.
//!
//! A derived reader stops at the first fault. Here the file is cut into its
//! fields and list items first (as raw pieces of the same text), and each
//! piece is read by itself, so that every piece can complain.

mod steps;

use std::collections::BTreeSet;

use ron::{Options, extensions::Extensions, value::RawValue};
use serde::{Deserialize, de::DeserializeOwned};

use super::schema::{NeededOn, Playbook};
use crate::{
    domain::Id,
    text::{Lang, Localized, Position},
};

/// What is wrong at one place of a playbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not what the schema asks for.
    Schema(Box<ron::Error>),
    /// An id is not a slug.
    NotASlug(String),
    /// Two things of one list share an id.
    Twice(String),
    /// A source, precondition or region that does not exist.
    Unknown(String),
    /// A text lacks this language.
    NoText(String),
    /// The window is empty, reversed or past 400 days.
    Window(u16, u16),
}

/// One fault and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// The file cut into its fields. Raw pieces borrow from the source, so that
/// their place in it is known.
#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    name: Option<&'a RawValue>,
    zone: Option<&'a RawValue>,
    verified: Option<&'a RawValue>,
    about: Option<&'a RawValue>,
    #[serde(default)]
    sources: Vec<&'a RawValue>,
    #[serde(default)]
    preconditions: Vec<&'a RawValue>,
    #[serde(default)]
    documents: Vec<&'a RawValue>,
    #[serde(default)]
    safeguards: Vec<&'a RawValue>,
    #[serde(default)]
    channels: Vec<&'a RawValue>,
    #[serde(default)]
    at_hand: Vec<&'a RawValue>,
    application: Option<&'a RawValue>,
    review: Option<&'a RawValue>,
    confirmation: Option<&'a RawValue>,
    lapse: Option<&'a RawValue>,
    #[serde(default)]
    obstacles: Vec<&'a RawValue>,
    #[serde(default)]
    letters: Vec<&'a RawValue>,
    #[serde(default)]
    look_for: Vec<&'a RawValue>,
}

/// The fields alone, to find a name that is none of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its field names are used")]
struct Fields {
    id: serde::de::IgnoredAny,
    name: serde::de::IgnoredAny,
    #[serde(default)]
    zone: Option<serde::de::IgnoredAny>,
    verified: serde::de::IgnoredAny,
    about: serde::de::IgnoredAny,
    #[serde(default)]
    sources: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    preconditions: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    documents: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    safeguards: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    channels: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    at_hand: Option<serde::de::IgnoredAny>,
    application: serde::de::IgnoredAny,
    review: serde::de::IgnoredAny,
    confirmation: serde::de::IgnoredAny,
    lapse: serde::de::IgnoredAny,
    #[serde(default)]
    obstacles: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    letters: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    look_for: Option<serde::de::IgnoredAny>,
}

impl Playbook {
    /// Reads a playbook that is known to be sound, at once and without looking
    /// at each piece: one that comes with the program, and that a test reads
    /// both ways.
    pub(super) fn read_sound(source: &str) -> Option<Self> {
        options().from_str(source).ok()
    }

    /// Reads a playbook. On failure every fault is named, in file order.
    pub fn read(source: &str) -> Result<Self, Vec<Fault>> {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let mut reader = Reader { source, faults: Vec::new() };
        let playbook = reader.playbook();
        let mut faults = reader.faults;
        match playbook {
            Some(playbook) if faults.is_empty() => Ok(playbook),
            _ => {
                faults.sort_by_key(|fault| (fault.line, fault.column));
                faults.dedup();
                Err(faults)
            }
        }
    }
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

struct Reader<'a> {
    source: &'a str,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    fn fault(&mut self, at: Position, problem: Problem) {
        self.faults.push(Fault { line: at.line, column: at.column, problem });
    }

    fn schema_fault(&mut self, base: Position, error: ron::error::SpannedError) {
        self.fault(base.plus(error.span.start), Problem::Schema(Box::new(error.code)));
    }

    /// Where a raw piece begins: pieces are slices of the source.
    fn start(&self, piece: &RawValue) -> usize {
        let text = piece.get_ron();
        let offset = text.as_ptr().addr().saturating_sub(self.source.as_ptr().addr());
        offset + (text.len() - text.trim_start().len())
    }

    /// The place of `needle` inside a piece, or of the piece itself.
    fn place(&self, piece: &RawValue, needle: &str) -> Position {
        let inside = piece.get_ron().trim_start().find(needle).filter(|_| !needle.is_empty());
        Position::of(self.source, self.start(piece) + inside.unwrap_or(0))
    }

    fn read<T: DeserializeOwned>(&mut self, piece: &RawValue) -> Option<T> {
        match options().from_str(piece.get_ron().trim_start()) {
            Ok(value) => Some(value),
            Err(error) => {
                let base = Position::of(self.source, self.start(piece));
                self.schema_fault(base, error);
                None
            }
        }
    }

    fn field<T: DeserializeOwned>(&mut self, piece: Option<&RawValue>) -> Option<T> {
        // A missing field was complained about when the fields were named.
        piece.and_then(|piece| self.read(piece))
    }

    /// Reads a list item by item and looks at each: its id, its sources, its
    /// texts.
    fn list<T: DeserializeOwned>(
        &mut self,
        pieces: &[&'a RawValue],
        known: &BTreeSet<Id>,
        look: impl Fn(&T) -> Seen<'_>,
    ) -> Vec<T> {
        let mut ids = BTreeSet::new();
        let mut items = Vec::new();
        for &piece in pieces {
            let Some(item) = self.read::<T>(piece) else { continue };
            let seen = look(&item);
            if let Some(id) = seen.id {
                let at = self.place(piece, &format!("\"{id}\""));
                if !id.is_slug() {
                    self.fault(at, Problem::NotASlug(id.to_string()));
                }
                if !ids.insert(id.clone()) {
                    self.fault(at, Problem::Twice(id.to_string()));
                }
            }
            self.sources(piece, seen.sources, known);
            self.texts(piece, &seen.texts);
            items.push(item);
        }
        items
    }

    fn sources(&mut self, piece: &RawValue, ids: &[Id], known: &BTreeSet<Id>) {
        for id in ids.iter().filter(|id| !known.contains(id)) {
            let at = self.place(piece, &format!("\"{id}\""));
            self.fault(at, Problem::Unknown(id.to_string()));
        }
    }

    /// English is the text of last resort, so it may not be missing.
    fn texts(&mut self, piece: &RawValue, texts: &[&Localized]) {
        for text in texts {
            let blank = text.iter().find(|(_, text)| text.trim().is_empty());
            let lacks_english = !text.tags().any(|tag| tag == Lang::En.tag());
            let missing = blank.map(|(tag, _)| tag.to_owned());
            if let Some(tag) = missing.or_else(|| lacks_english.then(|| Lang::En.to_string())) {
                // The place of some text of it tells the texts of an item apart.
                let needle = text.iter().map(|(_, text)| text).find(|text| !text.is_empty());
                let at = self.place(piece, needle.unwrap_or_default());
                self.fault(at, Problem::NoText(tag));
            }
        }
    }

    fn playbook(&mut self) -> Option<Playbook> {
        let top = Position { line: 1, column: 1 };
        if let Err(error) = options().from_str::<Fields>(self.source) {
            self.schema_fault(top, error);
        }
        let raw: Raw<'a> = match options().from_str(self.source) {
            Ok(raw) => raw,
            Err(error) => {
                self.schema_fault(top, error);
                return None;
            }
        };
        let none = BTreeSet::new();
        let sources = self.list(&raw.sources, &none, |one: &super::Source| Seen {
            id: Some(&one.id),
            texts: vec![&one.title],
            sources: &[],
        });
        let known: BTreeSet<Id> = sources.iter().map(|source| source.id.clone()).collect();
        let preconditions =
            self.list(&raw.preconditions, &known, |one: &super::Precondition| Seen {
                id: Some(&one.id),
                texts: vec![&one.title, &one.means, &one.check],
                sources: &one.sources,
            });
        let documents = self.list(&raw.documents, &known, |one: &super::Document| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.means],
            sources: &one.sources,
        });
        self.conditions(&raw.documents, &preconditions);
        let safeguards = self.list(&raw.safeguards, &known, |one: &super::Safeguard| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.means],
            sources: &one.sources,
        });
        let channels = self.list(&raw.channels, &known, |one: &super::Channel| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.means],
            sources: &one.sources,
        });
        let at_hand = self.list(&raw.at_hand, &known, |one: &super::AtHand| Seen {
            id: Some(&one.id),
            texts: vec![&one.title],
            sources: &[],
        });
        let obstacles = self.list(&raw.obstacles, &known, |one: &super::Obstacle| Seen {
            id: Some(&one.id),
            texts: [&one.title, &one.means].into_iter().chain(&one.steps).collect(),
            sources: &one.sources,
        });
        let look_for = self.list(&raw.look_for, &known, |one: &super::LookFor| Seen {
            id: None,
            texts: vec![&one.hint],
            sources: &[],
        });
        let letters = self.letters(&raw.letters);
        let id: Option<Id> = self.field(raw.id);
        if let (Some(id), Some(piece)) = (id.as_ref().filter(|id| !id.is_slug()), raw.id) {
            let at = self.place(piece, "");
            self.fault(at, Problem::NotASlug(id.to_string()));
        }
        // Every field is read before any is given up, so that all complain.
        let name = self.localized(raw.name);
        let about = self.localized(raw.about);
        let zone = self.zone(raw.zone);
        let verified = self.field(raw.verified);
        let application = self.step(raw.application, &known);
        let confirmation = self.step(raw.confirmation, &known);
        let lapse = self.lapse(raw.lapse, &known);
        let review = self.review(raw.review, &known);
        Some(Playbook {
            id: id?,
            name: name?,
            zone,
            verified: verified?,
            about: about?,
            sources,
            preconditions,
            documents,
            safeguards,
            channels,
            at_hand,
            application: application?,
            review: review?,
            confirmation: confirmation?,
            lapse: lapse?,
            obstacles,
            letters,
            look_for,
            days: std::cell::OnceCell::new(),
            own_days: super::OwnCalendar::default(),
        })
    }

    fn localized(&mut self, piece: Option<&'a RawValue>) -> Option<Localized> {
        let text = self.field(piece)?;
        self.texts(piece?, &[&text]);
        Some(text)
    }

    fn zone(&mut self, piece: Option<&'a RawValue>) -> Option<String> {
        let zone: String = self.field(piece)?;
        if jiff::tz::TimeZoneDatabase::bundled().get(&zone).is_err() {
            let at = self.place(piece?, "");
            self.fault(at, Problem::Unknown(zone.clone()));
        }
        Some(zone)
    }

    /// A document can only depend on a precondition that can be settled.
    fn conditions(&mut self, pieces: &[&'a RawValue], rules: &[super::Precondition]) {
        for &piece in pieces {
            let document: Result<super::Document, _> =
                options().from_str(piece.get_ron().trim_start());
            let Ok(super::Document { needed: NeededOn::WhenSettled(id), .. }) = document else {
                continue;
            };
            if !rules.iter().any(|rule| rule.id == id && rule.can_settle) {
                let at = self.place(piece, "when_settled");
                self.fault(at, Problem::Unknown(id.to_string()));
            }
        }
    }
}

/// What is looked at in every item of a list.
struct Seen<'a> {
    id: Option<&'a Id>,
    texts: Vec<&'a Localized>,
    sources: &'a [Id],
}

#[cfg(test)]
mod tests;
