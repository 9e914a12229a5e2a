//! What was settled apart: a question that both sides have answered, each without
//! knowing of the other's answer, and what becomes of one that waits on one side only.
//!
//! Must not know: how things are merged that nobody was asked about.

use super::{
    events::is_same,
    fields::{Merge, Three},
};
use crate::domain::{Case, Change, Conflict, Edit, Entry, Keyed};

fn has(list: &[Conflict], one: &Conflict) -> bool {
    list.iter().any(|known| known.is_like(one))
}

/// What is not settled on either side: the same conflict may have been found on
/// both, each with its own side kept.
pub(super) fn waiting(three: &Three<'_, Case>) -> Vec<Conflict> {
    let Three { base, ours, theirs } = *three;
    let mut all: Vec<Conflict> = Vec::new();
    for (mine, other) in [(ours, theirs), (theirs, ours)] {
        for one in &mine.conflicts {
            let stays = has(&other.conflicts, one)
                || !has(&base.conflicts, one)
                || !is_answered(one, mine, other);
            if stays && !has(&all, one) {
                all.push(one.clone());
            }
        }
    }
    all
}

/// Whether `other`, where the question does not wait any more, answers it for `mine`. It does
/// not where it waits because of that answer: then `mine` knows it, or one that `other` does
/// not know.
fn is_answered(one: &Conflict, mine: &Case, other: &Case) -> bool {
    let (here, there) = (answers(mine, one), answers(other, one));
    let knows = |all: &[&Entry], some: &[&Entry]| some.iter().all(|it| contains(all, it));
    knows(&there, &here) && (there.is_empty() || !knows(&here, &there))
}

fn contains(all: &[&Entry], one: &Entry) -> bool {
    all.iter().any(|known| is_same(known, one))
}

/// What an entry of a history has settled.
fn settled(entry: &Entry) -> impl Iterator<Item = &Conflict> {
    let (left, waited) = match (&entry.change, &entry.inverse) {
        (Change::Settled { left, .. }, Change::Settled { left: waited, .. }) => {
            (left.as_slice(), waited.as_slice())
        }
        _ => (&[][..], &[][..]),
    };
    waited.iter().filter(|one| !has(left, one))
}

/// The entries that have settled a conflict.
fn answers<'a>(case: &'a Case, one: &Conflict) -> Vec<&'a Entry> {
    let answers = |entry: &&Entry| settled(entry).any(|it| it.is_like(one));
    case.history.iter().filter(answers).collect()
}

/// The side of a conflict that an entry found right.
fn chosen(entry: &Entry, one: &Conflict) -> Option<Change> {
    let one = settled(entry).find(|it| it.is_like(one))?;
    let takes = matches!(&entry.change, Change::Settled { made: Some(_), .. });
    Some(if takes { one.other.clone() } else { one.kept.clone() })
}

/// What the sides have decided differently, each without knowing of the other's decision: it
/// waits again. `case` is what they were merged into, with the conflicts found so far.
pub(super) fn disputed(three: &Three<'_, Case>, case: &Case) -> Vec<Conflict> {
    let (ours, theirs) = (three.ours, three.theirs);
    let mut all: Vec<Conflict> = Vec::new();
    for entry in ours.history.iter().rev() {
        for one in settled(entry) {
            if has(&all, one) || has(&case.conflicts, one) {
                continue;
            }
            let (here, there) = (answers(ours, one), answers(theirs, one));
            let mine = here.iter().rev().find(|it| !contains(&there, it));
            let other = there.iter().rev().find(|it| !contains(&here, it));
            let Some((mine, other)) = mine.zip(other) else { continue };
            if chosen(mine, one) != chosen(other, one) {
                all.extend(between(one, three, case));
            }
        }
    }
    all
}

/// The question that is left where two sides have answered one differently: what stands in
/// the merged case, and what one of the sides wanted. Nothing where what either wanted
/// stands, or waits already.
fn between(one: &Conflict, three: &Three<'_, Case>, case: &Case) -> Option<Conflict> {
    let kept = one.here(case);
    let is_there = |side: &Change, case: &Case| {
        let here = one.here(case);
        decided(one, side, &here) == here
    };
    let waits = |side: &Change| {
        case.conflicts.iter().any(|known| {
            let mut after = case.clone();
            known.taken(case).apply(&mut after).is_ok() && is_there(side, &after)
        })
    };
    let sides = [three.theirs, three.ours].map(|side| one.here(side));
    let lost = sides.iter().find(|side| !is_there(side, case) && !waits(side))?;
    Some(Conflict { other: decided(one, lost, &kept), kept })
}

/// What stands `here`, with what a side has instead of it as far as the conflict is about it.
fn decided(one: &Conflict, side: &Change, here: &Change) -> Change {
    // Of what the sides of the conflict differ in, each is otherwise than at least one of them.
    let first = picked(&one.other, &one.kept, side);
    let second = picked(&one.kept, &one.other, side);
    picked(&second, side, &picked(&first, side, here))
}

/// Three versions of a change that says what one thing is, field by field.
fn picked(base: &Change, ours: &Change, theirs: &Change) -> Change {
    use Change as C;
    macro_rules! three {
        ($base:expr, $ours:expr, $theirs:expr) => {
            &Three { base: $base, ours: $ours, theirs: $theirs }
        };
    }
    match (base, ours, theirs) {
        (C::Account(base), C::Account(ours), C::Account(theirs)) => {
            C::Account(edit(three!(base, ours, theirs)))
        }
        (C::Document(base), C::Document(ours), C::Document(theirs)) => {
            C::Document(edit(three!(base, ours, theirs)))
        }
        (C::Contact(base), C::Contact(ours), C::Contact(theirs)) => {
            C::Contact(edit(three!(base, ours, theirs)))
        }
        (C::Obstacle(base), C::Obstacle(ours), C::Obstacle(theirs)) => {
            C::Obstacle(edit(three!(base, ours, theirs)))
        }
        (C::Application(base), C::Application(ours), C::Application(theirs)) => {
            C::Application(edit(three!(base, ours, theirs)))
        }
        (C::Line(base), C::Line(ours), C::Line(theirs)) => {
            C::Line(Box::new(Merge::merged(three!(&**base, &**ours, &**theirs))))
        }
        (
            C::Terms { terms: base, .. },
            C::Terms { terms: ours, told },
            C::Terms { terms: theirs, .. },
        ) => {
            let terms = Merge::merged(three!(&**base, &**ours, &**theirs));
            C::Terms { terms: Box::new(terms), told: told.clone() }
        }
        (
            C::Mark { mark: base, .. },
            C::Mark { item, mark: ours },
            C::Mark { mark: theirs, .. },
        ) => {
            let [base, ours, theirs] =
                [base, ours, theirs].map(|mark| mark.as_deref().cloned().unwrap_or_default());
            let mark = Merge::merged(three!(&base, &ours, &theirs));
            C::Mark { item: item.clone(), mark: Some(Box::new(mark)) }
        }
        (
            C::Agenda { mark: base, .. },
            C::Agenda { id, mark: ours },
            C::Agenda { mark: theirs, .. },
        ) => {
            let [base, ours, theirs] =
                [base, ours, theirs].map(|mark| mark.clone().unwrap_or_default());
            let mark = Merge::merged(three!(&base, &ours, &theirs));
            C::Agenda { id: id.clone(), mark: Some(mark) }
        }
        _ => three!(base, ours, theirs).pick(Change::clone),
    }
}

/// The same of a thing of a list, which may be gone.
fn edit<T: Merge + Keyed>(three: &Three<'_, Edit<T>>) -> Edit<T> {
    let Three { base, ours, theirs } = *three;
    match (&base.value, &ours.value, &theirs.value) {
        (Some(base), Some(ours), Some(theirs)) => {
            Edit::replace(T::merged(&Three { base, ours, theirs }))
        }
        _ if ours.value == base.value => theirs.clone(),
        _ => ours.clone(),
    }
}
