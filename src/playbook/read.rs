//! Reading a playbook and finding all its faults at once.
//!
//! A derived reader stops at the first fault. Here the file is cut into its
//! fields and list items first, as raw pieces of the same text, and each piece
//! is read by itself, so that the faults of all pieces are found.

mod ends;
mod piece;
mod steps;

use std::collections::BTreeSet;

use ron::value::RawValue;
use serde::{Deserialize, de::IgnoredAny};

use self::piece::{Reader, Seen};
use super::{
    AtHand, BUILT_IN, Channel, Document, Fault, LookFor, Obstacle, Playbook, Precondition, Problem,
    Question, Registration, Safeguard, Source,
    draft::{Draft, is_built_in},
};
use crate::{
    domain::{Id, Needed},
    text::{Localized, read_piece, read_ron},
};

// How a field is written: required, required unless it is inherited, optional, or a
// list.
type Required<'a> = Option<&'a RawValue>;
type Inherited<'a> = Option<&'a RawValue>;
type Optional<'a> = Option<&'a RawValue>;
type List<'a> = Vec<&'a RawValue>;

macro_rules! fields {
    (@whole Required) => { IgnoredAny };
    (@whole Inherited) => { IgnoredAny };
    (@whole $kind:ident) => { Option<IgnoredAny> };
    (@built_on Required) => { IgnoredAny };
    (@built_on $kind:ident) => { Option<IgnoredAny> };
    ($($kind:ident $field:ident,)+) => {
        /// The file cut into its fields. Raw pieces borrow from the source, so
        /// that their place in it is known.
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Raw<'a> {
            $(#[serde(borrow)] $field: $kind<'a>,)+
        }

        /// The fields alone, to find one that is missing and a name that is
        /// none of them.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(dead_code, reason = "only its field names are used")]
        struct Fields {
            $($field: fields!(@whole $kind),)+
        }

        /// The same of a file that is built on another playbook.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(dead_code, reason = "only its field names are used")]
        struct FieldsOver {
            $($field: fields!(@built_on $kind),)+
        }
    };
}

fields! {
    Required id, Optional extends, Optional without, Required name, Optional carrier, Optional several, Optional line,
    Optional zone,
    Required verified, Required about, List sources, Optional routes, Optional ends,
    Optional refund, Optional porting, List questions,
    List preconditions, List documents, List safeguards, List channels, List at_hand,
    Inherited application, Inherited review, Inherited confirmation, Inherited lapse,
    List registrations, List obstacles, Optional letter_languages, List letters, List look_for,
}

impl Playbook {
    /// Reads a playbook that comes with the program, which is known to be sound:
    /// a test reads it both ways.
    pub(super) fn read_built_in(id: &str) -> Option<Self> {
        let draft = Draft::built_in(id)?;
        let base = draft.base();
        draft.complete(base.as_ref())
    }

    /// Reads a playbook. On failure every fault is named, in file order.
    pub fn read(source: &str) -> Result<Self, Vec<Fault>> {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let mut reader = Reader::of(source);
        match (reader.playbook(), reader.into_faults()) {
            (Some(playbook), faults) if faults.is_empty() => Ok(playbook),
            (_, faults) => Err(faults),
        }
    }
}

impl<'a> Reader<'a> {
    fn playbook(&mut self) -> Option<Playbook> {
        let raw: Raw<'a> = match read_ron(self.source()) {
            Ok(raw) => raw,
            Err(error) => {
                self.schema_fault(error);
                return None;
            }
        };
        let fields = match raw.extends {
            Some(_) => read_ron::<FieldsOver>(self.source()).err(),
            None => read_ron::<Fields>(self.source()).err(),
        };
        if fields.is_some()
            && let Ok(whole) = read_ron::<&RawValue>(self.source())
        {
            if raw.extends.is_some() {
                let _: Option<FieldsOver> = self.mended(whole, false);
            } else {
                let _: Option<Fields> = self.mended(whole, false);
            }
        }
        let head = self.head(&raw);
        let base = head.base();
        let draft = self.draft(&raw, head, base.as_ref());
        draft.complete(base.as_ref())
    }

    /// What the file says about itself. Every field is read before any is given up,
    /// so that the faults of all are found.
    fn head(&mut self, raw: &Raw<'a>) -> Draft {
        let id: Option<Id> = self.field(raw.id);
        if let (Some(id), Some(piece)) = (id.as_ref().filter(|id| !id.is_slug()), raw.id) {
            self.fault(piece, "", Problem::NotASlug(id.to_string()));
        }
        let extends: Option<Id> = self.field(raw.extends);
        if let (Some(base), Some(piece)) = (&extends, raw.extends)
            && !is_built_in(base)
        {
            self.fault(piece, "", Problem::unknown(base, BUILT_IN.iter().copied()));
        }
        Draft {
            id,
            extends,
            without: self.field(raw.without).unwrap_or_default(),
            name: self.localized(raw.name),
            carrier: self.localized(raw.carrier),
            several: self.field(raw.several).unwrap_or_default(),
            line: self.localized(raw.line),
            zone: self.zone(raw.zone),
            verified: self.field(raw.verified),
            about: self.localized(raw.about),
            ..Draft::default()
        }
    }

    /// The lists and steps. Their ids may be those of the base.
    fn draft(&mut self, raw: &Raw<'a>, head: Draft, base: Option<&Playbook>) -> Draft {
        let none = BTreeSet::new();
        let sources = self.list(&raw.sources, &none, |one: &Source| Seen {
            id: Some(&one.id),
            texts: vec![&one.title],
            sources: &[],
        });
        let inherited = base.map(|base| base.sources.as_slice()).unwrap_or_default();
        let all_sources: Vec<&Source> = sources.iter().chain(inherited).collect();
        let known: BTreeSet<Id> = all_sources.iter().map(|source| source.id.clone()).collect();
        let preconditions = self.list(&raw.preconditions, &known, |one: &Precondition| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.means, &one.check],
            sources: &one.sources,
        });
        let documents = self.placed(&raw.documents, &known, |one: &Document| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.means],
            sources: &one.sources,
        });
        let rules = base.map(|base| base.preconditions.as_slice()).unwrap_or_default();
        let rules: Vec<&Precondition> = preconditions.iter().chain(rules).collect();
        self.conditions(&documents, &rules);
        let documents = documents.into_iter().map(|(_, one)| one).collect();
        let ends = self.ends(raw.ends, (&known, &all_sources), &rules);
        let refund = self.refund(raw.refund, &known);
        let porting = self.porting(raw.porting, &known);
        let can_port = porting.is_some() || base.is_some_and(|base| base.porting.is_some());
        let routes = self.routes(raw.routes, can_port);
        let questions = self.list(&raw.questions, &none, |one: &Question| Seen {
            id: Some(&one.id),
            texts: vec![&one.text],
            sources: &[],
        });
        let safeguards = self.list(&raw.safeguards, &known, |one: &Safeguard| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.means],
            sources: &one.sources,
        });
        let channels = self.placed(&raw.channels, &known, |one: &Channel| Seen {
            id: Some(&one.id),
            texts: [&one.title, &one.means].into_iter().chain(one.roaming_cost()).collect(),
            sources: &one.sources,
        });
        self.reach(&channels, &known);
        let channels = channels.into_iter().map(|(_, one)| one).collect();
        let registrations = self.list(&raw.registrations, &known, |one: &Registration| Seen {
            id: Some(&one.id),
            texts: vec![&one.means],
            sources: &one.sources,
        });
        let at_hand = self.list(&raw.at_hand, &known, |one: &AtHand| Seen {
            id: Some(&one.id),
            texts: vec![&one.title],
            sources: &[],
        });
        let obstacles = self.list(&raw.obstacles, &known, |one: &Obstacle| Seen {
            id: Some(&one.id),
            texts: [&one.title, &one.means].into_iter().chain(&one.steps).collect(),
            sources: &one.sources,
        });
        let look_for = self.list(&raw.look_for, &known, |one: &LookFor| Seen {
            id: None,
            texts: vec![&one.hint],
            sources: &[],
        });
        let letter_languages = self.languages(raw.letter_languages);
        let letters = self.letters(&raw.letters);
        let application = self.step(raw.application, &known);
        let confirmation = self.step(raw.confirmation, &known);
        let lapse = self.lapse(raw.lapse, &known);
        let review = self.review(raw.review, &known);
        self.left_out(raw.without, &head.without, base);
        Draft {
            sources,
            routes,
            ends,
            refund,
            porting,
            questions,
            preconditions,
            documents,
            safeguards,
            channels,
            at_hand,
            application,
            review,
            confirmation,
            lapse,
            registrations,
            obstacles,
            letter_languages,
            letters,
            look_for,
            ..head
        }
    }

    fn localized(&mut self, piece: Option<&'a RawValue>) -> Option<Localized> {
        let text = self.field(piece)?;
        self.texts(piece?, &[&text]);
        Some(text)
    }

    fn zone(&mut self, piece: Option<&'a RawValue>) -> Option<String> {
        let zone: String = self.field(piece)?;
        if jiff::tz::TimeZoneDatabase::bundled().get(&zone).is_err() {
            self.fault(piece?, "", Problem::NoZone(zone.clone()));
        }
        Some(zone)
    }

    /// What is said of a channel from abroad has sources as well, and its hours have
    /// a day to open on.
    fn reach(&mut self, channels: &[(&'a RawValue, Channel)], known: &BTreeSet<Id>) {
        for (piece, one) in channels {
            if let Some(abroad) = &one.abroad {
                self.sources(piece, &abroad.sources, known);
            }
            // What stands in for a fault says nothing of the rest.
            let whole = || read_piece::<Channel>(self.source(), piece).is_ok();
            if one.hours.iter().any(|hours| !hours.is_sound()) && whole() {
                self.fault(piece, "hours", Problem::Hours);
            }
        }
    }

    /// A document can only depend on a precondition that can be settled.
    fn conditions(&mut self, documents: &[(&'a RawValue, Document)], rules: &[&Precondition]) {
        for (piece, one) in documents {
            if let Needed::WhenSettled(id) = &one.needed
                && !rules.iter().any(|rule| rule.id == *id && rule.can_settle)
            {
                let settle = rules.iter().filter(|rule| rule.can_settle);
                let known = settle.map(|rule| rule.id.as_str());
                self.fault(piece, "when_settled", Problem::unknown(id, known));
            }
        }
    }
}

#[cfg(test)]
mod tests;
