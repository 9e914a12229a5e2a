//! Whether a letter or a sentence has its ground, and if not, why.

use jiff::civil::Date;

use super::{Words, writer::Writer};
use crate::{
    domain::{
        Application, Contact, Holder, Id, Item, ItemKind, MarkState, RefundFrom, Refusal, Route,
        Stage, day_after,
    },
    playbook::{Confidence, Ground, RefundKind},
};

impl<'a> Words<'a> {
    /// Why something with this ground cannot be said; nothing if it can.
    #[expect(clippy::too_many_lines, reason = "a row for each ground")]
    pub(super) fn no_ground(&self, ground: &Ground) -> Option<Refusal> {
        let case = self.case;
        let open = |item: &Item| Refusal::Blocked(vec![item.clone()]);
        let of_line = |fact: &str| open(&Item::of_line(fact));
        let unless = |holds: bool, refusal: Refusal| (!holds).then_some(refusal);
        match ground {
            Ground::Running if case.ending.is_some() => Some(Refusal::Over(Stage::Abandoned)),
            // Nobody asks to end a line that is kept, or presses for it.
            Ground::Running | Ground::Applied if case.route == Route::Keep => Some(Refusal::Kept),
            Ground::Running if case.approval().is_some() => Some(Refusal::Over(Stage::Cancelled)),
            Ground::Running if case.archived.is_some() => case.archived.map(Refusal::Archived),
            Ground::Running => self.ended().map(|(stage, on)| match case.way() {
                Route::Lapse => Refusal::Over(stage),
                _ => Refusal::Ended(on),
            }),
            Ground::Ended => unless(
                !case.is_closed() && self.ended().is_some_and(|(it, _)| it == Stage::Lapsed),
                Refusal::NothingPending,
            ),
            Ground::Askable if self.unconfirmed().is_some() => None,
            Ground::Askable if self.no_ground(&Ground::Withdrawing).is_none() => None,
            Ground::Askable if self.no_ground(&Ground::Ended).is_none() => None,
            Ground::Askable => self.no_ground(&Ground::Running),
            Ground::First => {
                let answered = case.approval().is_some() || self.last_rejection().is_some();
                let pending = case.pending().map(|one| Refusal::AlreadyPending(one.on));
                pending.or_else(|| answered.then_some(Refusal::NothingPending))
            }
            // Where nobody is asked to end the line, it is not for another carrier either.
            Ground::Here => self
                .not_on(&[Route::Apply])
                .or(unless(!self.playbook.application.elsewhere, Refusal::AskedElsewhere)),
            Ground::Refused => {
                let here = |(one, _): (&Application, _)| self.is_asked_here(one);
                unless(self.last_rejection().is_some_and(here), Refusal::NothingPending)
            }
            Ground::Mended => unless(self.is_mended(), Refusal::NothingPending),
            Ground::Unmended => unless(!self.is_mended(), Refusal::NothingPending),
            Ground::Answered => {
                let open = self.unanswered_items();
                (!open.is_empty()).then_some(Refusal::Blocked(open))
            }
            Ground::RefusedElsewhere => {
                let here = |(one, _): (&Application, _)| self.is_asked_here(one);
                let refused = self.last_rejection().is_some_and(|last| !here(last));
                unless(refused, Refusal::NothingPending)
            }
            Ground::Unconfirmed => unless(self.unconfirmed().is_some(), Refusal::NothingPending),
            Ground::NotApplied => case.pending().map(|one| Refusal::AlreadyPending(one.on)),
            Ground::NewCarrier => unless(self.playbook.application.elsewhere, Refusal::Applying),
            Ground::Applied => match case.pending() {
                // Nobody asked this carrier to end the line.
                Some(pending) if pending.ports => Some(Refusal::Porting),
                Some(_) if self.playbook.application.elsewhere => Some(Refusal::AskedElsewhere),
                pending => unless(
                    pending.is_some(),
                    self.not_on(&[Route::Apply]).unwrap_or(Refusal::NothingPending),
                ),
            },
            Ground::Elsewhere => {
                let elsewhere = case.pending().is_some_and(|one| !self.is_asked_here(one));
                unless(elsewhere, Refusal::NothingPending)
            }
            Ground::Porting => {
                let ports = case.pending().is_some_and(|one| one.ports);
                unless(ports, Refusal::NothingPending)
            }
            Ground::On(route) => self.not_on(&[*route]),
            Ground::Contacted => unless(self.newest().is_some(), Refusal::AskFirst(None)),
            Ground::Promised => unless(self.promise().is_some(), Refusal::AskFirst(None)),
            Ground::PromisedFirst => unless(self.promised_first(), Refusal::AskFirst(None)),
            Ground::PromisedLater => {
                let later = self.promise().is_some() && !self.promised_first();
                unless(later, Refusal::AskFirst(None))
            }
            Ground::UndatedExtension => {
                let more = case.pending().and_then(|one| one.extension.as_ref());
                unless(more.is_some(), Refusal::NothingPending)
            }
            Ground::Dated => unless(self.is_dated(), of_line("grace-until")),
            Ground::Undated => unless(!self.is_dated(), of_line("grace-until")),
            Ground::Refusable => unless(self.is_refusable(), Refusal::NothingPending),
            Ground::Renewable => {
                let stops = self.playbook.ends.as_ref().is_some_and(|ends| ends.stops_itself);
                unless(!stops, Refusal::NothingPending)
            }
            Ground::Refunded => unless(self.refunds(), of_line("credit")),
            Ground::Unrefunded => unless(!self.refunds(), of_line("credit")),
            Ground::Complaint => self.no_complaint(),
            Ground::Own => unless(case.line.holder == Holder::Me, of_line("holder")),
            Ground::OfAnother => unless(case.line.holder != Holder::Me, Refusal::OwnLine),
            Ground::OnBehalf => unless(self.acting().is_some(), open(&self.authorisation())),
            Ground::MaySign => {
                let item = self.authorisation();
                let why = match self.writer() {
                    Writer::Refused => Refusal::AuthorisationRefused(item),
                    _ => Refusal::Unauthorised(item),
                };
                unless(self.may_sign(), why)
            }
            Ground::Unauthorised => unless(!self.may_sign(), of_line("holder")),
            Ground::NoAuthorisation => {
                unless(self.writer() == Writer::Unauthorised, of_line("holder"))
            }
            Ground::AuthorisationRefused => {
                unless(self.writer() == Writer::Refused, of_line("holder"))
            }
            Ground::HolderAsks => unless(self.holder_asks(), of_line("holder")),
            Ground::Speaks => unless(self.speaks(), of_line("holder")),
            Ground::OnlyAsks => unless(!self.speaks(), of_line("holder")),
            Ground::Withdrawing => {
                let pending = case.pending().filter(|one| self.is_asked_here(one));
                let kept = case.route == Route::Keep && case.ending.is_none();
                unless(kept && pending.is_some(), Refusal::NothingPending)
            }
            Ground::Late => {
                let late = self.late_from();
                let waits = late.filter(|from| *from > self.today);
                waits.map(Refusal::TooEarly)
            }
            // It is the person who is abroad, not a holder who writes.
            Ground::Abroad => {
                let writes = match self.writer() {
                    Writer::Own | Writer::Authorised => true,
                    Writer::Unauthorised | Writer::Refused => case.line.authorised().is_some(),
                    Writer::Holder => false,
                };
                unless(case.line.abroad && writes, of_line("abroad"))
            }
            Ground::Credit => {
                let procedure = self.playbook.procedure();
                let gone = case.way() == Route::Port && procedure.port_kills_credit;
                unless(!case.line.is_spent() && !gone, of_line("credit"))
            }
            Ground::Channel(id) => {
                let known = self.playbook.channels.iter().any(|one| one.id == *id);
                unless(known, Refusal::NoChannel)
            }
            Ground::Asked(id) => unless(self.has_question(id), Refusal::NothingPending),
            Ground::Unasked(id) => unless(!self.has_question(id), Refusal::NothingPending),
            Ground::Done(item) => unless(self.is_in_order(item), open(item)),
        }
    }

    /// The last day of the line has passed, and nobody was asked who has still to answer:
    /// that day, and whether the number rests or is gone for good.
    fn ended(&self) -> Option<(Stage, Date)> {
        if self.case.way() == Route::Keep || self.case.pending().is_some() {
            return None;
        }
        let gone_after = self.playbook.procedure().gone_after(self.case)?;
        let is_gone =
            self.playbook.gone_on(self.case, self.today).is_some_and(|day| day <= self.today);
        let stage = if is_gone { Stage::Closed } else { Stage::Lapsed };
        (gone_after < self.today).then_some((stage, gone_after))
    }

    /// What the last rejection criticised and nothing answers.
    fn unanswered_items(&self) -> Vec<Item> {
        let about = self.last_rejection().map(|(_, outcome)| outcome.about.clone());
        let open = |item: &Item| self.case.criticised(item).is_some();
        about.unwrap_or_default().into_iter().filter(open).collect()
    }

    /// It named what it criticised, and all of that is answered.
    fn is_mended(&self) -> bool {
        let named = self.last_rejection().is_some_and(|(_, outcome)| !outcome.about.is_empty());
        named && self.unanswered_items().is_empty()
    }

    /// A source that is sure says that credit is paid out which is left when the line ends.
    fn refunds(&self) -> bool {
        let Some(refund) = &self.playbook.refund else { return false };
        let ended = refund.until.is_none_or(|term| term.after == RefundFrom::Ended);
        let mut sources = self.playbook.sources(&refund.sources);
        let sure = sources.any(|one| one.confidence == Confidence::High);
        refund.given == RefundKind::OnRequest && ended && sure
    }

    /// What would keep the line alive can still be refused, and was not yet.
    fn is_refusable(&self) -> bool {
        let procedure = self.playbook.procedure();
        let Some(rule) = &procedure.prolonging else { return false };
        let item = Item::new(ItemKind::Precondition, &rule.precondition);
        let open = !self.case.mark(&item).is_seen_to();
        open && procedure.is_refusable(&item, &self.case.line, self.today)
    }

    /// The carrier promised an answer before it asked for more time.
    fn promised_first(&self) -> bool {
        let Some(pending) = self.case.pending() else { return false };
        let asked = pending.extension.as_ref().and_then(|more| more.on);
        self.promise().zip(asked).is_some_and(|((one, _), asked)| {
            let before = || self.case.is_after_more_time(one, pending) == Some(false);
            one.on < asked || (one.on == asked && before())
        })
    }

    /// The playbook asks this in its own words.
    fn has_question(&self, id: &Id) -> bool {
        self.playbook.questions.iter().any(|one| one.id == *id)
    }

    /// It is done, and the carrier has not refused it since.
    pub(in crate::playbook) fn is_in_order(&self, item: &Item) -> bool {
        let disputed = self.case.dispute().is_some()
            && item.kind == ItemKind::Precondition
            && self.playbook.preconditions.iter().any(|rule| rule.id == item.id && rule.can_settle);
        let done = self.case.mark(item).state == MarkState::Done;
        done && !disputed && self.case.criticised(item).is_none()
    }

    /// This application asks this carrier itself to end the line.
    pub(super) fn is_asked_here(&self, application: &Application) -> bool {
        !application.ports && !self.playbook.application.elsewhere
    }

    /// The approval that nothing written confirms: the application and its day.
    pub(super) fn unconfirmed(&self) -> Option<(&'a Application, Date)> {
        let last = self.case.latest_application().filter(|one| !one.ports)?;
        let approval = last.approval().filter(|approval| !approval.is_confirmed())?;
        Some((last, approval.on))
    }

    /// Why something does not fit the way that the person takes; nothing if it does.
    pub(super) fn not_on(&self, routes: &[Route]) -> Option<Refusal> {
        let way = self.case.way();
        if routes.is_empty() || routes.contains(&way) {
            return None;
        }
        // The person goes another way by now, and what was asked is not answered yet.
        if let Some(pending) = self.case.pending().filter(|_| way != self.case.route) {
            return Some(Refusal::AlreadyPending(pending.on));
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
            // No time is known that the carrier has: a day that it named, or that was expected
            // of it, has to have passed.
            None => match self.unanswered_from() {
                Ok(from) => (from > self.today).then_some(Refusal::TooEarly(from)),
                Err(why) => Some(why),
            },
            Some(complaint) if !complaint.is_asked => Some(Refusal::AskFirst(Some(complaint))),
            Some(complaint) if complaint.from > self.today => {
                Some(Refusal::TooEarly(complaint.from))
            }
            Some(_) => None,
        }
    }

    /// The first day on which what was asked has had no answer: the one after the last by
    /// which an answer was promised or expected, or until which more time was given.
    fn unanswered_from(&self) -> Result<Date, Refusal> {
        let asked = self.asked();
        if asked.is_empty() {
            return Err(Refusal::AskFirst(None));
        }
        let named = asked.iter().flat_map(|one| [one.promised, one.answer_by]);
        let more = self.case.pending().and_then(|one| one.extension.as_ref());
        let last = named.chain([more.map(|more| more.until)]).flatten().max();
        last.map(day_after).ok_or(Refusal::NoTerm)
    }

    /// The first day on which the answer to the pending application is late: the day is told
    /// to the person only.
    fn late_from(&self) -> Option<Date> {
        self.playbook.review(self.case, self.today).map(|review| day_after(review.late))
    }

    /// The contacts with the carrier about the pending application. Older ones
    /// were about something else: no letter quotes them.
    pub(super) fn asked(&self) -> Vec<&'a Contact> {
        let Some(pending) = self.case.pending() else { return Vec::new() };
        let procedure = self.playbook.procedure();
        self.case.contacts_about(&procedure, pending).collect()
    }

    /// The newest of them. What was sent or said on the day of the submission was the
    /// application itself, unless it got a reference of its own.
    pub(super) fn newest(&self) -> Option<&'a Contact> {
        let pending = self.case.pending()?;
        let own = |one: &Contact| one.reference.is_some() && one.reference != pending.reference;
        let counts = |one: &&Contact| one.on > pending.on || own(one);
        self.asked().into_iter().filter(counts).max_by_key(|one| one.on)
    }

    /// The newest promise made in one of them, with its day, unless it was kept.
    pub(super) fn promise(&self) -> Option<(&'a Contact, Date)> {
        let mut about = self.asked();
        // Since the carrier has said yes, it is asked for the confirmation of that.
        if let Some((approved, on)) = self.unconfirmed() {
            let procedure = self.playbook.procedure();
            about = self.case.contacts_about(&procedure, approved).collect();
            about.retain(|one| one.on >= on && self.case.awaits_promise(&procedure, one));
        }
        let promised = about.into_iter();
        let newest = promised.filter_map(|one| Some((one, one.promised?)));
        // A promise that was kept is nothing to press for.
        newest.max_by_key(|(one, _)| one.on).filter(|(one, _)| one.kept.is_none())
    }
}

#[cfg(test)]
mod tests;
