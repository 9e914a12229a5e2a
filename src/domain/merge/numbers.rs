//! Numbers that two machines gave at the same time: both begin with 1, and mean
//! two different contacts or applications. One that was undone leaves its number
//! to the next one, so that a number alone does not say what is meant: what is
//! the same was added by the same event.
//!
//! What a merge has given a number keeps it, however often a side of that merge is
//! taken in again: the histories unite, so that a merged thing has the events of both
//! sides and is found by them; and no number of a history, of what was removed
//! neither, is given to anything else.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};

use crate::domain::{Application, Case, Change, Contact, Edit, Id, ItemKind, Keyed};

/// Which number becomes which.
type Renumbered = BTreeMap<Id, Id>;

/// Both versions with a number of its own for each thing that only one of them
/// has, and the same number for what both have. Which thing keeps its number does
/// not depend on whose it is.
pub(super) fn apart(base: &Case, ours: &Case, theirs: &Case) -> (Case, Case) {
    let (mut ours, mut theirs) = (ours.clone(), theirs.clone());
    tell_apart::<Contact>(base, &mut ours, &mut theirs);
    tell_apart::<Application>(base, &mut ours, &mut theirs);
    (ours, theirs)
}

/// A thing whose id is its number in the case.
trait Counted: Keyed + PartialEq + std::fmt::Debug {
    fn list(case: &Case) -> &[Self];

    fn list_mut(case: &mut Case) -> &mut Vec<Self>;

    /// The edit of such a thing that a change is.
    fn edit(change: &Change) -> Option<&Edit<Self>>;

    fn edit_mut(change: &mut Change) -> Option<&mut Edit<Self>>;

    /// The number of such a thing that a change names by the way.
    fn named(change: &mut Change) -> Option<&mut Id>;

    fn with_number(self, number: Id) -> Self;

    /// Two of one day are one; nothing where each stands for itself.
    fn day(&self) -> Option<Date>;

    fn without_number(&self) -> Self {
        self.clone().with_number(Id::new(""))
    }
}

impl Counted for Contact {
    fn list(case: &Case) -> &[Self] {
        &case.contacts
    }

    fn list_mut(case: &mut Case) -> &mut Vec<Self> {
        &mut case.contacts
    }

    fn edit(change: &Change) -> Option<&Edit<Self>> {
        if let Change::Contact(edit) = change { Some(edit) } else { None }
    }

    fn edit_mut(change: &mut Change) -> Option<&mut Edit<Self>> {
        if let Change::Contact(edit) = change { Some(edit) } else { None }
    }

    fn named(_: &mut Change) -> Option<&mut Id> {
        None
    }

    fn with_number(self, number: Id) -> Self {
        Self { id: number, ..self }
    }

    fn day(&self) -> Option<Date> {
        None
    }
}

impl Counted for Application {
    fn list(case: &Case) -> &[Self] {
        &case.applications
    }

    fn list_mut(case: &mut Case) -> &mut Vec<Self> {
        &mut case.applications
    }

    fn edit(change: &Change) -> Option<&Edit<Self>> {
        if let Change::Application(edit) = change { Some(edit) } else { None }
    }

    fn edit_mut(change: &mut Change) -> Option<&mut Edit<Self>> {
        if let Change::Application(edit) = change { Some(edit) } else { None }
    }

    fn named(change: &mut Change) -> Option<&mut Id> {
        match change {
            Change::Reckoned(dates) | Change::Terms { told: Some(dates), .. } => {
                Some(&mut dates.application)
            }
            _ => None,
        }
    }

    fn with_number(self, number: Id) -> Self {
        Self { id: number, ..self }
    }

    /// A submission that two people noted on the same day is one.
    fn day(&self) -> Option<Date> {
        Some(self.on)
    }
}

/// What tells one thing from all others: when it was added, as what, and how many of
/// the same there are before it on its side. What no history tells of has no moment.
type Event = (Option<Timestamp>, String, usize);

/// One thing that has or had a number on one side.
struct Numbered<'a, T> {
    id: &'a Id,
    /// When it was added, and as what. Several where a merge has found two to be one.
    added: Vec<(Timestamp, &'a T)>,
    /// What it is; nothing when it was removed.
    value: Option<&'a T>,
    events: BTreeSet<Event>,
}

/// The number as one, by which things are ordered.
fn count(id: &Id) -> u32 {
    id.as_str().parse().unwrap_or_default()
}

/// Everything of a kind that a case has and has had, by number.
fn numbered<T: Counted>(case: &Case) -> Vec<Numbered<'_, T>> {
    let mut all: BTreeMap<(u32, &Id), Numbered<'_, T>> = BTreeMap::new();
    let nothing = |id| Numbered { id, added: Vec::new(), value: None, events: BTreeSet::new() };
    for entry in &case.history {
        let (before, changes) = (entry.inverse.parts(), entry.change.parts());
        for edit in changes.iter().filter_map(T::edit) {
            let one = all.entry((count(&edit.id), &edit.id)).or_insert_with(|| nothing(&edit.id));
            let mut undone = before.iter().filter_map(T::edit);
            let is_new = undone.any(|old| old.id == edit.id && old.value.is_none());
            one.added.extend(edit.value.as_deref().filter(|_| is_new).map(|new| (entry.at, new)));
        }
    }
    for one in T::list(case) {
        let id = one.id();
        all.entry((count(id), id)).or_insert_with(|| nothing(id)).value = Some(one);
    }
    all.into_values().collect()
}

/// What the common version does not have, the smallest number first, each with its events.
fn new_in<'a, T: Counted>(
    side: Vec<Numbered<'a, T>>,
    base: &[Numbered<'_, T>],
) -> Vec<Numbered<'a, T>> {
    // An event that is not known says nothing: its undoing met a change elsewhere.
    let is_other = |one: &Numbered<'_, T>, old: &Numbered<'_, T>| {
        let has = |at: Timestamp| old.added.iter().any(|(then, _)| *then == at);
        !one.added.is_empty() && !old.added.is_empty() && !one.added.iter().any(|(at, _)| has(*at))
    };
    let is_old =
        |one: &Numbered<'_, T>| base.iter().any(|old| old.id == one.id && !is_other(one, old));
    let mut new: Vec<Numbered<'_, T>> = side.into_iter().filter(|one| !is_old(one)).collect();
    let mut seen: BTreeMap<(Option<Timestamp>, String), usize> = BTreeMap::new();
    for one in &mut new {
        let mut told: Vec<(Option<Timestamp>, &T)> =
            one.added.iter().map(|(at, as_what)| (Some(*at), *as_what)).collect();
        if told.is_empty() {
            told.extend(one.value.map(|value| (None, value)));
        }
        for (at, what) in told {
            let what = format!("{:?}", what.without_number());
            let before = seen.entry((at, what.clone())).or_default();
            one.events.insert((at, what, *before));
            *before += 1;
        }
    }
    new
}

/// What is one thing, with what it is on either side.
type Pair<'a, 'b, T> = [Option<&'b Numbered<'a, T>>; 2];

/// What is new on either side, as things: what is the same on both is one. It does not
/// depend on whose side is ours.
fn things<'a, 'b, T: Counted>(
    mine: &'b [Numbered<'a, T>],
    others: &'b [Numbered<'a, T>],
) -> Vec<Pair<'a, 'b, T>> {
    let (mut mine, mut others): (Vec<_>, Vec<_>) = (mine.iter().collect(), others.iter().collect());
    let mut pairs: Vec<Pair<'a, 'b, T>> = Vec::new();
    let mut join = |mine: &mut Vec<&'b Numbered<'a, T>>,
                    others: &mut Vec<&'b Numbered<'a, T>>,
                    here: Option<usize>,
                    there: Option<usize>| {
        if let (Some(here), Some(there)) = (here, there) {
            pairs.push([Some(mine.remove(here)), Some(others.remove(there))]);
        }
    };
    // The same event, the oldest first.
    let events: BTreeSet<&Event> = mine.iter().flat_map(|one| &one.events).collect();
    for event in events {
        let of = |all: &[&Numbered<'_, T>]| all.iter().position(|one| one.events.contains(event));
        let (here, there) = (of(&mine), of(&others));
        join(&mut mine, &mut others, here, there);
    }
    // The same said twice under one number is said once.
    for one in mine.clone() {
        let said = |one: &Numbered<'_, T>| one.value.map(T::without_number);
        let same = |two: &&Numbered<'_, T>| two.id == one.id && said(two) == said(one);
        let is_known = one.value.is_some() || one.events.is_empty();
        let here = mine.iter().position(|two| is_known && two.id == one.id);
        let there = others.iter().position(same).filter(|_| is_known);
        join(&mut mine, &mut others, here, there);
    }
    // What is one by its day, in the order of the numbers.
    for day in mine.iter().filter_map(|one| one.value?.day()).collect::<Vec<Date>>() {
        let of = |all: &[&Numbered<'_, T>]| {
            all.iter().position(|one| one.value.and_then(T::day) == Some(day))
        };
        let (here, there) = (of(&mine), of(&others));
        join(&mut mine, &mut others, here, there);
    }
    pairs.extend(mine.into_iter().map(|one| [Some(one), None]));
    pairs.extend(others.into_iter().map(|one| [None, Some(one)]));
    pairs
}

/// Gives everything that is new on either side a number of its own.
fn tell_apart<T: Counted>(base: &Case, ours: &mut Case, theirs: &mut Case) {
    let (old, mine, others) = (numbered::<T>(base), numbered(ours), numbered(theirs));
    let given = [&old, &mine, &others].into_iter().flatten().map(|one| one.id);
    let mut next = count(&Case::fresh_number(given));
    let mut claimed: BTreeSet<Id> = old.iter().map(|one| one.id.clone()).collect();
    let (mine, others) = (new_in(mine, &old), new_in(others, &old));
    let mut things = things(&mine, &others);
    // The oldest keeps its number.
    things.sort_by_cached_key(|pair| {
        let sides = || pair.iter().flatten();
        let first = sides().filter_map(|one| one.events.first()).min().cloned();
        (first.is_none(), first, sides().map(|one| count(one.id)).max())
    });
    let mut maps = [Renumbered::new(), Renumbered::new()];
    for pair in things {
        let ids = pair.map(|one| one.map(|one| one.id));
        let Some(wish) = ids.into_iter().flatten().max_by_key(|id| count(id)) else { continue };
        let id = if claimed.insert(wish.clone()) {
            wish.clone()
        } else {
            let id = Id::new(next.to_string());
            next = next.saturating_add(1);
            id
        };
        for (map, old) in maps.iter_mut().zip(ids) {
            if let Some(old) = old.filter(|old| **old != id) {
                map.insert(old.clone(), id.clone());
            }
        }
    }
    let [left, right] = maps;
    give::<T>(ours, &left);
    give::<T>(theirs, &right);
}

/// Gives things other numbers, in the history and in the agenda too.
fn give<T: Counted>(case: &mut Case, numbers: &Renumbered) {
    if numbers.is_empty() {
        return;
    }
    let to_change = |change: &mut Change| renumber::<T>(change, numbers);
    for one in T::list_mut(case) {
        put(one, numbers);
    }
    for entry in case.history.iter_mut().chain(&mut case.undone) {
        entry.changes_mut().for_each(to_change);
    }
    for conflict in &mut case.conflicts {
        to_change(&mut conflict.kept);
        to_change(&mut conflict.other);
    }
    let marks = std::mem::take(&mut case.agenda).into_iter();
    case.agenda =
        marks.map(|(id, mark)| (about(&id, T::KIND, numbers).unwrap_or(id), mark)).collect();
}

fn put<T: Counted>(one: &mut T, numbers: &Renumbered) {
    if let Some(new) = numbers.get(one.id()) {
        *one = one.clone().with_number(new.clone());
    }
}

/// The id of an entry of the agenda, about the same thing under its new number.
fn about(id: &Id, kind: ItemKind, numbers: &Renumbered) -> Option<Id> {
    let rest = id.as_str().strip_prefix(kind.word())?.strip_prefix('-')?;
    let (number, entry) = rest.split_once('.')?;
    let new = numbers.get(&Id::new(number))?;
    Some(Id::new(format!("{}-{new}.{entry}", kind.word())))
}

fn renumber<T: Counted>(change: &mut Change, numbers: &Renumbered) {
    if let Some(edit) = T::edit_mut(change) {
        edit.value.iter_mut().for_each(|one| put(&mut **one, numbers));
        if let Some(new) = numbers.get(&edit.id) {
            edit.id.clone_from(new);
        }
    }
    if let Some(id) = T::named(change)
        && let Some(new) = numbers.get(id)
    {
        id.clone_from(new);
    }
    match change {
        Change::Agenda { id, .. } => {
            if let Some(new) = about(id, T::KIND, numbers) {
                *id = new;
            }
        }
        Change::ByHand(all) => all.iter_mut().for_each(|one| renumber::<T>(one, numbers)),
        Change::Settled { left, made } => {
            for conflict in left {
                renumber::<T>(&mut conflict.kept, numbers);
                renumber::<T>(&mut conflict.other, numbers);
            }
            if let Some(made) = made {
                renumber::<T>(made, numbers);
            }
        }
        _ => {}
    }
}

/// A change without the number of the contact or application that it is about.
pub(super) fn without_number(change: &Change) -> Change {
    fn blank<T: Counted>(edit: &Edit<T>) -> Edit<T> {
        let value = edit.value.as_ref().map(|one| Box::new(one.without_number()));
        Edit { id: Id::new(""), at: 0, value }
    }
    match change {
        Change::Contact(edit) => Change::Contact(blank(edit)),
        Change::Application(edit) => Change::Application(blank(edit)),
        other => other.clone(),
    }
}
