//! The contact log.

use jiff::{SignedDuration, civil::Date};

use super::{not_before, not_empty, optional, past};
use crate::domain::{
    Application, Asked, Case, Change, Contact, Edit, Id, Procedure, Refusal, edit::find,
};

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
        let changes = self.history.iter().flat_map(|entry| entry.change.parts());
        let before = changes.filter_map(|change| match change {
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
            asked: draft.asked,
            promised: draft.promised.map(|by| not_before(by, draft.on)).transpose()?,
            kept: draft.kept.filter(|_| draft.promised.is_some()),
            answer_by: draft.answer_by.map(|by| not_before(by, draft.on)).transpose()?,
            letter: draft.letter,
            lasted: draft.lasted,
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

    /// Whether what was promised in a contact is still waited for: it is the newest
    /// promise about that matter and was not kept, and nothing has come since. Once its
    /// day has passed, the next question about the matter takes its place.
    pub(crate) fn awaits_promise(&self, procedure: &Procedure, one: &Contact) -> bool {
        one.kept.is_none() && self.awaits(procedure, one, |contact| contact.promised)
    }

    /// Whether the answer that the person expects is, by the same rules.
    pub(crate) fn awaits_answer(&self, procedure: &Procedure, one: &Contact) -> bool {
        self.awaits(procedure, one, |contact| contact.answer_by)
    }

    fn awaits(
        &self,
        procedure: &Procedure,
        one: &Contact,
        day: impl Fn(&Contact) -> Option<Date>,
    ) -> bool {
        let Some(by) = day(one) else { return false };
        // Who was not reached is asked again about the same matter.
        let matter = |other: &&Contact| {
            other.asked == one.asked
                || (one.asked == Asked::Nobody && other.asked == Asked::Application)
        };
        // What a forum is told or says is no word of the carrier, nor the other way round.
        let forum = procedure.is_complaint(one);
        let side = |other: &&Contact| procedure.is_complaint(other) == forum;
        let same = || self.contacts.iter().filter(matter).filter(side);
        let newest = same().filter(|other| day(other).is_some()).max_by_key(|other| other.on);
        let replaced = same().any(|other| other.on > by);
        newest.is_some_and(|newest| newest.id == one.id)
            && !replaced
            && (one.asked == Asked::Other || !self.has_moved_on(one, by))
    }

    /// Whether a contact was logged after something about an application came to be so: of
    /// one day only the history knows what came first. Nothing where it does not tell, or
    /// where one of them was only written down days later.
    pub(in crate::domain) fn is_logged_after(
        &self,
        one: &Contact,
        of: &Application,
        is_so: impl Fn(&Application) -> bool,
    ) -> Option<bool> {
        let first = |is_it: &dyn Fn(&Change) -> bool| {
            let mut entries = self.history.iter().enumerate();
            entries.find(|(_, entry)| entry.change.parts().iter().any(is_it))
        };
        let (logged, at) =
            first(&|change| matches!(change, Change::Contact(edit) if edit.id == one.id))?;
        let (came, then) = first(&|change| {
            let Change::Application(edit) = change else { return false };
            edit.id == of.id && edit.value.as_ref().is_some_and(|value| is_so(value))
        })?;
        let near = at.at.duration_since(then.at).abs() < SignedDuration::from_hours(24);
        near.then_some(logged > came)
    }

    /// Whether a contact came before an application was submitted. A letter of the day of
    /// the submission belongs to it, whatever was recorded first.
    pub(in crate::domain) fn is_before(&self, one: &Contact, of: &Application) -> bool {
        let before = || self.is_logged_after(one, of, |_| true) == Some(false);
        one.on < of.on || (one.on == of.on && one.letter.is_none() && before())
    }

    /// Whether a contact came after the answer to an application.
    pub(in crate::domain) fn is_after_answer(&self, one: &Contact, of: &Application) -> bool {
        let Some(on) = of.outcome.as_ref().map(|outcome| outcome.on) else { return false };
        let answered = |value: &Application| value.outcome.is_some();
        one.on > on || (one.on == on && self.is_logged_after(one, of, answered) == Some(true))
    }

    /// Whether a contact was logged after the carrier asked for more time, on that day;
    /// nothing where that is not known.
    pub(crate) fn is_after_more_time(&self, one: &Contact, of: &Application) -> Option<bool> {
        self.is_logged_after(one, of, |value| {
            value.extension.is_some() && value.extension == of.extension
        })
    }

    /// Whether an outcome, a submission or the carrier asking for more time has come since
    /// a contact about the application in which this day was named.
    fn has_moved_on(&self, one: &Contact, by: Date) -> bool {
        let mut outcomes = self.applications.iter();
        let answered = outcomes.any(|of| {
            let on = of.outcome.as_ref().map(|outcome| outcome.on);
            on >= Some(one.on) && !self.is_after_answer(one, of)
        });
        let last = self.latest_application();
        let submitted = last.is_some_and(|last| self.is_before(one, last));
        let more = last.and_then(|last| Some((last, last.extension.as_ref()?)));
        let extended = more.is_some_and(|(last, more)| {
            // When it was asked for is not known: it must have been later than this.
            let later = more.until > by;
            let since = || later && self.is_after_more_time(one, last) != Some(true);
            more.on.map_or(later, |said| said > one.on || (said == one.on && since()))
        });
        answered || submitted || extended
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Application, Extension, Route};

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

    #[test]
    fn a_promise_is_waited_for_until_something_about_its_matter_comes() {
        let day = |day| date(2026, 11, day);
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day(1));
        case.applications.push(Application { id: Id::new("1"), ..Application::on(day(1)) });
        let log = |case: &mut Case, on, asked, promised| {
            let draft = Contact { asked, promised, ..Contact::on(on, "hotline") };
            case.log_contact(draft, day(30)).expect("allowed").apply(case).expect("applies");
        };
        let open = |case: &Case| -> Vec<String> {
            let open =
                case.contacts.iter().filter(|one| case.awaits_promise(&Procedure::default(), one));
            open.map(|one| one.id.to_string()).collect()
        };
        log(&mut case, day(5), Asked::Application, Some(day(10)));
        log(&mut case, day(6), Asked::Other, Some(day(12)));
        assert_eq!(open(&case), ["1", "2"], "two matters");
        log(&mut case, day(11), Asked::Nobody, None);
        assert_eq!(open(&case), ["1", "2"], "nobody was reached");
        let more = Extension { until: day(20), on: Some(day(11)), reason: "busy".into() };
        case.applications[0].extension = Some(more);
        assert_eq!(open(&case), ["2"], "the carrier has named another day");
        case.applications[0].extension = None;
        log(&mut case, day(11), Asked::Application, None);
        assert_eq!(open(&case), ["2"], "it was asked about again");
        log(&mut case, day(13), Asked::Other, None);
        assert_eq!(open(&case), [""; 0]);
    }

    /// A change of a case as it is then.
    type Made<'a> = &'a dyn Fn(&Case) -> Change;

    /// Changes as they were recorded, each so many hours after the first.
    fn recorded(changes: &[(i64, Made<'_>)]) -> Case {
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day(1));
        for (hour, change) in changes {
            let change = change(&case);
            let inverse = change.apply(&mut case).expect("applies");
            let at = jiff::Timestamp::from_second(hour * 3600).expect("a moment");
            case.history.push(crate::domain::Entry::new(at, change, inverse));
        }
        case
    }

    #[test]
    fn of_one_day_the_history_knows_what_came_first() {
        let told = |case: &Case| {
            let procedure = Procedure::default();
            let about = case.contacts_about(&procedure, &case.applications[0]).count();
            (about, case.awaits_promise(&Procedure::default(), &case.contacts[0]))
        };
        let log = |case: &Case| {
            let promised = Some(day(20));
            let draft = Contact { promised, ..Contact::on(day(5), "hotline") };
            case.log_contact(draft, day(30)).expect("allowed")
        };
        let submit = |case: &Case| {
            let one = Application { id: Id::new("1"), ..Application::on(day(5)) };
            Change::Application(Edit::add(&case.applications, one))
        };
        let more = |case: &Case| {
            let more = Extension { until: day(28), on: Some(day(5)), reason: "busy".into() };
            let one = Application { extension: Some(more), ..case.applications[0].clone() };
            Change::Application(Edit::replace(one))
        };
        assert_eq!(told(&recorded(&[(1, &log), (2, &submit)])), (0, false));
        assert_eq!(told(&recorded(&[(1, &submit), (2, &log)])), (1, true));
        assert_eq!(told(&recorded(&[(1, &log), (40, &submit)])), (1, true), "noted days later");
        assert_eq!(told(&recorded(&[(1, &submit), (2, &log), (3, &more)])), (1, false));
        assert_eq!(told(&recorded(&[(1, &submit), (2, &more), (3, &log)])), (1, true));
    }

    #[test]
    fn what_a_forum_says_takes_the_place_of_no_word_of_the_carrier() {
        let procedure = Procedure { forums: vec![Id::new("cfm")], ..Procedure::default() };
        let mut case = case();
        for (on, channel, by) in [(6, "hotline", 11), (18, "cfm", 30)] {
            let draft = Contact { promised: Some(day(by)), ..Contact::on(day(on), channel) };
            let made = case.log_contact(draft, day(20)).expect("allowed");
            made.apply(&mut case).expect("applies");
        }
        let open = case.contacts.iter().filter(|one| case.awaits_promise(&procedure, one));
        assert_eq!(open.count(), 2, "the carrier has still to keep its own");
    }

    fn day(day: i8) -> Date {
        date(2026, 11, day)
    }

    fn case() -> Case {
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day(1));
        case.applications.push(Application { id: Id::new("1"), ..Application::on(day(5)) });
        case
    }

    fn log(case: &mut Case, on: Date, asked: Asked, answer_by: Option<Date>) {
        let draft = Contact { asked, answer_by, ..Contact::on(on, "hotline") };
        let change = case.log_contact(draft, day(30)).expect("allowed");
        change.apply(case).expect("applies");
    }

    #[test]
    fn an_answer_is_waited_for_until_its_matter_is_asked_about_after_its_day() {
        use Asked::{Application, Nobody, Other};
        let rows = [
            (Nobody, Application, 11, false),
            (Nobody, Application, 10, true),
            (Nobody, Other, 11, true),
            (Nobody, Nobody, 11, false),
            (Application, Nobody, 11, true),
            (Application, Other, 11, true),
            (Application, Application, 11, false),
            (Other, Application, 11, true),
            (Other, Nobody, 11, true),
            (Other, Other, 11, false),
        ];
        for (first, then, on, waits) in rows {
            let mut case = case();
            log(&mut case, day(5), first, Some(day(10)));
            assert!(case.awaits_answer(&Procedure::default(), &case.contacts[0]), "{first:?}");
            log(&mut case, day(on), then, None);
            assert_eq!(
                case.awaits_answer(&Procedure::default(), &case.contacts[0]),
                waits,
                "{first:?}, {then:?}"
            );
            assert!(
                !case.awaits_answer(&Procedure::default(), &case.contacts[1]),
                "no answer is expected of it"
            );
        }
    }

    #[test]
    fn what_comes_later_ends_the_wait_and_what_came_first_does_not() {
        let waits = |submitted: i8, more: Option<(Option<i8>, i8)>| {
            let mut case = case();
            log(&mut case, day(5), Asked::Application, Some(day(10)));
            case.applications[0].on = day(submitted);
            case.applications[0].extension = more.map(|(on, until)| Extension {
                until: day(until),
                on: on.map(day),
                reason: "busy".into(),
            });
            case.awaits_answer(&Procedure::default(), &case.contacts[0])
        };
        assert_eq!([4, 5, 6].map(|on| waits(on, None)), [true, true, false]);
        let rows = [
            ((None, 9), true),
            ((None, 10), true),
            ((None, 11), false),
            ((Some(4), 20), true),
            ((Some(5), 10), true),
            ((Some(5), 20), false),
            ((Some(6), 8), false),
        ];
        for (more, told) in rows {
            assert_eq!(waits(5, Some(more)), told, "{more:?}");
        }
    }

    #[test]
    fn of_one_day_the_history_knows_whether_the_answer_came_first() {
        use crate::domain::{Book, Outcome, Procedure, Verdict};
        for asked_first in [true, false] {
            let (mut book, id) = (Book::default(), Id::new("kl"));
            let at = jiff::Timestamp::UNIX_EPOCH;
            book.open(case(), at).expect("opens");
            let case = |book: &Book| book.case(&Id::new("kl")).expect("a case").clone();
            let asks = |book: &mut Book| {
                let answer_by = Some(day(10));
                let draft = Contact { answer_by, ..Contact::on(day(5), "hotline") };
                let change = case(book).log_contact(draft, day(5)).expect("allowed");
                book.record(&id, change, at).expect("records");
            };
            if asked_first {
                asks(&mut book);
            }
            let no =
                Outcome { reason: Some("no".into()), ..Outcome::on(Verdict::Rejected, day(5)) };
            let change = case(&book).decide(&Procedure::default(), no, day(5)).expect("allowed");
            book.record(&id, change, at).expect("records");
            if !asked_first {
                asks(&mut book);
            }
            let case = case(&book);
            assert_eq!(case.awaits_answer(&Procedure::default(), &case.contacts[0]), !asked_first);
        }
    }
}
