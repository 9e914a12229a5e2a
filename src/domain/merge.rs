//! A change that was made on one version of a case, brought onto another
//! version that somebody else saved meanwhile: a three-way merge of *base*,
//! *theirs* and *ours*, item by item and field by field.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Application, Attachment, Case, Change, Contact, DayOverrides, Edit, Id, Keyed, Line, Mark,
    Obstacle, Outcome, Refusal, Terms, edit::find,
};

impl Change {
    /// What this change means on `case`, which is not the one it was made on;
    /// on that one, `inverse` undoes it. Nothing that somebody else added or
    /// filled in is lost by it.
    pub fn merged(&self, inverse: &Self, case: &Case) -> Result<Self, Refusal> {
        Ok(match (self, inverse) {
            (Self::Account(now), Self::Account(old)) if adds(now, old) => {
                Self::Account(only_one(now, &case.accounts)?)
            }
            (Self::Document(now), Self::Document(old)) if adds(now, old) => {
                Self::Document(only_one(now, &case.documents)?)
            }
            (Self::Accounts(now), Self::Accounts(old)) => {
                Self::Accounts(still_needed(now, old, &case.accounts))
            }
            (
                Self::Found { findings, accounts },
                Self::Found { findings: old, accounts: old_accounts },
            ) => Self::Found {
                findings: still_needed(findings, old, &case.findings),
                accounts: still_needed(accounts, old_accounts, &case.accounts),
            },
            (Self::Dismissed(now), Self::Dismissed(old)) => {
                Self::Dismissed(still_needed(now, old, &case.dismissed))
            }
            (Self::Contact(now), Self::Contact(old)) if adds(now, old) => {
                let id = free_number(&now.id, || case.contact_numbers());
                let rename = |one: Contact| Contact { id: id.clone(), ..one };
                Self::Contact(renamed(now, &id, case.contacts.len(), rename))
            }
            (Self::Application(now), Self::Application(old)) if adds(now, old) => {
                if let Some(pending) = case.pending() {
                    return Err(Refusal::AlreadyPending(pending.on));
                }
                let id = free_number(&now.id, || case.application_numbers());
                let rename = |one: Application| Application { id: id.clone(), ..one };
                Self::Application(renamed(now, &id, case.applications.len(), rename))
            }
            (Self::Obstacle(now), Self::Obstacle(old)) if adds(now, old) => {
                let id = Id::unique(&now.id, |id| find(&case.obstacles, id).is_ok());
                let rename = |one: Obstacle| Obstacle { id: id.clone(), ..one };
                Self::Obstacle(renamed(now, &id, case.obstacles.len(), rename))
            }
            (Self::Application(now), Self::Application(old)) => match (&now.value, &old.value) {
                (Some(ours), Some(base)) => {
                    let theirs = find(&case.applications, &now.id)?;
                    Self::Application(Edit::replace(application(theirs, base, ours)?))
                }
                _ => self.clone(),
            },
            (Self::Terms { terms: ours, told }, Self::Terms { terms: base, .. }) => {
                let pending = case.pending().map(|one| &one.id);
                let told = told.clone().filter(|told| Some(&told.application) == pending);
                Self::Terms { terms: terms(&case.terms, base, ours), told }
            }
            (Self::Line(ours), Self::Line(base)) => Self::Line(line(&case.line, base, ours)),
            (Self::Mark { item, mark: ours }, Self::Mark { mark: base, .. }) => {
                let mark = mark(case.marks.get(item), base.as_ref(), ours.as_ref());
                Self::Mark { item: item.clone(), mark }
            }
            _ => self.clone(),
        })
    }
}

fn adds<T>(now: &Edit<T>, old: &Edit<T>) -> bool {
    now.value.is_some() && old.value.is_none()
}

/// The same edit, unless somebody else has added a thing of that id.
fn only_one<T: Keyed>(edit: &Edit<T>, list: &[T]) -> Result<Edit<T>, Refusal> {
    match find(list, &edit.id) {
        Ok(_) => Err(Refusal::Duplicate(edit.id.to_string())),
        Err(_) => Ok(edit.clone()),
    }
}

/// The edits without those that add what is there by now, and those that
/// change what is gone.
fn still_needed<T: Keyed>(now: &[Edit<T>], old: &[Edit<T>], list: &[T]) -> Vec<Edit<T>> {
    let is_new = |edit: &Edit<T>| {
        let before = old.iter().find(|one| one.id == edit.id);
        edit.value.is_some() && before.is_none_or(|one| one.value.is_none())
    };
    let needed = |edit: &&Edit<T>| is_new(edit) != find(list, &edit.id).is_ok();
    now.iter().filter(needed).cloned().collect()
}

/// The edit under another id, at another place.
fn renamed<T: Clone>(edit: &Edit<T>, id: &Id, at: usize, rename: impl Fn(T) -> T) -> Edit<T> {
    Edit { id: id.clone(), at, value: edit.value.clone().map(rename) }
}

/// The number itself when it was never given, else the next one.
fn free_number<'a, I: Iterator<Item = &'a Id>>(id: &Id, given: impl Fn() -> I) -> Id {
    if given().any(|one| one == id) { Case::fresh_number(given()) } else { id.clone() }
}

/// Our value where we changed it, else theirs.
fn pick<T: Clone + PartialEq>(theirs: &T, base: &T, ours: &T) -> T {
    if ours == base { theirs.clone() } else { ours.clone() }
}

/// An application fact by fact. One that the carrier has answered meanwhile is
/// not answered again, nor given more time.
fn application(
    theirs: &Application,
    base: &Application,
    ours: &Application,
) -> Result<Application, Refusal> {
    let outcome = match (&theirs.outcome, &base.outcome, &ours.outcome) {
        (Some(theirs), Some(base), Some(ours)) if theirs.verdict == ours.verdict => {
            Some(self::outcome(theirs, base, ours))
        }
        (Some(_), base, _) if theirs.outcome != *base => return Err(Refusal::NothingPending),
        (theirs, base, ours) => pick(theirs, base, ours),
    };
    Ok(Application {
        id: ours.id.clone(),
        on: pick(&theirs.on, &base.on, &ours.on),
        channel: pick(&theirs.channel, &base.channel, &ours.channel),
        reference: pick(&theirs.reference, &base.reference, &ours.reference),
        anyway: pick(&theirs.anyway, &base.anyway, &ours.anyway),
        extension: pick(&theirs.extension, &base.extension, &ours.extension),
        reckoned: pick(&theirs.reckoned, &base.reckoned, &ours.reckoned),
        outcome,
    })
}

/// An answer fact by fact: two may add to its confirmation.
fn outcome(theirs: &Outcome, base: &Outcome, ours: &Outcome) -> Outcome {
    Outcome {
        verdict: ours.verdict,
        on: pick(&theirs.on, &base.on, &ours.on),
        reason: pick(&theirs.reason, &base.reason, &ours.reason),
        reference: pick(&theirs.reference, &base.reference, &ours.reference),
        file: pick(&theirs.file, &base.file, &ours.file),
        about: pick(&theirs.about, &base.about, &ours.about),
    }
}

/// Terms setting by setting and day by day.
fn terms(theirs: &Terms, base: &Terms, ours: &Terms) -> Terms {
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
        days: DayOverrides { closed, open },
    }
}

/// The facts about the line, one by one.
fn line(theirs: &Line, base: &Line, ours: &Line) -> Line {
    Line {
        number: pick(&theirs.number, &base.number, &ours.number),
        holder: pick(&theirs.holder, &base.holder, &ours.holder),
        name: pick(&theirs.name, &base.name, &ours.name),
        reply_to: pick(&theirs.reply_to, &base.reply_to, &ours.reply_to),
        abroad: pick(&theirs.abroad, &base.abroad, &ours.abroad),
        class: pick(&theirs.class, &base.class, &ours.class),
        registered: pick(&theirs.registered, &base.registered, &ours.registered),
        active_until: pick(&theirs.active_until, &base.active_until, &ours.active_until),
        grace_until: pick(&theirs.grace_until, &base.grace_until, &ours.grace_until),
        credit: pick(&theirs.credit, &base.credit, &ours.credit),
    }
}

/// Our mark with the files that were attached elsewhere meanwhile.
fn mark(theirs: Option<&Mark>, base: Option<&Mark>, ours: Option<&Mark>) -> Option<Mark> {
    let new_there = |file: &&Attachment| {
        let known = |mark: Option<&Mark>| {
            mark.is_some_and(|mark| mark.files.iter().any(|one| one.path == file.path))
        };
        !known(base) && !known(ours)
    };
    let added: Vec<Attachment> =
        theirs.into_iter().flat_map(|mark| &mark.files).filter(new_there).cloned().collect();
    if added.is_empty() {
        return ours.cloned();
    }
    let mut mark = ours.or(theirs).cloned().unwrap_or_default();
    mark.files.retain(|file| !added.contains(file));
    mark.files.extend(added);
    Some(mark)
}

#[cfg(test)]
mod tests;
