//! Whether a letter or a sentence has its ground, and if not, why.

use jiff::civil::Date;

use super::Words;
use crate::{
    domain::{Contact, Id, Item, ItemKind, MarkState, Refusal, Route, Stage},
    playbook::Ground,
};

impl<'a> Words<'a> {
    /// Why something with this ground cannot be said; nothing if it can.
    pub(super) fn no_ground(&self, ground: &Ground) -> Option<Refusal> {
        let case = self.case;
        let open = |item: &Item| Refusal::Blocked(vec![item.clone()]);
        let unless = |holds: bool, refusal: Refusal| (!holds).then_some(refusal);
        match ground {
            Ground::Running if case.ending.is_some() => Some(Refusal::Over(Stage::Abandoned)),
            // Nobody asks to end a line that is kept.
            Ground::Running if case.route == Route::Keep => Some(Refusal::Kept),
            Ground::Running => unless(!case.is_closed(), Refusal::Over(Stage::Cancelled)),
            Ground::NotApplied => case.pending().map(|one| Refusal::AlreadyPending(one.on)),
            Ground::Applied => unless(case.pending().is_some(), Refusal::NothingPending),
            Ground::Contacted => unless(self.newest().is_some(), Refusal::AskFirst(None)),
            Ground::Promised => unless(self.promise().is_some(), Refusal::AskFirst(None)),
            Ground::Complaint => self.no_complaint(),
            Ground::Abroad => {
                unless(case.line.abroad, open(&Item::new(ItemKind::Line, &Id::new("abroad"))))
            }
            Ground::Done(item) => unless(case.mark(item).state == MarkState::Done, open(item)),
        }
    }

    /// Why a forum would not take a complaint today. The day from which it would
    /// is told to the person only: no letter names it.
    fn no_complaint(&self) -> Option<Refusal> {
        let Some(review) = self.playbook.review(self.case, self.today) else {
            return Some(Refusal::NothingPending);
        };
        let Some(rule) = &self.playbook.review.chase else {
            return self.first_asked().is_none().then_some(Refusal::AskFirst(None));
        };
        if self.first_asked().is_none() {
            let calendar = self.playbook.calendar(&self.case.terms);
            let from = calendar.map(|calendar| {
                let asked = calendar.nth_after(review.latest, 1).max(self.today);
                calendar.nth_after(asked, rule.complain_after.into())
            });
            return Some(Refusal::AskFirst(from));
        }
        review.complaint.filter(|from| *from > self.today).map(Refusal::TooEarly)
    }

    /// The contacts with the carrier about the pending application. Older ones
    /// were about something else: no letter quotes them.
    pub(super) fn asked(&self) -> Vec<&'a Contact> {
        let Some(pending) = self.case.pending() else { return Vec::new() };
        let procedure = self.playbook.procedure();
        self.case.contacts_about(&procedure, pending).collect()
    }

    /// The newest of them that was made after the day of the submission: what was
    /// sent or said that day was the application itself.
    pub(super) fn newest(&self) -> Option<&'a Contact> {
        let submitted = self.case.pending()?.on;
        self.asked().into_iter().filter(|one| one.on > submitted).max_by_key(|one| one.on)
    }

    /// The newest promise made in one of them, with its day.
    pub(super) fn promise(&self) -> Option<(&'a Contact, Date)> {
        let promised = self.asked().into_iter();
        promised.filter_map(|one| Some((one, one.promised?))).max_by_key(|(one, _)| one.on)
    }

    /// The first of them that was made after the answer was late; where nothing
    /// is counted from that, the first of all.
    pub(super) fn first_asked(&self) -> Option<&'a Contact> {
        let review = self.playbook.review(self.case, self.today)?;
        let extended = self.case.pending()?.extension.as_ref().map(|more| more.until);
        let late = extended.map_or(review.by_window, |until| until.max(review.by_window));
        let counts = self.playbook.review.chase.is_some();
        let since = if counts { late } else { review.submitted };
        self.asked().into_iter().filter(|one| one.on > since).min_by_key(|one| one.on)
    }
}
