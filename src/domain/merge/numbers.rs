//! Numbers that two machines gave at the same time: both begin with 1, and mean
//! two different contacts or applications.

use std::collections::BTreeSet;

use crate::domain::{Application, Case, Change, Contact, Edit, Id, Keyed};

/// Both versions with a number of its own for each thing that only one of them
/// has. Which one keeps its number does not depend on whose it is.
pub(super) fn apart(base: &Case, ours: &Case, theirs: &Case) -> (Case, Case) {
    let (mut ours, mut theirs) = (ours.clone(), theirs.clone());
    loop {
        let Some((mine, id)) = clash(base, &ours, &theirs) else { return (ours, theirs) };
        match id {
            Numbered::Contact(id) => {
                let given = ours.contact_numbers().chain(theirs.contact_numbers());
                let fresh = Case::fresh_number(given);
                give(if mine { &mut ours } else { &mut theirs }, &id, &fresh, true);
            }
            Numbered::Application(id) => {
                let given = ours.application_numbers().chain(theirs.application_numbers());
                let fresh = Case::fresh_number(given);
                give(if mine { &mut ours } else { &mut theirs }, &id, &fresh, false);
            }
        }
    }
}

enum Numbered {
    Contact(Id),
    Application(Id),
}

/// The first number that means two things, and whether ours gets another one.
fn clash(base: &Case, ours: &Case, theirs: &Case) -> Option<(bool, Numbered)> {
    // A submission that two people noted on the same day is one.
    let same = |one: &Application, other: &Application| one.on == other.on;
    let contact = first(&base.contacts, &ours.contacts, &theirs.contacts, |a, b| a == b)
        .map(|(mine, id)| (mine, Numbered::Contact(id)));
    contact.or_else(|| {
        first(&base.applications, &ours.applications, &theirs.applications, same)
            .map(|(mine, id)| (mine, Numbered::Application(id)))
    })
}

fn first<T: Keyed + std::fmt::Debug>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    same: impl Fn(&T, &T) -> bool,
) -> Option<(bool, Id)> {
    let known: BTreeSet<&Id> = base.iter().map(Keyed::id).collect();
    let new = ours.iter().filter(|one| !known.contains(one.id()));
    new.filter_map(|one| Some((one, theirs.iter().find(|other| other.id() == one.id())?)))
        .find(|(one, other)| !same(one, other))
        .map(|(one, other)| (format!("{one:?}") > format!("{other:?}"), one.id().clone()))
}

/// Gives a contact or an application another number, in the history too.
fn give(case: &mut Case, old: &Id, new: &Id, contact: bool) {
    let to_contact = |edit: &mut Edit<Contact>| {
        if edit.id == *old {
            edit.id.clone_from(new);
        }
        if let Some(one) = edit.value.as_mut().filter(|one| one.id == *old) {
            one.id.clone_from(new);
        }
    };
    let to_application = |edit: &mut Edit<Application>| {
        if edit.id == *old {
            edit.id.clone_from(new);
        }
        if let Some(one) = edit.value.as_mut().filter(|one| one.id == *old) {
            one.id.clone_from(new);
        }
    };
    let to_change = |change: &mut Change| match change {
        Change::Contact(edit) if contact => to_contact(edit),
        Change::Application(edit) if !contact => to_application(edit),
        Change::Reckoned(dates) | Change::Terms { told: Some(dates), .. }
            if !contact && dates.application == *old =>
        {
            dates.application.clone_from(new);
        }
        _ => {}
    };
    if contact {
        case.contacts.iter_mut().filter(|one| one.id == *old).for_each(|one| one.id = new.clone());
    } else {
        let all = case.applications.iter_mut();
        all.filter(|one| one.id == *old).for_each(|one| one.id = new.clone());
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
