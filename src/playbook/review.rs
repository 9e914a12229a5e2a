//! The reviews of a case: their dates, what these would be, and whether they
//! have moved.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{Confidence, Playbook, ReminderRule};
use crate::{
    calendar::Calendar,
    domain::{Application, Case, Change, Filed, Reckoning, Review, Route, Terms, Window, Workdays},
};

impl Playbook {
    /// How long it takes on a way out by the playbook alone; nothing where nobody is
    /// asked or nobody said.
    pub(crate) fn usual_window(&self, route: Route) -> Option<Window> {
        let (earliest, latest) = (self.review.earliest, self.review.latest);
        match route {
            Route::Apply => Some(Window { earliest, latest }),
            Route::Port => self.porting.as_ref().and_then(|porting| porting.window),
            Route::Lapse | Route::Keep => None,
        }
    }

    /// How long it takes in this case: what the person has set for it counts first.
    pub fn window(&self, terms: &Terms, route: Route) -> Option<Window> {
        let own = terms.window.filter(|window| window.is_sound() && route.is_asked());
        own.or_else(|| self.usual_window(route))
    }

    /// How far the window of a way out can be trusted; nothing where the person has
    /// set it, or there is none.
    pub(crate) fn window_confidence(&self, terms: &Terms, route: Route) -> Option<Confidence> {
        let usual =
            self.usual_window(route).filter(|_| !terms.window.is_some_and(Window::is_sound));
        usual.map(|_| match &self.porting {
            Some(porting) if route == Route::Port => {
                let known = self.sources(&porting.sources).map(|one| one.confidence);
                known.max().unwrap_or(Confidence::Low)
            }
            _ => self.review.confidence,
        })
    }

    /// Whether the window of a way out has no source that is sure.
    pub(crate) fn is_window_unsure(&self, terms: &Terms, route: Route) -> bool {
        self.window_confidence(terms, route).is_some_and(|known| known != Confidence::High)
    }

    /// Whose working days count in this case.
    pub fn region<'a>(&'a self, terms: &'a Terms) -> &'a str {
        let own = terms.region.as_deref().filter(|region| Calendar::knows(region));
        own.unwrap_or(&self.review.region)
    }

    /// The days that count under these terms. The playbook's own region is
    /// read once; its code was checked when the playbook was read.
    pub fn calendar(&self, terms: &Terms) -> Option<Cow<'_, Calendar>> {
        let usual = || {
            let read = || self.overrides.find(&self.review.region).ok();
            self.days.get_or_init(read).as_ref().map(Cow::Borrowed)
        };
        let calendar = match &terms.region {
            // A region that is not known any more gives way to the playbook's.
            Some(region) => self.overrides.find(region).ok().map(Cow::Owned).or_else(usual),
            None => usual(),
        }?;
        if terms.days.is_empty() {
            return Some(calendar);
        }
        Some(Cow::Owned(calendar.into_owned().with(&terms.days)))
    }

    /// What counts working days under these terms.
    pub(crate) fn workdays_under(&self, terms: &Terms) -> Workdays {
        let calendar = self.calendar(terms);
        calendar.map(|calendar| Workdays::by(calendar.into_owned())).unwrap_or_default()
    }

    /// The review of the pending application, if there is one.
    pub fn review(&self, case: &Case, today: Date) -> Option<Review> {
        let pending = case.pending()?;
        let calendar = self.calendar(&case.terms)?;
        let procedure = self.procedure();
        let moved = case.moved(&procedure, pending);
        let window = self.window(&case.terms, pending.route())?;
        let filed = Filed { on: pending.on, window, moved };
        let mut review = calendar.review(&filed, today);
        review.unverified = self.is_window_unsure(&case.terms, pending.route());
        let contacts = case.late_contacts(&procedure, pending, review.by_window);
        review.first_asked = contacts.first.map(|one| one.id.clone());
        review.late = contacts.late;
        // What the carrier is to answer in is about ending the line, not about the one
        // that takes the number.
        let count = |from, days| calendar.nth_after(from, days);
        if let Some(rule) = self.chase_of(pending) {
            let asked = contacts.newest.or_else(|| contacts.counted_from());
            let newest = contacts.newest.map_or_else(|| contacts.asked(today, count), |one| one.on);
            // Once these days are over, on a day on which somebody answers.
            let again = count(newest, u32::from(rule.nudge_after).saturating_add(1));
            let complaint = contacts.complaint(rule.complain_after, today, count);
            review.ask_again(again, count(review.latest, 1), asked.map(|one| &one.id));
            review.complaint_by = contacts.complaint_by(complaint).map(|one| one.id.clone());
            review.complaint = Some(complaint);
        } else {
            // No rule says when to ask again: after as long as an answer takes.
            review.complaint = contacts.made();
            review.complaint_by = contacts.complained.map(|one| one.id.clone());
            if let Some(asked) = contacts.newest.or(contacts.complained) {
                let again = count(asked.on, u32::from(window.latest).saturating_add(1));
                review.ask_again(again, count(review.latest, 1), Some(&asked.id));
            }
        }
        Some(review)
    }

    /// The rule by which the carrier is pressed for the answer to an application; none
    /// where it is not the one that answers.
    pub(super) fn chase_of(&self, application: &Application) -> Option<&ReminderRule> {
        let here = !application.ports && !self.application.elsewhere;
        self.review.chase.as_ref().filter(|_| here)
    }

    /// The review of an application submitted on a day, by the window alone.
    pub(crate) fn review_if(
        &self,
        (terms, route): (&Terms, Route),
        on: Date,
        today: Date,
    ) -> Option<Review> {
        let filed = Filed { on, window: self.window(terms, route)?, moved: None };
        let mut review = self.calendar(terms)?.review(&filed, today);
        review.unverified = self.is_window_unsure(terms, route);
        Some(review)
    }

    /// The dates of an application of a case submitted on a day; none where this
    /// playbook only stands in for the case's own.
    pub(crate) fn reckon(&self, case: &Case, terms: &Terms, on: Date) -> Option<Reckoning> {
        let review =
            self.review_if((terms, case.way()), on, on).filter(|_| self.id == case.playbook);
        review.map(|review| review.reckoning())
    }

    /// The change to record when the tables, or the days in the person's
    /// configuration, now give the pending review other dates than it has.
    pub(crate) fn recompute(&self, case: &Case) -> Option<Change> {
        if case.ending.is_some() || !self.overrides.is_sound() {
            return None;
        }
        let pending = case.pending()?;
        let before = pending.reckoned.as_ref()?;
        let now = self.reckon(case, &case.terms, pending.on)?;
        let moved = (now.earliest, now.latest) != (before.earliest, before.latest);
        moved.then(|| Case::recompute(pending, now))
    }

    /// The last day of a review that would begin today, where the line could
    /// stop receiving before it.
    pub(super) fn latest_if_today(&self, case: &Case, today: Date) -> Option<Date> {
        let matters = case.way().is_asked() && self.receives_until(case).is_some();
        let idle = matters && case.pending().is_none();
        idle.then(|| {
            self.review_if((&case.terms, case.way()), today, today).map(|review| review.latest)
        })?
    }

    /// The day from which it is prudent to believe that somebody else has the
    /// number, once the line has stopped receiving. Where a rule and a day that was read off
    /// disagree, the earlier one is the prudent one until both have passed.
    pub(crate) fn gone_on(&self, case: &Case, today: Date) -> Option<Date> {
        let procedure = self.procedure();
        let gone = procedure.gone_after(case).filter(|gone| *gone < today);
        let from = gone.or_else(|| procedure.last_end(case).map(|end| end.on))?;
        procedure.rest?.after(from, &procedure.workdays)
    }

    /// The last day on which messages still arrive, as far as is known.
    pub(crate) fn receives_until(&self, case: &Case) -> Option<Date> {
        self.procedure().line_end(&case.line).map(|end| end.on)
    }
}

#[cfg(test)]
mod tests;
