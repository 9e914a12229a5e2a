//! How long a review takes: its terms, more time, promises, and the contacts
//! made since it was late.

use jiff::{ToSpan as _, civil::Date};

use super::{not_before, not_empty};
use crate::domain::{
    Application, Case, Change, Contact, DayOverrides, Edit, Extension, LateContacts, Moved,
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

    /// Gives the carrier more time. `latest` is the last day so far: more time
    /// must end later.
    pub fn extend(&self, until: Date, reason: &str, latest: Date) -> Result<Change, Refusal> {
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
        let extension = Some(Extension { until, reason });
        Ok(Change::Application(Edit::replace(Application { extension, ..pending.clone() })))
    }

    /// What moves the last day of a review: more time that the carrier asked
    /// for, or the newest promise it made since, whichever is later.
    pub fn moved(&self, procedure: &Procedure, application: &Application) -> Option<Moved> {
        let limit = farthest(application);
        let extended = application.extension.as_ref().map(|more| Moved::Extended(more.until));
        let promised = self
            .contacts_about(procedure, application)
            .filter_map(|contact| Some((contact, contact.promised.filter(|by| *by <= limit)?)))
            .max_by_key(|(contact, _)| contact.on)
            .map(|(contact, by)| Moved::Promised(by, contact.id.clone()));
        [extended, promised].into_iter().flatten().max_by_key(Moved::until)
    }

    /// The contacts made since the answer was late. `late` is the last day that
    /// the carrier had by the window and by what it asked for; a promise that
    /// was not kept does not delay the complaint.
    ///
    /// A reminder counts from the newest contact. A complaint counts from the
    /// first contact after the answer was late, so that asking again does not
    /// put it off.
    pub(crate) fn late_contacts(&self, procedure: &Procedure, late: Date) -> LateContacts {
        let is_forum = |one: &Contact| procedure.is_forum(&one.channel);
        let since = || self.contacts.iter().filter(|one| one.on > late);
        LateContacts {
            asked: since().filter(|one| !is_forum(one)).map(|one| one.on).min(),
            newest: since().filter(|one| !is_forum(one)).map(|one| one.on).max(),
            complained: since().any(is_forum),
        }
    }

    /// Contacts with the carrier that can be about an application: made since it
    /// was submitted, and after the answer to the one before.
    pub(crate) fn contacts_about<'a>(
        &'a self,
        procedure: &Procedure,
        application: &Application,
    ) -> impl Iterator<Item = &'a Contact> {
        let before = self.applications.iter().take_while(|one| one.id != application.id);
        let answered = before.filter_map(|one| Some(one.outcome.as_ref()?.on)).max();
        let from = application.on;
        self.contacts
            .iter()
            .filter(move |one| one.on >= from && answered.is_none_or(|day| one.on > day))
            .filter(|one| !procedure.is_forum(&one.channel))
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
        assert_eq!(case.extend(date(2026, 12, 1), " ", latest), Err(Refusal::NoReason));
        let same = case.extend(latest, "busy", latest);
        assert_eq!(same, Err(Refusal::NotLater { given: latest, latest }));
        let far = case.extend(date(2028, 1, 1), "busy", latest);
        assert!(matches!(far, Err(Refusal::TooFar { .. })), "{far:?}");
        let mut longer = case.clone();
        let change = case.extend(date(2026, 12, 1), "busy", latest).expect("allowed");
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

    #[test]
    fn asking_again_moves_the_reminder_and_not_the_complaint() {
        let mut case = submitted();
        let late = date(2026, 11, 17);
        contact(&mut case, date(2026, 11, 10), "hotline", None);
        let late = |case: &Case| case.late_contacts(&procedure(), late);
        assert_eq!(late(&case), LateContacts { asked: None, newest: None, complained: false });
        contact(&mut case, date(2026, 11, 18), "hotline", None);
        contact(&mut case, date(2026, 11, 25), "hotline", None);
        let asked = Some(date(2026, 11, 18));
        let newest = Some(date(2026, 11, 25));
        assert_eq!(late(&case), LateContacts { asked, newest, complained: false });
        contact(&mut case, date(2027, 1, 5), "cfm", None);
        // A forum is not the carrier.
        assert_eq!(late(&case), LateContacts { asked, newest, complained: true });
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
}
