//! The days of a case that belong in a calendar.

use jiff::{Timestamp, civil::Date};

use super::Words;
use crate::domain::{Application, Id, Item, ItemKind, Route, Status};

/// A day on which something about a case begins, ends, or has to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Milestone {
    /// The case it belongs to, and when that was opened: together they are
    /// unique in the world.
    pub case: (Id, Timestamp),
    /// Stable for the same thing of a case: `application-1.latest`.
    pub id: String,
    /// The day.
    pub on: Date,
    /// What it is, with the name of the case.
    pub title: String,
    /// More about it; may be empty.
    pub note: String,
    /// Something has to happen by then; it can be late.
    pub deadline: bool,
    /// It does not matter any more: a calendar that has it should drop it.
    pub over: bool,
}

impl Words<'_> {
    /// Every milestone of the case, as things stand.
    pub(crate) fn milestones(&self, status: &Status) -> Vec<Milestone> {
        let mut all = Vec::new();
        for application in &self.case.applications {
            all.extend(self.of_application(application, status));
        }
        for contact in &self.case.contacts {
            let Some(by) = contact.promised else { continue };
            let open = self.case.open_promise().is_some_and(|(one, _)| one.id == contact.id);
            let item = self.title(&Item::new(ItemKind::Contact, &contact.id));
            let what = self.text.with("say-milestone-promise", &[("item", item.into())]);
            let note = contact.reference.clone().unwrap_or_default();
            let id = format!("contact-{}.promise", contact.id);
            all.push(self.milestone(&id, by, what, note, !open || status.stage.is_over()));
        }
        for obstacle in &self.case.obstacles {
            let Some(on) = obstacle.follow_up else { continue };
            let item = self.obstacle_title(&obstacle.kind);
            let what = self.text.with("say-milestone-follow-up", &[("item", item.into())]);
            let note = obstacle.note.clone().unwrap_or_default();
            let over = obstacle.resolved.is_some() || status.stage.is_over();
            let id = format!("obstacle-{}.follow-up", obstacle.id);
            all.push(self.milestone(&id, on, what, note, over));
        }
        all.extend(self.of_line(status));
        all
    }

    fn milestone(&self, id: &str, on: Date, what: String, note: String, over: bool) -> Milestone {
        let label = self.case.label.as_str().into();
        let title = self.text.with("say-milestone", &[("label", label), ("what", what.into())]);
        let opened = self.case.history.first().map(|entry| entry.at).unwrap_or_default();
        let case = (self.case.id.clone(), opened);
        let deadline = !["earliest", "active", "gone"].iter().any(|name| id.ends_with(name));
        Milestone { case, id: id.to_owned(), on, title, note, deadline, over }
    }

    /// The dates of one application. Those of an answered one are over; they
    /// are named so that a calendar can drop them.
    fn of_application(&self, application: &Application, status: &Status) -> Vec<Milestone> {
        let pending = application.outcome.is_none();
        let review = status.review.as_ref().filter(|_| pending);
        let reckoned = application.reckoned.as_ref();
        let Some((earliest, latest)) = review
            .map(|review| (review.earliest, review.latest))
            .or_else(|| reckoned.map(|dates| (dates.earliest, dates.latest)))
        else {
            return Vec::new();
        };
        let working = review.map(|review| self.working_text(review)).unwrap_or_default();
        let chase = self.playbook.review.chase.as_ref();
        let lang = self.text.lang();
        let nudge = chase.map(|rule| rule.nudge.get(lang).to_owned());
        let complain = chase.map(|rule| rule.complain.get(lang).to_owned());
        let known = |day: Option<Option<Date>>| Some(day.flatten().unwrap_or(latest));
        // A complaint that was made is named so that a calendar can drop it.
        let complained = review.is_some_and(|review| review.complaint.is_none());
        let rows = [
            ("earliest", Some(earliest), Some(working.clone())),
            ("latest", Some(latest), Some(working)),
            ("nudge", known(review.map(|review| review.nudge)), nudge),
            ("complaint", known(review.map(|review| review.complaint)), complain),
        ];
        let rows = rows.into_iter().filter_map(|(name, on, note)| Some((name, on?, note?)));
        rows.map(|(name, on, note)| {
            let what = self.text.get(&format!("say-milestone-{name}")).into_owned();
            let id = format!("application-{}.{name}", application.id);
            let made = name == "complaint" && complained;
            let over = !pending || status.stage.is_over() || made;
            self.milestone(&id, on, what, note, over)
        })
        .collect()
    }

    /// The days of the line itself.
    fn of_line(&self, status: &Status) -> Vec<Milestone> {
        let line = &self.case.line;
        let lapses = self.case.route == Route::Lapse;
        let rest = self.playbook.lapse.rest.as_ref();
        let caution = rest.map(|rest| rest.means.get(self.text.lang()).to_owned());
        let means = self.playbook.lapse.means.get(self.text.lang());
        let rows = [
            ("active", line.active_until, means.to_owned()),
            ("lapse", line.receives_until(), means.to_owned()),
            (
                "gone",
                self.playbook.gone_on(self.case).filter(|_| lapses),
                caution.unwrap_or_default(),
            ),
        ];
        let rows = rows.into_iter().filter_map(|(name, on, note)| Some((name, on?, note)));
        rows.map(|(name, on, note)| {
            let what = self.text.get(&format!("say-milestone-{name}")).into_owned();
            let over = status.stage.is_over() && name != "gone";
            self.milestone(&format!("line.{name}"), on, what, note, over)
        })
        .collect()
    }
}
