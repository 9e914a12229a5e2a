//! Events: the agenda of a case as a calendar takes it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{
    domain::{AgendaEntry, AgendaKind, AgendaState, Change, Id, Item, Status},
    playbook::Words,
};

/// A day for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// The case it belongs to, and when that was opened: together they are
    /// unique in the world.
    pub(crate) case: (Id, Timestamp),
    /// Stable for the same thing of a case: `application-1.latest`.
    pub(crate) id: Id,
    /// What sort of thing it is.
    pub(crate) kind: AgendaKind,
    /// The fact of the book that gives the day of the entry.
    pub(crate) from: Item,
    /// The day.
    pub(crate) on: Date,
    /// What it is, with the name of the case.
    pub(crate) title: String,
    /// More about it; may be empty.
    pub(crate) note: String,
    /// It does not matter any more: a calendar that has it should drop it.
    pub(crate) over: bool,
}

/// The agenda of a case as events.
pub(crate) fn events(words: &Words<'_>, status: &Status) -> Vec<Event> {
    let opened = words.case.history.first().map(|entry| entry.at).unwrap_or_default();
    let label = words.case.label.as_str();
    let told = &status.agenda;
    let over = told.iter().filter(|one| one.state == AgendaState::Done).map(|one| &one.id);
    let over: BTreeSet<&Id> = over.collect();
    let been = if over.is_empty() { BTreeMap::new() } else { were_open(words, &over) };
    let event = |entry: &AgendaEntry, on| Event {
        case: (words.case.id.clone(), opened),
        id: entry.id.clone(),
        kind: entry.kind,
        from: entry.from.clone(),
        on,
        title: words.text.labelled(label, &words.dated_title(entry)),
        note: words.dated_note(entry, status.review.as_ref()),
        over: entry.state == AgendaState::Done,
    };
    let known = told.iter().filter_map(|one| match one.state {
        AgendaState::Open | AgendaState::Snoozed(_) => Some(event(one, one.on)),
        // It is taken back on the day that it had.
        AgendaState::Done => been.get(&one.id).map(|on| event(one, *on)),
    });
    known.collect()
}

/// Those of these entries that were to come at some time, so that a calendar can have
/// them: the case is looked at as it was after each thing that was done, on that day and
/// on the last one before the next.
fn were_open(words: &Words<'_>, over: &BTreeSet<&Id>) -> BTreeMap<Id, Date> {
    let (mut case, mut last) = (words.case.clone(), words.today);
    let mut been = BTreeMap::new();
    while been.len() < over.len() {
        let Some(entry) = case.history.last().cloned() else { break };
        let first = words.playbook.today(entry.at, &TimeZone::UTC).min(last);
        // What scans find and what things are called has no day.
        let dated = !matches!(
            entry.change,
            Change::Found { .. } | Change::Dismissed(_) | Change::Label(_) | Change::Document(_)
        );
        let days = if dated { BTreeSet::from([first, last]) } else { BTreeSet::new() };
        // The newest day that it had counts.
        for day in days.into_iter().rev() {
            let open = words.playbook.status(&case, day).agenda.into_iter();
            let open = open.filter(|one| one.state != AgendaState::Done && over.contains(&one.id));
            // Where it was put off, the agenda has it on its own day again once it is over.
            for one in open {
                been.entry(one.id).or_insert(one.given);
            }
        }
        case.step_back(&entry);
        if dated {
            last = first;
        }
    }
    been
}

#[cfg(test)]
mod tests;
