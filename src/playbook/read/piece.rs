//! Reading the pieces of a playbook one by one, and noting what is wrong with
//! each.

use std::collections::BTreeSet;

use ron::value::RawValue;
use serde::de::DeserializeOwned;

use crate::{
    domain::Id,
    playbook::{Fault, Problem},
    text::{Lang, Localized, Position, RonError, STAND_IN, every_fault, read_piece},
};

/// Reads pieces of one source and gathers their faults.
pub(super) struct Reader<'a> {
    source: &'a str,
    faults: Vec<Fault>,
}

/// What is looked at in every item of a list.
pub(super) struct Seen<'a> {
    pub(super) id: Option<&'a Id>,
    pub(super) texts: Vec<&'a Localized>,
    pub(super) sources: &'a [Id],
}

impl<'a> Reader<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        Self { source, faults: Vec::new() }
    }

    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// How many faults were found so far.
    pub(super) fn count(&self) -> usize {
        self.faults.len()
    }

    /// What was found, in file order, each fault once. Nothing is said of what only
    /// stood in for something wrong.
    pub(super) fn into_faults(mut self) -> Vec<Fault> {
        self.faults.retain(|fault| match &fault.problem {
            Problem::NotASlug(name)
            | Problem::Twice(name)
            | Problem::Unknown(name, _)
            | Problem::NoRegion(name) => name != STAND_IN,
            _ => true,
        });
        self.faults.sort_by_key(|fault| fault.place);
        self.faults.dedup();
        self.faults
    }

    /// Notes a problem where `needle` stands in a piece; at the piece itself
    /// when it does not.
    pub(super) fn fault(&mut self, piece: &RawValue, needle: &str, problem: Problem) {
        let place = Position::in_piece(self.source, piece, needle);
        self.faults.push(Fault { place, problem });
    }

    pub(super) fn schema_fault(&mut self, error: RonError) {
        self.faults.push(Fault { place: error.place, problem: Problem::Schema(error.cause) });
    }

    /// Reads a piece. One with faults is read with something in the place of what is
    /// wrong, so that nothing else is missed in it, or in what refers to it.
    pub(super) fn read<T: DeserializeOwned>(&mut self, piece: &RawValue) -> Option<T> {
        read_piece(self.source, piece).or_else(|_| self.mended(piece, true).ok_or(())).ok()
    }

    /// Notes every fault of a piece that cannot be read as it is.
    pub(super) fn mended<T: DeserializeOwned>(
        &mut self,
        piece: &RawValue,
        deep: bool,
    ) -> Option<T> {
        let (read, faults) = every_fault(self.source, piece, deep);
        for fault in faults {
            self.schema_fault(fault);
        }
        read
    }

    /// Reads a field. One that is missing is a fault of the file, not of a
    /// piece.
    pub(super) fn field<T: DeserializeOwned>(&mut self, piece: Option<&RawValue>) -> Option<T> {
        piece.and_then(|piece| self.read(piece))
    }

    /// Reads a list item by item and looks at each: its id, its sources, its
    /// texts.
    pub(super) fn list<T: DeserializeOwned>(
        &mut self,
        pieces: &[&'a RawValue],
        known: &BTreeSet<Id>,
        look: impl Fn(&T) -> Seen<'_>,
    ) -> Vec<T> {
        self.placed(pieces, known, look).into_iter().map(|(_, item)| item).collect()
    }

    /// The same, each with its piece.
    pub(super) fn placed<T: DeserializeOwned>(
        &mut self,
        pieces: &[&'a RawValue],
        known: &BTreeSet<Id>,
        look: impl Fn(&T) -> Seen<'_>,
    ) -> Vec<(&'a RawValue, T)> {
        let mut ids = BTreeSet::new();
        let mut items = Vec::new();
        for &piece in pieces {
            let Some(item) = self.read::<T>(piece) else { continue };
            let seen = look(&item);
            if let Some(id) = seen.id {
                let quoted = format!("\"{id}\"");
                if !id.is_slug() {
                    self.fault(piece, &quoted, Problem::NotASlug(id.to_string()));
                }
                if !ids.insert(id.clone()) {
                    self.fault(piece, &quoted, Problem::Twice(id.to_string()));
                }
            }
            self.sources(piece, seen.sources, known);
            self.texts(piece, &seen.texts);
            items.push((piece, item));
        }
        items
    }

    pub(super) fn sources(&mut self, piece: &RawValue, ids: &[Id], known: &BTreeSet<Id>) {
        for id in ids.iter().filter(|id| !known.contains(id)) {
            let problem = Problem::unknown(id, known.iter().map(Id::as_str));
            self.fault(piece, &format!("\"{id}\""), problem);
        }
    }

    /// No text may be empty, and none may lack English: that is shown where
    /// another language is missing.
    pub(super) fn texts(&mut self, piece: &RawValue, texts: &[&Localized]) {
        for text in texts {
            let blank = text.iter().find(|(_, text)| text.trim().is_empty());
            let missing = blank.map(|(tag, _)| tag.to_owned());
            let has_english = text.iter().any(|(tag, _)| tag == Lang::En.tag());
            if let Some(tag) = missing.or_else(|| (!has_english).then(|| Lang::En.to_string())) {
                // The place of some text of it tells the texts of an item apart.
                let needle = text.iter().map(|(_, text)| text).find(|text| !text.is_empty());
                self.fault(piece, needle.unwrap_or_default(), Problem::NoText(tag));
            }
        }
    }
}
