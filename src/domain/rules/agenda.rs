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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AgendaState, Route};

    const TODAY: Date = date(2026, 11, 5);

    fn day(day: i8) -> Date {
        date(2026, 11, day)
    }

    fn of(kind: AgendaKind, on: Date) -> AgendaEntry {
        AgendaEntry {
            id: Id::new(kind.word()),
            kind,
            item: "contact:1".parse().expect("an item"),
            on,
            from: "contact:1".parse().expect("an item"),
            given: on,
            state: AgendaState::Open,
            if_asked: None,
            marked: false,
            dropped: false,
        }
    }

    fn put_off(kind: AgendaKind, on: Date, until: Date) -> Result<Change, Refusal> {
        let agenda = [of(kind, on), of(AgendaKind::WatchEnd, day(20))];
        Case::snooze(&agenda, &Id::new(kind.word()), until, TODAY)
    }

    #[test]
    fn what_is_to_come_is_put_off_at_most_to_its_day() {
        use AgendaKind as K;
        let past = Err(Refusal::SnoozePast { given: TODAY, today: TODAY });
        assert_eq!(put_off(K::AnswerBy, day(10), TODAY), past);
        for kind in [K::AnswerBy, K::SignIn, K::GraceUntil, K::ActiveUntil] {
            assert!(put_off(kind, day(10), day(10)).is_ok(), "{kind:?}");
            let late = Err(Refusal::SnoozeBeyond { given: day(11), limit: day(10) });
            assert_eq!(put_off(kind, day(10), day(11)), late, "{kind:?}");
        }
        // What is late can wait, but for what ends the line; who keeps a line that has
        // expired has seen that it still receives.
        for (kind, on, waits) in [
            (K::AnswerBy, day(4), true),
            (K::AnswerBy, TODAY, true),
            (K::GraceUntil, day(4), false),
            (K::ActiveUntil, day(4), true),
            (K::ActiveUntil, TODAY, false),
        ] {
            assert_eq!(put_off(kind, on, day(25)).is_ok(), waits, "{kind:?} {on}");
        }
        // After the number has rested nobody looks for anything.
        for kind in [K::SignIn, K::Recovery] {
            assert!(put_off(kind, day(4), day(19)).is_ok(), "{kind:?}");
            let limit = day(19);
            let rested = Err(Refusal::SnoozeWatch { given: day(20), limit });
            assert_eq!(put_off(kind, day(4), day(20)), rested, "{kind:?}");
        }
    }

    #[test]
    fn what_is_done_is_done_by_what_it_is() {
        use AgendaKind as K;
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Keep, day(1));
        let promise = Contact { promised: Some(day(4)), ..Contact::on(day(3), "hotline") };
        let logged = case.log_contact(promise, TODAY).expect("allowed");
        logged.apply(&mut case).expect("applies");
        let done =
            |kind: AgendaKind, on| case.finish(&[of(kind, on)], &Id::new(kind.word()), TODAY);
        assert_eq!(done(K::Promise, day(4)), case.keep_promise(&Id::new("1"), TODAY, TODAY));
        assert_eq!(done(K::UseBy, day(9)), case.use_line(TODAY, TODAY));
        assert_eq!(done(K::RefuseBy, day(4)), Err(Refusal::RefusedLate(day(4))));
        let item = "contact:1".parse().expect("an item");
        for on in [TODAY, day(9)] {
            assert_eq!(done(K::RefuseBy, on), Ok(case.refuse_prolonging(&item, TODAY)));
        }
        for kind in [K::Complaint, K::Recovery] {
            assert_eq!(done(kind, day(6)), Err(Refusal::NotYet(day(6))));
            assert!(done(kind, TODAY).is_ok(), "{kind:?}");
        }
        for kind in K::ALL {
            let ends = Err(Refusal::EndsByItself(Id::new(kind.word())));
            assert_eq!(done(kind, TODAY) == ends, !kind.can_be_done(), "{kind:?}");
        }
        let mark = AgendaMark { done: Some(TODAY), snoozed: None, on: Some(day(9)) };
        let change = Change::Agenda { id: Id::new(K::FollowUp.word()), mark: Some(mark) };
        assert_eq!(done(K::FollowUp, day(9)), Ok(change));
    }
}
