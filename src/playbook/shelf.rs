//! The playbooks at hand: the built-in ones and the person's own.

use std::{borrow::Cow, cell::OnceCell, collections::BTreeMap};

use super::{BUILT_IN, Fault, OwnCalendar, Playbook};
use crate::{domain::Id, text::nearest};

/// Why a playbook cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    /// There is none of this id; these are close.
    Unknown(Id, Vec<String>),
    /// It has faults.
    Faulty(Id, Vec<Fault>),
}

#[derive(Debug)]
struct Slot {
    source: Cow<'static, str>,
    sound: bool,
    read: OnceCell<Result<Playbook, Vec<Fault>>>,
}

/// Playbooks by id, each read when it is first asked for.
#[derive(Debug)]
pub struct Shelf {
    slots: BTreeMap<Id, Slot>,
    own_days: OwnCalendar,
}

impl Shelf {
    /// The built-in playbooks and `own`, by file stem; an own one with the id
    /// of a built-in one takes its place.
    pub fn new(own: impl IntoIterator<Item = (Id, String)>) -> Self {
        let slot = |source, sound| Slot { source, sound, read: OnceCell::new() };
        let built_in =
            BUILT_IN.iter().map(|(id, source)| (Id::new(*id), slot(Cow::Borrowed(*source), true)));
        let own = own.into_iter().map(|(id, source)| (id, slot(Cow::Owned(source), false)));
        let slots = built_in.chain(own).collect();
        Self { slots, own_days: OwnCalendar::default() }
    }

    /// The same playbooks, counting with days of the person's own.
    #[must_use]
    pub fn counting(self, own_days: OwnCalendar) -> Self {
        Self { own_days, ..self }
    }

    /// The playbook with this id.
    pub fn find(&self, id: &Id) -> Result<&Playbook, Missing> {
        let Some(slot) = self.slots.get(id) else {
            let near = nearest(id.as_str(), self.slots.keys().map(Id::as_str));
            return Err(Missing::Unknown(
                id.clone(),
                near.into_iter().map(str::to_owned).collect(),
            ));
        };
        let read = slot.read.get_or_init(|| {
            let sound = if slot.sound { Playbook::read_sound(&slot.source) } else { None };
            let mut playbook = sound.map_or_else(|| Playbook::read(&slot.source), Ok)?;
            playbook.own_days = self.own_days.clone();
            Ok(playbook)
        });
        read.as_ref().map_err(|faults| Missing::Faulty(id.clone(), faults.clone()))
    }

    /// Every id, built-in ones first.
    pub fn ids(&self) -> Vec<&Id> {
        let rank = |id: &&Id| BUILT_IN.iter().position(|(name, _)| *name == id.as_str());
        let mut ids: Vec<&Id> = self.slots.keys().collect();
        ids.sort_by_key(|id| rank(id).unwrap_or(BUILT_IN.len()));
        ids
    }
}

impl Default for Shelf {
    fn default() -> Self {
        Self::new([])
    }
}
