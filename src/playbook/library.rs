//! All playbooks there are: the built-in ones and the person's own.

use std::{cell::OnceCell, collections::BTreeMap};

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};

use super::{BUILT_IN, CalendarOverrides, Fault, Letter, Playbook};
use crate::{
    domain::{Book, Id},
    text::nearest,
};

/// Why a playbook cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{self:?}")]
pub enum PlaybookError {
    /// There is none of this id; these are close.
    Unknown(Id, Vec<String>),
    /// It has faults.
    Faulty(Id, Vec<Fault>),
}

/// A playbook as it was read, and the text of one that does not come with the program.
#[derive(Debug)]
struct Slot {
    source: Option<String>,
    read: OnceCell<Result<Playbook, Vec<Fault>>>,
}

/// Playbooks by id, each read when it is first asked for.
#[derive(Debug)]
pub struct Library {
    slots: BTreeMap<Id, Slot>,
    overrides: CalendarOverrides,
}

impl Library {
    /// The built-in playbooks and `own`, by file stem; an own one with the id
    /// of a built-in one takes its place.
    pub fn new(own: impl IntoIterator<Item = (Id, String)>) -> Self {
        let slot = |source| Slot { source, read: OnceCell::new() };
        let built_in = BUILT_IN.iter().map(|id| (Id::new(*id), slot(None)));
        let own = own.into_iter().map(|(id, source)| (id, slot(Some(source))));
        let slots = built_in.chain(own).collect();
        Self { slots, overrides: CalendarOverrides::default() }
    }

    /// The same playbooks, counting with these days.
    #[must_use]
    pub(crate) fn counting(self, overrides: CalendarOverrides) -> Self {
        Self { overrides, ..self }
    }

    /// The playbook with this id.
    pub fn find(&self, id: &Id) -> Result<&Playbook, PlaybookError> {
        let Some(slot) = self.slots.get(id) else {
            let near = nearest(id.as_str(), self.slots.keys().map(Id::as_str));
            let near = near.into_iter().map(str::to_owned).collect();
            return Err(PlaybookError::Unknown(id.clone(), near));
        };
        let read = slot.read.get_or_init(|| {
            let mut playbook = match &slot.source {
                Some(source) => Playbook::read(source)?,
                None => Playbook::read_built_in(id.as_str()).ok_or_else(Vec::new)?,
            };
            playbook.overrides = self.overrides.clone();
            Ok(playbook)
        });
        read.as_ref().map_err(|faults| PlaybookError::Faulty(id.clone(), faults.clone()))
    }

    /// The book as it was at the end of a day, for each case where its carrier is.
    pub(crate) fn at_end_of(&self, day: Date, book: &Book, home: &TimeZone) -> Book {
        book.as_of(|case| {
            let playbook = self.find(&case.playbook);
            let zone = playbook.map_or_else(|_| home.clone(), |known| known.time_zone(home));
            let next = day.tomorrow().and_then(|next| next.to_zoned(zone));
            let end = next.and_then(|next| next.timestamp().checked_sub(1.second()));
            end.unwrap_or(Timestamp::MAX)
        })
    }

    /// The letters for a playbook: those of the generic one, each in the
    /// playbook's own words if it has some, then what else it has.
    pub(crate) fn letters<'a>(&'a self, playbook: &'a Playbook) -> Vec<&'a Letter> {
        let generic = self.find(&Id::new("generic")).map(|generic| generic.letters.as_slice());
        let generic = generic.unwrap_or_default();
        let named = |letters: &'a [Letter], id: &Id| letters.iter().find(|one| one.id == *id);
        let usual = generic.iter().map(|one| named(&playbook.letters, &one.id).unwrap_or(one));
        let more = playbook.letters.iter().filter(|one| named(generic, &one.id).is_none());
        usual.chain(more).collect()
    }

    /// Every id, built-in ones first.
    pub fn ids(&self) -> Vec<&Id> {
        let rank = |id: &&Id| BUILT_IN.iter().position(|name| *name == id.as_str());
        let mut ids: Vec<&Id> = self.slots.keys().collect();
        ids.sort_by_key(|id| rank(id).unwrap_or(BUILT_IN.len()));
        ids
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new([])
    }
}
