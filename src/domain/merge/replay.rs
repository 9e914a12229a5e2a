//! A change that was made on one version of a case, brought onto another
//! version that somebody else saved meanwhile.

use super::fields::{Merge, Three};
use crate::domain::{
    Application, Case, Change, Conflict, Contact, Edit, Id, Keyed, Obstacle, Refusal,
};

/// What `change` means on `case`, which is not the one it was made on; on that
/// one, `inverse` undoes it. Nothing that somebody else added or filled in is
/// lost by it.
pub(super) fn merged(change: &Change, inverse: &Change, case: &Case) -> Result<Change, Refusal> {
    use Change as C;
    Ok(match (change, inverse) {
        (C::Account(now), C::Account(old)) if adds(now, old) => {
            C::Account(only_one(now, &case.accounts)?)
        }
        (C::Document(now), C::Document(old)) if adds(now, old) => {
            C::Document(only_one(now, &case.documents)?)
        }
        (C::Accounts(now), C::Accounts(old)) => C::Accounts(still_needed(now, old, &case.accounts)),
        (
            C::Found { findings, accounts, dismissed },
            C::Found { findings: old, accounts: old_accounts, dismissed: old_dismissed },
        ) => C::found(
            still_needed(findings, old, &case.findings),
            still_needed(accounts, old_accounts, &case.accounts),
            still_needed(dismissed, old_dismissed, &case.dismissed),
        ),
        (C::Dismissed(now), C::Dismissed(old)) => {
            C::Dismissed(still_needed(now, old, &case.dismissed))
        }
        (C::Contact(now), C::Contact(old)) if adds(now, old) => {
            let id = free_number(&now.id, || case.contact_numbers());
            let rename = |one: Contact| Contact { id: id.clone(), ..one };
            C::Contact(renamed(now, &id, case.contacts.len(), rename))
        }
        (C::Application(now), C::Application(old)) if adds(now, old) => {
            if let Some(pending) = case.pending() {
                return Err(Refusal::AlreadyPending(pending.on));
            }
            let id = free_number(&now.id, || case.application_numbers());
            let rename = |one: Application| Application { id: id.clone(), ..one };
            C::Application(renamed(now, &id, case.applications.len(), rename))
        }
        (C::Obstacle(now), C::Obstacle(old)) if adds(now, old) => {
            let id = Id::unique(&now.id, |id| find(&case.obstacles, id).is_some());
            let rename = |one: Obstacle| Obstacle { id: id.clone(), ..one };
            C::Obstacle(renamed(now, &id, case.obstacles.len(), rename))
        }
        (C::Account(now), C::Account(old)) => C::Account(edited(now, old, &case.accounts)),
        (C::Document(now), C::Document(old)) => C::Document(edited(now, old, &case.documents)),
        (C::Contact(now), C::Contact(old)) => C::Contact(edited(now, old, &case.contacts)),
        (C::Obstacle(now), C::Obstacle(old)) => C::Obstacle(edited(now, old, &case.obstacles)),
        (C::Application(now), C::Application(old)) => {
            let answered = find(&case.applications, &now.id).zip(old.value.as_deref());
            // One that the carrier has answered meanwhile is not answered again,
            // nor given more time.
            // Two may add to the same answer, though.
            let ours = now.value.as_deref();
            if answered.is_some_and(|(theirs, base)| {
                let verdict = |one: &Application| one.outcome.as_ref().map(|said| said.verdict);
                let adds = base.outcome.is_some() && ours.and_then(verdict) == verdict(theirs);
                ours.is_some()
                    && theirs.outcome.is_some()
                    && theirs.outcome != base.outcome
                    && !adds
            }) {
                return Err(Refusal::NothingPending);
            }
            C::Application(edited(now, old, &case.applications))
        }
        (C::Terms { terms: ours, told }, C::Terms { terms: base, .. }) => {
            let pending = case.pending().map(|one| &one.id);
            let told = told.clone().filter(|told| Some(&told.application) == pending);
            C::Terms { terms: Box::new(on(&case.terms, base, ours)), told }
        }
        (C::Settled { left, made }, C::Settled { left: old, made: unmade }) => {
            let has = |all: &[Conflict], one: &Conflict| all.iter().any(|it| it.is_like(one));
            let is_settled = |one: &Conflict| has(old, one) && !has(left, one);
            let mut left = case.conflicts.clone();
            left.retain(|one| !is_settled(one));
            let made = match (made, unmade) {
                (Some(made), Some(unmade)) => Some(Box::new(merged(made, unmade, case)?)),
                _ => made.clone(),
            };
            C::Settled { left, made }
        }
        (C::Line(ours), C::Line(base)) => C::Line(Box::new(on(&case.line, base, ours))),
        (C::Mark { item, mark: ours }, C::Mark { mark: base, .. }) => {
            let [base, ours] = [base, ours].map(|mark| mark.clone().unwrap_or_default());
            let mark = on(&case.mark(item), &base, &ours);
            C::Mark { item: item.clone(), mark: (!mark.is_blank()).then(|| Box::new(mark)) }
        }
        _ => change.clone(),
    })
}

/// What the change means when it is done once more. A new thing is what it was, unless
/// somebody else has added one of the same name or number meanwhile.
pub(super) fn again(change: &Change, inverse: &Change, case: &Case) -> Result<Change, Refusal> {
    if brings(change, inverse) && !is_taken(change, inverse, case) {
        return Ok(change.clone());
    }
    merged(change, inverse, case)
}

/// Whether the change brings one new thing.
fn brings(change: &Change, inverse: &Change) -> bool {
    use Change as C;
    match (change, inverse) {
        (C::Account(now), C::Account(old)) => adds(now, old),
        (C::Document(now), C::Document(old)) => adds(now, old),
        (C::Contact(now), C::Contact(old)) => adds(now, old),
        (C::Application(now), C::Application(old)) => adds(now, old),
        (C::Obstacle(now), C::Obstacle(old)) => adds(now, old),
        _ => false,
    }
}

/// Whether the change brings a new thing of whose name or number there is one.
pub(super) fn is_taken(change: &Change, inverse: &Change, case: &Case) -> bool {
    brings(change, inverse)
        && match change {
            Change::Account(now) => find(&case.accounts, &now.id).is_some(),
            Change::Document(now) => find(&case.documents, &now.id).is_some(),
            Change::Contact(now) => find(&case.contacts, &now.id).is_some(),
            Change::Application(now) => find(&case.applications, &now.id).is_some(),
            Change::Obstacle(now) => find(&case.obstacles, &now.id).is_some(),
            _ => false,
        }
}

/// What somebody else has, with our changes.
fn on<T: Merge>(theirs: &T, base: &T, ours: &T) -> T {
    T::merged(&Three { base, ours, theirs })
}

/// The edit of a thing that somebody else may have changed too.
fn edited<T: Merge + Keyed>(now: &Edit<T>, old: &Edit<T>, list: &[T]) -> Edit<T> {
    match (&now.value, &old.value, find(list, &now.id)) {
        (Some(ours), Some(base), Some(theirs)) => Edit::replace(on(theirs, base, ours)),
        _ => now.clone(),
    }
}

/// The thing with this id.
pub(super) fn find<'a, T: Keyed>(list: &'a [T], id: &Id) -> Option<&'a T> {
    list.iter().find(|one| one.id() == id)
}

/// Whether the edit brings something new.
pub(super) fn adds<T>(now: &Edit<T>, old: &Edit<T>) -> bool {
    now.value.is_some() && old.value.is_none()
}

/// The same edit, unless somebody else has added a thing of that id.
fn only_one<T: Keyed>(edit: &Edit<T>, list: &[T]) -> Result<Edit<T>, Refusal> {
    match find(list, &edit.id) {
        Some(_) => Err(Refusal::Duplicate(edit.id.to_string())),
        None => Ok(edit.clone()),
    }
}

/// The edits without those that add what is there by now, and those that
/// change what is gone.
fn still_needed<T: Keyed>(now: &[Edit<T>], old: &[Edit<T>], list: &[T]) -> Vec<Edit<T>> {
    let is_new = |edit: &Edit<T>| {
        let before = old.iter().find(|one| one.id == edit.id);
        edit.value.is_some() && before.is_none_or(|one| one.value.is_none())
    };
    let needed = |edit: &&Edit<T>| is_new(edit) != find(list, &edit.id).is_some();
    now.iter().filter(needed).cloned().collect()
}

/// The edit under another id, at another place.
fn renamed<T: Clone>(edit: &Edit<T>, id: &Id, at: usize, rename: impl Fn(T) -> T) -> Edit<T> {
    Edit { id: id.clone(), at, value: edit.value.clone().map(|one| Box::new(rename(*one))) }
}

/// The number itself when it was never given, else the next one.
fn free_number<'a, I: Iterator<Item = &'a Id>>(id: &Id, given: impl Fn() -> I) -> Id {
    if given().any(|one| one == id) { Case::fresh_number(given()) } else { id.clone() }
}
