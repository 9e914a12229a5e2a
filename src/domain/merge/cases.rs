//! Three versions of a case.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    decisions, events,
    fields::{Merge, Three},
    lists::MergedList,
    numbers, twice,
};
use crate::domain::{AgendaMark, Case, Change, Conflict, Edit, Id, Item, KeptFinding, Keyed, Mark};

/// The merged case. Without a common version, both sides began it.
pub(super) fn merge_cases(base: Option<&Case>, ours: &Case, theirs: &Case) -> Case {
    let blank;
    let base = match base {
        Some(base) => base,
        None => {
            let nothing = || Id::new("");
            blank = Case {
                id: ours.id.clone(),
                ..Case::new(nothing(), String::new(), nothing(), ours.route, ours.opened)
            };
            &blank
        }
    };
    if ours == theirs || theirs == base {
        return ours.clone();
    }
    if ours == base {
        return theirs.clone();
    }
    let (ours, theirs) = numbers::apart(base, ours, theirs);
    let three = Three { base, ours: &ours, theirs: &theirs };
    let mut found = Vec::new();
    let mut case = Case {
        id: ours.id.clone(),
        label: value(&three, |one| one.label.clone(), Change::Label, &mut found),
        playbook: three.pick(|one| one.playbook.clone()),
        route: value(&three, |one| one.route, Change::Route, &mut found),
        opened: three.pick(|one| one.opened),
        line: thing(
            &part(&three, |one| &one.line),
            |line| Change::Line(Box::new(line)),
            &mut found,
        ),
        marks: marks(&three, &mut found),
        search_over: value(&three, |one| one.search_over, Change::Search, &mut found),
        accounts: list(&part(&three, |one| &one.accounts), Change::Account, &mut found),
        dismissed: list(&part(&three, |one| &one.dismissed), dismissed, &mut found),
        findings: list(&part(&three, |one| &one.findings), findings, &mut found),
        documents: list(&part(&three, |one| &one.documents), Change::Document, &mut found),
        contacts: list(&part(&three, |one| &one.contacts), Change::Contact, &mut found),
        obstacles: list(&part(&three, |one| &one.obstacles), Change::Obstacle, &mut found),
        applications: list(&part(&three, |one| &one.applications), Change::Application, &mut found),
        agenda: agenda(&three, &mut found),
        terms: thing(
            &part(&three, |one| &one.terms),
            |terms| Change::Terms { terms: Box::new(terms), told: None },
            &mut found,
        ),
        ending: value(&three, |one| one.ending.clone(), Change::Ending, &mut found),
        archived: value(&three, |one| one.archived, Change::Archived, &mut found),
        forgotten: events::forgotten(&part(&three, |one| &one.forgotten)),
        history: events::united(&part(&three, |one| &one.history)),
        undone: events::united(&part(&three, |one| &one.undone)),
        conflicts: decisions::waiting(&three),
    };
    found.extend(twice::submitted_twice(&three, &case));
    for new in found {
        if !case.conflicts.iter().any(|known| known.is_like(&new)) {
            case.conflicts.push(new);
        }
    }
    let again = decisions::disputed(&three, &case);
    case.conflicts.extend(again);
    case
}

fn part<'a, T>(three: &Three<'a, Case>, of: fn(&Case) -> &T) -> Three<'a, T> {
    Three { base: of(three.base), ours: of(three.ours), theirs: of(three.theirs) }
}

/// A value that is changed as a whole.
fn value<U: PartialEq + Clone>(
    three: &Three<'_, Case>,
    field: impl Fn(&Case) -> U,
    change: impl Fn(U) -> Change,
    found: &mut Vec<Conflict>,
) -> U {
    let (kept, other) = (three.pick(&field), three.swapped().pick(&field));
    if kept != other {
        found.push(Conflict { kept: change(kept.clone()), other: change(other) });
    }
    kept
}

/// A thing that is merged field by field.
fn thing<T: Merge>(
    three: &Three<'_, T>,
    change: impl Fn(T) -> Change,
    found: &mut Vec<Conflict>,
) -> T {
    let (kept, other) = (T::merged(three), T::merged(&three.swapped()));
    if kept != other {
        found.push(Conflict { kept: change(kept.clone()), other: change(other) });
    }
    kept
}

/// A list of things that is merged by id.
fn list<T: Merge + Keyed>(
    three: &Three<'_, Vec<T>>,
    change: impl Fn(Edit<T>) -> Change,
    found: &mut Vec<Conflict>,
) -> Vec<T> {
    let MergedList { list, conflicts } = three.by_id();
    let conflicts = conflicts.into_iter();
    found.extend(
        conflicts.map(|(kept, other)| Conflict { kept: change(kept), other: change(other) }),
    );
    list
}

fn dismissed(edit: Edit<crate::domain::Dismissed>) -> Change {
    Change::Dismissed(vec![edit])
}

fn findings(edit: Edit<KeptFinding>) -> Change {
    Change::found([edit], [], [])
}

/// What was said about each entry of the agenda.
fn agenda(three: &Three<'_, Case>, found: &mut Vec<Conflict>) -> BTreeMap<Id, AgendaMark> {
    let [ours, theirs] = [three.ours, three.theirs].map(|case| case.agenda.keys());
    let ids: BTreeSet<&Id> = ours.chain(theirs).collect();
    let mut merged = BTreeMap::new();
    for id in ids {
        let of = |case: &Case| case.agenda.get(id).cloned().unwrap_or_default();
        let (base, ours, theirs) = (of(three.base), of(three.ours), of(three.theirs));
        let three = Three { base: &base, ours: &ours, theirs: &theirs };
        let change = |mark| Change::Agenda { id: id.clone(), mark: Some(mark) };
        merged.insert(id.clone(), thing(&three, change, found));
    }
    merged.retain(|_, mark| *mark != AgendaMark::default());
    merged
}

/// What was said about each item; no mark is an empty one.
fn marks(three: &Three<'_, Case>, found: &mut Vec<Conflict>) -> BTreeMap<Item, Mark> {
    let items = three.ours.marks.keys().chain(three.theirs.marks.keys());
    let mut marks = BTreeMap::new();
    for item in items {
        if marks.contains_key(item) {
            continue;
        }
        let of = |case: &Case| case.marks.get(item).cloned().unwrap_or_default();
        let (base, ours, theirs) = (of(three.base), of(three.ours), of(three.theirs));
        let three = Three { base: &base, ours: &ours, theirs: &theirs };
        let change = |mark| Change::Mark { item: item.clone(), mark: Some(Box::new(mark)) };
        let merged = match (ours.is_blank(), theirs.is_blank()) {
            (mine, other) if mine != other && ours != base && theirs != base => {
                // Taken away on one side and changed on the other: it stays.
                let (kept, gone) = if mine { (&theirs, &ours) } else { (&ours, &theirs) };
                let (kept, gone) = (kept.clone(), gone.clone());
                found.push(Conflict { kept: change(kept.clone()), other: change(gone) });
                kept
            }
            (false, false) if Mark::merged(&three).is_blank() => {
                // Each took away what the other left: that is nobody's wish.
                found.push(Conflict { kept: change(ours.clone()), other: change(theirs) });
                ours
            }
            _ => thing(&three, change, found),
        };
        marks.insert(item.clone(), merged);
    }
    marks.retain(|_, mark| !mark.is_blank());
    marks
}
