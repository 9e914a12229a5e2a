//! The playbooks at hand: the built-in ones and the person's own.

use std::{cell::OnceCell, collections::BTreeMap};

use super::{BUILT_IN, Fault, Playbook};
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
    source: String,
    read: OnceCell<Result<Playbook, Vec<Fault>>>,
}

/// Playbooks by id, each read when it is first asked for.
#[derive(Debug)]
pub struct Shelf(BTreeMap<Id, Slot>);

impl Shelf {
    /// The built-in playbooks and `own`, by file stem; an own one with the id
    /// of a built-in one takes its place.
    pub fn new(own: impl IntoIterator<Item = (Id, String)>) -> Self {
        let built_in = BUILT_IN.iter().map(|(id, source)| (Id::new(*id), (*source).to_owned()));
        let slot = |(id, source)| (id, Slot { source, read: OnceCell::new() });
        Self(built_in.chain(own).map(slot).collect())
    }

    /// The playbook with this id.
    pub fn find(&self, id: &Id) -> Result<&Playbook, Missing> {
        let Some(slot) = self.0.get(id) else {
            let near = nearest(id.as_str(), self.0.keys().map(Id::as_str));
            return Err(Missing::Unknown(
                id.clone(),
                near.into_iter().map(str::to_owned).collect(),
            ));
        };
        let read = slot.read.get_or_init(|| Playbook::read(&slot.source));
        read.as_ref().map_err(|faults| Missing::Faulty(id.clone(), faults.clone()))
    }

    /// Every id, built-in ones first.
    pub fn ids(&self) -> Vec<&Id> {
        let rank = |id: &&Id| BUILT_IN.iter().position(|(name, _)| *name == id.as_str());
        let mut ids: Vec<&Id> = self.0.keys().collect();
        ids.sort_by_key(|id| rank(id).unwrap_or(BUILT_IN.len()));
        ids
    }
}

impl Default for Shelf {
    fn default() -> Self {
        Self::new([])
    }
}
