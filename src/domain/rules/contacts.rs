//! The contact log.

use jiff::civil::Date;

use super::{not_before, not_empty, optional, past};
use crate::domain::{Case, Change, Contact, Edit, Id, Refusal, edit::find};

impl Case {
    /// The entry with this number.
    pub fn contact(&self, id: &Id) -> Result<&Contact, Refusal> {
        find(&self.contacts, id)
    }

    /// Every entry by its day, the newest first; of one day what was logged last.
    pub fn newest_contacts(&self) -> Vec<&Contact> {
        let mut all: Vec<&Contact> = self.contacts.iter().rev().collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.on));
        all
    }

    /// The number of every entry, also of those that were removed.
    pub(in crate::domain) fn contact_numbers(&self) -> impl Iterator<Item = &Id> {
        let before = self.history.iter().filter_map(|entry| match &entry.change {
            Change::Contact(edit) => Some(&edit.id),
            _ => None,
        });
        self.contacts.iter().map(|one| &one.id).chain(before)
    }

    /// Checks an entry and gives it the next free number when it has none.
    /// A number it already has is that of the entry it replaces.
    pub fn log_contact(&self, draft: Contact, today: Date) -> Result<Change, Refusal> {
        let fresh = draft.id.is_empty();
        let id = if fresh { self.next_contact() } else { self.contact(&draft.id)?.id.clone() };
        let contact = Contact {
            id,
            on: past(draft.on, self, today)?,
            channel: not_empty(&draft.channel, Refusal::NoName)?,
            agent: optional(draft.agent),
            reference: optional(draft.reference),
            note: optional(draft.note),
            promised: draft.promised.map(|by| not_before(by, draft.on)).transpose()?,
            kept: draft.kept.filter(|_| draft.promised.is_some()),
            answer_by: draft.answer_by.map(|by| not_before(by, draft.on)).transpose()?,
            letter: draft.letter,
        };
        Ok(Change::Contact(if fresh {
            Edit::add(&self.contacts, contact)
        } else {
            Edit::replace(contact)
        }))
    }

    /// The number of the next entry.
    pub(super) fn next_contact(&self) -> Id {
        Self::fresh_number(self.contact_numbers())
    }

    /// Takes an entry out of the log.
    pub(crate) fn remove_contact(&self, id: &Id) -> Result<Change, Refusal> {
        self.contact(id)?;
        Ok(Change::Contact(Edit::remove(id)))
    }

    /// The promise that is still open: the newest one, unless it was kept, an outcome
    /// has come since, or an application was submitted after it. Once its day has
    /// passed, a contact made after that day takes its place.
    pub(crate) fn open_promise(&self) -> Option<(&Contact, Date)> {
        self.newest_open(|contact| contact.promised).filter(|(one, _)| one.kept.is_none())
    }

    /// The day by which the person expects an answer, by the same rules.
    pub(crate) fn expected_answer(&self) -> Option<(&Contact, Date)> {
        self.newest_open(|contact| contact.answer_by)
    }

    /// The newest entry with a day, unless an outcome or an application came after it,
    /// or another contact after that day.
    fn newest_open(&self, day: impl Fn(&Contact) -> Option<Date>) -> Option<(&Contact, Date)> {
        let dated = self.contacts.iter().filter_map(|one| Some((one, day(one)?)));
        let (newest, by) = dated.max_by_key(|(one, _)| one.on)?;
        let replaced = self.contacts.iter().any(|one| one.on > by);
        let outcomes = self.applications.iter().filter_map(|one| one.outcome.as_ref());
        let answered = outcomes.into_iter().any(|outcome| outcome.on >= newest.on);
        let submitted = self.latest_application().is_some_and(|one| one.on > newest.on);
        (!answered && !submitted && !replaced).then_some((newest, by))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::Route;

    #[test]
    fn the_log_is_by_day_whatever_was_logged_first() {
        let day = |day| date(2026, 11, day);
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day(1));
        for (on, channel) in [(5, "hotline"), (2, "store"), (5, "social")] {
            let made = case.log_contact(Contact::on(day(on), channel), day(9));
            made.expect("allowed").apply(&mut case).expect("applies");
        }
        let channels: Vec<&str> =
            case.newest_contacts().iter().map(|one| one.channel.as_str()).collect();
        assert_eq!(channels, ["social", "hotline", "store"]);
    }
}
