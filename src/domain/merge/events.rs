//! Histories that unite by event: the same instant and the same change are one
//! event, and what one side undid is gone.
//!
//! Must not know: fields, lists, conflicts.

use std::cmp::Ordering;

use jiff::Timestamp;

use super::fields::Three;
use crate::domain::Entry;

/// The united history, the oldest event first.
pub(super) fn united(three: &Three<'_, Vec<Entry>>) -> Vec<Entry> {
    let Three { base, ours, theirs } = *three;
    if ours == theirs || ours == base || theirs == base {
        return three.pick(std::clone::Clone::clone);
    }
    let (base, ours, theirs) = (Occurrence::of(base), Occurrence::of(ours), Occurrence::of(theirs));
    let stays =
        |one: &Occurrence<'_>, other: &[Occurrence<'_>]| other.contains(one) || !base.contains(one);
    let left: Vec<&Occurrence<'_>> = ours.iter().filter(|one| stays(one, &theirs)).collect();
    let right: Vec<&Occurrence<'_>> = theirs.iter().filter(|one| stays(one, &ours)).collect();
    zipped(&left, &right).into_iter().map(|one| one.entry.clone()).collect()
}

/// When that was done which either side has undone for good.
pub(super) fn forgotten(three: &Three<'_, Vec<Timestamp>>) -> Vec<Timestamp> {
    let (mut all, mut rest) = (three.ours.clone(), three.ours.clone());
    for one in three.theirs {
        match rest.iter().position(|known| known == one) {
            Some(at) => {
                let _ = rest.swap_remove(at);
            }
            None => all.push(*one),
        }
    }
    all.sort_unstable();
    all
}

/// An event, and how many of the same there were before it: two equal ones in
/// one history are two.
struct Occurrence<'a> {
    entry: &'a Entry,
    before: usize,
}

impl PartialEq for Occurrence<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.before == other.before && is_same(self.entry, other.entry)
    }
}

impl<'a> Occurrence<'a> {
    fn of(history: &'a [Entry]) -> Vec<Self> {
        let before = |at: usize, entry: &Entry| {
            history.iter().take(at).filter(|one| is_same(one, entry)).count()
        };
        let all = history.iter().enumerate();
        all.map(|(at, entry)| Self { entry, before: before(at, entry) }).collect()
    }

    /// The order of events that only one side has: by the moment, then by what
    /// was done, so that it does not matter which side is ours.
    fn order(&self, other: &Self) -> Ordering {
        let moment = self.entry.at.cmp(&other.entry.at);
        let said = |one: &Self| format!("{:?}", one.entry.change);
        moment.then_with(|| said(self).cmp(&said(other)))
    }
}

/// The same event, whatever undoes it on either machine.
pub(super) fn is_same(one: &Entry, other: &Entry) -> bool {
    one.at == other.at && one.change == other.change
}

/// Both histories in one, each in its own order.
fn zipped<'a>(
    left: &[&'a Occurrence<'a>],
    right: &[&'a Occurrence<'a>],
) -> Vec<&'a Occurrence<'a>> {
    let (mut left, mut right) = (left, right);
    let mut all: Vec<&Occurrence<'_>> = Vec::new();
    while let (Some((one, left_rest)), Some((other, right_rest))) =
        (left.split_first(), right.split_first())
    {
        let shared = (right.contains(one), left.contains(other));
        let take_left = match shared {
            _ if one == other => {
                right = right_rest;
                true
            }
            (false, true) => true,
            (true, false) => false,
            _ => one.order(other) == Ordering::Less,
        };
        let next = if take_left { one } else { other };
        if take_left {
            left = left_rest;
        } else {
            right = right_rest;
        }
        if !all.contains(next) {
            all.push(next);
        }
    }
    for one in left.iter().chain(right) {
        if !all.contains(one) {
            all.push(one);
        }
    }
    all
}
