//! Saying that an entry of the agenda is done, or putting it off.

use jiff::civil::Date;

use super::{not_before, past};
use crate::domain::{
    AgendaEntry, AgendaKind, AgendaMark, Case, Change, Contact, Edit, Id, Refusal,
};

impl Case {
    /// Says that the promise made in a contact was kept on a day.
    pub(crate) fn keep_promise(&self, id: &Id, on: Date, today: Date) -> Result<Change, Refusal> {
        let contact = self.contact(id)?;
        if contact.promised.is_none() {
            return Err(Refusal::NoPromise(contact.on));
        }
        let on = not_before(past(on, self, today)?, contact.on)?;
        Ok(Change::Contact(Edit::replace(Contact { kept: Some(on), ..contact.clone() })))
    }

    /// Says that a promise was not kept after all.
    pub(crate) fn unkeep_promise(&self, id: &Id) -> Result<Change, Refusal> {
        let contact = self.contact(id)?.clone();
        Ok(Change::Contact(Edit::replace(Contact { kept: None, ..contact })))
    }

    /// Says that an entry of the agenda was done today.
    pub(crate) fn finish(
        &self,
        agenda: &[AgendaEntry],
        id: &Id,
        today: Date,
    ) -> Result<Change, Refusal> {
        let entry = entry(agenda, id)?;
        match entry.kind {
            AgendaKind::Promise => self.keep_promise(&entry.item.id, today, today),
            AgendaKind::UseBy => self.use_line(today, today),
            AgendaKind::RefuseBy if entry.given < today => Err(Refusal::RefusedLate(entry.given)),
            AgendaKind::RefuseBy => Ok(self.refuse_prolonging(&entry.item, today)),
            // Its day follows from a question that nobody has put yet.
            _ if entry.can_be_done() && entry.if_asked.is_some() => {
                Err(Refusal::NotYet(entry.given))
            }
            // Nobody complains before the forum takes it, or looks before the day.
            AgendaKind::Complaint | AgendaKind::Recovery if entry.given > today => {
                Err(Refusal::NotYet(entry.given))
            }
            _ if !entry.can_be_done() => Err(Refusal::EndsByItself(id.clone())),
            _ => {
                let mark = AgendaMark { done: Some(today), snoozed: None, on: Some(entry.given) };
                Ok(Change::Agenda { id: id.clone(), mark: Some(mark) })
            }
        }
    }

    /// Puts an entry of the agenda off. Until a day that is to come at most to
    /// that day: whoever put it off further would be told too late. What is late
    /// already can be put off to any day to come.
    pub(crate) fn snooze(
        agenda: &[AgendaEntry],
        id: &Id,
        until: Date,
        today: Date,
    ) -> Result<Change, Refusal> {
        let entry = entry(agenda, id)?;
        if until <= today {
            return Err(Refusal::SnoozePast { given: until, today });
        }
        // Who has seen that the line still receives need not know until when.
        let seen = entry.kind == AgendaKind::ActiveUntil && entry.given < today;
        let fixed = entry.given > today || entry.kind.is_of_the_line() && !seen;
        if until > entry.given && fixed {
            return Err(Refusal::SnoozeBeyond { given: until, limit: entry.given });
        }
        // Once the number has rested nobody looks for anything any more.
        let looks = matches!(entry.kind, AgendaKind::SignIn | AgendaKind::Recovery);
        let mut ends = agenda.iter().filter(|one| looks && one.kind == AgendaKind::WatchEnd);
        let last = ends.next().and_then(|end| end.given.yesterday().ok());
        if let Some(limit) = last.filter(|limit| until > *limit) {
            return Err(Refusal::SnoozeWatch { given: until, limit });
        }
        let mark = AgendaMark { done: None, snoozed: Some(until), on: Some(entry.given) };
        Ok(Change::Agenda { id: id.clone(), mark: Some(mark) })
    }
}

/// The entry with this id, when it is not done.
fn entry<'a>(agenda: &'a [AgendaEntry], id: &Id) -> Result<&'a AgendaEntry, Refusal> {
    let found = agenda.iter().find(|one| one.id == *id);
    found.ok_or_else(|| Refusal::NoSuchItem(id.to_string()))
}
