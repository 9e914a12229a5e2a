//! Three versions of a list of things with ids.
//!
//! Must not know: what the things are.

use std::collections::BTreeSet;

use super::fields::{Merge, Three};
use crate::domain::{Edit, Id, Keyed};

/// A merged list, and what both sides changed differently: the edit that was
/// kept, and the one that was not.
pub(super) struct MergedList<T> {
    pub(super) list: Vec<T>,
    pub(super) conflicts: Vec<(Edit<T>, Edit<T>)>,
}

impl<T: Merge + Keyed> Three<'_, Vec<T>> {
    /// Merges thing by thing. A thing that one side removed and the other
    /// changed stays.
    pub(super) fn by_id(&self) -> MergedList<T> {
        let Self { base, ours, theirs } = *self;
        if ours == theirs || ours == base || theirs == base {
            return MergedList { list: self.pick(std::clone::Clone::clone), conflicts: Vec::new() };
        }
        let mut conflicts = Vec::new();
        let mut list: Vec<T> = Vec::new();
        for id in base.iter().map(Keyed::id).chain(&self.added()) {
            let (base, ours, theirs) = (find(base, id), find(ours, id), find(theirs, id));
            list.extend(match (base, ours, theirs) {
                (_, Some(ours), Some(theirs)) => {
                    let common = base.cloned().unwrap_or_else(|| ours.blank());
                    let three = Three { base: &common, ours, theirs };
                    let (kept, other) = (T::merged(&three), T::merged(&three.swapped()));
                    if kept != other {
                        conflicts.push((Edit::replace(kept.clone()), Edit::replace(other)));
                    }
                    Some(kept)
                }
                (Some(base), Some(one), None) | (Some(base), None, Some(one)) if one != base => {
                    conflicts.push((Edit::replace(one.clone()), Edit::remove(id)));
                    Some(one.clone())
                }
                (Some(_), _, _) => None,
                (None, ours, theirs) => ours.or(theirs).cloned(),
            });
        }
        MergedList { list, conflicts }
    }

    /// The ids of what is new on either side, in one order whichever side is
    /// ours.
    fn added(&self) -> Vec<Id> {
        let known: BTreeSet<&Id> = self.base.iter().map(Keyed::id).collect();
        let new = |list: &[T]| -> Vec<(Option<jiff::civil::Date>, Id)> {
            let new = list.iter().filter(|one| !known.contains(one.id()));
            new.map(|one| (one.day(), one.id().clone())).collect()
        };
        let (mut all, theirs) = (new(self.ours), new(self.theirs));
        let within = |some: &[(_, Id)], all: &[(_, Id)]| {
            some.iter().all(|(_, id)| all.iter().any(|(_, other)| other == id))
        };
        let is_other_order = |one: &[(_, Id)], other: &[(_, Id)]| {
            !one.iter().map(|(_, id)| id).eq(other.iter().map(|(_, id)| id))
        };
        if within(&all, &theirs) && !within(&theirs, &all) {
            all = theirs;
        } else if is_other_order(&all, &theirs) && (!within(&theirs, &all) || within(&all, &theirs))
        {
            all.extend(theirs);
            // A number is one, and 10 comes after 9.
            let number = |id: &Id| id.as_str().parse::<u32>().ok();
            all.sort_by_cached_key(|(day, id)| (*day, number(id), id.clone()));
        }
        let mut seen = BTreeSet::new();
        all.into_iter().map(|(_, id)| id).filter(|id| seen.insert(id.clone())).collect()
    }
}

fn find<'a, T: Keyed>(list: &'a [T], id: &Id) -> Option<&'a T> {
    list.iter().find(|one| one.id() == id)
}
