//! Numbers that two machines gave at the same time: both begin with 1, and mean
//! two different contacts or applications. One that was undone leaves its number
//! to the next one, so that a number alone does not say what is meant: what is
//! the same was added by the same event.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::domain::{Application, Case, Change, Contact, Edit, Id, Keyed};

/// Which number becomes which.
type Renumbered = BTreeMap<Id, Id>;

/// Both versions with a number of its own for each thing that only one of them
/// has, and the same number for what both have. Which thing keeps its number does
/// not depend on whose it is.
pub(super) fn apart(base: &Case, ours: &Case, theirs: &Case) -> (Case, Case) {
    let (mut ours, mut theirs) = (ours.clone(), theirs.clone());
    // One that was undone since is not given again: it would look like a change of it.
    let both = ours.contact_numbers().chain(theirs.contact_numbers());
    let given = base.contact_numbers().chain(both);
    let all = [base, &ours, &theirs].map(contacts);
    let [left, right] = renumbered(&all, &Case::fresh_number(given));
    give(&mut ours, &left, true);
    give(&mut theirs, &right, true);
    let both = ours.application_numbers().chain(theirs.application_numbers());
    let given = base.application_numbers().chain(both);
    let all = [base, &ours, &theirs].map(applications);
    let [left, right] = renumbered(&all, &Case::fresh_number(given));
    give(&mut ours, &left, false);
    give(&mut theirs, &right, false);
    (ours, theirs)
}

/// One thing that has a number.
struct Numbered {
    id: Id,
    /// When it was added, if the history tells.
    added: Option<Timestamp>,
    /// What makes it this one and no other, whatever its number is.
    key: String,
    /// All of it.
    content: String,
}

fn contacts(case: &Case) -> Vec<Numbered> {
    let blank = |one: &Contact| format!("{:?}", Contact { id: Id::new(""), ..one.clone() });
    let added = added(case, |change| match change {
        Change::Contact(edit) => Some(edit),
        _ => None,
    });
    let numbered = |one: &Contact| {
        let event = added.get(&one.id);
        let key = event.map(|(at, first)| format!("{at} {}", blank(first)));
        Numbered {
            id: one.id.clone(),
            added: event.map(|(at, _)| *at),
            key: key.unwrap_or_else(|| blank(one)),
            content: blank(one),
        }
    };
    case.contacts.iter().map(numbered).collect()
}

fn applications(case: &Case) -> Vec<Numbered> {
    let added = added(case, |change| match change {
        Change::Application(edit) => Some(edit),
        _ => None,
    });
    // A submission that two people noted on the same day is one.
    let numbered = |one: &Application| Numbered {
        id: one.id.clone(),
        added: added.get(&one.id).map(|(at, _)| *at),
        key: one.on.to_string(),
        content: format!("{:?}", Application { id: Id::new(""), ..one.clone() }),
    };
    case.applications.iter().map(numbered).collect()
}

/// When each thing of a kind that was not removed again was added, and as what.
fn added<T: Clone>(
    case: &Case,
    of: impl Fn(&Change) -> Option<&Edit<T>>,
) -> BTreeMap<Id, (Timestamp, T)> {
    let mut all = BTreeMap::new();
    for entry in &case.history {
        let (Some(now), Some(old)) = (of(&entry.change), of(&entry.inverse)) else { continue };
        match (&now.value, &old.value) {
            (Some(value), None) => {
                all.insert(now.id.clone(), (entry.at, (**value).clone()));
            }
            // What has this number now is something else.
            (None, _) => {
                all.remove(&now.id);
            }
            _ => {}
        }
    }
    all
}

/// What was added, by what makes it this one. Two of the same key on one side are
/// two.
fn told_apart<'a>(added: impl Iterator<Item = &'a Numbered>) -> Vec<(String, &'a Numbered)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let keyed = |one: &'a Numbered| {
        let times = seen.entry(&one.key).or_default();
        *times += 1;
        (format!("{} {times}", one.key), one)
    };
    added.map(keyed).collect()
}

/// Which numbers of ours and of theirs have to change; `fresh` and all above it
/// are free.
fn renumbered([base, ours, theirs]: &[Vec<Numbered>; 3], fresh: &Id) -> [Renumbered; 2] {
    let mut maps = [Renumbered::new(), Renumbered::new()];
    // An event that is not known says nothing: its undoing met a change elsewhere.
    let is_other = |one: &Numbered, old: &Numbered| {
        one.added.is_some() && old.added.is_some() && one.added != old.added
    };
    let is_old = |one: &Numbered| base.iter().any(|old| old.id == one.id && !is_other(one, old));
    let new = told_apart(ours.iter().filter(|one| !is_old(one)));
    let their_new = told_apart(theirs.iter().filter(|one| !is_old(one)));
    if new.is_empty() && their_new.is_empty() {
        return maps;
    }
    let mut claimed: BTreeSet<&Id> = base.iter().map(|one| &one.id).collect();
    // What was added, with its number on either side.
    let mut things: BTreeMap<&str, [Option<&Id>; 2]> = BTreeMap::new();
    for (side, (mine, others)) in [(&new, &their_new), (&their_new, &new)].into_iter().enumerate() {
        for (key, one) in mine {
            // The same said twice under one number is said once.
            let same =
                |(_, two): &&(String, &Numbered)| two.id == one.id && two.content == one.content;
            let key = others.iter().find(same).map_or(key, |(other, _)| other.min(key));
            if let Some(slot) = things.entry(key).or_default().get_mut(side) {
                *slot = Some(&one.id);
            }
        }
    }
    let number = |id: &Id| id.as_str().parse::<u32>().unwrap_or_default();
    let mut next = number(fresh);
    for ids in things.values() {
        let Some(wish) = ids.iter().flatten().copied().max_by_key(|id| number(id)) else {
            continue;
        };
        let id = if claimed.insert(wish) {
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
    maps
}

/// Gives contacts or applications other numbers, in the history too.
fn give(case: &mut Case, numbers: &Renumbered, contact: bool) {
    if numbers.is_empty() {
        return;
    }
    let to_change = |change: &mut Change| renumber(change, numbers, contact);
    if contact {
        case.contacts.iter_mut().for_each(|one| put(&mut one.id, numbers));
    } else {
        case.applications.iter_mut().for_each(|one| put(&mut one.id, numbers));
    }
    for entry in case.history.iter_mut().chain(&mut case.undone) {
        to_change(&mut entry.change);
        to_change(&mut entry.inverse);
    }
    for conflict in &mut case.conflicts {
        to_change(&mut conflict.kept);
        to_change(&mut conflict.other);
    }
}

fn put(id: &mut Id, numbers: &Renumbered) {
    if let Some(new) = numbers.get(id) {
        id.clone_from(new);
    }
}

fn renumber(change: &mut Change, numbers: &Renumbered, contact: bool) {
    match change {
        Change::Contact(edit) if contact => {
            put(&mut edit.id, numbers);
            edit.value.iter_mut().for_each(|one| put(&mut one.id, numbers));
        }
        Change::Application(edit) if !contact => {
            put(&mut edit.id, numbers);
            edit.value.iter_mut().for_each(|one| put(&mut one.id, numbers));
        }
        Change::Reckoned(dates) | Change::Terms { told: Some(dates), .. } if !contact => {
            put(&mut dates.application, numbers);
        }
        Change::ByHand(all) => all.iter_mut().for_each(|one| renumber(one, numbers, contact)),
        _ => {}
    }
}

/// A change without the number of the contact or application that it is about.
pub(super) fn without_number(change: &Change) -> Change {
    fn blank<T: Keyed>(edit: &Edit<T>, clear: impl Fn(T) -> T) -> Edit<T> {
        Edit { id: Id::new(""), at: 0, value: edit.value.clone().map(|one| Box::new(clear(*one))) }
    }
    let nothing = || Id::new("");
    match change {
        Change::Contact(edit) => {
            Change::Contact(blank(edit, |one| Contact { id: nothing(), ..one }))
        }
        Change::Application(edit) => {
            Change::Application(blank(edit, |one| Application { id: nothing(), ..one }))
        }
        other => other.clone(),
    }
}
