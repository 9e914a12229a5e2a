//! Events: the agenda of a case as a calendar takes it.

use jiff::{Timestamp, civil::Date};

use crate::{
    domain::{AgendaEntry, AgendaKind, AgendaState, Id, Status},
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
    let event = |entry: &AgendaEntry| Event {
        case: (words.case.id.clone(), opened),
        id: entry.id.clone(),
        kind: entry.kind,
        on: entry.on,
        title: words.text.labelled(label, &words.dated_title(entry)),
        note: words.dated_note(entry, status.review.as_ref()),
        over: entry.state == AgendaState::Done,
    };
    status.agenda.iter().map(event).collect()
}

#[cfg(test)]
mod tests;
