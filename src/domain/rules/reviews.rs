//! How long a review takes: its terms, more time, promises, and the contacts
//! made since it was late.

use jiff::{ToSpan as _, civil::Date};

use super::{not_before, not_empty};
use crate::domain::{
    Application, Asked, Case, Change, Contact, DayOverrides, Edit, Extension, LateContacts, Moved,
    Procedure, Reckoned, Reckoning, Refusal, Terms, Window,
};

impl Case {
    /// Counts the days of this case's reviews by these terms. `dates` are those
    /// that the pending review has then. The region was checked before.
    pub(crate) fn set_terms(
        &self,
        terms: Terms,
        dates: Option<Reckoning>,
    ) -> Result<Change, Refusal> {
        self.still_runs()?;
        if !self.way().is_asked() {
            self.awaited()?;
        }
        if let Some(window) = terms.window.filter(|window| !window.is_sound()) {
            return Err(Refusal::NoWindow(window));
        }
        let DayOverrides { closed, open } = &terms.days;
        if let Some(twice) = closed.keys().find(|day| open.contains_key(day)) {
            return Err(Refusal::OffAndWorked(*twice));
        }
        if closed.len() + open.len() > DayOverrides::MOST {
            return Err(Refusal::TooManyDays(DayOverrides::MOST));
        }
        let told = self.pending().map(|one| Reckoned { application: one.id.clone(), dates });
        Ok(Change::Terms { terms: Box::new(terms), told: told.map(Box::new) })
    }

    /// Keeps the dates of an application as the corrected tables give them.
    pub(crate) fn recompute(application: &Application, dates: Reckoning) -> Change {
        let application = application.id.clone();
        Change::Reckoned(Box::new(Reckoned { application, dates: Some(dates) }))
    }

    /// Gives the carrier more time, as it asked for today. `latest` is the last day so
    /// far: more time must end later.
    pub fn extend(
        &self,
        until: Date,
        reason: &str,
        latest: Date,
        today: Date,
    ) -> Result<Change, Refusal> {
        let pending = self.awaited()?;
        let reason = not_empty(reason, Refusal::NoReason)?;
        not_before(until, pending.on)?;
        if until <= latest {
            return Err(Refusal::NotLater { given: until, latest });
        }
        let limit = farthest(pending);
        if until > limit {
            return Err(Refusal::TooFar { given: until, limit });
        }
        let extension = Some(Extension { until, on: Some(today), reason });
        Ok(Change::Application(Edit::replace(Application { extension, ..pending.clone() })))
    }

    /// What moves the last day of a review: more time that the carrier asked
    /// for, or the newest promise it made since, whichever is later.
    pub fn moved(&self, procedure: &Procedure, application: &Application) -> Option<Moved> {
        let extended = application.extension.as_ref().map(|more| Moved::Extended(more.until));
        // One that was kept is no word that stands any more: the carrier has said what it
        // had to say, and named no other day.
        let promised = self
            .promise_before(procedure, application, Date::MAX)
            .map(|(contact, by)| Moved::Promised(by, contact.id.clone()));
        [extended, promised].into_iter().flatten().max_by_key(Moved::until)
    }

    /// The last day that the carrier has named for its answer: that of its newest word,
    /// a promise or more time, of those said before `day`; and the contact that has the
    /// promise. Nothing where it named none.
    fn named_before<'a>(
        &'a self,
        procedure: &Procedure,
        application: &Application,
        day: Date,
    ) -> Option<(Date, Option<&'a Contact>)> {
        let extended = application.extension.as_ref();
        // Of what was said on one day, what was logged last is the newest word.
        let order = |one| match self.is_after_more_time(one, application) {
            Some(false) => 0,
            None => 1,
            Some(true) => 2,
        };
        let extended =
            extended.map(|more| (more.on.unwrap_or(application.on), 1, more.until, None));
        let promised = self.promise_before(procedure, application, day);
        let promised = promised.map(|(one, by)| (one.on, order(one), by, Some(one)));
        let all = extended.into_iter().filter(|(said, ..)| *said < day).chain(promised);
        let newest = all.max_by_key(|(said, order, until, _)| (*said, *order, *until));
        newest.map(|(.., until, by)| (until, by))
    }

    /// The newest promise about an application of those made before `day`. One that was
    /// kept is nothing to wait for any more, nor is an older one.
    fn promise_before<'a>(
        &'a self,
        procedure: &Procedure,
        application: &Application,
        day: Date,
    ) -> Option<(&'a Contact, Date)> {
        let limit = farthest(application);
        let said = self.contacts_about(procedure, application).filter(|one| one.on < day);
        let promised = said.filter_map(|one| Some((one, one.promised.filter(|by| *by <= limit)?)));
        promised.max_by_key(|(one, _)| one.on).filter(|(one, _)| one.kept.is_none())
    }

    /// The questions put to the carrier since the answer was late: the one rule from
    /// which reminders and complaints are counted.
    ///
    /// The answer is late once the day has passed that the carrier itself has named, or,
    /// where it named none, the last day by the window. What it names later does not undo
    /// a question that was put before. A reminder counts from the newest question, a
    /// complaint from the first, so that asking again does not put it off.
    pub(crate) fn late_contacts<'a>(
        &'a self,
        procedure: &Procedure,
        application: &Application,
        by_window: Date,
    ) -> LateContacts<'a> {
        let named = |day| self.named_before(procedure, application, day);
        let late_by = |day| named(day).map_or(by_window, |(until, _)| until);
        let mut asks: Vec<&Contact> = self.contacts_about(procedure, application).collect();
        asks.sort_by_key(|one| one.on);
        let first = asks.iter().position(|one| one.on > late_by(one.on));
        let first = first.and_then(|first| asks.get(first)).copied();
        let late = late_by(Date::MAX);
        let promised = named(Date::MAX).and_then(|(_, by)| by);
        // The forum takes the complaint only after the carrier was asked for a late answer:
        // what is said to the forum is no question to the carrier.
        let complained = |one: &&Contact| {
            let asked = first.is_some_and(|first| one.on >= first.on);
            asked && one.asked == Asked::Application && procedure.is_complaint(one)
        };
        LateContacts {
            late,
            late_by: promised,
            first,
            newest: first.and(asks.last()).copied(),
            complained: self.contacts.iter().filter(complained).min_by_key(|one| one.on),
        }
    }

    /// Contacts with the carrier about an application: made since it was submitted, and
    /// after the answer to the one before. Who was asked about something else, or was not
    /// reached, was not asked about it.
    pub(crate) fn contacts_about<'a>(
        &'a self,
        procedure: &Procedure,
        application: &Application,
    ) -> impl Iterator<Item = &'a Contact> {
        let before = self.applications.iter().take_while(|one| one.id != application.id);
        let before: Vec<&Application> = before.filter(|one| one.outcome.is_some()).collect();
        self.contacts
            .iter()
            .filter(move |one| !self.is_before(one, application))
            .filter(move |one| before.iter().all(|of| self.is_after_answer(one, of)))
            .filter(|one| one.asked == Asked::Application && !procedure.is_complaint(one))
    }
}

/// The last day to which a review can be moved.
fn farthest(application: &Application) -> Date {
    let days = i32::from(Window::LONGEST).days();
    application.on.checked_add(days).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Id, Route};

    fn submitted() -> Case {
        let on = date(2026, 11, 5);
        let id = Id::new("kl");
        let mut case = Case::new(id, "KL".into(), Id::new("hotlink"), Route::Apply, on);
        case.applications.push(Application { id: Id::new("1"), ..Application::on(on) });
        case
    }

    fn contact(case: &mut Case, on: Date, channel: &str, promised: Option<Date>) {
        let id = Id::new((case.contacts.len() + 1).to_string());
        let channel = channel.to_owned();
        let one = Contact { id, promised, ..Contact::on(on, channel) };
        case.contacts.push(one);
    }

    fn procedure() -> Procedure {
        Procedure { forums: vec![Id::new("cfm")], ..Procedure::default() }
    }

    #[test]
    fn more_time_must_be_more_and_needs_a_reason() {
        let case = submitted();
        let latest = date(2026, 11, 17);
        assert_eq!(case.extend(date(2026, 12, 1), " ", latest, latest), Err(Refusal::NoReason));
        let same = case.extend(latest, "busy", latest, latest);
        assert_eq!(same, Err(Refusal::NotLater { given: latest, latest }));
        let far = case.extend(date(2028, 1, 1), "busy", latest, latest);
        assert!(matches!(far, Err(Refusal::TooFar { .. })), "{far:?}");
        let mut longer = case.clone();
        let change = case.extend(date(2026, 12, 1), "busy", latest, latest).expect("allowed");
        let back = change.apply(&mut longer).expect("applies");
        let moved = longer.moved(&procedure(), &longer.applications[0]);
        assert_eq!(moved, Some(Moved::Extended(date(2026, 12, 1))));
        back.apply(&mut longer).expect("applies");
        assert_eq!(longer, case);
    }

    #[test]
    fn the_newest_promise_since_submission_moves_the_last_day() {
        let mut case = submitted();
        contact(&mut case, date(2026, 11, 4), "hotline", Some(date(2026, 12, 24)));
        assert_eq!(case.moved(&procedure(), &case.applications[0]), None, "it was made before");
        contact(&mut case, date(2026, 11, 10), "hotline", Some(date(2026, 11, 30)));
        contact(&mut case, date(2026, 11, 12), "hotline", Some(date(2026, 11, 20)));
        contact(&mut case, date(2026, 11, 13), "hotline", None);
        let moved = case.moved(&procedure(), &case.applications[0]);
        assert_eq!(moved, Some(Moved::Promised(date(2026, 11, 20), Id::new("3"))));
    }

    /// The days on which the carrier was first and last asked since the answer was late.
    fn asked(case: &Case) -> Option<(Date, Date)> {
        let pending = case.pending().expect("an application waits");
        let late = case.late_contacts(&procedure(), pending, date(2026, 11, 17));
        Some((late.first?.on, late.newest?.on))
    }

    fn complained(case: &Case) -> bool {
        let pending = case.pending().expect("an application waits");
        case.late_contacts(&procedure(), pending, date(2026, 11, 17)).complained.is_some()
    }

    #[test]
    fn asking_again_moves_the_reminder_and_not_the_complaint() {
        let mut case = submitted();
        contact(&mut case, date(2026, 11, 10), "hotline", None);
        assert_eq!(asked(&case), None, "the answer was not late");
        contact(&mut case, date(2026, 11, 18), "hotline", None);
        contact(&mut case, date(2026, 11, 25), "hotline", None);
        let both = Some((date(2026, 11, 18), date(2026, 11, 25)));
        assert_eq!((asked(&case), complained(&case)), (both, false));
        contact(&mut case, date(2027, 1, 5), "cfm", None);
        // A forum is not the carrier.
        assert_eq!((asked(&case), complained(&case)), (both, true));
    }

    #[test]
    fn a_forum_that_was_told_before_the_carrier_was_asked_has_no_complaint() {
        let mut case = submitted();
        for day in [10, 17, 18] {
            contact(&mut case, date(2026, 11, day), "cfm", None);
            assert_eq!((asked(&case), complained(&case)), (None, false), "{day}");
        }
        contact(&mut case, date(2026, 11, 19), "hotline", None);
        contact(&mut case, date(2026, 11, 20), "cfm", None);
        assert!(complained(&case), "the carrier was asked by then");
    }

    #[test]
    fn only_a_question_about_the_application_counts_as_asked() {
        let mut case = submitted();
        for about in [Asked::Nobody, Asked::Other] {
            contact(&mut case, date(2026, 11, 19), "store", Some(date(2026, 12, 24)));
            case.contacts.last_mut().expect("a contact").asked = about;
        }
        assert_eq!(asked(&case), None);
        assert_eq!(case.moved(&procedure(), &case.applications[0]), None, "nor does it promise");
        contact(&mut case, date(2026, 11, 20), "store", None);
        assert_eq!(asked(&case).map(|days| days.0), Some(date(2026, 11, 20)));
    }

    #[test]
    fn the_answer_is_late_by_the_newest_word_of_the_carrier() {
        let day = |day| date(2026, 11, day);
        let first = |case: &Case| asked(case).map(|days| days.0);
        // A promise that was broken before the window ends: the question after it counts.
        let mut broken = submitted();
        contact(&mut broken, day(9), "hotline", Some(day(12)));
        contact(&mut broken, day(12), "hotline", None);
        assert_eq!(first(&broken), None, "its day is not over");
        contact(&mut broken, day(13), "hotline", None);
        assert_eq!(first(&broken), Some(day(13)));
        // More time and a promise put the question off alike, as long as none was put.
        let more = Extension { until: day(27), on: Some(day(16)), reason: "busy".into() };
        let mut extended = submitted();
        extended.applications[0].extension = Some(more.clone());
        let mut promised = submitted();
        contact(&mut promised, day(16), "hotline", Some(day(27)));
        for case in [&mut extended, &mut promised] {
            contact(case, day(20), "hotline", None);
            assert_eq!(first(case), None);
            contact(case, day(28), "hotline", None);
            assert_eq!(first(case), Some(day(28)));
        }
        // What is said after a question does not undo it.
        let mut later = submitted();
        contact(&mut later, day(18), "hotline", None);
        later.applications[0].extension = Some(Extension { on: Some(day(18)), ..more });
        contact(&mut later, day(19), "hotline", Some(day(30)));
        assert_eq!(first(&later), Some(day(18)));
    }

    #[test]
    fn terms_are_checked_and_can_be_taken_back() {
        let case = submitted();
        for (earliest, latest) in [(0, 7), (7, 3), (3, 401)] {
            let window = Window { earliest, latest };
            let terms = Terms { window: Some(window), ..Terms::default() };
            assert_eq!(case.set_terms(terms, None), Err(Refusal::NoWindow(window)));
        }
        let day = date(2026, 11, 12);
        let days = DayOverrides {
            closed: [(day, "moving".to_owned())].into(),
            open: [(day, String::new())].into(),
        };
        let both = Terms { days, ..Terms::default() };
        assert_eq!(case.set_terms(both, None), Err(Refusal::OffAndWorked(day)));
        let window = Window::parse("3..9");
        let terms = Terms { window, region: Some("MY-03".into()), ..Terms::default() };
        let reckoned = Reckoning { earliest: day, latest: day, off: [].into(), worked: [].into() };
        let change = case.set_terms(terms, Some(reckoned.clone())).expect("allowed");
        let mut changed = case.clone();
        let back = change.apply(&mut changed).expect("applies");
        assert_eq!(changed.applications[0].reckoned, Some(reckoned));
        back.apply(&mut changed).expect("applies");
        assert_eq!(changed, case);
    }

    #[test]
    fn what_a_person_sets_has_an_end() {
        let case = submitted();
        let days = |from: i8, many: usize| {
            let first = date(2027, from, 1);
            let all = (0..).map(|more: i32| first.checked_add(more.days()).expect("a day"));
            all.take(many).map(|day| (day, String::new())).collect()
        };
        for (closed, open, sound) in [(200, 200, true), (201, 200, false), (202, 200, false)] {
            let days = DayOverrides { closed: days(1, closed), open: days(10, open) };
            let said = case.set_terms(Terms { days, ..Terms::default() }, None).map(drop);
            let told = if sound { Ok(()) } else { Err(Refusal::TooManyDays(400)) };
            assert_eq!(said, told, "{closed}");
        }
        let latest = date(2026, 11, 17);
        let limit = farthest(&case.applications[0]);
        assert!(case.extend(limit, "busy", latest, latest).is_ok());
        let given = limit.tomorrow().expect("a day");
        let far = case.extend(given, "busy", latest, latest);
        assert_eq!(far, Err(Refusal::TooFar { given, limit }));
    }

    #[test]
    fn a_late_question_counts_whatever_it_was_answered_with() {
        let mut case = submitted();
        contact(&mut case, date(2026, 11, 18), "hotline", Some(date(2026, 11, 30)));
        let day = date(2026, 11, 18);
        assert_eq!(asked(&case), Some((day, day)));
    }

    #[test]
    fn what_was_said_before_the_answer_to_one_application_is_not_about_the_next() {
        use crate::domain::{Outcome, Verdict};
        let mut case = submitted();
        let on = date(2026, 11, 10);
        case.applications[0].outcome = Some(Outcome::on(Verdict::Rejected, on));
        case.applications.push(Application { id: Id::new("2"), ..Application::on(on) });
        for day in [7, 10, 11] {
            contact(&mut case, date(2026, 11, day), "hotline", None);
        }
        let about = |case: &Case, at: usize| -> Vec<Date> {
            let procedure = procedure();
            let all = case.contacts_about(&procedure, &case.applications[at]);
            all.map(|one| one.on).collect()
        };
        assert_eq!(about(&case, 1), [date(2026, 11, 11)]);
        assert_eq!(about(&case, 0).len(), 3);
        let before = |at: usize| case.rejected_before(&case.applications[at]);
        assert_eq!(before(0), None);
        assert_eq!(before(1), Some(&case.applications[0]));
    }
}
