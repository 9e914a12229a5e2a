//! Whether a letter or a sentence has its ground, and if not, why.

use jiff::civil::Date;

use super::Words;
use crate::{
    domain::{Contact, Id, Item, ItemKind, MarkState, Refusal, Review, Route, Stage, day_after},
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
            Ground::Askable if self.unconfirmed().is_some() => None,
            Ground::Askable => self.no_ground(&Ground::Running),
            Ground::First => {
                let answered = case.latest_application().is_some_and(|one| one.outcome.is_some());
                let pending = case.pending().map(|one| Refusal::AlreadyPending(one.on));
                pending.or_else(|| answered.then_some(Refusal::NothingPending))
            }
            Ground::Refused => {
                let refused = case.pending().is_none() && self.last_rejection().is_some();
                unless(refused, Refusal::NothingPending)
            }
            Ground::Unconfirmed => unless(self.unconfirmed().is_some(), Refusal::NothingPending),
            Ground::NotApplied => case.pending().map(|one| Refusal::AlreadyPending(one.on)),
            Ground::Applied => match case.pending() {
                // Nobody asked this carrier to end the line.
                Some(pending) if pending.ports => Some(Refusal::Porting),
                pending => unless(
                    pending.is_some(),
                    self.not_on(&[Route::Apply]).unwrap_or(Refusal::NothingPending),
                ),
            },
            Ground::Porting => {
                let ports = case.pending().is_some_and(|one| one.ports);
                unless(ports, Refusal::NothingPending)
            }
            Ground::On(route) => self.not_on(&[*route]),
            Ground::Contacted => unless(self.newest().is_some(), Refusal::AskFirst(None)),
            Ground::Promised => unless(self.promise().is_some(), Refusal::AskFirst(None)),
            Ground::Complaint => self.no_complaint(),
            Ground::Abroad => {
                unless(case.line.abroad, open(&Item::new(ItemKind::Line, &Id::new("abroad"))))
            }
            Ground::Done(item) => unless(case.mark(item).state == MarkState::Done, open(item)),
        }
    }

    /// The approval that nothing written confirms: the application and its day.
    pub(super) fn unconfirmed(&self) -> Option<(Id, Date)> {
        let last = self.case.latest_application().filter(|one| !one.ports)?;
        let approval = last.approval().filter(|approval| !approval.is_confirmed())?;
        Some((last.id.clone(), approval.on))
    }

    /// Why something does not fit the way that the person takes; nothing if it does.
    pub(super) fn not_on(&self, routes: &[Route]) -> Option<Refusal> {
        let way = self.case.way();
        if routes.is_empty() || routes.contains(&way) {
            return None;
        }
        Some(match way {
            Route::Lapse => Refusal::Lapsing,
            Route::Keep => Refusal::Kept,
            Route::Port => Refusal::Porting,
            Route::Apply => Refusal::Applying,
        })
    }

    /// Why a forum would not take a complaint today. The day from which it would
    /// is told to the person only: no letter names it.
    fn no_complaint(&self) -> Option<Refusal> {
        let Some(review) = self.playbook.review(self.case, self.today) else {
            return Some(Refusal::NothingPending);
        };
        match review.complaint {
            // No time is known that the carrier has: what was asked has to be unanswered.
            None => match self.unanswered_from(&review) {
                None => Some(Refusal::AskFirst(None)),
                Some(from) => (from > self.today).then_some(Refusal::TooEarly(from)),
            },
            Some(complaint) if !complaint.is_asked => Some(Refusal::AskFirst(Some(complaint))),
            Some(complaint) if complaint.from > self.today => {
                Some(Refusal::TooEarly(complaint.from))
            }
            Some(_) => None,
        }
    }

    /// The first day on which a question asked after the answer was late has had no
    /// answer: the day after it, and after each by which one was promised or expected.
    fn unanswered_from(&self, review: &Review) -> Option<Date> {
        let first = self.first_asked()?;
        let expected = self.asked().into_iter().filter_map(|one| one.answer_by).max();
        let days = [Some(first.on), Some(review.late), expected];
        days.into_iter().flatten().max().map(day_after)
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

    /// The newest promise made in one of them, with its day, unless it was kept.
    pub(super) fn promise(&self) -> Option<(&'a Contact, Date)> {
        let promised = self.asked().into_iter();
        let newest = promised.filter_map(|one| Some((one, one.promised?)));
        // A promise that was kept is nothing to press for.
        newest.max_by_key(|(one, _)| one.on).filter(|(one, _)| one.kept.is_none())
    }

    /// The first of them that was made after the answer was late.
    pub(super) fn first_asked(&self) -> Option<&'a Contact> {
        let review = self.playbook.review(self.case, self.today)?;
        self.case.contact(&review.first_asked?).ok()
    }
}
