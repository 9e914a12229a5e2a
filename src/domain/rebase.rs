//! The same change on a case that somebody else changed meanwhile.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Application, Attachment, Case, Change, Contact, Id, Item, Line, Mark, Obstacle, OwnDays, Put,
    Refusal, Terms,
};

impl Change {
    /// What this change means on `case`, which is not the one it was made on:
    /// there `inverse` took it back. Nothing that somebody else added or
    /// filled in is lost by it.
    pub fn onto(&self, inverse: &Self, case: &Case) -> Result<Self, Refusal> {
        Ok(match (self, inverse) {
            (Self::Account(now), Self::Account(old)) if added(now, old) => {
                if case.accounts.iter().any(|one| one.id == now.id) {
                    return Err(Refusal::Duplicate(now.id.to_string()));
                }
                self.clone()
            }
            // What is there by now need not be added again, and what is gone
            // cannot be changed.
            (Self::Accounts(now), Self::Accounts(old)) => {
                Self::Accounts(still(now, old, |id| case.accounts.iter().any(|one| one.id == *id)))
            }
            (Self::Dismissed(now), Self::Dismissed(old)) => {
                Self::Dismissed(still(now, old, |id| {
                    case.dismissed.iter().any(|one| one.id == *id)
                }))
            }
            (Self::Document(now), Self::Document(old)) if added(now, old) => {
                if case.documents.iter().any(|one| one.id == now.id) {
                    return Err(Refusal::Duplicate(now.id.to_string()));
                }
                self.clone()
            }
            (Self::Contact(now), Self::Contact(old)) if added(now, old) => {
                let taken = case.contacts.iter().map(|one| &one.id);
                let id = fresh(&now.id, taken);
                renamed(
                    now,
                    &id,
                    case.contacts.len(),
                    |one: Contact| Contact { id: id.clone(), ..one },
                    Self::Contact,
                )
            }
            (Self::Application(now), Self::Application(old)) if added(now, old) => {
                if let Some(pending) = case.pending() {
                    return Err(Refusal::AlreadyPending(pending.on));
                }
                let taken = case.applications.iter().map(|one| &one.id);
                let id = fresh(&now.id, taken);
                let rename = |one: Application| Application { id: id.clone(), ..one };
                renamed(now, &id, case.applications.len(), rename, Self::Application)
            }
            (Self::Obstacle(now), Self::Obstacle(old)) if added(now, old) => {
                let known = |id: &Id| case.obstacles.iter().any(|one| one.id == *id);
                let id = Id::unique(&now.id, known);
                let rename = |one: Obstacle| Obstacle { id: id.clone(), ..one };
                renamed(now, &id, case.obstacles.len(), rename, Self::Obstacle)
            }
            (Self::Application(now), Self::Application(old)) => match (&now.value, &old.value) {
                (Some(ours), Some(base)) => {
                    let theirs = case.applications.iter().find(|one| one.id == now.id);
                    let theirs = theirs.ok_or_else(|| {
                        let item = Item::new(super::ItemKind::Application, &now.id);
                        Refusal::NoSuchItem(item.to_string())
                    })?;
                    Self::Application(Put::replace(decided(theirs, base, ours)?))
                }
                _ => self.clone(),
            },
            (Self::Terms { terms: ours, told }, Self::Terms { terms: base, .. }) => {
                let pending = case.pending().map(|one| &one.id);
                let told = told.clone().filter(|told| Some(&told.application) == pending);
                Self::Terms { terms: counted(&case.terms, base, ours), told }
            }
            (Self::Line(ours), Self::Line(base)) => Self::Line(merged(&case.line, base, ours)),
            (Self::Mark { item, mark: ours }, Self::Mark { mark: base, .. }) => {
                marked(case, item, base.as_ref(), ours.as_ref())
            }
            _ => self.clone(),
        })
    }
}

fn added<T>(now: &Put<T>, old: &Put<T>) -> bool {
    now.value.is_some() && old.value.is_none()
}

/// Those that make sense where `is_there` tells what there is.
fn still<T: Clone>(now: &[Put<T>], old: &[Put<T>], is_there: impl Fn(&Id) -> bool) -> Vec<Put<T>> {
    let adds = |put: &Put<T>| {
        let before = old.iter().find(|one| one.id == put.id);
        put.value.is_some() && before.is_none_or(|one| one.value.is_none())
    };
    now.iter().filter(|put| adds(put) != is_there(&put.id)).cloned().collect()
}

fn renamed<T: Clone>(
    put: &Put<T>,
    id: &Id,
    at: usize,
    rename: impl Fn(T) -> T,
    change: impl Fn(Put<T>) -> Change,
) -> Change {
    change(Put { id: id.clone(), at, value: put.value.clone().map(rename) })
}

/// The number itself while it is free, else the next one.
fn fresh<'a>(id: &Id, taken: impl Iterator<Item = &'a Id> + Clone) -> Id {
    if taken.clone().any(|one| one == id) { Case::fresh_number(taken) } else { id.clone() }
}

/// What we did not touch stays theirs.
fn pick<T: Clone + PartialEq>(theirs: &T, base: &T, ours: &T) -> T {
    if ours == base { theirs.clone() } else { ours.clone() }
}

/// An application fact by fact. What was answered there is not answered anew,
/// nor given more time.
fn decided(
    theirs: &Application,
    base: &Application,
    ours: &Application,
) -> Result<Application, Refusal> {
    if theirs.outcome.is_some() && theirs.outcome != base.outcome {
        return Err(Refusal::NothingPending);
    }
    Ok(Application {
        id: ours.id.clone(),
        on: pick(&theirs.on, &base.on, &ours.on),
        channel: pick(&theirs.channel, &base.channel, &ours.channel),
        reference: pick(&theirs.reference, &base.reference, &ours.reference),
        anyway: pick(&theirs.anyway, &base.anyway, &ours.anyway),
        extension: pick(&theirs.extension, &base.extension, &ours.extension),
        reckoned: pick(&theirs.reckoned, &base.reckoned, &ours.reckoned),
        outcome: pick(&theirs.outcome, &base.outcome, &ours.outcome),
    })
}

/// Terms setting by setting and day by day.
fn counted(theirs: &Terms, base: &Terms, ours: &Terms) -> Terms {
    type Days = BTreeMap<Date, String>;
    let days = |theirs: &Days, base: &Days, ours: &Days| -> Days {
        let all = theirs.keys().chain(ours.keys()).copied();
        let chosen = |day| pick(&theirs.get(&day), &base.get(&day), &ours.get(&day)).cloned();
        all.filter_map(|day| Some((day, chosen(day)?))).collect()
    };
    let closed = days(&theirs.days.closed, &base.days.closed, &ours.days.closed);
    let mut open = days(&theirs.days.open, &base.days.open, &ours.days.open);
    open.retain(|day, _| !closed.contains_key(day));
    Terms {
        window: pick(&theirs.window, &base.window, &ours.window),
        region: pick(&theirs.region, &base.region, &ours.region),
        days: OwnDays { closed, open },
    }
}

/// Fact by fact: what we did not touch stays theirs.
fn merged(theirs: &Line, base: &Line, ours: &Line) -> Line {
    Line {
        number: pick(&theirs.number, &base.number, &ours.number),
        holder: pick(&theirs.holder, &base.holder, &ours.holder),
        class: pick(&theirs.class, &base.class, &ours.class),
        registered: pick(&theirs.registered, &base.registered, &ours.registered),
        active_until: pick(&theirs.active_until, &base.active_until, &ours.active_until),
        grace_until: pick(&theirs.grace_until, &base.grace_until, &ours.grace_until),
        credit: pick(&theirs.credit, &base.credit, &ours.credit),
    }
}

/// Our mark with the files that were attached elsewhere meanwhile.
fn marked(case: &Case, item: &Item, base: Option<&Mark>, ours: Option<&Mark>) -> Change {
    let theirs = case.marks.get(item);
    let new_there = |file: &&Attachment| {
        let known = |mark: Option<&Mark>| {
            mark.is_some_and(|mark| mark.files.iter().any(|one| one.path == file.path))
        };
        !known(base) && !known(ours)
    };
    let extra: Vec<Attachment> =
        theirs.into_iter().flat_map(|mark| &mark.files).filter(new_there).cloned().collect();
    let mark = match (ours, extra.is_empty()) {
        (ours, true) => ours.cloned(),
        (ours, false) => {
            let mut mark = ours.or(theirs).cloned().unwrap_or_default();
            mark.files.retain(|file| !extra.contains(file));
            mark.files.extend(extra);
            Some(mark)
        }
    };
    Change::Mark { item: item.clone(), mark }
}

#[cfg(test)]
mod tests;
