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
            AgendaKind::RefuseBy if entry.on < today => Err(Refusal::RefusedLate(entry.on)),
            AgendaKind::RefuseBy => Ok(self.refuse_prolonging(&entry.item, today)),
            // Nobody complains before the forum takes it, or looks before the day.
            AgendaKind::Complaint | AgendaKind::Recovery if entry.on > today => {
                Err(Refusal::NotYet(entry.on))
            }
            _ if !entry.can_be_done() => Err(Refusal::EndsByItself(id.clone())),
            _ => {
                let mark = AgendaMark { done: Some(today), snoozed: None, on: Some(entry.on) };
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
        let seen = entry.kind == AgendaKind::ActiveUntil && entry.on < today;
        let fixed = entry.on > today || entry.kind.is_of_the_line() && !seen;
        if until > entry.on && fixed {
            return Err(Refusal::SnoozeBeyond { given: until, limit: entry.on });
        }
        // Once the number has rested nobody looks for anything any more.
        let looks = matches!(entry.kind, AgendaKind::SignIn | AgendaKind::Recovery);
        let mut ends = agenda.iter().filter(|one| looks && one.kind == AgendaKind::WatchEnd);
        let last = ends.next().and_then(|end| end.on.yesterday().ok());
        if let Some(limit) = last.filter(|limit| until > *limit) {
            return Err(Refusal::SnoozeWatch { given: until, limit });
        }
        let mark = AgendaMark { done: None, snoozed: Some(until), on: Some(entry.on) };
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
    use jiff::{ToSpan as _, civil::date};

    use super::*;
    use crate::domain::{AgendaState, Item, Keyed as _, MarkState, Route};

    const TODAY: Date = date(2026, 11, 5);

    fn day(away: i32) -> Date {
        TODAY.checked_add(away.days()).expect("a day")
    }

    fn entry(kind: AgendaKind, item: &str, away: i32) -> AgendaEntry {
        AgendaEntry {
            id: Id::new("it"),
            kind,
            item: item.parse::<Item>().expect("an item"),
            on: day(away),
            state: AgendaState::Open,
            if_asked: None,
            marked: false,
            dropped: false,
        }
    }

    fn case() -> Case {
        let id = Id::new("kl");
        Case::new(id.clone(), "KL".into(), id, Route::Apply, day(-30))
    }

    #[test]
    fn nothing_is_put_off_beyond_a_day_that_ends_something() {
        use AgendaKind::{ActiveUntil, FollowUp, GraceUntil};
        let beyond = |until, on| Err(Refusal::SnoozeBeyond { given: day(until), limit: day(on) });
        let rows = [
            (FollowUp, 3, 3, Ok(())),
            (FollowUp, 3, 4, beyond(4, 3)),
            (FollowUp, 0, 9, Ok(())),
            (FollowUp, -3, 9, Ok(())),
            (GraceUntil, 3, 3, Ok(())),
            (GraceUntil, -1, 9, beyond(9, -1)),
            // It is over, and the line was seen to receive.
            (ActiveUntil, -1, 9, Ok(())),
            (ActiveUntil, 0, 9, beyond(9, 0)),
            (FollowUp, -3, 0, Err(Refusal::SnoozePast { given: TODAY, today: TODAY })),
        ];
        for (kind, on, until, told) in rows {
            let agenda = [entry(kind, "line:grace-until", on)];
            let said = Case::snooze(&agenda, &Id::new("it"), day(until), TODAY).map(drop);
            assert_eq!(said, told, "{kind:?} of {on}, put off until {until}");
        }
        // What is looked for while a number rests is looked for before it has rested.
        for (until, told) in [(9, true), (10, false)] {
            let looks = entry(AgendaKind::Recovery, "line:grace-until", -1);
            let end = entry(AgendaKind::WatchEnd, "line:grace-until", 10);
            let agenda = [looks, AgendaEntry { id: Id::new("end"), ..end }];
            let said = Case::snooze(&agenda, &Id::new("it"), day(until), TODAY);
            assert_eq!(said.is_ok(), told, "{until}: {said:?}");
        }
    }

    #[test]
    fn what_is_done_is_kept_where_it_belongs() {
        let mut case = case();
        let promised = Some(day(-1));
        let draft = Contact { promised, ..Contact::on(day(-2), "hotline") };
        case.log_contact(draft, TODAY).expect("allowed").apply(&mut case).expect("applies");
        let does = |case: &Case, kind, item: &str, away| {
            case.finish(&[entry(kind, item, away)], &Id::new("it"), TODAY)
        };
        let kept = does(&case, AgendaKind::Promise, "contact:1", -1).expect("allowed");
        let before = case.clone();
        kept.apply(&mut case).expect("applies");
        assert_eq!(case.contacts[0].kept, Some(TODAY));
        let back = case.unkeep_promise(case.contacts[0].id()).expect("allowed");
        back.apply(&mut case).expect("applies");
        assert_eq!(case, before);
        let used = does(&case, AgendaKind::UseBy, "line:last-used", 3).expect("allowed");
        used.apply(&mut case).expect("applies");
        assert_eq!(case.line.last_used, Some(TODAY));
        let refused = |away| does(&case, AgendaKind::RefuseBy, "precondition:refusal", away);
        assert_eq!(refused(-1), Err(Refusal::RefusedLate(day(-1))));
        refused(0).expect("allowed").apply(&mut case.clone()).expect("applies");
        let Ok(Change::Mark { mark: Some(mark), .. }) = refused(0) else { panic!("a mark") };
        assert_eq!((mark.state, mark.on), (MarkState::Done, Some(TODAY)));
        for kind in [AgendaKind::GraceUntil, AgendaKind::Latest, AgendaKind::WatchEnd] {
            let said = does(&case, kind, "line:grace-until", -1);
            assert_eq!(said, Err(Refusal::EndsByItself(Id::new("it"))), "{kind:?}");
        }
        for (away, told) in [(1, Err(Refusal::NotYet(day(1)))), (0, Ok(()))] {
            let said = does(&case, AgendaKind::Complaint, "application:1", away).map(drop);
            assert_eq!(said, told);
        }
    }
}
